/*
 * Writing vectors into a buffer that is too small, and that each message has a brief
 * form that fits.
 */
#include <stdlib.h>
#include <string.h>

#include "schema/operation.h"
#include "tests/odd.h"
#include "tests/support.h"
#include "vectors/text.h"
#include "vectors/vectors.h"

static char bytes[DSI_VECTOR_MAX];

START_TEST(a_full_buffer_is_reported)
{
    const dsi_message *message = any_message(_i);
    dsi_writer whole = {
        .bytes = bytes, .capacity = sizeof bytes, .random = {5}, .brief = true};

    dsi_vectors_write(&whole, message);
    ck_assert_msg(!whole.full, "%s", message->name);
    for (size_t capacity = whole.length - 1; capacity < whole.length + 2; capacity++) {
        char *room = malloc(capacity); /* a sanitizer detects writes past its end */
        dsi_writer writer = {
            .bytes = room, .capacity = capacity, .random = {5}, .brief = true};

        dsi_vectors_write(&writer, message);
        ck_assert_msg(writer.full == (capacity < whole.length), "%s: %zu of %zu bytes",
                      message->name, capacity, whole.length);
        ck_assert_msg(writer.full || memcmp(room, bytes, whole.length) == 0, "%s",
                      message->name);
        free(room);
    }
}
END_TEST

/*
 * A message that does not fit is made again in brief. So the brief form must always
 * fit.
 */
START_TEST(every_brief_message_fits)
{
    const dsi_message *message = any_message(_i);

    for (uint64_t seed = 0; seed < 2000; seed++) {
        dsi_writer writer = {
            .bytes = bytes, .capacity = sizeof bytes, .random = {seed}, .brief = true};

        dsi_vectors_write(&writer, message);
        expect(writer.length < sizeof bytes * 3 / 4 && !writer.full, "%s: %zu bytes",
               message->name, writer.length);
    }
}
END_TEST

/*
 * This message is sometimes too large. So the test of verdicts also gets messages that
 * were made again.
 */
START_TEST(a_crowded_message_is_too_large)
{
    size_t full = 0;

    for (uint64_t seed = 0; seed < 400; seed++) {
        dsi_writer writer = {
            .bytes = bytes, .capacity = sizeof bytes, .random = {seed}};

        dsi_vectors_write(&writer, odd_message("crowd-request"));
        full += writer.full ? 1 : 0;
    }
    ck_assert_uint_gt(full, 4);
    ck_assert_uint_lt(full, 100);
}
END_TEST

static void check_text(const char *shape, const dsi_type *type)
{
    if (!dsi_type_is_text(type) || type->constraint == NULL) {
        return;
    }
    ck_assert_msg(dsi_text_is_known(type),
                  "%s: the generator makes no text for the rule of %s", shape,
                  type->name);
    ck_assert_msg(type->constraint->minimum <= DSI_TEXT_MAX,
                  "%s: the generator's texts are shorter than the minimum of %s", shape,
                  type->name);
}

static void check_texts(const dsi_type *type)
{
    for (size_t i = 0; i < type->member_count; i++) {
        const dsi_type *member = type->members[i].type;

        check_text(type->name, member);
        check_texts(member); /* no legal request is recursive through structures */
        if (member->kind == DSI_KIND_LIST) {
            check_text(member->name, member->element);
        }
    }
}

START_TEST(every_rule_of_a_request_has_texts)
{
    if (any_message(_i)->is_request) {
        check_texts(any_message(_i)->operation->input);
    }
}
END_TEST

SUITE(room)
{
    Suite *suite = suite_create("room");

    add_rows(suite, "full buffer", a_full_buffer_is_reported, any_message_count());
    add_rows(suite, "brief", every_brief_message_fits, any_message_count());
    add_test(suite, "too large", a_crowded_message_is_too_large);
    add_rows(suite, "rules", every_rule_of_a_request_has_texts, any_message_count());
    return suite;
}
