/* The fields of a message: which they are, and how they are set from text. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "codec/arena.h"
#include "schema/operation.h"
#include "schema/shared.h"
#include "tests/codec/page.h"
#include "tests/model/model.h"
#include "tests/odd.h"
#include "tests/support.h"

/* --------------------------------------------------------------- the model's fields */

typedef struct field_row {
    const char *message;
    size_t index;
    dsi_field field;
    const char *values[4]; /* ends with NULL */
} field_row;

#define CONFIG "/rdsDataApiConfig/"
#define FIELD(kind_, required_, path_, option_, ...)                                   \
    {                                                                                  \
        DSI_FIELD_##kind_, required_, path_, option_, __VA_ARGS__                      \
    }
#define RESPONSE(message)                                                              \
    {message,                                                                          \
     0,                                                                                \
     FIELD(TEXT, false, "/introspectionId", "introspection-id", "ID",                  \
           "the introspection"),                                                       \
     {NULL}},                                                                          \
        {message,                                                                      \
         1,                                                                            \
         FIELD(ENUM, false, "/introspectionStatus", "status-text", "TEXT",             \
               "how the introspection is doing"),                                      \
         {"PROCESSING", "FAILED", "SUCCESS"}},                                         \
    {                                                                                  \
        message, 2,                                                                    \
            FIELD(TEXT, false, "/introspectionStatusDetail", "detail", "TEXT",         \
                  "why, if it failed"),                                                \
        {                                                                              \
            NULL                                                                       \
        }                                                                              \
    }

static const field_row field_rows[] = {
    {"start-request",
     0,
     FIELD(TEXT, true, CONFIG "resourceArn", "resource-arn", "ARN",
           "the Aurora cluster"),
     {NULL}},
    {"start-request",
     1,
     FIELD(TEXT, true, CONFIG "secretArn", "secret-arn", "ARN",
           "the secret with the credentials of its database"),
     {NULL}},
    {"start-request",
     2,
     FIELD(TEXT, true, CONFIG "databaseName", "database-name", "NAME", "the database"),
     {NULL}},
    RESPONSE("start-response"),
    {"get-request",
     0,
     FIELD(TEXT, true, "/introspectionId", "introspection-id", "ID",
           "as the response to the start-request gave it"),
     {NULL}},
    {"get-request",
     1,
     FIELD(BOOLEAN, false, "/includeModelsSDL", "include-models-sdl", NULL,
           "ask for each model's GraphQL schema"),
     {NULL}},
    {"get-request",
     2,
     FIELD(TEXT, false, "/nextToken", "next-token", "TOKEN",
           "the nextToken of the page before"),
     {NULL}},
    {"get-request",
     3,
     FIELD(INT32, false, "/maxResults", "max-results", "N",
           "models per page; the published model allows 0 to 25"),
     {NULL}},
    RESPONSE("get-response"),
};

static void check_text(const char *got, const char *expected)
{
    ck_assert_int_eq(got == NULL, expected == NULL);
    ck_assert(got == NULL || strcmp(got, expected) == 0);
}

static void check_field(const dsi_message *message, size_t index, const field_row *row)
{
    dsi_field field;
    size_t value = 0;

    ck_assert_msg(dsi_message_field(message, index, &field), "%s", row->field.path);
    ck_assert_int_eq(field.kind, row->field.kind);
    ck_assert_int_eq(field.required, row->field.required);
    ck_assert_str_eq(field.path, row->field.path);
    ck_assert_str_eq(field.option, row->field.option);
    check_text(field.value, row->field.value);
    check_text(field.help, row->field.help);
    for (; row->values[value] != NULL; value++) {
        check_text(dsi_message_field_value(message, index, value), row->values[value]);
    }
    ck_assert_ptr_null(dsi_message_field_value(message, index, value));
    ck_assert_ptr_null(dsi_message_field_value(message, index, SIZE_MAX));
}

START_TEST(each_field)
{
    const field_row *row = &field_rows[_i];

    check_field(dsi_message_find(dsi_str(row->message)), row->index, row);
}
END_TEST

