/*
 * tool/query.c - a query has no JSON types. There the library's words about a wrong type
 * can only be about a boolean.
 */
#include "query.h"

#include <stddef.h>

const char *query_words(dsi_code code)
{
    return code == DSI_E_TYPE ? "a boolean is true or false, in lower case" : NULL;
}
