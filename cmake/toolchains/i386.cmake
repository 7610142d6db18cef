# 32 bits; 64-bit integers are aligned to 4 bytes. An x86-64 machine needs no emulator.
set(CMAKE_SYSTEM_PROCESSOR i686)
set(triple i686-linux-gnu)
set(multiarch i386-linux-gnu)
set(libc /usr/${triple}/lib)
set(CMAKE_EXE_LINKER_FLAGS_INIT
  "-Wl,--dynamic-linker=${libc}/ld-linux.so.2 -Wl,-rpath,${libc}")
include(${CMAKE_CURRENT_LIST_DIR}/debian.cmake)
