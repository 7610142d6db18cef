# The warnings that all of dsi is free of, in gcc and clang.
function(dsi_warnings target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow
    $<$<COMPILE_LANGUAGE:C>:-Wstrict-prototypes -Wmissing-prototypes>
    $<$<BOOL:${DSI_WERROR}>:-Werror>)
endfunction()
