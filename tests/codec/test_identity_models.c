/*
 * Generated answers of Get: a second parser reads what was written, member by member;
 * decoded, kept or streamed, and encoded again they are the same bytes.
 */
#include <stdlib.h>
#include <string.h>

#include "tests/codec/page.h"
#include "tests/codec/random.h"
#include "tests/support.h"

#define TREE_SIZE (1u << 20)

/* Where a generated answer grows. */
typedef struct tree {
    random_source random;
    char *bytes;
    size_t used;
    dsi_get_answer answer;
} tree;

static void *tree_take(tree *made, size_t size)
{
    char *taken = made->bytes + made->used;

    made->used += (size + sizeof(max_align_t) - 1) / sizeof(max_align_t) *
                  sizeof(max_align_t);
    ck_assert_uint_le(made->used, TREE_SIZE);
    return memset(taken, 0, size);
}

/* True once in so many times. */
static bool once_in(tree *made, size_t times)
{
    return random_below(&made->random, times) == 0;
}

static dsi_string tree_text(tree *made)
{
    return random_text(&made->random, tree_take(made, sizeof(text_place)));
}

static dsi_optional_int64 tree_integer(tree *made)
{
    static const int64_t values[] = {
        0, 1, -1, 255, INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN, INT64_MAX - 1};

    return (dsi_optional_int64){
        .present = !once_in(made, 3),
        .value = values[random_below(&made->random, COUNT(values))]};
}

/* The length of a list: absent (items NULL), empty or some; its items are zeroed. */
static const void *tree_items(tree *made, size_t size, size_t *count)
{
    *count = once_in(made, 4) ? 0 : random_below(&made->random, 5);
    return *count == 0 && once_in(made, 2) ? NULL : tree_take(made, *count * size + 1);
}

static dsi_strings tree_strings(tree *made)
{
    dsi_strings list = {.dropped = 1};
    dsi_string *items;

    list.items = tree_items(made, sizeof *list.items, &list.count);
    items = (dsi_string *)list.items;
    for (size_t i = 0; i < list.count; i++) {
        while (items[i].data == NULL) { /* an item is never absent */
            items[i] = tree_text(made);
        }
    }
    return list;
}

/* Seldom as deep as can be. */
static const dsi_model_field_type *tree_type(tree *made)
{
    size_t most = DSI_MAX_DEPTH_MAX - 7; /* `values` is a level */
    size_t depth = once_in(made, 20) ? random_below(&made->random, most + 1)
                                     : random_below(&made->random, 4);
    const dsi_model_field_type *inner = NULL;

    for (size_t i = 0; i < depth; i++) {
        dsi_model_field_type *type = tree_take(made, sizeof *type);

        *type = (dsi_model_field_type){
            .kind = tree_text(made), .name = tree_text(made), .type = inner};
        type->values = once_in(made, 4) ? tree_strings(made) : (dsi_strings){0};
        inner = type;
    }
    return inner;
}

static dsi_model_fields tree_fields(tree *made)
{
    dsi_model_fields list = {.dropped = 1};
    dsi_model_field *items;

    list.items = tree_items(made, sizeof *list.items, &list.count);
    items = (dsi_model_field *)list.items;
    for (size_t i = 0; i < list.count; i++) {
        items[i] = (dsi_model_field){.name = tree_text(made),
                                     .type = tree_type(made),
                                     .length = tree_integer(made)};
    }
    return list;
}

static dsi_model_index tree_index(tree *made)
{
    return (dsi_model_index){.name = tree_text(made), .fields = tree_strings(made)};
}

static dsi_model_indexes tree_indexes(tree *made)
{
    dsi_model_indexes list = {.dropped = 1};
    dsi_model_index *items;

    list.items = tree_items(made, sizeof *list.items, &list.count);
    items = (dsi_model_index *)list.items;
    for (size_t i = 0; i < list.count; i++) {
        items[i] = tree_index(made);
    }
    return list;
}

static dsi_model tree_model(tree *made)
{
    dsi_model model = {.name = tree_text(made), .fields = tree_fields(made)};
    dsi_model_index *key = tree_take(made, sizeof *key);

    *key = tree_index(made);
    model.primary_key = once_in(made, 3) ? NULL : key;
    model.indexes = tree_indexes(made);
    model.sdl = tree_text(made);
    return model;
}

