# What `cmake --install` puts where, in three components: runtime (the shared library),
# development (headers, libraries to link with, the CMake package, .pc files) and tool, with
# what shells complete. Manual pages are docs/'s. All of it may be moved afterwards.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(dsi_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/dsi)

# The static libraries need yajl of those who link with them, and the shared one does
# not: so each kind is exported to a file of its own.
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
  FILES_MATCHING PATTERN "*.h")

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

# These name their folders from where they lie themselves. But a system's own folders,
# for which no flag is needed, pkg-config knows by their plain names alone.
if(DSI_DEBIAN_MAINTAINER)
  set(dsi_pc_libdir ${CMAKE_INSTALL_FULL_LIBDIR})
  set(dsi_pc_includedir ${CMAKE_INSTALL_FULL_INCLUDEDIR})
else()
  file(RELATIVE_PATH includedir
    ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_FULL_INCLUDEDIR})
  set(dsi_pc_libdir "\${pcfiledir}/..")
  set(dsi_pc_includedir "\${pcfiledir}/${includedir}")
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

if(DSI_DEBIAN_MAINTAINER)
  include(DsiDebian)
endif()
