/*
 * Good vectors of every message: a copy, and a target that was built and decoded, must
 * equal the original.
 */
#include "schema/operation.h"
#include "tests/model/bytes.h"
#include "tests/odd.h"
#include "tests/support.h"
#include "tests/vectors/verdict.h"

#define ROUNDS 300

static dsi_vectors vectors;

static void form_make(gathered *form, const dsi_message *message, const void *object)
{
    const dsi_sink sink = {.write = gather, .context = form};
    dsi_error error;

    expect(dsi_message_write(message, object, &sink, NULL, &error), "%s: %s at '%s'",
           message->name, dsi_code_name(error.code), error.path);
}

/* Checks that two structs of a message have the same content. */
static void check_same(const dsi_message *message, const void *left, const void *right)
{
    static char bytes[2][4 * DSI_VECTOR_MAX];
    gathered first = {.bytes = bytes[0], .capacity = sizeof bytes[0]};
    gathered second = {.bytes = bytes[1], .capacity = sizeof bytes[1]};

    form_make(&first, message, left);
    form_make(&second, message, right);
    expect(gathered_same(&first, second.bytes, second.length), "%s: %.*s",
           message->name, (int)first.length, first.bytes);
}

static const void *copy_of(const dsi_message *message, const void *object)
{
    static uint64_t memory[DSI_VECTOR_MAX];
    dsi_room room = {.memory = memory, .size = sizeof memory};
    dsi_error error;
    const void *copy = dsi_message_copy(message, object, &room, &error);

    expect(copy != NULL, "%s: %s", message->name, dsi_code_name(error.code));
    return copy;
}

START_TEST(a_copy_is_equal)
{
    const dsi_message *message = any_message(_i);

    dsi_vectors_begin(&vectors, message, 21, false);
    for (int i = 0; i < ROUNDS; i++) {
        dsi_vector vector;
        dsi_error error;
        const void *object;

        dsi_vectors_next(&vectors, &vector);
        object = judge_decode(message, vector.bytes, 33, &error);
        check_same(message, object, copy_of(message, object));
    }
}
END_TEST

/* Builds the target of a request, and decodes it into an equal request. */
static void check_target(const dsi_message *message, const void *object)
{
    static char target[4 * DSI_VECTOR_MAX];
    dsi_error error;
    size_t length = dsi_message_target_encode(message, object, target, sizeof target,
                                              &error);

    expect(length > 0, "%s: %s at '%s'", message->name, dsi_code_name(error.code),
           error.path);
    expect(length == dsi_message_target_size(message, object, &error), "%s: size",
           message->name);
    check_same(message, object,
               judge_decode(message, (dsi_string){target, length}, 1, &error));
}

START_TEST(a_decoded_target_is_equal)
{
    const dsi_message *message = any_message(_i);

    if (dsi_message_has_body(message)) {
        return;
    }
    dsi_vectors_begin(&vectors, message, 22, false);
    for (int i = 0; i < ROUNDS; i++) {
        dsi_vector vector;
        dsi_error error;

        dsi_vectors_next(&vectors, &vector);
        check_target(message,
                     copy_of(message, judge_decode(message, vector.bytes, 1, &error)));
    }
}
END_TEST

SUITE(rounds)
{
    Suite *suite = suite_create("rounds");

    add_rows(suite, "copy", a_copy_is_equal, any_message_count());
    add_rows(suite, "target", a_decoded_target_is_equal, any_message_count());
    return suite;
}
