cmake_minimum_required(VERSION 3.25)

# Checks what the library's sources include. Of C they may include three headers that
# every C11 compiler has, and <string.h>, so that they compile without an operating
# system. Only two files may include yajl. Of the project, a folder includes only
# folders above it.
set(c "<(stdbool|stddef|stdint|string)\\.h>")
set(public "<dsi/[a-z_]+\\.h>")

# Headers that only one file may include.
set(alone_text.c "<limits\\.h>")
set(alone_parse.c "<yajl/yajl_parse\\.h>")
set(alone_red_zones.c "<sanitizer/asan_interface\\.h>")
set(alone_generate.c "<yajl/yajl_gen\\.h>")
set(alone_span_neon.h "<arm_neon\\.h>")
set(alone_span_sse2.h "<emmintrin\\.h>")

set(seen 0)

# room(FOLDER INCLUDES): every include in the folder's files must match INCLUDES.
function(room folder includes)
  file(GLOB files ${folder}/*.[ch])
  foreach(file IN LISTS files)
    cmake_path(GET file FILENAME name)
    file(STRINGS ${file} lines REGEX "^[ \t]*#[ \t]*include")
    foreach(line IN LISTS lines)
      string(REGEX REPLACE "^[ \t]*#[ \t]*include[ \t]*" "" what "${line}")
      if(NOT what MATCHES "^(${includes}|${alone_${name}})$")
        message(SEND_ERROR "${file} includes ${what}")
      endif()
      math(EXPR seen "${seen} + 1")
    endforeach()
  endforeach()
  set(seen ${seen} PARENT_SCOPE)
endfunction()

# own(VARIABLE FOLDER...): sets VARIABLE to a pattern for the headers of these folders.
function(own variable)
  list(JOIN ARGN "|" folders)
  set(${variable} "\"(${folders})/[a-z0-9_]+\\.h\"" PARENT_SCOPE)
endfunction()

own(text schema/text)
own(arn schema/text schema/arn)
own(schema schema schema/text schema/arn)
own(stream schema schema/text codec/stream)
own(codec schema schema/text codec codec/stream codec/direct)
own(direct schema schema/text codec/stream codec/direct)
own(poll schema poll)

room(${SOURCE}/include/dsi "${c}|${public}")
foreach(tree IN ITEMS ${SOURCE} ${BINARY})
  room(${tree}/schema/text "${c}|${public}|${text}")
  # Levels and mismatches are declared together with the types.
  room(${tree}/schema/arn "${c}|${public}|${arn}|\"schema/type\\.h\"")
  room(${tree}/schema "${c}|${public}|${schema}")
  # The stream engine also needs two headers of codec itself, for the arena and for
  # integers.
  room(${tree}/codec/stream "${c}|${public}|${stream}|\"codec/(arena|integer)\\.h\"")
  room(${tree}/codec/direct "${c}|${public}|${direct}|\"codec/arena\\.h\"")
  room(${tree}/codec "${c}|${public}|${codec}")
endforeach()
room(${SOURCE}/poll "${c}|${public}|${poll}")
own(vectors schema schema/text schema/arn vectors)
room(${SOURCE}/vectors "${c}|${public}|${vectors}")
# The tests' account of the model must not see the library's tables, or it would not be
# independent of them.
room(${SOURCE}/tests/model
  "${c}|<std(io|lib)\\.h>|${public}|\"tests/model/[a-z0-9_]+\\.h\"|\"model_operations\\.h\"")

# The module's face is a user of the public API, as the program is; they share what both
# say. Only what stands for libc sees yajl.
set(alone_libc.c "<stdlib\\.h>|<yajl/yajl_common\\.h>")
room(${SOURCE}/web "${c}|${public}|\"web/[a-z0-9_]+\\.h\"|\"tool/(near|query)\\.h\"")

if(seen LESS 100)
  message(SEND_ERROR "only ${seen} includes found: is this the library?")
endif()
message(STATUS "${seen} includes checked")
