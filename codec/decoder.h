/*
 * codec/decoder.h - one decode: bytes -> guard -> parse -> build -> struct. All of it
 * lies in the caller's block, which codec/rooms.h divides.
 */
#ifndef DSI_CODEC_DECODER_H
#define DSI_CODEC_DECODER_H

#include "codec/stream/guard.h"
#include "codec/stream/parse.h"
#include "schema/error.h"
#include "schema/operation.h"

#include <dsi/decode.h>

/* The shapes that an operation's bodies can have. Each is read in its own way. */
typedef enum dsi_part { DSI_PART_INPUT, DSI_PART_OUTPUT, DSI_PART_ERROR } dsi_part;

/* What the rooms of a block have room for. */
typedef struct dsi_reserve {
    size_t depth;
    size_t token; /* bytes of the longest */
    size_t open;  /* bytes of a token that one chunk begins and another ends */
    size_t raw;   /* bytes of text that may turn out not to be readable */
} dsi_reserve;

/* What a decode makes. */
typedef struct dsi_goal {
    const dsi_operation *operation;
    dsi_part part;
    /*
     * If the whole body is at hand, its length and one more; else 0. Nothing in it is
     * longer or deeper, so the rooms need not be larger, and no second chunk follows.
     */
    size_t at_hand;
} dsi_goal;

/* The first bytes of a body that may turn out not to be readable. */
typedef struct dsi_raw {
    char *text;       /* NULL: not kept */
    size_t length;    /* how many bytes are kept */
    uint64_t offered; /* bytes of the whole body so far */
} dsi_raw;

/*
 * What the head of an answer said; the strings are in the block. It is set for answers
 * only, and for an output only status and request id are.
 */
typedef struct dsi_decoder_head {
    int status;
    dsi_string request_id;
    dsi_string error_type;
    dsi_string error_message;
    dsi_optional_int64 retry_after_ms;
} dsi_decoder_head;

/*
 * The guard as it was before the chunk. With it the decoder finds where a token of the
 * chunk begins: the parser knows only where one ends.
 */
typedef struct dsi_trail {
    dsi_guard guard;
    const unsigned char *unread; /* the chunk from where that guard stands */
    uint64_t parsed;             /* offset in the message of the parser's bytes */
} dsi_trail;

/*
 * Items that are handed over, in bytes: one is tried directly only if as many bytes are
 * at hand as the last one had. So what a small chunk cuts is seldom tried in vain.
 */
typedef struct dsi_item_track {
    uint64_t begin;  /* of the item at hand */
    uint64_t length; /* of the last one */
} dsi_item_track;

/*
 * The caller's function for items. Only the operation knows their type, so it casts the
 * function back before it calls it.
 */
typedef struct dsi_typed_sink {
    void (*take)(void);
    void *context;
} dsi_typed_sink;

struct dsi_decoder {
    const dsi_operation *operation;
    dsi_part part;
    void *object; /* of the goal's shape */
    void *answer; /* of the operation, if this is an answer */
    dsi_decoder_head head;
    dsi_arena arena;
    dsi_guard guard;
    dsi_parser parser;
    unsigned char *token; /* the open token's bytes of earlier chunks, if any follow */
    size_t token_length;
    dsi_raw raw;
    dsi_unread unread; /* only of a service error */
    dsi_reserve reserve;
    bool direct;            /* whole structures are read directly: so it begins */
    uint64_t read_directly; /* bytes */
    bool in_call;
    bool finished;
    dsi_build build;
    dsi_trail trail;
    dsi_item_track item;
    dsi_typed_sink sink; /* set and used by the operation */
    dsi_unknown_sink unknown;
    dsi_error error; /* the first */
};

/* Begins a decode in the block; NULL with `error` filled if it cannot. */
dsi_decoder *dsi_decoder_begin(void *block, size_t size, const dsi_goal *goal,
                               const dsi_decode_options *options, dsi_error *error);

/* Hands the items of the operation's streamed list over, instead of keeping them. */
void dsi_decoder_hand_over(dsi_decoder *decoder,
                           bool (*take)(void *context, const void *item),
                           void *context);

/*
 * Decodes a whole body: begin, feed, finish. Returns the object, or NULL with `error`
 * filled.
 */
void *dsi_decoder_decode(void *block, size_t size, const dsi_goal *goal,
                         dsi_string body, const dsi_decode_options *options,
                         dsi_error *error);

/*
 * A block with which no body of `length` bytes and this type ends in DSI_E_MEMORY,
 * within these limits; 0 if they are out of range, or if no block is so large.
 */
size_t dsi_decoder_bound(const dsi_goal *goal, size_t length, const dsi_limits *limits);

/*
 * Ends a decode. Returns the object, or NULL with `error` filled. If a service error's
 * body could not be read, the object is empty. A decoder of another goal is refused. A
 * NULL decoder leaves `error` as begin set it.
 */
void *dsi_decoder_finish(dsi_decoder *decoder, const dsi_goal *goal, dsi_error *error);

#endif
