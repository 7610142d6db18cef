#include <dsi/vectors.h>

#include "vectors/json.h"
#include "vectors/target.h"

static void vectors_write(dsi_pen *pen, const dsi_message *message)
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

/* The current message; with a break at one of its sites, unless `planned` is NULL. */
static void vectors_draw(dsi_vectors *vectors, dsi_pen *pen, const dsi_break *planned,
                         size_t before)
{
    *pen = (dsi_pen){.bytes = vectors->bytes,
                     .capacity = sizeof vectors->bytes,
                     .draw = {vectors->current},
                     .planned = planned,
                     .before = before,
                     .broken_path = vectors->path};
    vectors->path[0] = '\0';
    vectors_write(pen, vectors->message);
}

/* Any break for which there is a site; there always is one for the first byte. */
static const dsi_break *vectors_choose(dsi_draw *draw, const dsi_pen *pen)
{
    const dsi_break *chosen;

    do {
        chosen = &dsi_breaks[dsi_draw_below(draw, dsi_break_count)];
    } while (pen->sites[chosen->site] == 0);
    return chosen;
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
    vectors_draw(vectors, &pen, NULL, 0);
    if (vectors->again) {
        const dsi_break *planned = vectors_choose(&draw, &pen);

        vectors_draw(vectors, &pen, planned,
                     dsi_draw_below(&draw, pen.sites[planned->site]));
        vector->code = planned->code;
        vector->why = planned->why;
    }
    vector->bytes = (dsi_string){vectors->bytes, pen.length};
    vectors->state = draw.state;
    vectors->again = vectors->broken && !vectors->again;
}
