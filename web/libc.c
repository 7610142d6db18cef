/*
 * web/libc.c - two functions that yajl names and dsi never lets it call. Without them the
 * linker would add a heap, and a reader of floating-point numbers.
 */
#include <yajl/yajl_common.h>

#include <stdlib.h>

void yajl_set_default_alloc_funcs(yajl_alloc_funcs *functions);

/* For a caller without functions of its own. dsi always has some. */
void yajl_set_default_alloc_funcs(yajl_alloc_funcs *functions)
{
    (void)functions;
    __builtin_trap();
}

/* For a caller that takes no digits. dsi always takes a number's digits. */
double strtod(const char *text, char **end)
{
    (void)text;
    (void)end;
    __builtin_trap();
}
