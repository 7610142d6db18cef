/*
 * Get's answers, member by member: what may not stand there, where that is, and that the
 * members' order means nothing. Each whole and in pieces, kept and streamed.
 */
#include <stdio.h>
#include <string.h>

#include "tests/codec/outcome.h"
#include "tests/support.h"

#define MODELS "{\"introspectionResult\":{\"models\":["
#define FIELDS MODELS "null,{},{\"fields\":[{},null,"
#define TYPE FIELDS "{\"type\":{\"type\":"

typedef struct member {
    const char *name; /* NULL: there are no more */
    dsi_json_type type;
    const char *value; /* a good one */
} member;

#define MEMBERS_MAX 5

/* An object of a shape; what is before and behind it, and its path. */
typedef struct shape {
    const char *name;
    const char *before;
    const char *behind;
    const char *path;
    member members[MEMBERS_MAX + 1];
} shape;

#define INDEX_MEMBERS                                                                  \
    {                                                                                  \
        {"name", DSI_JSON_STRING, "\"i\""}, {"fields", DSI_JSON_ARRAY, "[\"a\"]"},     \
        {                                                                              \
            NULL, 0, NULL                                                              \
        }                                                                              \
    }
#define TYPE_MEMBERS                                                                   \
    {                                                                                  \
        {"kind", DSI_JSON_STRING, "\"K\""}, {"name", DSI_JSON_STRING, "\"n\""},        \
            {"type", DSI_JSON_OBJECT, "{\"name\":\"inner\"}"},                         \
            {"values", DSI_JSON_ARRAY, "[\"A\",\"B\"]"},                               \
        {                                                                              \
            NULL, 0, NULL                                                              \
        }                                                                              \
    }

static const shape shapes[] = {
    {"response",
     "",
     "",
     "",
     {{"introspectionId", DSI_JSON_STRING, "\"i\""},
      {"introspectionStatus", DSI_JSON_STRING, "\"SUCCESS\""},
      {"introspectionStatusDetail", DSI_JSON_STRING, "\"d\""},
      {"introspectionResult", DSI_JSON_OBJECT,
       "{\"models\":[{\"name\":\"a\"},{}],\"nextToken\":\"t\"}"}}},
    {"result",
     "{\"introspectionResult\":",
     "}",
     "/introspectionResult",
     {{"models", DSI_JSON_ARRAY, "[{\"name\":\"a\"},{}]"},
      {"nextToken", DSI_JSON_STRING, "\"t\""}}},
    {"model",
     MODELS "null,{},",
     "]}}",
     "/introspectionResult/models/2",
     {{"name", DSI_JSON_STRING, "\"m\""},
      {"fields", DSI_JSON_ARRAY, "[{\"name\":\"f\"}]"},
      {"primaryKey", DSI_JSON_OBJECT, "{\"name\":\"PRIMARY_KEY\"}"},
      {"indexes", DSI_JSON_ARRAY, "[{},{\"fields\":[]}]"},
      {"sdl", DSI_JSON_STRING, "\"type\""}}},
    {"field",
     FIELDS,
     "]}]}}",
     "/introspectionResult/models/2/fields/2",
     {{"name", DSI_JSON_STRING, "\"f\""},
      {"type", DSI_JSON_OBJECT, "{\"kind\":\"Scalar\"}"},
      {"length", DSI_JSON_NUMBER, "7"}}},
    {"type", FIELDS "{\"type\":", "}]}]}}",
     "/introspectionResult/models/2/fields/2/type", TYPE_MEMBERS},
    {"type of a type", TYPE, "}}]}]}}",
     "/introspectionResult/models/2/fields/2/type/type", TYPE_MEMBERS},
    {"primary key", MODELS "{\"primaryKey\":", "}]}}",
     "/introspectionResult/models/0/primaryKey", INDEX_MEMBERS},
    {"index", MODELS "{\"indexes\":[null,{},", "]}]}}",
     "/introspectionResult/models/0/indexes/2", INDEX_MEMBERS},
};

