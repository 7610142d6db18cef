cmake_minimum_required(VERSION 3.25)

# What the library's sources include: three of the headers that every C11 compiler has,
# and <string.h>, so that they compile where there is no operating system; yajl in two
# files; and of their own rooms, only those above.
set(c "<(stdbool|stddef|stdint|string)\\.h>")
set(public "<dsi/[a-z_]+\\.h>")

# What one file alone may include.
set(alone_text.c "<limits\\.h>")
set(alone_parse.c "<yajl/yajl_parse\\.h>")
set(alone_red_zones.c "<sanitizer/asan_interface\\.h>")
set(alone_generate.c "<yajl/yajl_gen\\.h>")
set(alone_span_neon.h "<arm_neon\\.h>")
set(alone_span_sse2.h "<emmintrin\\.h>")

set(seen 0)

# room(FOLDER INCLUDES): what its files include matches INCLUDES.
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

# own(VARIABLE FOLDER...): the headers of these folders.
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
  # What a level is, and a fault, is said with the types.
  room(${tree}/schema/arn "${c}|${public}|${arn}|\"schema/type\\.h\"")
  room(${tree}/schema "${c}|${public}|${schema}")
  # Where an engine builds is not its own.
  room(${tree}/codec/stream "${c}|${public}|${stream}|\"codec/(arena|integer)\\.h\"")
  room(${tree}/codec/direct "${c}|${public}|${direct}|\"codec/arena\\.h\"")
  room(${tree}/codec "${c}|${public}|${codec}")
endforeach()
room(${SOURCE}/poll "${c}|${public}|${poll}")
own(vectors schema schema/text schema/arn vectors)
room(${SOURCE}/vectors "${c}|${public}|${vectors}")
# The tests' account of the model would be none of its own, if it saw the tables.
room(${SOURCE}/tests/model
  "${c}|<std(io|lib)\\.h>|${public}|\"tests/model/[a-z0-9_]+\\.h\"")

if(seen LESS 100)
  message(SEND_ERROR "only ${seen} includes found: is this the library?")
endif()
message(STATUS "${seen} includes checked")
