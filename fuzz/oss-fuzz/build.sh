#!/usr/bin/env bash
# OSS-Fuzz runs this with $CC, $CXX, $CFLAGS, $CXXFLAGS, $LIB_FUZZING_ENGINE, $OUT, $SRC and
# $WORK. `./dev oss-fuzz` tries it with the local clang.
set -euo pipefail
"$SRC/dsi/fuzz/build.sh"
