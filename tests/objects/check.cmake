cmake_minimum_required(VERSION 3.25)

# No heap, no stdio, no locale, no globals that change; of yajl only what is listed.
#
# bcmp is what clang makes of memcmp. A compiler that instruments (sanitizers, coverage)
# adds symbols and data of its own: then only what must not be there is looked for.
set(allowed
  bcmp memchr memcmp memcpy memmove memset strcmp strcspn strlen
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

if(NOT INSTRUMENTED)
  execute_process(COMMAND ${OBJDUMP} -h ${LIBRARY} OUTPUT_VARIABLE sections)
  string(REGEX MATCHALL "[ \t]\\.(data|bss|tdata|tbss)[ \t]+[0-9a-f]+" sections
    "${sections}")
  foreach(section IN LISTS sections)
    if(NOT section MATCHES "[ \t]0+$")
      message(SEND_ERROR "the library has data that can change:${section}")
    endif()
  endforeach()
endif()
message(STATUS "${checked} symbols checked")