static size_t field_count(const dsi_message *message)
{
    dsi_field field;
    size_t count = 0;

    while (dsi_message_field(message, count, &field)) {
        count++;
    }
    return count;
}

/* The kind of a field of this shape; 0 if such a shape cannot be a field. */
static dsi_field_kind field_kind(const model_shape *shape)
{
    static const dsi_field_kind kinds[] = {
        [MODEL_STRING] = DSI_FIELD_TEXT,     [MODEL_ENUM] = DSI_FIELD_ENUM,
        [MODEL_INT32] = DSI_FIELD_INT32,     [MODEL_INT64] = DSI_FIELD_INT64,
        [MODEL_BOOLEAN] = DSI_FIELD_BOOLEAN, [MODEL_STRUCT] = (dsi_field_kind)0,
        [MODEL_LIST] = (dsi_field_kind)0};

    return kinds[shape->kind];
}

/* Compares a field with the account's member at its path. */
static void check_account(const dsi_message *message, size_t index,
                          const dsi_field *field)
{
    const model_member *member = model_member_at(model_of(message).shape, field->path);
    const char *none[] = {NULL};
    const char *const *values = none;
    size_t i = 0;

    ck_assert_msg(member != NULL, "no %s in the account", field->path);
    ck_assert_int_eq(field->kind, field_kind(member->shape));
    ck_assert_int_eq(field->required, member->required);
    if (member->shape->kind == MODEL_ENUM) {
        values = member->shape->values;
    }
    for (; values[i] != NULL; i++) {
        check_text(dsi_message_field_value(message, index, i), values[i]);
    }
    ck_assert_ptr_null(dsi_message_field_value(message, index, i));
}

static bool has_field(const dsi_message *message, const char *name)
{
    dsi_field field;

    for (size_t i = 0; dsi_message_field(message, i, &field); i++) {
        if (strcmp(field.path + 1, name) == 0) {
            return true;
        }
    }
    return false;
}

START_TEST(fields_are_those_of_the_account)
{
    const dsi_message *message = dsi_message_at((size_t)_i);
    const model_member *member = model_of(message).shape->members;
    dsi_field field;

    for (size_t i = 0; dsi_message_field(message, i, &field); i++) {
        check_account(message, i, &field);
    }
    for (; member->name != NULL; member++) {
        ck_assert_msg(
            field_kind(member->shape) == 0 || has_field(message, member->name),
            "%s of %s is not a field", member->name, dsi_message_name(message));
    }
    ck_assert(!dsi_message_field(message, SIZE_MAX, &field));
    ck_assert_ptr_null(dsi_message_field_value(message, field_count(message), 0));
}
END_TEST

/*
 * A command line needs that an option is unique in its message, and that it takes a
 * value in all messages or in none.
 */
static void check_pair(const dsi_message *one, const dsi_field *left,
                       const dsi_message *other, const dsi_field *right)
{
    if (strcmp(left->option, right->option) == 0) {
        ck_assert_msg(one != other || strcmp(left->path, right->path) == 0,
                      "two fields of %s are --%s", dsi_message_name(one), left->option);
        ck_assert_msg((left->kind == DSI_FIELD_BOOLEAN) ==
                          (right->kind == DSI_FIELD_BOOLEAN),
                      "--%s has a value in only one of %s and %s", left->option,
                      dsi_message_name(one), dsi_message_name(other));
    }
}

/* Compares one option with those of all messages. */
static void check_option(const dsi_message *message, const dsi_field *field)
{
    ck_assert_msg(field->help != NULL, "no help for %s of %s", field->path,
                  dsi_message_name(message));
    ck_assert_msg((field->value != NULL) == (field->kind != DSI_FIELD_BOOLEAN),
                  "a word for the value of %s", field->path);
    for (size_t i = 0; dsi_message_at(i) != NULL; i++) {
        dsi_field other;

        for (size_t j = 0; dsi_message_field(dsi_message_at(i), j, &other); j++) {
            check_pair(message, field, dsi_message_at(i), &other);
        }
    }
}

