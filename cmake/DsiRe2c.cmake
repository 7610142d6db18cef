# dsi_need_re2c(): sets DSI_RE2C to a re2c that is new enough.
function(dsi_need_re2c)
  find_program(DSI_RE2C re2c REQUIRED)
  execute_process(COMMAND ${DSI_RE2C} --version OUTPUT_VARIABLE version
    OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(NOT version MATCHES "re2c ([3-9])")
    message(FATAL_ERROR "dsi needs re2c 3 or later, found: ${version}")
  endif()
endfunction()

# dsi_re2c(VARIABLE FILE.re...): makes C sources from re2c sources at build time. A
# release has the C sources in generated/ and needs no re2c. To change a rule in a
# release, delete that folder first.
#
# -b: bit vectors; -c: start conditions; -i: no #line. Without #line and a date, the
# output is the same in every folder and at every time.
function(dsi_re2c variable)
  if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/generated)
    list(TRANSFORM ARGN PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/generated/)
    list(TRANSFORM ARGN APPEND .c)
    set(${variable} ${ARGN} PARENT_SCOPE)
    return()
  endif()
  dsi_need_re2c()
  foreach(source IN LISTS ARGN)
    set(output "${CMAKE_CURRENT_BINARY_DIR}/${source}.c")
    get_filename_component(folder "${output}" DIRECTORY)
    file(MAKE_DIRECTORY "${folder}")
    add_custom_command(OUTPUT ${output}
      COMMAND ${DSI_RE2C} -b -c -i --no-generation-date -W -Werror
              -I ${CMAKE_CURRENT_SOURCE_DIR}
              -o ${output} ${CMAKE_CURRENT_SOURCE_DIR}/${source}
      DEPENDS ${source} ${CMAKE_CURRENT_SOURCE_DIR}/schema/arn/grammar.re
              ${CMAKE_CURRENT_SOURCE_DIR}/schema/text/unicode.re
      COMMENT "re2c ${source}"
      VERBATIM)
    list(APPEND outputs ${output})
  endforeach()
  set(${variable} ${outputs} PARENT_SCOPE)
endfunction()
