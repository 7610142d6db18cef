/*
 * fuzz/fuzz.h - what the harnesses share.
 *
 * Each harness tests one property of the library: LLVMFuzzerTestOneInput aborts on an
 * input for which the property does not hold. libFuzzer drives it. Without an engine
 * fuzz/replay.c gives it the files that are named, so any compiler, AFL++ and CTest can
 * run a corpus.
 */
#ifndef DSI_FUZZ_FUZZ_H
#define DSI_FUZZ_FUZZ_H

#include "fuzz/input.h"

#include <dsi/dsi.h>
#include <dsi/message.h>

/* libFuzzer's entry point. Returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* How a message is decoded. */
typedef struct fuzz_how {
    const dsi_message *message;
    int status;    /* of a response: 200, or 400 for a service error */
    bool streamed; /* items are handed over; the outcome has them in their place */
    dsi_decode_options options;
    size_t chunk;     /* 0: all at once */
    bool tight_block; /* the smallest block that begin accepts, not the default */
    size_t more;      /* bytes that a tight block has beyond that */
    bool stream_only; /* nothing is read directly */
} fuzz_how;

/* Takes message, strictness, limits, chunk and block from three bytes of the input. */
fuzz_how fuzz_choose(fuzz_input *input);

/* The message if it is a response, else the response of its operation. */
const dsi_message *fuzz_response(const dsi_message *message);

/* The max_bytes of a decode with a low limit. */
#define FUZZ_FEW_BYTES 64

/* Room for a decode. */
typedef struct fuzz_block {
    void *memory;
    size_t size;
    void *own; /* to be freed; NULL if the memory is static */
} fuzz_block;

fuzz_block fuzz_take_block(const fuzz_how *how);

/*
 * Feeds the bytes in chunks, each in memory of its own. Goes on after the decoder has
 * refused a chunk. Returns how many bytes had been fed with the first such chunk, or 0.
 */
size_t fuzz_feed(dsi_decoder *decoder, const uint8_t *bytes, size_t length,
                 size_t chunk);

#define FUZZ_TEXT_MAX 65536

/* Everything that a decode says. */
typedef struct fuzz_outcome {
    dsi_error error;
    size_t length;            /* of the text */
    char text[FUZZ_TEXT_MAX]; /* encoded again; an error answer: its report */
    size_t taken;             /* how many items were handed over */
    size_t taken_at;          /* where they stand in the text */
    size_t taken_length;
    size_t used; /* of the block, by what was decoded and all before it */
    size_t left; /* of the block, after that */
} fuzz_outcome;

/* A dsi_write_fn that adds to the text of an outcome, which is its context. */
bool fuzz_append(void *context, const char *bytes, size_t length);

/*
 * Decodes the bytes. Each chunk and a tight block lie in memory of their own, so a
 * sanitizer sees an access beside them.
 */
void fuzz_decode(const fuzz_how *how, const uint8_t *bytes, size_t length,
                 fuzz_outcome *outcome);

/*
 * Decodes the bytes in one call, in the block that dsi_message_bound asks for. Items are
 * kept.
 */
void fuzz_decode_at_once(const fuzz_how *how, const uint8_t *bytes, size_t length,
                         fuzz_outcome *outcome);

/* Two decodes of one message say the same: code, place, path and result. */
void fuzz_hold_same(const fuzz_outcome *left, const fuzz_outcome *right);

#endif
