/*
 * codec/invariants.c - see invariants.h; compiled only with DSI_RED_ZONES, where each
 * feed and each finish end with this check. So every test and every fuzzed input
 * under the address sanitizer runs it.
 */
#include "codec/invariants.h"

/* Results grow up, open lists grow down, and they never meet. */
static bool arena_holds(const dsi_arena *arena)
{
    return arena->bottom != NULL && arena->bottom <= arena->top;
}

/* The limits hold at every byte, and only an open token has a start. */
static bool guard_holds(const dsi_guard *guard)
{
    return guard->offset <= guard->limits.max_bytes &&
           guard->depth <= guard->limits.max_depth &&
           (!guard->in_token ||
            (guard->token_start <= guard->offset &&
             guard->offset - guard->token_start <= guard->limits.max_token + 1));
}

/* The type of a frame is that of the value which its parent is at. */
static bool frame_holds(const dsi_build_frame *parent, const dsi_build_frame *frame)
{
    if (parent->at.type->kind == DSI_KIND_LIST) {
        return frame->at.type == parent->at.type->element;
    }
    return parent->at.member != NULL && frame->at.type == parent->at.member->type;
}

/* The frames are one path through the shapes, from the message on. */
static bool build_holds(const dsi_build *build, size_t max_depth)
{
    bool good = build->depth <= max_depth &&
                (build->skipped == 0 || build->depth > 0) &&
                (!build->ended || build->depth == 0) &&
                (build->depth == 0 || build->frames[0].at.type == build->type);

    for (size_t i = 1; good && i < build->depth; i++) {
        good = frame_holds(&build->frames[i - 1], &build->frames[i]);
    }
    return good;
}

/*
 * Guard and build stand at the same place while there is no error: each whole token was
 * built. What waits in the block is the open token, if a chunk may follow, and nothing
 * else.
 */
static bool engines_hold(const dsi_decoder *decoder)
{
    return decoder->guard.depth == decoder->build.depth + decoder->build.skipped &&
           (decoder->guard.in_token && decoder->reserve.open > 0) ==
               (decoder->token_length > 0) &&
           decoder->token_length <= decoder->guard.limits.max_token + 1;
}

static bool decoder_holds(const dsi_decoder *decoder)
{
    bool is_good = decoder->error.code == DSI_OK && decoder->unread.code == DSI_OK &&
                   decoder->build.error.code == DSI_OK;

    return arena_holds(&decoder->arena) && guard_holds(&decoder->guard) &&
           build_holds(&decoder->build, decoder->guard.limits.max_depth) &&
           (!is_good || engines_hold(decoder));
}

void dsi_invariants_check(const dsi_decoder *decoder)
{
    if (!decoder_holds(decoder)) {
        __builtin_trap();
    }
}
