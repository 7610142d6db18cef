/* tests/schema/span_native.c - the spans as this machine compiles them. */
#include "schema/text/span.h"
#include "tests/schema/span_face.h"

const span_face span_native = {.name = "native",
                               .block = SPAN_BLOCK,
                               .ascii = dsi_span_ascii,
                               .plain = dsi_span_plain,
                               .cluster = dsi_span_cluster,
                               .secret = dsi_span_secret};
