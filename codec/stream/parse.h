/*
 * codec/stream/parse.h - yajl's parser, between the guard and the build. It gets only
 * whole tokens of a document that passes the guard.
 */
#ifndef DSI_CODEC_STREAM_PARSE_H
#define DSI_CODEC_STREAM_PARSE_H

#include "codec/stream/build.h"
#include "codec/stream/pool.h"

typedef struct dsi_parser {
    struct yajl_handle_t *handle;
    dsi_pool pool;
    dsi_build *build;
} dsi_parser;

/*
 * The bytes that a parser needs for tokens of at most `max_token` bytes. They hold
 * yajl's structs and two buffers. One buffer is for the first token of a chunk, the
 * other for a string with escapes.
 */
size_t dsi_parser_memory(size_t max_token);

/*
 * Readies a parser for one document. `memory` is aligned for any type, and as large as
 * dsi_parser_memory says. yajl's handle is made when it is needed: what is read
 * directly needs none.
 */
void dsi_parser_begin(dsi_parser *parser, void *memory, size_t size, dsi_build *build);

/*
 * Takes whole tokens. Returns DSI_OK, the code of the build's error, or DSI_E_INTERNAL
 * if yajl refused what the guard accepted.
 */
dsi_code dsi_parser_feed(dsi_parser *parser, const unsigned char *bytes, size_t length);

/*
 * Where the token at hand ends, counted in the bytes that were fed last; after an
 * error, the token with it.
 */
size_t dsi_parser_end(const dsi_parser *parser);

#endif
