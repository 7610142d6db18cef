/*
 * codec/chunk.h - one chunk of a decode: read directly where a structure lies whole in
 * it, and by guard, yajl and build where not.
 */
#ifndef DSI_CODEC_CHUNK_H
#define DSI_CODEC_CHUNK_H

#include "codec/decoder.h"

/* Reads a chunk. False: the decoder has an error. Linear time. */
bool dsi_chunk_feed(dsi_decoder *decoder, const unsigned char *bytes, size_t length);

/*
 * Writes the decoder's error, with the path to where the build stands. Returns false.
 */
bool dsi_chunk_fail(dsi_decoder *decoder, dsi_code code, uint64_t offset,
                    const dsi_build_error *numbers);

/* The same for an error of the guard. */
bool dsi_chunk_fail_scan(dsi_decoder *decoder, const dsi_scan *scan);

/* For dsi_build_unknown; the context is the decoder. Calls the caller's function. */
void dsi_chunk_on_unknown(void *context, dsi_string name);

#endif