START_TEST(options)
{
    const dsi_message *message = dsi_message_at((size_t)_i);
    dsi_field field;

    for (size_t i = 0; dsi_message_field(message, i, &field); i++) {
        check_option(message, &field);
    }
}
END_TEST

/* --------------------------------------------------------------- a model of our own */

/*
 * It has shapes that the service's model lacks: an integer of 64 bits, structures
 * nested to the last level, and structures that contain themselves, which have endless
 * fields.
 */
typedef struct below {
    dsi_string text;
} below;
typedef struct leaf {
    const below *below; /* inside `way` it is one level too deep */
    dsi_optional_int32 rate;
} leaf;
typedef struct inner {
    dsi_optional_int64 size;
    const struct inner *again;
    const struct middle *up;
    const leaf *leaf;
    dsi_optional_bool flag;
} inner;
typedef struct middle {
    const inner *deep;
    dsi_strings list; /* a list is not a field */
    dsi_string plain;
} middle;
typedef struct outer {
    dsi_string first;
    const middle *way;
    const inner *hidden;
    const inner *side;
} outer;

DSI_SHAPE(static, middle_type, const middle *);
DSI_SHAPE(static, inner_type, const inner *);

static const dsi_member below_members[] = {
    {DSI_OPTIONAL(below, text, "text", dsi_shape_string)},
};
DSI_SHAPE(static, below_type,
          const below *) = {DSI_STRUCTURE("Below", below, below_members)};

static const dsi_member leaf_members[] = {
    {DSI_OPTIONAL(leaf, below, "below", below_type)},
    {DSI_OPTIONAL(leaf, rate, "ip4Rate", dsi_shape_integer)},
};
DSI_SHAPE(static, leaf_type,
          const leaf *) = {DSI_STRUCTURE("Leaf", leaf, leaf_members)};

static const dsi_member inner_members[] = {
    {DSI_OPTIONAL(inner, size, "sizeInKiB", dsi_shape_long)},
    {DSI_OPTIONAL(inner, again, "again", inner_type)},
    {DSI_OPTIONAL(inner, up, "up", middle_type)},
    {DSI_OPTIONAL(inner, leaf, "leaf", leaf_type)},
    {DSI_OPTIONAL(inner, flag, "HTTPFlag", dsi_shape_boolean)},
};
static const dsi_type inner_type = {DSI_STRUCTURE("Inner", inner, inner_members)};

static const dsi_member middle_members[] = {
    {DSI_OPTIONAL(middle, deep, "deep", inner_type)},
    {DSI_OPTIONAL(middle, list, "list", dsi_shape_strings)},
    {DSI_OPTIONAL(middle, plain, "plain", dsi_shape_string), .option = "own"},
};
static const dsi_type middle_type = {DSI_STRUCTURE("Middle", middle, middle_members)};

static const dsi_member outer_members[] = {
    {DSI_REQUIRED(outer, first, "first", dsi_shape_string), DSI_NO_FIELD},
    {DSI_OPTIONAL(outer, way, "way", middle_type)},
    {DSI_OPTIONAL(outer, hidden, "hidden", inner_type), DSI_NO_FIELD},
    {DSI_OPTIONAL(outer, side, "side", inner_type)},
};
static const dsi_type outer_type = {DSI_STRUCTURE("Outer", outer, outer_members)};

static const dsi_operation ours = {.name = "Ours", .input = &outer_type};
static const dsi_message our_message = {
    .name = "our-request", .operation = &ours, .is_request = true};

#define OURS(index, kind, path, option)                                                \
    {                                                                                  \
        "ours", index, FIELD(kind, false, path, option, NULL, NULL),                   \
        {                                                                              \
            NULL                                                                       \
        }                                                                              \
    }

