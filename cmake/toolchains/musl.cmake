# Another libc, with static programs. The other libraries were built for glibc, and
# `./dev cross` has unpacked them. musl_fortify.c has the functions that they miss.
cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH here)
cmake_path(GET here PARENT_PATH here)
set(sysroot ${here}/build/sysroot/musl)

set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_C_COMPILER musl-gcc)
set(CMAKE_EXE_LINKER_FLAGS_INIT -static)
set(CMAKE_C_STANDARD_LIBRARIES ${sysroot}/libfortify.a)

set(CMAKE_FIND_ROOT_PATH ${sysroot})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)

file(GLOB folder ${sysroot}/usr/lib/*/pkgconfig)
set(ENV{PKG_CONFIG_SYSROOT_DIR} ${sysroot})
set(ENV{PKG_CONFIG_LIBDIR} ${folder})
