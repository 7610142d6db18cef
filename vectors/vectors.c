#include <dsi/vectors.h>

#include "vectors/vectors.h"

#include "vectors/json.h"
#include "vectors/target.h"

void dsi_vectors_write(dsi_pen *pen, const dsi_message *message)
{
    const dsi_operation *operation = message->operation;

    if (!message->is_request) {
        dsi_json_message(pen, operation->output, false);
    } else if (dsi_operation_has_body(operation)) {
        dsi_json_message(pen, operation->input, true);
    } else {
        dsi_target_message(pen, operation);
    }
}

/* Writes the current message; with a break at one of its sites, unless it is NULL. */
static void vectors_draw(dsi_vectors *vectors, dsi_pen *pen, bool brief,
                         const dsi_break *planned, size_t before)
{
    *pen = (dsi_pen){.bytes = vectors->bytes,
                     .capacity = sizeof vectors->bytes,
                     .brief = brief,
                     .draw = {vectors->current},
                     .planned = planned,
                     .before = before,
                     .broken_path = vectors->path};
    vectors->path[0] = '\0';
    dsi_vectors_write(pen, vectors->message);
}

/* Where there is no room for all of it, without what it need not have: that fits. */
static void vectors_draw_good(dsi_vectors *vectors, dsi_pen *pen)
{
    vectors_draw(vectors, pen, false, NULL, 0);
    if (pen->full) {
        vectors_draw(vectors, pen, true, NULL, 0);
    }
}

/* How many breaks are chosen from: see DSI_BREAKS_FIRST. */
static size_t vectors_bound(const dsi_pen *pen)
{
    size_t bound = dsi_break_count;

    while (bound > DSI_BREAKS_FIRST && pen->sites[dsi_breaks[bound - 1].site] == 0) {
        bound--;
    }
    return bound;
}

/* Any break for which there is a site; there always is one for the first byte. */
static const dsi_break *vectors_choose(dsi_draw *draw, const dsi_pen *pen)
{
    size_t bound = vectors_bound(pen);
    const dsi_break *chosen;

    do {
        chosen = &dsi_breaks[dsi_draw_below(draw, bound)];
    } while (pen->sites[chosen->site] == 0);
    return chosen;
}

/*
 * Breaks the message that `good` has written. There always is a break that fits, since one
 * makes the message shorter.
 */
static const dsi_break *vectors_draw_broken(dsi_vectors *vectors, dsi_draw *draw,
                                            const dsi_pen *good, dsi_pen *pen)
{
    const dsi_break *planned;

    do {
        planned = vectors_choose(draw, good);
        vectors_draw(vectors, pen, good->brief, planned,
                     dsi_draw_below(draw, good->sites[planned->site]));
    } while (pen->full);
    return planned;
}

void dsi_vectors_begin(dsi_vectors *vectors, const dsi_message *message, uint64_t seed,
                       bool broken)
{
    vectors->message = message;
    vectors->broken = broken;
    vectors->again = false;
    vectors->state = seed;
}

void dsi_vectors_next(dsi_vectors *vectors, dsi_vector *vector)
{
    dsi_draw draw = {vectors->state};
    dsi_pen pen;

    *vector = (dsi_vector){.code = DSI_OK, .path = vectors->path, .why = "all is well"};
    if (!vectors->again) {
        vectors->current = dsi_draw_next(&draw);
    }
    vectors_draw_good(vectors, &pen);
    if (vectors->again) {
        const dsi_pen good = pen;
        const dsi_break *planned = vectors_draw_broken(vectors, &draw, &good, &pen);

        vector->code = planned->code;
        vector->why = planned->why;
    }
    vector->bytes = (dsi_string){vectors->bytes, pen.length};
    vectors->state = draw.state;
    vectors->again = vectors->broken && !vectors->again;
}
