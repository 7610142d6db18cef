/*
 * codec/decoder.h - one decode: bytes -> guard -> parse -> build -> struct, all of it
 * in the caller's block, which codec/rooms.h divides.
 */
#ifndef DSI_CODEC_DECODER_H
#define DSI_CODEC_DECODER_H

#include "codec/guard.h"
#include "codec/parse.h"
#include "schema/fault.h"

#include <dsi/decode.h>
#include <dsi/service_error.h>

/* What a message is and how it is taken. */
typedef struct dsi_plan {
    const dsi_type *type;
    dsi_build_rules rules;
    bool empty_is_object; /* no byte at all is the same as {} */
    bool any_body;        /* a body that cannot be read is kept as text: no error */
} dsi_plan;

/* The text of a body that may turn out not to be readable: its first bytes. */
typedef struct dsi_raw {
    char *text;       /* NULL: not wanted */
    size_t length;    /* of what is kept */
    uint64_t offered; /* bytes of the whole body so far */
} dsi_raw;

/*
 * What an answer's head said; the strings are in the block. Set only for answers, and of
 * an output only the status and the request id.
 */
typedef struct dsi_decoder_head {
    int status;
    dsi_string request_id;
    dsi_string error_type;
    dsi_string error_message;
    dsi_optional_int64 retry_after_ms;
} dsi_decoder_head;

struct dsi_decoder {
    const dsi_plan *plan;
    void *object; /* of the plan's type */
    void *answer; /* of the operation, if this is an answer */
    dsi_decoder_head head;
    dsi_arena arena;
    dsi_guard guard;
    dsi_parser parser;
    unsigned char *token; /* an open token: what earlier chunks held of it */
    size_t token_length;
    dsi_raw raw;
    dsi_unread unread; /* only if the plan says `any_body` */
    bool in_call;
    bool finished;
    dsi_build build; /* its error is the decode's */
};

/* Begins a decode in the block; NULL with `error` filled if it cannot. */
dsi_decoder *dsi_decoder_begin(void *block, size_t size, const dsi_plan *plan,
                               const dsi_decode_options *options, dsi_error *error);

/*
 * Ends a decode: the object, or NULL with `error` filled. A body that could not be read
 * leaves the object empty if the plan says `any_body`. A decoder of another plan is refused; no decoder at all
 * leaves `error` as begin left it.
 */
void *dsi_decoder_finish(dsi_decoder *decoder, const dsi_plan *plan, dsi_error *error);

#endif
