# 32 bits, where eight bytes are aligned to four. An x86-64 machine runs it as it is.
set(CMAKE_SYSTEM_PROCESSOR i686)
set(triple i686-linux-gnu)
set(multiarch i386-linux-gnu)
set(libc /usr/${triple}/lib)
set(CMAKE_EXE_LINKER_FLAGS_INIT
  "-Wl,--dynamic-linker=${libc}/ld-linux.so.2 -Wl,-rpath,${libc}")
include(${CMAKE_CURRENT_LIST_DIR}/debian.cmake)
