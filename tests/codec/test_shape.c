/*
 * Every member of every message: wrong types, repeated and unknown members, and any
 * order. Each message is decoded whole and in chunks, answers also streamed.
 */
#include <stdio.h>
#include <string.h>

#include "tests/codec/objects.h"
#include "tests/codec/outcome.h"

typedef struct mismatch {
    const char *text;
    dsi_code code;
    dsi_json_type expected;
    dsi_json_type found;
} mismatch;

/* Decodes the vector, kept and streamed, in chunks of all these sizes. */
static void check_vector(vector *row, const mismatch *what)
{
    static const size_t chunks[] = {100000, 1, 2, 3, 7, 16, 64};
    bool has_items = dsi_message_has_items(vector_message(row));
    outcome got;

    row->code = what->code;
    row->options.strict = what->code == DSI_E_UNKNOWN_MEMBER;
    for (int form = 0; form < (has_items ? 2 : 1); form++) {
        row->streamed = form == 1;
        for (size_t i = 0; i < COUNT(chunks); i++) {
            decode_to(row, chunks[i], &got);
            check_outcome(row, &got, chunks[i]);
            expect(got.limit == what->expected && got.actual == what->found,
                   "%s (%s): expected %u, found %u", row->name, row->why,
                   (unsigned)got.limit, (unsigned)got.actual);
        }
    }
}

/* Puts `text` into the object. The error is at byte `shift` of it, in member `name`. */
static void check_mismatch(const object_place *where, const char *name,
                           const char *text, size_t shift, const mismatch *what)
{
    char bytes[4 * OBJECT_TEXT_MAX];
    char path[DSI_PATH_MAX];
    vector row = {.name = where->shape->name,
                  .why = text,
                  .message = dsi_message_name(where->message),
                  .path = path,
                  .offset = strlen(where->before) + 1 + shift};

    row.bytes.data = bytes;
    row.bytes.length = (size_t)snprintf(bytes, sizeof bytes, "%s{%s}%s", where->before,
                                        text, where->after);
    (void)snprintf(path, sizeof path, "%s%s%s", where->path, *name == '\0' ? "" : "/",
                   name);
    check_vector(&row, what);
}

/* Values are not converted: every JSON type but the right one is refused. */
START_TEST(wrong_types_are_refused_at_every_member)
{
    static const mismatch values[] = {
        {"true", DSI_E_TYPE, 0, DSI_JSON_BOOLEAN},
        {"5", DSI_E_TYPE, 0, DSI_JSON_NUMBER},
        {"\"5\"", DSI_E_TYPE, 0, DSI_JSON_STRING},
        {"[5]", DSI_E_TYPE, 0, DSI_JSON_ARRAY},
        {"{\"a\":5}", DSI_E_TYPE, 0, DSI_JSON_OBJECT},
    };
    const object_place *where = object_at((size_t)_i);
    char text[128];

    for (const model_member *at = where->shape->members; at->name != NULL; at++) {
        for (size_t i = 0; i < COUNT(values); i++) {
            mismatch what = values[i];

            what.expected = object_type(at->shape);
            if (what.found != what.expected) {
                (void)snprintf(text, sizeof text, "\"%s\":%s", at->name, what.text);
                check_mismatch(where, at->name, text, strlen(at->name) + 3, &what);
            }
        }
    }
}
END_TEST

/* Each member must be given once; a null also counts as given. */
START_TEST(members_given_twice_are_refused_at_every_level)
{
    static const mismatch what = {NULL, DSI_E_DUPLICATE, 0, 0};
    const object_place *where = object_at((size_t)_i);
    char text[256];

    for (const model_member *at = where->shape->members; at->name != NULL; at++) {
        char value[128];
        const char *values[] = {value, "null"};

        object_value(at->shape, value, sizeof value);
        for (size_t i = 0; i < 4; i++) {
            int first = snprintf(text, sizeof text, "\"%s\":%s,", at->name,
                                 values[i / 2]);

            (void)snprintf(text + first, sizeof text - (size_t)first, "\"%s\":%s",
                           at->name, values[i % 2]);
            check_mismatch(where, at->name, text, (size_t)first, &what);
        }
    }
}
END_TEST

START_TEST(strict_refuses_unknown_members_at_every_level)
{
    static const mismatch what = {NULL, DSI_E_UNKNOWN_MEMBER, 0, 0};
    const object_place *where = object_at((size_t)_i);
    const model_member *first = where->shape->members;
    char value[128];
    char text[256];
    int known;

    object_value(first->shape, value, sizeof value);
    known = snprintf(text, sizeof text, "\"%s\":%s,", first->name, value);
    (void)snprintf(text + known, sizeof text - (size_t)known, "\"%s.\":null",
                   first->name);
    check_mismatch(where, "", text, (size_t)known, &what);
    check_mismatch(where, "", "\"\":{}", 0, &what);
}
END_TEST

typedef struct integer_row {
    const char *digits;
    dsi_code narrow; /* as an int32; DSI_OK: it fits */
    dsi_code wide;   /* as an int64 */
} integer_row;