typedef struct fault {
    const char *text;
    dsi_code code;
    dsi_json_type expected;
    dsi_json_type found;
} fault;

/* The vector's outcome, kept and streamed, in pieces of all these sizes. */
static void check_vector(vector *row, const fault *what)
{
    static const size_t chunks[] = {100000, 1, 2, 3, 7, 16, 64};
    outcome got;

    row->code = what->code;
    row->options.strict = what->code == DSI_E_UNKNOWN_MEMBER;
    row->message = "get-response";
    for (int form = 0; form < 2; form++) {
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

/* An object that holds `text`, which is at fault from `shift` on, in this member. */
static void check_fault(const shape *where, const char *name, const char *text,
                        size_t shift, const fault *what)
{
    char bytes[512];
    char path[DSI_PATH_MAX];
    size_t start = strlen(where->before) + 1;
    vector row = {.name = where->name, .why = text, .path = path};

    row.bytes.data = bytes;
    row.bytes.length = (size_t)snprintf(bytes, sizeof bytes, "%s{%s}%s", where->before,
                                        text, where->behind);
    row.offset = start + shift;
    (void)snprintf(path, sizeof path, "%s%s%s", where->path, *name == '\0' ? "" : "/",
                   name);
    check_vector(&row, what);
}

/* No value is converted: each JSON type but the right one is refused. */
START_TEST(wrong_types_are_refused_at_every_member)
{
    static const fault values[] = {
        {"true", DSI_E_TYPE, 0, DSI_JSON_BOOLEAN},
        {"5", DSI_E_TYPE, 0, DSI_JSON_NUMBER},
        {"\"5\"", DSI_E_TYPE, 0, DSI_JSON_STRING},
        {"[5]", DSI_E_TYPE, 0, DSI_JSON_ARRAY},
        {"{\"a\":5}", DSI_E_TYPE, 0, DSI_JSON_OBJECT},
    };
    const shape *where = &shapes[_i];
    char text[128];

    for (const member *at = where->members; at->name != NULL; at++) {
        for (size_t i = 0; i < COUNT(values); i++) {
            fault what = values[i];

            what.expected = at->type;
            if (what.found != what.expected) {
                (void)snprintf(text, sizeof text, "\"%s\":%s", at->name, what.text);
                check_fault(where, at->name, text, strlen(at->name) + 3, &what);
            }
        }
    }
}
END_TEST

/* Neither the first nor the last counts, and null was given, too. */
START_TEST(members_given_twice_are_refused_at_every_level)
{
    static const fault what = {NULL, DSI_E_DUPLICATE, 0, 0};
    const shape *where = &shapes[_i];
    char text[256];

    for (const member *at = where->members; at->name != NULL; at++) {
        const char *values[] = {at->value, "null"};

        for (size_t i = 0; i < 4; i++) {
            int first = snprintf(text, sizeof text, "\"%s\":%s,", at->name,
                                 values[i / 2]);

            (void)snprintf(text + first, sizeof text - (size_t)first, "\"%s\":%s",
                           at->name, values[i % 2]);
            check_fault(where, at->name, text, (size_t)first, &what);
        }
    }
}
END_TEST

START_TEST(strict_refuses_unknown_members_at_every_level)
{
    static const fault what = {NULL, DSI_E_UNKNOWN_MEMBER, 0, 0};
    const shape *where = &shapes[_i];
    const member *first = &where->members[0];
    char text[128];
    int known = snprintf(text, sizeof text, "\"%s\":%s,", first->name, first->value);

    (void)snprintf(text + known, sizeof text - (size_t)known, "\"%s.\":null",
                   first->name);
    check_fault(where, "", text, (size_t)known, &what);
    check_fault(where, "", "\"\":{}", 0, &what);
}
END_TEST

typedef struct length_row {
    const char *digits;
    dsi_code code;
} length_row;

static const length_row lengths[] = {
    {"9223372036854775808", DSI_E_INTEGER_RANGE},
    {"-9223372036854775809", DSI_E_INTEGER_RANGE},
    {"18446744073709551616", DSI_E_INTEGER_RANGE},
    {"99999999999999999999999999", DSI_E_INTEGER_RANGE},
    {"1.0", DSI_E_INTEGER},
    {"-0.0", DSI_E_INTEGER},
    {"1e2", DSI_E_INTEGER},
    {"1E-0", DSI_E_INTEGER},
    {"9223372036854775807.0", DSI_E_INTEGER},
};

START_TEST(length_is_exact_or_refused)
{
    const fault what = {NULL, lengths[_i].code, 0, 0};
    const shape *field = &shapes[3];
    char text[64];

    (void)snprintf(text, sizeof text, "\"length\":%s", lengths[_i].digits);
    check_fault(field, "length", text, 9, &what);
}
END_TEST

/* ------------------------------------------------------------------------- order */

/* Writes the answer with the object's members in this order. */
static dsi_string write_answer(const shape *where, const size_t *order, size_t count,
                               char *bytes, size_t capacity)
{
    int length = snprintf(bytes, capacity, "%s{", where->before);

    for (size_t i = 0; i < count; i++) {
        const member *at = &where->members[order[i]];

        length += snprintf(bytes + length, capacity - (size_t)length, "%s\"%s\":%s",
                           i == 0 ? "" : ",", at->name, at->value);
    }
    length += snprintf(bytes + length, capacity - (size_t)length, "}%s", where->behind);
    return (dsi_string){.data = bytes, .length = (size_t)length};
}

static void swap(size_t *left, size_t *right)
{
    size_t moved = *left;

    *left = *right;
    *right = moved;
}

/* The next permutation; false if it was the last. */
static bool permute(size_t *order, size_t count)
{
    size_t tail = count - 1;
    size_t other = count - 1;

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

static size_t factorial(size_t count)
{
    return count < 2 ? 1 : count * factorial(count - 1);
}

/* In the model's order the object is written as it was read; the others are as that. */
START_TEST(members_come_in_any_order)
{
    static const fault none = {NULL, DSI_OK, 0, 0};
    const shape *where = &shapes[_i];
    size_t order[MEMBERS_MAX] = {0, 1, 2, 3, 4};
    size_t count = 0;
    size_t orders = 0;
    char bytes[512];
    char object[512];
    vector row = {.name = where->name, .why = bytes, .message = "get-response"};
    outcome first;

    while (count < MEMBERS_MAX && where->members[count].name != NULL) {
        count++;
    }
    ck_assert_uint_gt(count, 0);
    row.bytes = write_answer(where, order, count, bytes, sizeof bytes);
    first = decode(&row, row.bytes.length);
    (void)snprintf(object, row.bytes.length + 1 - strlen(where->before), "%s",
                   bytes + strlen(where->before));
    ck_assert_msg(strstr(first.output, object) != NULL, "%s: %s", where->name,
                  first.output);
    row.output = first.output;
    do {
        row.bytes = write_answer(where, order, count, bytes, sizeof bytes);
        check_vector(&row, &none);
        orders++;
    } while (permute(order, count));
    ck_assert_uint_eq(orders, factorial(count));
}
END_TEST

SUITE(get_shape)
{
    Suite *suite = suite_create("get shape");

    add_rows(suite, "wrong types are refused at every member",
             wrong_types_are_refused_at_every_member, COUNT(shapes));
    add_rows(suite, "members given twice are refused at every level",
             members_given_twice_are_refused_at_every_level, COUNT(shapes));
    add_rows(suite, "strict refuses unknown members at every level",
             strict_refuses_unknown_members_at_every_level, COUNT(shapes));
    add_rows(suite, "length is exact or refused", length_is_exact_or_refused,
             COUNT(lengths));
    add_rows(suite, "members come in any order", members_come_in_any_order,
             COUNT(shapes));
    return suite;
}
