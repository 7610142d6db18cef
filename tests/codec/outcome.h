/*
 * tests/codec/outcome.h - decode vectors, and everything a decode can say, as one value
 * that can be compared.
 */
#ifndef DSI_TESTS_CODEC_OUTCOME_H
#define DSI_TESTS_CODEC_OUTCOME_H

#include "tests/support.h"

#include <dsi/message.h>

/*
 * One message and what must come of it. `output` is the decoded struct encoded again;
 * only looked at if `code` is DSI_OK. Of a streamed answer, the items that were taken
 * are put back in. Of a service error `output` is its report, always looked at, and
 * `code` and `offset` are what of its body could not be read.
 */
typedef struct vector {
    const char *name;
    const char *why;
    const char *message;
    bool streamed; /* the items of the answer are taken */
    bool typed;    /* it is decoded by the message's typed functions */
    int status;    /* of an answer; 0 is 200 */
    dsi_string bytes;
    dsi_decode_options options;
    dsi_code code;
    uint64_t offset;
    const char *path;
    const char *output;
    dsi_header headers[2]; /* of an answer; ends with an absent name */
    const char *other;     /* `output` of it streamed; NULL: the same */
} vector;

/* A list of vectors of one theme. */
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
extern const vector_list vectors_get_fault;
extern const vector_list vectors_get_guide;

/* Those that every message has: see vectors_account.c. NULL after the last. */
const vector *vector_of_account_at(size_t index);

/*
 * All of them, in order, and then every one of a message with items once more,
 * streamed; NULL after the last.
 */
const vector *vector_at(size_t index);
size_t vector_count(void);

/* The one of this name; there must be one. */
const vector *vector_named(const char *name);

/* The message of a vector; the test fails if there is none of this name. */
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

/* The same in a block of its own. */
outcome decode(const vector *row, size_t chunk);

/* The same; nothing large is copied. */
void decode_to(const vector *row, size_t chunk, outcome *result);

/* The same in three pieces, cut at `first` and `second`. */
void decode_split(const vector *row, size_t first, size_t second, outcome *result);

/* By hand: begin, feed, end. */
dsi_decoder *decode_begin(const vector *row, void *block, size_t size,
                          dsi_error *error);
void decode_end(const vector *row, dsi_decoder *decoder, dsi_error *error,
                outcome *result);

/* True if both say the same in everything. */
bool outcomes_equal(const outcome *left, const outcome *right);

/* True if the vector's answer is a service error. */
bool is_service_error(const vector *row);

/* Fails the test unless code and offset are the vector's. */
void check_code(const vector *row, const outcome *got, size_t chunk);

/* Fails the test unless the outcome is what the vector says. */
void check_outcome(const vector *row, const outcome *got, size_t chunk);

#endif