static const field_row our_rows[] = {
    OURS(0, INT64, "/way/deep/sizeInKiB", "size-in-ki-b"),
    OURS(1, INT32, "/way/deep/leaf/ip4Rate", "ip4-rate"),
    OURS(2, BOOLEAN, "/way/deep/HTTPFlag", "httpflag"),
    OURS(3, TEXT, "/way/plain", "own"),
    OURS(4, INT64, "/side/sizeInKiB", "size-in-ki-b"),
    OURS(5, TEXT, "/side/up/plain", "own"),
    OURS(6, TEXT, "/side/leaf/below/text", "text"),
    OURS(7, INT32, "/side/leaf/ip4Rate", "ip4-rate"),
    OURS(8, BOOLEAN, "/side/HTTPFlag", "httpflag"),
};

START_TEST(our_field)
{
    check_field(&our_message, our_rows[_i].index, &our_rows[_i]);
}
END_TEST

START_TEST(our_fields_end)
{
    ck_assert_uint_eq(field_count(&our_message), COUNT(our_rows));
}
END_TEST

/* ---------------------------------------------------------------------- the setting */

/* An empty message. Free it. */
static void *empty(const dsi_message *message)
{
    void *object = message_memory(message);

    dsi_message_clear(message, object);
    return object;
}

typedef struct set_row {
    const char *message;
    size_t index;
    dsi_string text;
    dsi_code code;
    const char *json; /* the message afterwards; empty if setting fails */
} set_row;

#define SET(message, index, text, json)                                                \
    {                                                                                  \
        message, index, TEXT_ROW(text), DSI_OK, json                                   \
    }
#define BAD(message, index, text, code)                                                \
    {                                                                                  \
        message, index, TEXT_ROW(text), code, "{}"                                     \
    }

static const set_row set_rows[] = {
    SET("start-request", 0, "arn:x",
        "{\"rdsDataApiConfig\":{\"resourceArn\":\"arn:x\"}}"),
    SET("start-request", 2, "", "{\"rdsDataApiConfig\":{\"databaseName\":\"\"}}"),
    SET("start-response", 0, "a\0b", "{\"introspectionId\":\"a\\u0000b\"}"),
    SET("start-response", 1, "FAILED", "{\"introspectionStatus\":\"FAILED\"}"),
    SET("get-response", 1, "LATER", "{\"introspectionStatus\":\"LATER\"}"),
    SET("get-response", 2, "d", "{\"introspectionStatusDetail\":\"d\"}"),
    SET("get-request", 1, "true", "{\"includeModelsSDL\":true}"),
    SET("get-request", 1, "false", "{\"includeModelsSDL\":false}"),
    BAD("get-request", 1, "", DSI_E_TYPE),
    BAD("get-request", 1, "1", DSI_E_TYPE),
    BAD("get-request", 1, "True", DSI_E_TYPE),
    BAD("get-request", 1, "true\0", DSI_E_TYPE),
    SET("get-request", 3, "25", "{\"maxResults\":25}"),
    SET("get-request", 3, "-0", "{\"maxResults\":0}"),
    SET("get-request", 3, "2147483647", "{\"maxResults\":2147483647}"),
    SET("get-request", 3, "-2147483648", "{\"maxResults\":-2147483648}"),
    BAD("get-request", 3, "2147483648", DSI_E_INTEGER_RANGE),
    BAD("get-request", 3, "-2147483649", DSI_E_INTEGER_RANGE),
    BAD("get-request", 3, "99999999999999999999", DSI_E_INTEGER_RANGE),
    BAD("get-request", 3, "", DSI_E_INTEGER),
    BAD("get-request", 3, "-", DSI_E_INTEGER),
    BAD("get-request", 3, "+1", DSI_E_INTEGER),
    BAD("get-request", 3, "007", DSI_E_INTEGER),
    BAD("get-request", 3, " 1", DSI_E_INTEGER),
    BAD("get-request", 3, "1 ", DSI_E_INTEGER),
    BAD("get-request", 3, "1.0", DSI_E_INTEGER),
    BAD("get-request", 3, "1e1", DSI_E_INTEGER),
    SET("ours", 0, "9223372036854775807",
        "{\"way\":{\"deep\":{\"sizeInKiB\":9223372036854775807}}}"),
    SET("ours", 4, "-9223372036854775808",
        "{\"side\":{\"sizeInKiB\":-9223372036854775808}}"),
    BAD("ours", 0, "9223372036854775808", DSI_E_INTEGER_RANGE),
    BAD("ours", 1, "2147483648", DSI_E_INTEGER_RANGE),
    BAD("ours", 4, "x", DSI_E_INTEGER),
    BAD("ours", 4, "", DSI_E_INTEGER),
    BAD("ours", 4, "-", DSI_E_INTEGER),
    BAD("ours", 4, "01", DSI_E_INTEGER),
    BAD("ours", 4, "1x", DSI_E_INTEGER),
    {"ours", 4, {NULL, 0}, DSI_E_INTEGER, "{}"},
    {"ours", 2, {NULL, 0}, DSI_E_TYPE, "{}"},
    SET("ours", 1, "7", "{\"way\":{\"deep\":{\"leaf\":{\"ip4Rate\":7}}}}"),
    SET("ours", 2, "true", "{\"way\":{\"deep\":{\"HTTPFlag\":true}}}"),
    SET("ours", 3, "p", "{\"way\":{\"plain\":\"p\"}}"),
    SET("ours", 6, "t", "{\"side\":{\"leaf\":{\"below\":{\"text\":\"t\"}}}}"),
};

