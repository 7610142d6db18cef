# dsi_re2c(VARIABLE FILE.re...): C sources made of re2c sources, at build time.
#
# -b: bit vectors; -c: start conditions; -i: no #line, so that the build is the same
# wherever the source tree is.
find_program(DSI_RE2C re2c REQUIRED)

execute_process(COMMAND ${DSI_RE2C} --version OUTPUT_VARIABLE dsi_re2c_version
  OUTPUT_STRIP_TRAILING_WHITESPACE)
if(NOT dsi_re2c_version MATCHES "re2c ([3-9])")
  message(FATAL_ERROR "dsi needs re2c 3 or later, found: ${dsi_re2c_version}")
endif()

function(dsi_re2c variable)
  foreach(source IN LISTS ARGN)
    set(output "${CMAKE_CURRENT_BINARY_DIR}/${source}.c")
    get_filename_component(folder "${output}" DIRECTORY)
    file(MAKE_DIRECTORY "${folder}")
    add_custom_command(OUTPUT ${output}
      COMMAND ${DSI_RE2C} -b -c -i -W -Werror -I ${CMAKE_CURRENT_SOURCE_DIR}/schema
              -o ${output} ${CMAKE_CURRENT_SOURCE_DIR}/${source}
      DEPENDS ${source} ${CMAKE_CURRENT_SOURCE_DIR}/schema/arn_grammar.re
              ${CMAKE_CURRENT_SOURCE_DIR}/schema/unicode.re
      COMMENT "re2c ${source}"
      VERBATIM)
    list(APPEND outputs ${output})
  endforeach()
  set(${variable} ${outputs} PARENT_SCOPE)
endfunction()
