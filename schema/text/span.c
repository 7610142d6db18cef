/*
 * schema/text/span.c - the spans that are looked for once in a text, and not inlined.
 */
#include "schema/text/span.h"

size_t dsi_span_cluster(const unsigned char *bytes, size_t cursor, size_t limit)
{
    return span_run(bytes, cursor, limit, span_first_cluster);
}

size_t dsi_span_secret(const unsigned char *bytes, size_t cursor, size_t limit)
{
    return span_run(bytes, cursor, limit, span_first_secret);
}
