/*
 * codec/decoder.h - one decode: bytes -> guard -> parse -> build -> struct, all of it
 * in the caller's block, which codec/rooms.h divides.
 */
#ifndef DSI_CODEC_DECODER_H
#define DSI_CODEC_DECODER_H

#include "codec/stream/guard.h"
#include "codec/stream/parse.h"
#include "schema/fault.h"
#include "schema/operation.h"

#include <dsi/decode.h>

/* The shapes that an operation's bodies can have; each is read in its own way. */
typedef enum dsi_part { DSI_PART_INPUT, DSI_PART_OUTPUT, DSI_PART_ERROR } dsi_part;

/* What a decode is of. */
typedef struct dsi_goal {
    const dsi_operation *operation;
    dsi_part part;
} dsi_goal;

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

/*
 * The guard once more, as it was before the chunk, for who must know where a token of the
 * chunk begins: the parser knows only where it ends.
 */
typedef struct dsi_trail {
    dsi_guard guard;
    const unsigned char *unread; /* by that guard, of the chunk */
    uint64_t parsed;             /* where what the parser has begins in the message */
} dsi_trail;

/*
 * Items that are handed over, in bytes: one is tried directly only if as many bytes are at
 * hand as the last one had. So what a small chunk cuts is seldom tried in vain.
 */
typedef struct dsi_item_track {
    uint64_t begin;  /* of the item at hand */
    uint64_t length; /* of the last one */
} dsi_item_track;

struct dsi_decoder {
    dsi_goal goal;
    void *object; /* of the goal's shape */
    void *answer; /* of the operation, if this is an answer */
    dsi_decoder_head head;
    dsi_arena arena;
    dsi_guard guard;
    dsi_parser parser;
    unsigned char *token; /* an open token: what earlier chunks held of it */
    size_t token_length;
    dsi_raw raw;
    dsi_unread unread; /* only of a service error */
    bool in_call;
    bool finished;
    dsi_build build;
    dsi_trail trail;
    dsi_item_track item;
    dsi_unknown_sink unknown;
    dsi_error error; /* the first */
};

/* Begins a decode in the block; NULL with `error` filled if it cannot. */
dsi_decoder *dsi_decoder_begin(void *block, size_t size, dsi_goal goal,
                               const dsi_decode_options *options, dsi_error *error);

/* Hands the items of the operation's streamed list over, instead of keeping them. */
void dsi_decoder_hand_over(dsi_decoder *decoder,
                           bool (*take)(void *context, const void *item), void *context);

/*
 * Ends a decode: the object, or NULL with `error` filled. If a service error's body could
 * not be read, the object is empty. A decoder of another goal is refused; no decoder at
 * all leaves `error` as begin left it.
 */
void *dsi_decoder_finish(dsi_decoder *decoder, dsi_goal goal, dsi_error *error);

#endif
