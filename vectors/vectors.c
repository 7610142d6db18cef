#include <dsi/vectors.h>

#include "vectors/vectors.h"

#include "vectors/json.h"
#include "vectors/target.h"

void dsi_vectors_write(dsi_writer *writer, const dsi_message *message)
{
    const dsi_operation *operation = message->operation;

    if (!message->is_request) {
        dsi_json_message(writer, operation->output, false);
    } else if (dsi_operation_has_body(operation)) {
        dsi_json_message(writer, operation->input, true);
    } else {
        dsi_target_message(writer, operation);
    }
}

/* Writes the current message; with a break at one of its sites, unless it is NULL. */
static void vectors_draw(dsi_vectors *vectors, dsi_writer *writer, bool brief,
                         const dsi_mutation *planned, size_t before)
{
    *writer = (dsi_writer){.bytes = vectors->bytes,
                           .capacity = sizeof vectors->bytes,
                           .brief = brief,
                           .random = {vectors->current},
                           .planned = planned,
                           .before = before,
                           .broken_path = vectors->path};
    vectors->path[0] = '\0';
    dsi_vectors_write(writer, vectors->message);
}

/* Where there is no room for all of it, without what it need not have: that fits. */
static void vectors_draw_good(dsi_vectors *vectors, dsi_writer *writer)
{
    vectors_draw(vectors, writer, false, NULL, 0);
    if (writer->full) {
        vectors_draw(vectors, writer, true, NULL, 0);
    }
}

/* How many breaks are chosen from: see DSI_MUTATIONS_FIRST. */
static size_t vectors_bound(const dsi_writer *writer)
{
    size_t bound = dsi_mutation_count;

    while (bound > DSI_MUTATIONS_FIRST &&
           writer->sites[dsi_mutations[bound - 1].site] == 0) {
        bound--;
    }
    return bound;
}

/* Any break for which there is a site; there always is one for the first byte. */
static const dsi_mutation *vectors_choose(dsi_random *random, const dsi_writer *writer)
{
    size_t bound = vectors_bound(writer);
    const dsi_mutation *chosen;

    do {
        chosen = &dsi_mutations[dsi_random_below(random, bound)];
    } while (writer->sites[chosen->site] == 0);
    return chosen;
}

/*
 * Breaks the message that `good` has written. There always is a break that fits, since one
 * makes the message shorter.
 */
static const dsi_mutation *vectors_draw_broken(dsi_vectors *vectors, dsi_random *random,
                                               const dsi_writer *good,
                                               dsi_writer *writer)
{
    const dsi_mutation *planned;

    do {
        planned = vectors_choose(random, good);
        vectors_draw(vectors, writer, good->brief, planned,
                     dsi_random_below(random, good->sites[planned->site]));
    } while (writer->full);
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
    dsi_random random = {vectors->state};
    dsi_writer writer;

    *vector = (dsi_vector){.code = DSI_OK, .path = vectors->path, .why = "all is well"};
    if (!vectors->again) {
        vectors->current = dsi_random_next(&random);
    }
    vectors_draw_good(vectors, &writer);
    if (vectors->again) {
        const dsi_writer good = writer;
        const dsi_mutation *planned = vectors_draw_broken(vectors, &random, &good,
                                                          &writer);

        vector->code = planned->code;
        vector->why = planned->why;
    }
    vector->bytes = (dsi_string){vectors->bytes, writer.length};
    vectors->state = random.state;
    vectors->again = vectors->broken && !vectors->again;
}
