# All of dsi compiles without these warnings, in gcc and clang. A parent project's own
# flags never make them errors.
function(dsi_warnings target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow
    $<$<COMPILE_LANGUAGE:C>:-Wstrict-prototypes -Wmissing-prototypes>
    $<IF:$<BOOL:${DSI_WERROR}>,-Werror;-pedantic-errors,-Wno-error>)
  set_target_properties(${target} PROPERTIES COMPILE_WARNING_AS_ERROR OFF)
endfunction()
