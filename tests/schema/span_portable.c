/* tests/schema/span_portable.c - the spans without instructions of one machine. */
#define DSI_PORTABLE
#include "schema/text/span.h"
#include "tests/schema/span_face.h"

static size_t cluster(const unsigned char *bytes, size_t cursor, size_t limit)
{
    return span_run(bytes, cursor, limit, span_first_cluster);
}

static size_t secret(const unsigned char *bytes, size_t cursor, size_t limit)
{
    return span_run(bytes, cursor, limit, span_first_secret);
}

const span_face span_portable = {.name = "portable",
                                 .block = SPAN_BLOCK,
                                 .ascii = dsi_span_ascii,
                                 .plain = dsi_span_plain,
                                 .cluster = cluster,
                                 .secret = secret};
