cmake_minimum_required(VERSION 3.25)

# The library has no heap, no stdio, no locale and no globals that change. It uses only
# the listed functions of yajl.
#
# clang may turn memcmp into bcmp. Where registers have 32 bits, a compiler divides 64 by
# functions of its own. A compiler that instruments (sanitizers, coverage) adds its own
# symbols and data. In such a build only forbidden symbols are looked for.
set(allowed
  bcmp memchr memcmp memcpy memmove memset strcmp strcspn strlen
  __divdi3 __moddi3 __udivdi3 __umoddi3
  yajl_alloc yajl_config yajl_get_bytes_consumed yajl_parse
  yajl_gen_alloc yajl_gen_array_close yajl_gen_array_open yajl_gen_bool yajl_gen_config
  yajl_gen_map_close yajl_gen_map_open yajl_gen_null yajl_gen_number yajl_gen_string)
set(forbidden malloc calloc realloc free aligned_alloc)

execute_process(COMMAND ${NM} -A -u ${LIBRARY} OUTPUT_VARIABLE undefined
  RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${NM} failed on ${LIBRARY}")
endif()
string(REGEX MATCHALL "U [A-Za-z0-9_]+" undefined "${undefined}")
list(REMOVE_DUPLICATES undefined)
set(checked 0)
foreach(symbol IN LISTS undefined)
  string(SUBSTRING ${symbol} 2 -1 symbol)
  math(EXPR checked "${checked} + 1")
  if(symbol IN_LIST forbidden)
    message(SEND_ERROR "the library refers to ${symbol}")
  elseif(NOT INSTRUMENTED AND NOT symbol IN_LIST allowed AND NOT symbol MATCHES "^dsi_"
         AND NOT symbol MATCHES "^_GLOBAL_OFFSET_TABLE_$|^__stack_chk_fail$")
    message(SEND_ERROR "the library refers to ${symbol}, which is not on the list")
  endif()
endforeach()
if(checked LESS 10)
  message(SEND_ERROR "only ${checked} symbols found: is this the library?")
endif()

# A writable section must be empty, or be one that only the linker writes
# (.data.rel.ro). The section's flags decide and not its name, because compilers have
# many names (.data.rel.local, .tbss). A common symbol has no section until it is
# linked.
if(NOT INSTRUMENTED)
  execute_process(COMMAND ${READELF} --wide --sections --symbols ${LIBRARY}
    OUTPUT_VARIABLE text RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${READELF} failed on ${LIBRARY}")
  endif()
  set(hex "[0-9a-f]+")
  string(REGEX MATCHALL "[^] \n]+ +[A-Z_]+ +${hex} ${hex} ${hex} ${hex} +[A-Z]*W[A-Z]* "
    sections "${text}")
  list(LENGTH sections count)
  if(count LESS 5)
    message(SEND_ERROR "only ${count} writable sections found: is this the library?")
  endif()
  list(FILTER sections EXCLUDE REGEX "^\\.data\\.rel\\.ro[. ]")
  list(FILTER sections EXCLUDE REGEX " ${hex} ${hex} 0+ ${hex} +[A-Z]+ $")
  string(REGEX MATCHALL "[0-9]+ +OBJECT +[A-Z]+ +[A-Z]+ +COM [^ \n]+" commons "${text}")
  foreach(found IN LISTS sections commons)
    message(SEND_ERROR "the library has data that can change: ${found}")
  endforeach()
endif()
message(STATUS "${checked} symbols checked")
