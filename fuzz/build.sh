#!/usr/bin/env bash
# Builds the harnesses for OSS-Fuzz. $OUT gets programs that need only the system's own
# shared libraries, and their seeds, dictionaries and options.
#
# $CC, $CXX, $CFLAGS, $CXXFLAGS   the compilers, with the sanitizer's flags
# $LIB_FUZZING_ENGINE             the engine, a flag or an archive; if empty, the programs
#                                 replay the files that they are given
# $OUT, $WORK                     the folders of the result and of the build
set -euo pipefail
cd "$(dirname "$0")/.."

: "${OUT:?is where the harnesses go}" "${WORK:?is where they are built}"
: "${CC:=clang}" "${CXX:=clang++}" "${CFLAGS:=}" "${CXXFLAGS:=}"
: "${LIB_FUZZING_ENGINE=-fsanitize=fuzzer}"

# Prints where the compiler finds a static library. Stops if there is none.
archive() {
  local path
  path=$("$CC" -print-file-name="$1")
  [ -e "$path" ] || { echo "build.sh: there is no $1" >&2; exit 1; }
  echo "$path"
}

yajl=$(archive libyajl_s.a)
jansson=$(archive libjansson.a)
pcre2=$(archive libpcre2-8.a)

# The cache entries replace the libraries that pkg-config would find. The build type is
# empty, because the flags are the caller's.
cmake -S . -B "$WORK/dsi" \
  -DCMAKE_C_COMPILER="$CC" -DCMAKE_C_FLAGS="$CFLAGS" \
  -DCMAKE_CXX_COMPILER="$CXX" -DCMAKE_CXX_FLAGS="$CXXFLAGS" \
  -DCMAKE_BUILD_TYPE= -DDSI_FUZZ_ENGINE="$LIB_FUZZING_ENGINE" \
  -DDSI_BUILD_TESTS=OFF -DDSI_BUILD_EXAMPLES=OFF -DDSI_BUILD_TOOL=OFF \
  -Dpkgcfg_lib_DSI_YAJL_yajl="$yajl" \
  -Dpkgcfg_lib_DSI_JANSSON_jansson="$jansson" \
  -Dpkgcfg_lib_DSI_PCRE2_pcre2-8="$pcre2"
cmake --build "$WORK/dsi" --parallel "$(nproc)"

for seeds in fuzz/corpus/*; do
  name=${seeds##*/}
  program=dsi_fuzz_$name
  cp "$WORK/dsi/fuzz/$program" "$OUT/"
  rm -f "$OUT/${program}_seed_corpus.zip"
  zip -q -j "$OUT/${program}_seed_corpus.zip" "$seeds"/*
  printf '[libfuzzer]\nmax_len = 4096\nlen_control = 100\n' >"$OUT/$program.options"
  [ ! -e "fuzz/dict/$name.dict" ] || cp -L "fuzz/dict/$name.dict" "$OUT/$program.dict"
done