static const integer_row integers[] = {
    {"2147483648", DSI_E_INTEGER_RANGE, DSI_OK},
    {"-2147483649", DSI_E_INTEGER_RANGE, DSI_OK},
    {"9223372036854775808", DSI_E_INTEGER_RANGE, DSI_E_INTEGER_RANGE},
    {"-9223372036854775809", DSI_E_INTEGER_RANGE, DSI_E_INTEGER_RANGE},
    {"18446744073709551616", DSI_E_INTEGER_RANGE, DSI_E_INTEGER_RANGE},
    {"99999999999999999999999999", DSI_E_INTEGER_RANGE, DSI_E_INTEGER_RANGE},
    {"1.0", DSI_E_INTEGER, DSI_E_INTEGER},
    {"-0.0", DSI_E_INTEGER, DSI_E_INTEGER},
    {"1e2", DSI_E_INTEGER, DSI_E_INTEGER},
    {"1E-0", DSI_E_INTEGER, DSI_E_INTEGER},
    {"9223372036854775807.0", DSI_E_INTEGER, DSI_E_INTEGER},
};

static void check_integers(const object_place *where, const model_member *at)
{
    char text[64];

    for (size_t i = 0; i < COUNT(integers); i++) {
        bool narrow = at->shape->kind == MODEL_INT32;
        mismatch what = {.code = narrow ? integers[i].narrow : integers[i].wide};

        if (what.code != DSI_OK) {
            (void)snprintf(text, sizeof text, "\"%s\":%s", at->name,
                           integers[i].digits);
            check_mismatch(where, at->name, text, strlen(at->name) + 3, &what);
        }
    }
}

START_TEST(integers_are_exact_or_refused_at_every_member)
{
    size_t checked = 0;

    for (size_t i = 0; object_at(i) != NULL; i++) {
        const object_place *where = object_at(i);

        for (const model_member *at = where->shape->members; at->name != NULL; at++) {
            if (at->shape->kind == MODEL_INT32 || at->shape->kind == MODEL_INT64) {
                check_integers(where, at);
                checked++;
            }
        }
    }
    ck_assert_uint_ge(checked, 2);
}
END_TEST

/* ------------------------------------------------------------------------- order */

/* More members would have too many orders. */
#define PERMUTED_MAX 5
#define MEMBERS_MAX 64

/* Writes the message; the object has `count` members in this order. */
static dsi_string write_message(const object_place *where, const size_t *order,
                                size_t count, char *bytes, size_t capacity)
{
    int length = snprintf(bytes, capacity, "%s{", where->before);

    for (size_t i = 0; i < count; i++) {
        const model_member *at = &where->shape->members[order[i]];
        char value[128];

        object_value(at->shape, value, sizeof value);
        length += snprintf(bytes + length, capacity - (size_t)length, "%s\"%s\":%s",
                           i == 0 ? "" : ",", at->name, value);
    }
    length += snprintf(bytes + length, capacity - (size_t)length, "}%s", where->after);
    return (dsi_string){.data = bytes, .length = (size_t)length};
}

static void swap(size_t *left, size_t *right)
{
    size_t moved = *left;

    *left = *right;
    *right = moved;
}

/* Makes the next permutation; false if this was the last. */
static bool permute(size_t *order, size_t count)
{
    size_t tail = count - 1;
    size_t other = count - 1;

    if (count < 2) {
        return false;
    }
    while (tail > 0 && order[tail - 1] > order[tail]) {
        tail--;
    }
    if (tail == 0) {
        return false;
    }
    while (order[other] < order[tail - 1]) {
        other--;
    }
    swap(&order[tail - 1], &order[other]);
    for (size_t right = count - 1; tail < right; tail++, right--) {
        swap(&order[tail], &order[right]);
    }
    return true;
}

/*
 * In the model's order, the object is encoded as it was read. Every other order encodes
 * to the same text.
 */
START_TEST(members_come_in_any_order)
{
    static const mismatch none = {NULL, DSI_OK, 0, 0};
    const object_place *where = object_at((size_t)_i);
    size_t order[MEMBERS_MAX];
    size_t count = 0;
    size_t permuted;
    char bytes[4 * OBJECT_TEXT_MAX];
    char object[4 * OBJECT_TEXT_MAX];
    vector row = {.name = where->shape->name,
                  .why = bytes,
                  .message = dsi_message_name(where->message)};
    outcome first;

    for (; where->shape->members[count].name != NULL; count++) {
        order[count] = count;
    }
    permuted = count < PERMUTED_MAX ? count : PERMUTED_MAX;
    row.bytes = write_message(where, order, count, bytes, sizeof bytes);
    first = decode(&row, row.bytes.length);
    (void)snprintf(object, row.bytes.length + 1 - strlen(where->before), "%s",
                   bytes + strlen(where->before));
    object[strlen(object) - strlen(where->after)] = '\0';
    ck_assert_msg(strstr(first.output, object) != NULL, "%s: %s", where->shape->name,
                  first.output);
    row.output = first.output;
    do {
        row.bytes = write_message(where, order, count, bytes, sizeof bytes);
        check_vector(&row, &none);
    } while (permute(order + count - permuted, permuted));
}
END_TEST

SUITE(shape)
{
    Suite *suite = suite_create("shape");
    size_t places = object_count();

    add_rows(suite, "wrong types are refused at every member",
             wrong_types_are_refused_at_every_member, places);
    add_rows(suite, "members given twice are refused at every level",
             members_given_twice_are_refused_at_every_level, places);
    add_rows(suite, "strict refuses unknown members at every level",
             strict_refuses_unknown_members_at_every_level, places);
    add_test(suite, "integers are exact or refused at every member",
             integers_are_exact_or_refused_at_every_member);
    add_rows(suite, "members come in any order", members_come_in_any_order, places);
    return suite;
}