static const dsi_message *message_named(const char *name)
{
    const dsi_message *message = dsi_message_find(dsi_str(name));

    return message != NULL ? message : &our_message;
}

static void check_json(const dsi_message *message, const void *object, const char *json)
{
    char bytes[512];
    gathered text = {.bytes = bytes, .capacity = sizeof bytes};
    dsi_sink sink = {.write = gather, .context = &text};

    ck_assert(dsi_message_write(message, object, &sink, NULL, NULL));
    ck_assert_msg(gathered_same(&text, json, strlen(json)), "%.*s, not %s",
                  (int)text.length, bytes, json);
}

static void check_error(const dsi_message *message, const set_row *row,
                        const dsi_error *error)
{
    bool is_type = row->code == DSI_E_TYPE;
    dsi_field field;

    ck_assert(dsi_message_field(message, row->index, &field));
    ck_assert_msg(error->code == row->code, "%s: %s", row->text.data,
                  dsi_code_name(error->code));
    ck_assert_str_eq(error->path, row->code != DSI_OK ? field.path : "");
    ck_assert_uint_eq(error->offset, 0);
    ck_assert_uint_eq(error->limit, is_type ? DSI_JSON_BOOLEAN : 0);
    ck_assert_uint_eq(error->actual, is_type ? DSI_JSON_STRING : 0);
}

START_TEST(set)
{
    const set_row *row = &set_rows[_i];
    const dsi_message *message = message_named(row->message);
    char memory[DSI_FIELD_ROOM];
    dsi_room room = {.memory = memory, .size = sizeof memory};
    dsi_error error = {.code = DSI_E_INTERNAL, .offset = 7, .path = "/left"};
    void *object = empty(message);

    ck_assert_int_eq(
        dsi_message_field_set(message, object, &room, row->index, row->text, &error),
        row->code == DSI_OK);
    check_error(message, row, &error);
    check_json(message, object, row->json);
    ck_assert_ptr_eq((char *)room.memory + room.size, memory + sizeof memory);
    ck_assert(row->code == DSI_OK || room.size == sizeof memory);
    dsi_message_clear(message, object);
    ck_assert_int_eq(
        dsi_message_field_set(message, object, &room, row->index, row->text, NULL),
        row->code == DSI_OK);
    free(object);
}
END_TEST