static const dsi_introspection_result *tree_result(tree *made)
{
    dsi_introspection_result *result = tree_take(made, sizeof *result);
    dsi_model *items;

    result->next_token = tree_text(made);
    result->models.items = tree_items(made, sizeof *items, &result->models.count);
    items = (dsi_model *)result->models.items;
    for (size_t i = 0; i < result->models.count; i++) {
        items[i] = tree_model(made);
    }
    return result;
}

/* The tree of this seed; in the same memory as the one before. */
static void tree_grow(tree *made, uint64_t seed)
{
    static max_align_t memory[TREE_SIZE / sizeof(max_align_t)];

    *made = (tree){.random = {.state = seed}, .bytes = (char *)memory};
    made->answer = (dsi_get_answer){
        .kind = DSI_OUTPUT,
        .output = {.introspection_id = tree_text(made),
                   .introspection_status = {.text = tree_text(made)},
                   .introspection_status_detail = tree_text(made)}};
    made->answer.output.introspection_result = once_in(made, 20) ? NULL
                                                                 : tree_result(made);
}

/* --------------------------------------------------------------- the second parser */

/* A list of as many items, or both are absent. */
static json_t *json_list(json_t *object, const char *name, const void *items,
                         size_t count)
{
    json_t *list = json_object_get(object, name);

    ck_assert_int_eq(list != NULL, items != NULL);
    ck_assert_uint_eq(json_array_size(list), items != NULL ? count : 0);
    return list;
}

static void check_json_strings(json_t *object, const char *name,
                               const dsi_strings *strings)
{
    json_t *list = json_list(object, name, strings->items, strings->count);

    for (size_t i = 0; i < strings->count; i++) {
        check_json_string(json_array_get(list, i), strings->items[i]);
    }
}

static void check_json_index(json_t *object, const dsi_model_index *index)
{
    ck_assert_int_eq(object != NULL, index != NULL);
    if (index != NULL) {
        check_json_text(object, "name", index->name);
        check_json_strings(object, "fields", &index->fields);
    }
}

static void check_json_field(json_t *object, const dsi_model_field *field)
{
    const dsi_model_field_type *type = field->type;
    json_t *length = json_object_get(object, "length");

    check_json_text(object, "name", field->name);
    ck_assert_int_eq(length != NULL, field->length.present);
    ck_assert(length == NULL || json_integer_value(length) == field->length.value);
    while (type != NULL) {
        object = json_object_get(object, "type");
        check_json_text(object, "kind", type->kind);
        check_json_text(object, "name", type->name);
        check_json_strings(object, "values", &type->values);
        type = type->type;
    }
    ck_assert_ptr_null(json_object_get(object, "type"));
}

static void check_json_model(json_t *object, const dsi_model *model)
{
    json_t *fields = json_list(object, "fields", model->fields.items,
                               model->fields.count);
    json_t *indexes = json_list(object, "indexes", model->indexes.items,
                                model->indexes.count);

    check_json_text(object, "name", model->name);
    check_json_text(object, "sdl", model->sdl);
    check_json_index(json_object_get(object, "primaryKey"), model->primary_key);
    for (size_t i = 0; i < model->fields.count; i++) {
        check_json_field(json_array_get(fields, i), &model->fields.items[i]);
    }
    for (size_t i = 0; i < model->indexes.count; i++) {
        check_json_index(json_array_get(indexes, i), &model->indexes.items[i]);
    }
}

static char body[TREE_SIZE];
static char again[TREE_SIZE];

