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

room(${SOURCE}/include/dsi "${c}|${public}")
foreach(tree IN ITEMS ${SOURCE} ${BINARY})
  room(${tree}/schema "${c}|${public}|\"schema/[a-z0-9_]+\\.h\"")
  room(${tree}/codec "${c}|${public}|\"(schema|codec)/[a-z0-9_]+\\.h\"")
endforeach()
room(${SOURCE}/vectors "${c}|${public}|\"(schema|vectors)/[a-z0-9_]+\\.h\"")
# The tests' account of the model would be none of its own, if it saw the tables.
room(${SOURCE}/tests/model
  "${c}|<std(io|lib)\\.h>|${public}|\"tests/model/[a-z0-9_]+\\.h\"")

if(seen LESS 100)
  message(SEND_ERROR "only ${seen} includes found: is this the library?")
endif()
message(STATUS "${seen} includes checked")
