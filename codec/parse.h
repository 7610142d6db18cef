/*
 * codec/parse.h - yajl's parser, between guard and build. Only whole tokens of a
 * document that passes the guard come here.
 */
#ifndef DSI_CODEC_PARSE_H
#define DSI_CODEC_PARSE_H

#include "codec/build.h"
#include "codec/pool.h"

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

/* A fresh handle, for one document. `memory` is aligned for any type, and as large as
 * dsi_parser_memory says. */
void dsi_parser_begin(dsi_parser *parser, void *memory, size_t size, dsi_build *build);

/*
 * Takes whole tokens that stand at `offset` of the message. Returns false once there is
 * an error; it is in `build->error`, with its offset.
 */
bool dsi_parser_feed(dsi_parser *parser, const unsigned char *bytes, size_t length,
                     uint64_t offset);

/* The document has ended, which is an error if the parser has not come to its end. */
void dsi_parser_finish(dsi_parser *parser, uint64_t offset);

#endif
