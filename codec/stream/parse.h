/*
 * codec/stream/parse.h - yajl's parser, between guard and build. Only whole tokens of a
 * document that passes the guard come here.
 */
#ifndef DSI_CODEC_PARSE_H
#define DSI_CODEC_PARSE_H

#include "codec/stream/build.h"
#include "codec/stream/pool.h"

typedef struct dsi_parser {
    struct yajl_handle_t *handle;
    dsi_pool pool;
    dsi_build *build;
} dsi_parser;

/*
 * The bytes that a parser needs for tokens of at most `max_token` bytes: yajl's
 * structs, and two buffers that can each hold a token (the first of a chunk; one with
 * escapes).
 */
size_t dsi_parser_memory(size_t max_token);

/*
 * Readies a parser for one document. `memory` is aligned for any type, and as large as
 * dsi_parser_memory says. yajl's handle is made when it is needed: what is read directly
 * needs none.
 */
void dsi_parser_begin(dsi_parser *parser, void *memory, size_t size, dsi_build *build);

/*
 * Takes whole tokens. Returns DSI_OK, the code of the build's fault, or DSI_E_INTERNAL if
 * yajl refused what the guard accepted.
 */
dsi_code dsi_parser_feed(dsi_parser *parser, const unsigned char *bytes, size_t length);

/* The end of the token at hand, or of the one at fault, in what was fed last. */
size_t dsi_parser_end(const dsi_parser *parser);

#endif
