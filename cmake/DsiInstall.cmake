# What `cmake --install` installs, in four components: runtime (the shared library),
# development (headers, libraries to link with, the CMake package, .pc files, guide and
# examples), tool (the program and its completions) and mock (dsi-mock, which its folder
# installs). docs/ installs the manual pages. The installed tree can be moved.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(dsi_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/dsi)

# A program that links a static library also needs yajl; with the shared library it does
# not. So each kind is exported to a file of its own.
foreach(name IN ITEMS shared static vectors)
  set_target_properties(dsi_${name} PROPERTIES EXPORT_NAME ${name})
endforeach()
install(TARGETS dsi_shared EXPORT dsi-shared
  RUNTIME COMPONENT runtime
  LIBRARY COMPONENT runtime NAMELINK_COMPONENT development
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS dsi_static dsi_vectors EXPORT dsi-static
  ARCHIVE COMPONENT development
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
foreach(kind IN ITEMS shared static)
  install(EXPORT dsi-${kind} NAMESPACE dsi:: FILE dsi-${kind}-targets.cmake
    DESTINATION ${dsi_package_dir} COMPONENT development)
endforeach()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/dsi
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development
  FILES_MATCHING PATTERN "*.h" PATTERN "*.hpp")

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/dsi-config.cmake.in
  ${PROJECT_BINARY_DIR}/dsi-config.cmake
  INSTALL_DESTINATION ${dsi_package_dir}
  NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/dsi-config-version.cmake
  COMPATIBILITY ${dsi_compatibility})
install(FILES
  ${PROJECT_BINARY_DIR}/dsi-config.cmake
  ${PROJECT_BINARY_DIR}/dsi-config-version.cmake
  DESTINATION ${dsi_package_dir} COMPONENT development)

# The .pc files name their folders relative to themselves, so the tree can be moved. A
# Debian package uses full names: pkg-config recognizes the system's folders only by them.
if(DSI_DEBIAN_MAINTAINER)
  set(dsi_pc_libdir ${CMAKE_INSTALL_FULL_LIBDIR})
  set(dsi_pc_includedir ${CMAKE_INSTALL_FULL_INCLUDEDIR})
else()
  file(RELATIVE_PATH includedir
    ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_FULL_INCLUDEDIR})
  set(dsi_pc_libdir "\${pcfiledir}/..")
  set(dsi_pc_includedir "\${pcfiledir}/${includedir}")
endif()
# yajl names its own archive libyajl_s.a, but yajl.pc has only -lyajl, with which a program
# cannot be linked with -static. So the .pc files name that archive, where libyajl.a is not.
find_library(DSI_YAJL_ARCHIVE NAMES libyajl.a libyajl_s.a
  HINTS ${DSI_YAJL_LIBRARY_DIRS} ${DSI_YAJL_LIBDIR})
set(dsi_pc_requires "yajl >= 2.1")
set(dsi_pc_yajl "")
if(DSI_YAJL_ARCHIVE MATCHES "/libyajl_s\\.a$")
  set(dsi_pc_requires "")
  set(dsi_pc_yajl "-lyajl_s")
  cmake_path(GET DSI_YAJL_ARCHIVE PARENT_PATH folder)
  if(NOT folder IN_LIST CMAKE_C_IMPLICIT_LINK_DIRECTORIES)
    string(PREPEND dsi_pc_yajl "-L${folder} ")
  endif()
endif()
foreach(name IN ITEMS dsi dsi-vectors)
  configure_file(${CMAKE_CURRENT_LIST_DIR}/${name}.pc.in ${PROJECT_BINARY_DIR}/${name}.pc
    @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${name}.pc
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
endforeach()

if(DSI_BUILD_TOOL)
  install(TARGETS dsi_tool RUNTIME COMPONENT tool)
  set(dsi_zsh_folder site-functions)
  if(DSI_DEBIAN_MAINTAINER)
    set(dsi_zsh_folder vendor-completions)
  endif()
  install(FILES ${PROJECT_SOURCE_DIR}/tool/completions/dsi.bash RENAME dsi
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT tool)
  install(FILES ${PROJECT_SOURCE_DIR}/tool/completions/_dsi
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/${dsi_zsh_folder} COMPONENT tool)
  install(FILES ${PROJECT_SOURCE_DIR}/tool/completions/dsi.fish
    DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT tool)
endif()

include(DsiDocs)
if(DSI_DEBIAN_MAINTAINER)
  include(DsiDebian)
endif()
