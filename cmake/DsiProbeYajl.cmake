# Warns if the yajl that was found lacks the fixes for its CVEs. dsi stays correct with
# such a yajl (see SECURITY.md), but other programs on the system may not.
if(CMAKE_CROSSCOMPILING)
  return()
endif()

# Each yajl is probed once. Its verdict is printed every time.
set(dsi_yajl_asked "${DSI_YAJL_LINK_LIBRARIES} ${DSI_YAJL_VERSION}")
if(NOT DSI_YAJL_PROBED STREQUAL dsi_yajl_asked)
  unset(DSI_YAJL_PROBE_STATUS CACHE)
  unset(DSI_YAJL_PROBE_COMPILED CACHE)
  try_run(DSI_YAJL_PROBE_STATUS DSI_YAJL_PROBE_COMPILED
    ${CMAKE_CURRENT_BINARY_DIR}/probe ${CMAKE_CURRENT_LIST_DIR}/probe_yajl.c
    LINK_LIBRARIES PkgConfig::DSI_YAJL
    RUN_OUTPUT_VARIABLE dsi_yajl_verdict)
  string(STRIP "${dsi_yajl_verdict}" dsi_yajl_verdict)
  set(DSI_YAJL_PROBED "${dsi_yajl_asked}" CACHE INTERNAL "the yajl that was probed")
  set(DSI_YAJL_VERDICT "${dsi_yajl_verdict}" CACHE INTERNAL "what the probe said")
endif()

if(NOT DSI_YAJL_PROBE_COMPILED OR NOT DSI_YAJL_PROBE_STATUS MATCHES "^[0-9]+$")
  message(WARNING "Could not tell whether this yajl has the fixes for its CVEs.")
elseif(DSI_YAJL_PROBE_STATUS EQUAL 0)
  message(STATUS "yajl has the fixes for its CVEs: ${DSI_YAJL_VERDICT}")
else()
  message(WARNING "This yajl lacks fixes for known CVEs: ${DSI_YAJL_VERDICT}. dsi does "
    "not depend on them, but other users of this library do: please update it.")
endif()
