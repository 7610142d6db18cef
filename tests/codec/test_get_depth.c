/*
 * Types nest in types, up to the last level that a limit allows. The levels of an
 * answer: itself 1, result 2, models 3, model 4, fields 5, field 6, and its type 7.
 */
#include <stdio.h>
#include <string.h>

#include "tests/codec/outcome.h"
#include "tests/codec/page.h"
#include "tests/support.h"

#define ABOVE_TYPES 6

#define BEFORE "{\"introspectionResult\":{\"models\":[{\"fields\":[{"
#define AFTER "}]}]}}"

/* An answer with `types` nested types; the innermost has only the members `inside`. */
static dsi_string nested(char *bytes, size_t capacity, size_t types, const char *inside)
{
    gathered text = {.bytes = bytes, .capacity = capacity};

    ck_assert(gather(&text, BEFORE, sizeof BEFORE - 1));
    for (size_t i = 0; i < types; i++) {
        ck_assert(gather(&text, "\"type\":{", 8));
    }
    ck_assert(gather(&text, inside, strlen(inside)));
    for (size_t i = 0; i < types; i++) {
        ck_assert(gather(&text, "}", 1));
    }
    ck_assert(gather(&text, AFTER, sizeof AFTER));
    return (dsi_string){.data = bytes, .length = text.length - 1};
}

/* The path to the member `last` of the innermost type. */
static void nested_path(char *path, size_t types, const char *last)
{
    char *at = path + sprintf(path, "/introspectionResult/models/0/fields/0");

    for (size_t i = 0; i < types; i++) {
        at += sprintf(at, "/type");
    }
    (void)sprintf(at, "/%s", last);
}

static void check_in_pieces(vector *row)
{
    outcome got;

    row->message = "get-response";
    for (int form = 0; form < 2; form++) {
        row->streamed = form == 1;
        for (size_t chunk = 1; chunk < 4096; chunk *= 3) {
            decode_to(row, chunk, &got);
            check_outcome(row, &got, chunk);
        }
    }
}

static const size_t depths[] = {7, 8, 9, 63, 64, 65, 125, 126};

/* A type at exactly the limit is decoded, and encodes to the same text. */
START_TEST(types_are_nested_to_the_limit)
{
    char bytes[4096];
    size_t depth = depths[_i];
    vector row = {.name = "as deep as the limit",
                  .why = "each type is a level",
                  .options = {.limits = {.max_depth = depth}},
                  .output = bytes};

    row.bytes = nested(bytes, sizeof bytes, depth - ABOVE_TYPES, "\"kind\":\"K\"");
    check_in_pieces(&row);
}
END_TEST

START_TEST(one_more_is_refused_where_it_opens)
{
    char bytes[4096];
    char path[DSI_PATH_MAX];
    size_t types = depths[_i] - ABOVE_TYPES;
    vector row = {.name = "one too many",
                  .why = "each type is a level",
                  .options = {.limits = {.max_depth = depths[_i]}},
                  .code = DSI_E_MAX_DEPTH,
                  .offset = sizeof BEFORE - 1 + 8 * types + 7,
                  .path = path};

    row.bytes = nested(bytes, sizeof bytes, types + 1, "");
    nested_path(path, types, "type");
    check_in_pieces(&row);
}
END_TEST

/* A list is also a level. */
START_TEST(values_count_as_a_level)
{
    char bytes[4096];
    char path[DSI_PATH_MAX];
    size_t types = depths[_i] - ABOVE_TYPES;
    vector row = {.name = "with values",
                  .why = "the list is one more level",
                  .options = {.limits = {.max_depth = depths[_i] + 1}},
                  .output = bytes};

    row.bytes = nested(bytes, sizeof bytes, types, "\"values\":[\"A\"]");
    if (row.options.limits.max_depth <= DSI_MAX_DEPTH_MAX) {
        check_in_pieces(&row);
    }
    row.options.limits.max_depth = depths[_i];
    row.code = DSI_E_MAX_DEPTH;
    row.offset = sizeof BEFORE - 1 + 8 * types + 9;
    row.path = path;
    nested_path(path, types, "values");
    check_in_pieces(&row);
}
END_TEST

START_TEST(default_is_64)
{
    char bytes[4096];
    vector row = {.name = "the default", .why = "64 levels", .output = bytes};

    row.bytes = nested(bytes, sizeof bytes, 64 - ABOVE_TYPES, "");
    check_in_pieces(&row);
    row.bytes = nested(bytes, sizeof bytes, 64 - ABOVE_TYPES + 1, "");
    ck_assert_int_eq(decode(&row, 1).code, DSI_E_MAX_DEPTH);
}
END_TEST

