cmake_minimum_required(VERSION 3.25)

# declared(VARIABLE HEADER...): the functions that the headers declare with DSI_API.
# Each declaration must begin a line.
function(declared variable)
  set(names "")
  foreach(header IN LISTS ARGN)
    file(READ ${header} text)
    string(REGEX MATCHALL "\nDSI_API [^;(]*\\(" heads "${text}")
    string(REGEX MATCHALL "\nDSI_API" marks "${text}")
    list(LENGTH heads head_count)
    list(LENGTH marks mark_count)
    if(NOT head_count EQUAL mark_count)
      message(SEND_ERROR "${header}: a declaration with DSI_API is not of a function")
    endif()
    string(REGEX MATCHALL "\n[a-z][A-Za-z0-9_ *]*[ *]dsi_[a-z0-9_]+\\(" others "${text}")
    list(FILTER others EXCLUDE REGEX "^\n(static|typedef) ")
    if(others)
      message(SEND_ERROR "${header}: a function is declared without DSI_API:${others}")
    endif()
    foreach(head IN LISTS heads)
      string(REGEX MATCH "([A-Za-z0-9_]+)\\($" name "${head}")
      list(APPEND names ${CMAKE_MATCH_1})
    endforeach()
  endforeach()
  list(SORT names)
  set(${variable} ${names} PARENT_SCOPE)
endfunction()

# symbols(VARIABLE FILE TABLE VISIBILITY): the global symbols that FILE defines in
# TABLE. VISIBILITY is a regular expression.
function(symbols variable file table visibility)
  execute_process(COMMAND ${READELF} --wide ${table} ${file} OUTPUT_VARIABLE text
    RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${READELF} failed on ${file}")
  endif()
  string(REGEX MATCHALL
    "(FUNC|OBJECT|NOTYPE|TLS|IFUNC) +(GLOBAL|WEAK|UNIQUE) +(${visibility}) +[0-9A-Z]+ [^\n]+"
    lines "${text}")
  list(FILTER lines EXCLUDE REGEX " UND ")
  list(TRANSFORM lines REPLACE "^.* " "")
  list(SORT lines)
  set(${variable} ${lines} PARENT_SCOPE)
endfunction()

function(must_be_equal what expected found)
  foreach(name IN LISTS ${expected})
    if(NOT name IN_LIST ${found})
      message(SEND_ERROR "${what} lacks ${name}, which a header declares")
    endif()
  endforeach()
  foreach(name IN LISTS ${found})
    if(NOT name IN_LIST ${expected})
      message(SEND_ERROR "${what} exports ${name}, which no header declares")
    endif()
  endforeach()
  list(LENGTH ${found} count)
  message(STATUS "${what}: ${count} symbols")
endfunction()

file(GLOB headers ${HEADERS}/*.h)
list(REMOVE_ITEM headers ${HEADERS}/vectors.h)
declared(library ${headers})
declared(vectors ${HEADERS}/vectors.h)

symbols(shown ${SHARED} --dyn-syms "DEFAULT|PROTECTED")
must_be_equal(libdsi.so library shown)
symbols(shown ${STATIC} --syms "DEFAULT|PROTECTED")
must_be_equal(libdsi.a library shown)
symbols(shown ${VECTORS} --syms "DEFAULT|PROTECTED")
must_be_equal(libdsi-vectors.a vectors shown)

# Debian's list says in which version a program finds a symbol first: " NAME@Base VERSION".
# A soname begins a new list, so each version belongs to this one.
file(STRINGS ${DEBIAN} listed REGEX "^ ")
list(TRANSFORM listed REPLACE "^ ([a-z0-9_]+)@Base ${VERSION}\\.[0-9]+$" "\\1")
must_be_equal(${DEBIAN} library listed)

# In a static library, hidden names can also collide with names of the program. So they
# must be dsi's. (For i386, compilers add a few names that all objects share.)
foreach(file IN ITEMS ${STATIC} ${VECTORS})
  symbols(shown ${file} --syms "HIDDEN")
  list(FILTER shown EXCLUDE REGEX "^dsi_|^__x86\\.get_pc_thunk\\.")
  if(shown)
    message(SEND_ERROR "${file} defines names that are not dsi's: ${shown}")
  endif()
endforeach()

execute_process(COMMAND ${READELF} --wide -d ${SHARED} OUTPUT_VARIABLE dynamic)
string(REGEX MATCH "SONAME[^[]*\\[([^]]*)\\]" line "${dynamic}")
if(NOT CMAKE_MATCH_1 STREQUAL SONAME)
  message(SEND_ERROR "the soname is ${CMAKE_MATCH_1} instead of ${SONAME}")
endif()
