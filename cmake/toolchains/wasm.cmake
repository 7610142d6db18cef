# WebAssembly, for web/. Compiler and libc are Debian's. web/yajl has built yajl.
#
# CMake 3.25 does not know this system. "Linux" is the nearest that has libraries of both
# kinds, and only the static one is built.
cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH here)
cmake_path(GET here PARENT_PATH here)
set(sysroot ${here}/build/sysroot/wasm)

set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_C_COMPILER clang)
set(CMAKE_C_COMPILER_TARGET wasm32-wasi)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)

set(CMAKE_FIND_ROOT_PATH ${sysroot})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)

set(ENV{PKG_CONFIG_LIBDIR} ${sysroot}/usr/lib/pkgconfig)
