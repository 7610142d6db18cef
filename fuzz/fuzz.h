/*
 * fuzz/fuzz.h - what the harnesses share.
 *
 * Each harness is one property of the library: LLVMFuzzerTestOneInput aborts when an
 * input shows that it does not hold. libFuzzer drives it, or fuzz/replay.c, which gives
 * it every file it is named, so that any compiler, AFL++ and CTest can run a corpus.
 */
#ifndef DSI_FUZZ_FUZZ_H
#define DSI_FUZZ_FUZZ_H

#include <dsi/dsi.h>

/* libFuzzer's entry point. Returns 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Aborts with the property's words if it does not hold. */
void fuzz_hold(bool holds, const char *property);

/* Memory of just this size, so that a sanitizer sees a byte beside it; never NULL. */
void *fuzz_memory(size_t size);

/* The bytes of an input, taken one after the other; 0 behind the last. */
typedef struct fuzz_input {
    const uint8_t *data;
    size_t size;
} fuzz_input;

uint8_t fuzz_byte(fuzz_input *input);
uint32_t fuzz_number(fuzz_input *input); /* of four bytes */

/* What the next bytes are to be decoded as. */
typedef enum fuzz_message {
    FUZZ_START_REQUEST,
    FUZZ_START_ANSWER,
    FUZZ_START_ERROR, /* an answer with status 400 */
    FUZZ_GET_REQUEST,
    FUZZ_GET_ANSWER,
    FUZZ_GET_STREAMED, /* models are handed over, and spliced in where they belong */
    FUZZ_MESSAGES
} fuzz_message;

/* How a message is decoded. */
typedef struct fuzz_how {
    fuzz_message message;
    dsi_decode_options options;
    size_t chunk;     /* 0: all at once */
    bool tight_block; /* the smallest that begin accepts, instead of the default */
} fuzz_how;

/* Takes message, strictness, limits, chunk and block from three bytes of the input. */
fuzz_how fuzz_choose(fuzz_input *input);

/* max_bytes of a decode that is to have little of it. */
#define FUZZ_FEW_BYTES 64

/* Room for a decode. */
typedef struct fuzz_block {
    void *memory;
    size_t size;
    void *own; /* memory of just this size, to be freed; NULL if it is used again */
} fuzz_block;

fuzz_block fuzz_take_block(const fuzz_how *how);

/*
 * Feeds the bytes in chunks, each in memory of its own. Goes on after the decoder has
 * refused a chunk. Returns how many bytes had been fed with the first such chunk, or 0.
 */
size_t fuzz_feed(dsi_decoder *decoder, const uint8_t *bytes, size_t length,
                 size_t chunk);

#define FUZZ_TEXT_MAX 65536

/* All that a decode says. */
typedef struct fuzz_outcome {
    dsi_error error;
    size_t length;            /* of the text */
    char text[FUZZ_TEXT_MAX]; /* encoded again; an error answer: its report */
    size_t taken;             /* how many models were handed over */
    size_t taken_at;          /* where they stand in the text */
    size_t taken_length;
} fuzz_outcome;

/* A sink's function that adds to the text of the outcome that is its context. */
bool fuzz_append(void *context, const char *bytes, size_t length);

/*
 * Decodes the bytes; the block and each chunk lie in memory of their own, so that a
 * sanitizer sees what is beside them.
 */
void fuzz_decode(const fuzz_how *how, const uint8_t *bytes, size_t length,
                 fuzz_outcome *outcome);

#endif
