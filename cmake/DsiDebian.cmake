# Debian packages of the three components, made by cpack, which `./dev package` runs.
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
set(CPACK_COMPONENTS_ALL runtime development tool)
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
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_LIST_DIR}/debian/triggers)
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
libdsi-vectors.a.")

set(CPACK_DEBIAN_TOOL_PACKAGE_NAME dsi)
set(CPACK_DEBIAN_TOOL_PACKAGE_SECTION utils)
set(CPACK_COMPONENT_TOOL_DESCRIPTION
"AppSync data source introspection - command-line program
${about}
.
The program is for shell scripts. It also makes messages to test parsers
with.")

# Every Debian package has a change log and a copyright file.
string(TIMESTAMP dsi_debian_date "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(${CMAKE_CURRENT_LIST_DIR}/debian/changelog.in
  ${PROJECT_BINARY_DIR}/debian/changelog.Debian @ONLY)
execute_process(COMMAND ${DSI_GZIP} -9nf ${PROJECT_BINARY_DIR}/debian/changelog.Debian
  COMMAND_ERROR_IS_FATAL ANY)
foreach(component IN ITEMS RUNTIME DEVELOPMENT TOOL)
  string(TOLOWER ${component} name)
  install(FILES
    ${CMAKE_CURRENT_LIST_DIR}/debian/copyright
    ${PROJECT_BINARY_DIR}/debian/changelog.Debian.gz
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${component}_PACKAGE_NAME}
    COMPONENT ${name})
endforeach()

include(CPack)