START_TEST(set_no_such_field)
{
    const dsi_message *message = any_message(_i);
    dsi_room room = {.memory = NULL, .size = 7};
    dsi_error error = {.code = DSI_OK};
    void *object = empty(message);

    ck_assert(!dsi_message_field_set(message, object, &room, field_count(message),
                                     dsi_str("x"), &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_str_eq(error.path, "");
    ck_assert(
        !dsi_message_field_set(message, object, &room, SIZE_MAX, dsi_str("x"), NULL));
    ck_assert_uint_eq(room.size, 7);
    free(object);
}
END_TEST

START_TEST(set_enum)
{
    const dsi_message *message = dsi_message_find(dsi_str("start-response"));
    dsi_room room = {.memory = NULL,
                     .size = 0}; /* the value lies in the message itself */
    dsi_start_answer answer = {.kind = DSI_OUTPUT};
    const dsi_introspection_status_text *status = &answer.output.introspection_status;

    ck_assert(
        dsi_message_field_set(message, &answer, &room, 1, dsi_str("SUCCESS"), NULL));
    ck_assert_int_eq(status->value, DSI_STATUS_SUCCESS);
    ck_assert(
        dsi_message_field_set(message, &answer, &room, 1, dsi_str("LATER"), NULL));
    ck_assert_int_eq(status->value, DSI_STATUS_UNKNOWN);
    ck_assert(dsi_string_equal(status->text, dsi_str("LATER")));
}
END_TEST

/* ----------------------------------------------------------------------- the memory */

static const inner shared_inner = {.size = {true, 1}, .flag = {true, true}};
static const middle shared_middle = {.deep = &shared_inner, .plain = {"p", 1}};

/*
 * A structure that a message points to may be shared or const. So set copies it before
 * the change.
 */
START_TEST(set_copies_what_it_changes)
{
    char memory[DSI_FIELD_ROOM];
    dsi_room room = {.memory = memory, .size = sizeof memory};
    outer object = {.first = {"f", 1}, .way = &shared_middle, .side = &shared_inner};

    ck_assert(
        dsi_message_field_set(&our_message, &object, &room, 0, dsi_str("2"), NULL));
    check_json(&our_message, &object,
               "{\"first\":\"f\",\"way\":{\"deep\":{\"sizeInKiB\":2,\"HTTPFlag\":true},"
               "\"plain\":\"p\"},\"side\":{\"sizeInKiB\":1,\"HTTPFlag\":true}}");
    ck_assert_ptr_eq(object.side, &shared_inner);
    ck_assert_ptr_eq(shared_middle.deep, &shared_inner);
    ck_assert_int_eq(shared_inner.size.value, 1);
}
END_TEST

/*
 * Rooms of every size at every alignment: the copies lie in the room, aligned. If the
 * room is too small, nothing is changed.
 */
START_TEST(set_in_every_room)
{
    dsi_aligned memory[DSI_FIELD_ROOM / sizeof(dsi_aligned)];
    size_t shift = (size_t)_i;
    size_t first = shift == 0 ? 0 : DSI_ALIGNMENT;
    size_t needed = first - shift + sizeof(middle) + sizeof(inner);

    for (size_t size = 0; size <= needed; size++) {
        outer object = {.way = &shared_middle};
        dsi_room room = {.memory = (char *)memory + shift, .size = size};
        dsi_error error;
        bool good = dsi_message_field_set(&our_message, &object, &room, 0, dsi_str("2"),
                                          &error);

        ck_assert_msg(good == (size == needed), "room of %zu", size);
        ck_assert_uint_eq(room.size, good ? 0 : size);
        ck_assert_int_eq(error.code, good ? DSI_OK : DSI_E_MEMORY);
        ck_assert_str_eq(error.path, good ? "" : "/way/deep/sizeInKiB");
        ck_assert_ptr_eq(object.way, good ? (const void *)((char *)memory + first)
                                          : &shared_middle);
    }
}
END_TEST

SUITE(message_field)
{
    Suite *suite = suite_create("message field");

    add_rows(suite, "each field", each_field, COUNT(field_rows));
    add_rows(suite, "fields of the account", fields_are_those_of_the_account,
             message_count());
    add_rows(suite, "options", options, message_count());
    add_rows(suite, "our field", our_field, COUNT(our_rows));
    add_test(suite, "our fields end", our_fields_end);
    add_rows(suite, "set", set, COUNT(set_rows));
    add_rows(suite, "set no such field", set_no_such_field, any_message_count());
    add_test(suite, "set enum", set_enum);
    add_test(suite, "set copies what it changes", set_copies_what_it_changes);
    add_rows(suite, "set in every room", set_in_every_room, DSI_ALIGNMENT);
    return suite;
}
