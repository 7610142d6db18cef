# Debian packages of the four components, made by cpack, which `./dev package` runs.
# They are for a private repository: Debian itself would need a source package.
find_program(DSI_GZIP gzip REQUIRED)

set(dsi_library_package libdsi${dsi_abi_version})
set(dsi_debian_version ${PROJECT_VERSION}-1)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME dsi)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
set(CPACK_PACKAGE_CONTACT ${DSI_DEBIAN_MAINTAINER})
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL runtime development tool mock)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(about
"AWS AppSync can inspect an Aurora database and describe its tables. dsi
encodes, decodes and validates these messages, without network, heap or
globals.")

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME ${dsi_library_package})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
configure_file(${CMAKE_CURRENT_LIST_DIR}/debian/symbols.in
  ${PROJECT_BINARY_DIR}/debian/symbols @ONLY)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_LIST_DIR}/debian/triggers
  ${PROJECT_BINARY_DIR}/debian/symbols)
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION
"AppSync data source introspection - shared library
${about}")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libdsi-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "${dsi_library_package} (= ${dsi_debian_version}), libyajl-dev (>= 2.1)")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
"AppSync data source introspection - headers and static libraries
${about}
.
Test vectors (dsi/vectors.h) are in a library of their own,
libdsi-vectors.a. The guide and programs to copy are in
/usr/share/doc/libdsi-dev.")

set(CPACK_DEBIAN_TOOL_PACKAGE_NAME dsi)
set(CPACK_DEBIAN_TOOL_PACKAGE_SECTION utils)
set(CPACK_COMPONENT_TOOL_DESCRIPTION
"AppSync data source introspection - command-line program
${about}
.
The program is for shell scripts. It also makes messages to test parsers
with.")

set(CPACK_DEBIAN_MOCK_PACKAGE_NAME dsi-mock)
set(CPACK_DEBIAN_MOCK_PACKAGE_SECTION utils)
set(CPACK_COMPONENT_MOCK_DESCRIPTION
"AppSync data source introspection - service to develop against
${about}
.
dsi-mock answers on 127.0.0.1 as AppSync does, and fails on demand: it
throttles, refuses, and cuts answers off.")

# Every Debian package has a change log and a copyright file. The log lists this release
# and those that CHANGELOG.md has before it.
file(READ ${CMAKE_CURRENT_LIST_DIR}/debian/changelog.in entry)
file(STRINGS ${PROJECT_SOURCE_DIR}/CHANGELOG.md releases REGEX "^## \\[[0-9]")
set(version ${PROJECT_VERSION})
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)
string(CONFIGURE "${entry}" log @ONLY)
foreach(release IN LISTS releases)
  string(REGEX MATCH "^## .([0-9.]+). - ([0-9-]+)$" release "${release}")
  set(version ${CMAKE_MATCH_1})
  execute_process(COMMAND date --utc --rfc-email --date=${CMAKE_MATCH_2}
    OUTPUT_VARIABLE date OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  if(version VERSION_LESS PROJECT_VERSION)
    string(CONFIGURE "${entry}" older @ONLY)
    string(APPEND log "\n${older}")
  endif()
endforeach()
file(WRITE ${PROJECT_BINARY_DIR}/debian/changelog.Debian "${log}")
execute_process(COMMAND ${DSI_GZIP} -9nf ${PROJECT_BINARY_DIR}/debian/changelog.Debian
  COMMAND_ERROR_IS_FATAL ANY)
foreach(component IN ITEMS RUNTIME DEVELOPMENT TOOL MOCK)
  string(TOLOWER ${component} name)
  install(FILES
    ${CMAKE_CURRENT_LIST_DIR}/debian/copyright
    ${PROJECT_BINARY_DIR}/debian/changelog.Debian.gz
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${component}_PACKAGE_NAME}
    COMPONENT ${name})
endforeach()

include(CPack)
