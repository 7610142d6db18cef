# Says clearly when the yajl found lacks the fixes for its CVEs. dsi stays correct on
# such a yajl (see SECURITY.md), but the rest of the system may not.
if(CMAKE_CROSSCOMPILING OR DEFINED DSI_YAJL_PROBED)
  return()
endif()

try_run(probe_status probe_compiled
  ${CMAKE_CURRENT_BINARY_DIR}/probe ${CMAKE_CURRENT_LIST_DIR}/probe_yajl.c
  LINK_LIBRARIES PkgConfig::yajl
  RUN_OUTPUT_VARIABLE probe_output)
if(NOT probe_compiled OR NOT probe_status MATCHES "^[0-9]+$")
  message(WARNING "Could not tell whether this yajl has the fixes for its CVEs.")
else()
  string(STRIP "${probe_output}" probe_output)
  if(probe_status EQUAL 0)
    message(STATUS "yajl has the fixes for its CVEs: ${probe_output}")
  else()
    message(WARNING "This yajl lacks fixes for known CVEs: ${probe_output}. dsi does "
      "not depend on them, but other users of this library do: please update it.")
  endif()
  set(DSI_YAJL_PROBED TRUE CACHE INTERNAL "yajl was probed for its CVEs")
endif()
