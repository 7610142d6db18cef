# Installs the guide and the examples' sources. The guide's links into the sources would
# lead nowhere, so they lead to the installed examples and headers, or are plain text.
set(dsi_doc_dir ${CMAKE_INSTALL_DOCDIR})
if(DSI_DEBIAN_MAINTAINER)
  set(dsi_doc_dir ${CMAKE_INSTALL_DATADIR}/doc/libdsi-dev)
endif()

# dsi_install_page(FILE UP): FILE is relative to docs/, and UP leads from its folder to the
# project's.
function(dsi_install_page file up)
  set(page ${PROJECT_SOURCE_DIR}/docs/${file})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page})
  cmake_path(GET file PARENT_PATH folder)
  cmake_path(ABSOLUTE_PATH dsi_doc_dir BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX}
    OUTPUT_VARIABLE installed)
  file(RELATIVE_PATH headers ${installed}/${folder} ${CMAKE_INSTALL_FULL_INCLUDEDIR})
  file(RELATIVE_PATH examples /${folder} /examples)
  string(REPLACE "." "\\." up "${up}")

  file(READ ${page} text)
  string(REGEX REPLACE "\\]\\(${up}/examples/" "](${examples}/" text "${text}")
  string(REGEX REPLACE "\\]\\(${up}/include/dsi/" "](${headers}/dsi/" text "${text}")
  string(REGEX REPLACE "\\[([^][]*)\\]\\(${up}/[a-zA-Z][^)]*\\)" "\\1" text "${text}")
  string(REGEX REPLACE "\\[([^][]*)\\]\\([^)]*\\.(scd|txt)\\)" "\\1" text "${text}")
  file(WRITE ${PROJECT_BINARY_DIR}/guide/${file} "${text}")
  install(FILES ${PROJECT_BINARY_DIR}/guide/${file}
    DESTINATION ${dsi_doc_dir}/${folder} COMPONENT development)
endfunction()

file(GLOB dsi_guide RELATIVE ${PROJECT_SOURCE_DIR}/docs CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/docs/guide/*.md)
foreach(page IN LISTS dsi_guide ITEMS automata/README.md)
  dsi_install_page(${page} ../..)
endforeach()
foreach(page IN ITEMS errors.md migration.md)
  dsi_install_page(${page} ..)
endforeach()

install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs/automata
  DESTINATION ${dsi_doc_dir} COMPONENT development
  FILES_MATCHING PATTERN "*.svg")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/examples
  DESTINATION ${dsi_doc_dir} COMPONENT development
  FILES_MATCHING PATTERN "*.c" PATTERN "*.cpp" PATTERN "*.h" PATTERN "*.json")
