/*
 * vectors/vectors.c - the sequence of vectors.
 *
 * A mutated vector is the valid one before it, written again from the same number. The
 * first pass writes the valid message and counts its sites. Then a mutation and one of
 * its sites are chosen, and the second pass makes it there. The two messages are equal
 * up to that site.
 *
 * A sequence is kept as a number, so the nth vector depends on n and on the arguments
 * of dsi_vectors_begin alone.
 */
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

/* Writes the current message, with the mutation at a site if it is not NULL. */
static void vectors_write(dsi_vectors *vectors, dsi_writer *writer, bool brief,
                          const dsi_mutation *mutation, size_t skip)
{
    *writer = (dsi_writer){.bytes = vectors->bytes,
                           .capacity = sizeof vectors->bytes,
                           .brief = brief,
                           .random = {vectors->current},
                           .mutation = mutation,
                           .skip = skip,
                           .mutation_path = vectors->path};
    vectors->path[0] = '\0';
    dsi_vectors_write(writer, vectors->message);
}

/* A message that does not fit is written again in brief, which always fits. */
static void vectors_write_valid(dsi_vectors *vectors, dsi_writer *writer)
{
    vectors_write(vectors, writer, false, NULL, 0);
    if (writer->full) {
        vectors_write(vectors, writer, true, NULL, 0);
    }
}

/* How many mutations can be chosen; see DSI_MUTATIONS_FIRST. */
static size_t vectors_candidates(const dsi_writer *writer)
{
    size_t bound = dsi_mutation_count;

    while (bound > DSI_MUTATIONS_FIRST &&
           writer->sites[dsi_mutations[bound - 1].site] == 0) {
        bound--;
    }
    return bound;
}

/*
 * Chooses a mutation for which the message has a site. The search ends: JSON always has
 * DSI_SITE_BEGIN, and a target always has DSI_SITE_ROUTE.
 */
static const dsi_mutation *vectors_choose_mutation(dsi_random *random,
                                                   const dsi_writer *writer)
{
    size_t bound = vectors_candidates(writer);
    const dsi_mutation *chosen;

    do {
        chosen = &dsi_mutations[dsi_random_below(random, bound)];
    } while (writer->sites[chosen->site] == 0);
    return chosen;
}

/*
 * Mutates the message that `valid` has written. Some mutation fits, because each
 * message has one that makes it shorter.
 */
static const dsi_mutation *vectors_write_mutated(dsi_vectors *vectors,
                                                 dsi_random *random,
                                                 const dsi_writer *valid,
                                                 dsi_writer *writer)
{
    const dsi_mutation *mutation;

    do {
        mutation = vectors_choose_mutation(random, valid);
        vectors_write(vectors, writer, valid->brief, mutation,
                      dsi_random_below(random, valid->sites[mutation->site]));
    } while (writer->full);
    return mutation;
}

void dsi_vectors_begin(dsi_vectors *vectors, const dsi_message *message, uint64_t seed,
                       bool broken)
{
    vectors->message = message;
    vectors->broken = broken;
    vectors->again = false;
    vectors->state = seed;
}

/* `again`: the vector before was valid, and this call mutates the same message. */
void dsi_vectors_next(dsi_vectors *vectors, dsi_vector *vector)
{
    dsi_random random = {vectors->state};
    dsi_writer writer;

    *vector = (dsi_vector){.code = DSI_OK, .path = vectors->path, .why = "all is well"};
    if (!vectors->again) {
        vectors->current = dsi_random_next(&random);
    }
    vectors_write_valid(vectors, &writer);
    if (vectors->again) {
        const dsi_writer valid = writer;
        const dsi_mutation *mutation = vectors_write_mutated(vectors, &random, &valid,
                                                             &writer);

        vector->code = mutation->code;
        vector->why = mutation->why;
    }
    vector->bytes = (dsi_string){vectors->bytes, writer.length};
    vectors->state = random.state;
    vectors->again = vectors->broken && !vectors->again;
}