/* Every level of the deepest answer can be reached by its pointers. */
START_TEST(every_level_can_be_reached)
{
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    static const dsi_limits limits = {.max_depth = DSI_MAX_DEPTH_MAX};
    char bytes[4096];
    dsi_string text = nested(bytes, sizeof bytes, DSI_MAX_DEPTH_MAX - ABOVE_TYPES,
                             "\"name\":\"Int\"");
    dsi_decoder *decoder = page_begin(block, sizeof block, NULL, &limits);
    const dsi_get_answer *answer;
    const dsi_model_field_type *type;

    ck_assert(feed_by(decoder, text.data, text.length, 5));
    answer = dsi_get_answer_finish(decoder, NULL);
    type = answer->output.introspection_result->models.items->fields.items->type;
    for (size_t i = 1; i < DSI_MAX_DEPTH_MAX - ABOVE_TYPES; i++) {
        ck_assert_ptr_null(type->name.data);
        type = type->type;
    }
    ck_assert_str_eq(type->name.data, "Int");
    ck_assert_ptr_null(type->type);
}
END_TEST

/* ---------------------------------------------------------------------- encoding */

static dsi_model_field_type types[DSI_MAX_DEPTH_MAX + 1];
static dsi_model_field field;
static dsi_model model;
static dsi_introspection_result result;

/* An answer with one field of `count` nested types. */
static dsi_get_answer answer_with(size_t count)
{
    memset(types, 0, sizeof types);
    for (size_t i = 0; i + 1 < count; i++) {
        types[i].type = &types[i + 1];
    }
    field = (dsi_model_field){.type = types};
    model = (dsi_model){.fields = {.items = &field, .count = 1}};
    result = (dsi_introspection_result){.models = {.items = &model, .count = 1}};
    return (dsi_get_answer){.kind = DSI_OUTPUT,
                            .output = {.introspection_result = &result}};
}

START_TEST(encoding_has_the_depth_of_decoding)
{
    size_t most = DSI_MAX_DEPTH_MAX - ABOVE_TYPES;
    dsi_get_answer answer = answer_with(most);
    char bytes[4096];
    char expected[4096];
    dsi_string text = nested(expected, sizeof expected, most, "");
    dsi_error error;

    ck_assert_uint_eq(dsi_get_answer_encode(&answer, bytes, sizeof bytes, &error),
                      text.length);
    ck_assert_int_eq(memcmp(bytes, expected, text.length), 0);
    answer = answer_with(most + 1);
    ck_assert_uint_eq(dsi_get_answer_encode(&answer, bytes, sizeof bytes, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_MAX_DEPTH);
    ck_assert_uint_eq(error.limit, DSI_MAX_DEPTH_MAX);
    ck_assert_uint_eq(dsi_get_answer_size(&answer, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_MAX_DEPTH);
}
END_TEST

/* A model that is encoded alone is level 1, not 4. So three more types fit. */
START_TEST(model_alone_may_be_deeper)
{
    char bytes[4096];
    gathered text = {.bytes = bytes, .capacity = sizeof bytes};
    dsi_sink sink = {.write = gather, .context = &text};
    dsi_error error;

    (void)answer_with(DSI_MAX_DEPTH_MAX - 3);
    ck_assert(dsi_model_write(&model, &sink, NULL, &error));
    ck_assert_int_eq(error.code, DSI_OK);
    (void)answer_with(DSI_MAX_DEPTH_MAX - 2);
    text.length = 0;
    ck_assert(!dsi_model_write(&model, &sink, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_MAX_DEPTH);
}
END_TEST

/* A type that contains itself is endless, so the depth limit refuses it. */
START_TEST(endless_type_is_refused)
{
    dsi_get_answer answer = answer_with(2);
    dsi_encode_options nulls = {.nulls = true};
    char bytes[16384];
    gathered text = {.bytes = bytes, .capacity = sizeof bytes};
    dsi_sink sink = {.write = gather, .context = &text};
    dsi_error error;

    types[1].type = &types[0];
    ck_assert_uint_eq(dsi_get_answer_size(&answer, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_MAX_DEPTH);
    ck_assert(!dsi_get_answer_write(&answer, &sink, &nulls, &error));
    ck_assert_int_eq(error.code, DSI_E_MAX_DEPTH);
    ck_assert(!dsi_model_write(&model, &sink, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_MAX_DEPTH);
}
END_TEST

SUITE(get_depth)
{
    Suite *suite = suite_create("get depth");

    add_rows(suite, "types are nested to the limit", types_are_nested_to_the_limit,
             COUNT(depths));
    add_rows(suite, "one more is refused where it opens",
             one_more_is_refused_where_it_opens, COUNT(depths));
    add_rows(suite, "values count as a level", values_count_as_a_level, COUNT(depths));
    add_test(suite, "default is 64", default_is_64);
    add_test(suite, "every level can be reached", every_level_can_be_reached);
    add_test(suite, "encoding has the depth of decoding",
             encoding_has_the_depth_of_decoding);
    add_test(suite, "model alone may be deeper", model_alone_may_be_deeper);
    add_test(suite, "endless type is refused", endless_type_is_refused);
    return suite;
}