START_TEST(second_parser_reads_the_same)
{
    tree made;
    const dsi_introspection_result *result;
    json_t *root;
    json_t *object;
    json_t *models;

    tree_grow(&made, (uint64_t)_i);
    root = json_read(body,
                     dsi_get_answer_encode(&made.answer, body, sizeof body, NULL));
    check_json_text(root, "introspectionId", made.answer.output.introspection_id);
    check_json_text(root, "introspectionStatus",
                    made.answer.output.introspection_status.text);
    check_json_text(root, "introspectionStatusDetail",
                    made.answer.output.introspection_status_detail);
    result = made.answer.output.introspection_result;
    object = json_object_get(root, "introspectionResult");
    ck_assert_int_eq(object != NULL, result != NULL);
    if (result != NULL) {
        check_json_text(object, "nextToken", result->next_token);
        models = json_list(object, "models", result->models.items,
                           result->models.count);
        for (size_t i = 0; i < result->models.count; i++) {
            check_json_model(json_array_get(models, i), &result->models.items[i]);
        }
    }
    json_decref(root);
}
END_TEST

/* ------------------------------------------------------------------ there and back */

static unsigned char block[2 * TREE_SIZE];
static const dsi_limits deep = {.max_depth = DSI_MAX_DEPTH_MAX};

/* With nulls and blanks it is another message of the same meaning. */
START_TEST(kept_models_are_the_same_bytes)
{
    tree made;
    size_t length;

    tree_grow(&made, (uint64_t)_i);
    length = dsi_get_answer_encode(&made.answer, body, sizeof body, NULL);
    for (unsigned form = 0; form < 4; form++) {
        dsi_encode_options options = {(form & 1) != 0, (form & 2) != 0};
        page_text text = {.bytes = again, .capacity = sizeof again};
        dsi_sink sink = {.write = page_write, .context = &text};
        dsi_decoder *decoder = page_begin(block, sizeof block, NULL, &deep);
        const dsi_get_answer *decoded;

        ck_assert(dsi_get_answer_write(&made.answer, &sink, &options, NULL));
        feed_at_random(&made.random, decoder, again, text.length);
        decoded = dsi_get_answer_finish(decoder, NULL);
        ck_assert_ptr_nonnull(decoded);
        text.length = 0;
        ck_assert(dsi_get_answer_write(decoded, &sink, NULL, NULL));
        ck_assert(page_same(&text, body, length));
    }
}
END_TEST

/* The models one by one are those of the page, and the rest is the rest. */
START_TEST(streamed_models_are_the_same_bytes)
{
    tree made;
    page_text taken = {.bytes = again, .capacity = sizeof again};
    page_text whole = {.bytes = body, .capacity = sizeof body};
    dsi_sink sink = {.write = page_write, .context = &whole};
    page_taker taker = {.stop_at = SIZE_MAX, .text = &taken};
    dsi_decoder *decoder = page_begin(block, sizeof block, &taker, &deep);
    dsi_introspection_result rest;
    const dsi_get_answer *decoded;

    tree_grow(&made, (uint64_t)_i);
    whole.length = dsi_get_answer_encode(&made.answer, body, sizeof body, NULL);
    feed_at_random(&made.random, decoder, body, whole.length);
    decoded = dsi_get_answer_finish(decoder, NULL);
    ck_assert_ptr_nonnull(decoded);
    ck_assert_uint_eq(decoded->models_taken, taker.count);
    whole.length = 0;
    if (made.answer.output.introspection_result != NULL) {
        rest = *made.answer.output.introspection_result;
        ck_assert_uint_eq(taker.count, rest.models.count);
        for (size_t i = 0; i < rest.models.count; i++) {
            ck_assert(dsi_model_write(&rest.models.items[i], &sink, NULL, NULL));
        }
        rest.models.items = NULL;
        made.answer.output.introspection_result = &rest;
    }
    ck_assert(page_same(&taken, body, whole.length));
    whole.length = dsi_get_answer_encode(&made.answer, body, sizeof body, NULL);
    ck_assert_uint_eq(dsi_get_answer_encode(decoded, again, sizeof again, NULL),
                      whole.length);
    ck_assert_int_eq(memcmp(body, again, whole.length), 0);
}
END_TEST

SUITE(identity_models)
{
    Suite *suite = suite_create("identity models");

    add_rows(suite, "second parser reads the same", second_parser_reads_the_same, 300);
    add_rows(suite, "kept models are the same bytes", kept_models_are_the_same_bytes,
             300);
    add_rows(suite, "streamed models are the same bytes",
             streamed_models_are_the_same_bytes, 300);
    return suite;
}
