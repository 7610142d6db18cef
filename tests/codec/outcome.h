/*
 * tests/codec/outcome.h - decode vectors, and the outcome of a decode as one value that
 * can be compared.
 */
#ifndef DSI_TESTS_CODEC_OUTCOME_H
#define DSI_TESTS_CODEC_OUTCOME_H

#include "tests/support.h"

#include <dsi/message.h>

/*
 * One message, and the expected outcome.
 *
 * `output` is the decoded struct, encoded again. It is compared only if `code` is
 * DSI_OK. For a streamed answer, the items that were handed over are put back first.
 *
 * For a service error, `output` is its report and is always compared. `code` and
 * `offset` say why its body could not be read.
 */
typedef struct vector {
    const char *name;
    const char *why;
    const char *message;
    bool streamed; /* items are handed over one by one */
    bool typed;    /* the message's typed functions decode it */
    int status;    /* of an answer; 0 is 200 */
    dsi_string bytes;
    dsi_decode_options options;
    dsi_code code;
    uint64_t offset;
    const char *path;
    const char *output;
    dsi_header headers[2]; /* of an answer; an absent name ends them */
    const char *other;     /* `output` if streamed; NULL: the same */
} vector;

/* The vectors of one file. */
typedef struct vector_list {
    const vector *items;
    size_t count;
} vector_list;

extern const vector_list vectors_shape;
extern const vector_list vectors_syntax;
extern const vector_list vectors_limit;
extern const vector_list vectors_answer;
extern const vector_list vectors_get_request;
extern const vector_list vectors_get;
extern const vector_list vectors_get_bad;
extern const vector_list vectors_get_guide;

/* Vectors that every message has: see vectors_account.c. NULL after the last. */
const vector *vector_of_account_at(size_t index);

/*
 * All vectors, then those of messages with items a second time, streamed. NULL after
 * the last.
 */
const vector *vector_at(size_t index);
size_t vector_count(void);

/* The vector of this name; there must be one. */
const vector *vector_named(const char *name);

/* The message of a vector. The test fails if no message has its name. */
const dsi_message *vector_message(const vector *row);

typedef struct outcome {
    dsi_code code;
    uint64_t offset;
    uint64_t limit;
    uint64_t actual;
    char path[DSI_PATH_MAX];
    char output[16384];
} outcome;

/* Decodes the vector in a block of this size, fed `chunk` bytes at a time. */
outcome decode_in(const vector *row, void *block, size_t size, size_t chunk);

/* As decode_in, in a block that is large enough for every vector. */
outcome decode(const vector *row, size_t chunk);

/* As decode, without a copy of the outcome, which is large. */
void decode_to(const vector *row, size_t chunk, outcome *result);

/* As decode_to, in one call. */
void decode_at_once(const vector *row, outcome *result);

/* As decode, in three pieces, cut at `first` and `second`. */
void decode_split(const vector *row, size_t first, size_t second, outcome *result);

/* For tests that feed the decoder themselves: begin before it, end after it. */
dsi_decoder *decode_begin(const vector *row, void *block, size_t size,
                          dsi_error *error);
void decode_end(const vector *row, dsi_decoder *decoder, dsi_error *error,
                outcome *result);

/* True if both are the same in every member. */
bool outcomes_equal(const outcome *left, const outcome *right);

/* True if the vector's answer is a service error. */
bool is_service_error(const vector *row);

/* Fails the test unless code and offset are the vector's. */
void check_code(const vector *row, const outcome *got, size_t chunk);

/* Fails the test unless the outcome is what the vector says. */
void check_outcome(const vector *row, const outcome *got, size_t chunk);

#endif
