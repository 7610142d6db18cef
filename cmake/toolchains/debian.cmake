# Included by the file of an architecture. That file sets `triple` (its compiler),
# `multiarch` (its folder of libraries) and, if it needs one, `emulator`. Compiler and
# libc are Debian's cross packages. `./dev cross` has unpacked the other libraries.
cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH here)
cmake_path(GET here PARENT_PATH here)
set(sysroot ${here}/build/sysroot/${triple})

set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_C_COMPILER ${triple}-gcc)
if(emulator)
  set(CMAKE_CROSSCOMPILING_EMULATOR ${emulator} -L /usr/${triple})
endif()

set(CMAKE_FIND_ROOT_PATH ${sysroot} /usr/${triple})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

set(ENV{PKG_CONFIG_SYSROOT_DIR} ${sysroot})
set(ENV{PKG_CONFIG_LIBDIR} ${sysroot}/usr/lib/${multiarch}/pkgconfig)
