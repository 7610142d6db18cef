/* Answers of Get as structs: facts that are lost when the struct is encoded again. */
#include <stdlib.h>
#include <string.h>

#include "tests/codec/outcome.h"
#include "tests/codec/page.h"
#include "tests/support.h"

static unsigned char block[DSI_DECODER_SIZE_DEFAULT];

static const dsi_get_answer *answer_of(int status, dsi_string body)
{
    static const dsi_header headers[] = {{TEXT_ROW("x-amzn-requestid"), TEXT_ROW("r")}};
    dsi_received_head head = {
        .status = status, .headers = headers, .header_count = COUNT(headers)};
    dsi_decoder *decoder = dsi_get_answer_begin(block, sizeof block, &head, NULL, NULL,
                                                NULL);

    ck_assert(dsi_feed(decoder, body.data, body.length));
    return dsi_get_answer_finish(decoder, NULL);
}

static void check_text(dsi_string text, const char *expected)
{
    ck_assert(dsi_string_equal(text, dsi_str(expected)));
    ck_assert(text.data == NULL || text.data[text.length] == '\0');
}

static void check_guide_type(const dsi_model_field_type *type, const char *kind,
                             const char *name)
{
    check_text(type->kind, kind);
    check_text(type->name, name);
    ck_assert_ptr_null(type->values.items);
}

/* The developer guide's answer, member by member. */
START_TEST(guide_is_a_tree)
{
    static const char *const names[] = {"description", "due", "id", "createdAt"};
    static const char *const types[] = {"String", "AWSDateTime", NULL, "AWSDateTime"};
    const dsi_get_answer *answer = answer_of(200, vector_named("get-guide")->bytes);
    const dsi_model *model = answer->output.introspection_result->models.items;

    check_text(answer->output.introspection_id, "a1234567-8910-abcd-efgh-identifier");
    ck_assert_int_eq(answer->output.introspection_status.value, DSI_STATUS_SUCCESS);
    check_text(answer->output.introspection_status.text, "SUCCESS");
    check_text(answer->output.introspection_status_detail, NULL);
    check_text(answer->output.introspection_result->next_token, NULL);
    ck_assert_uint_eq(answer->output.introspection_result->models.count, 1);
    check_text(model->name, "todos");
    ck_assert_uint_eq(model->fields.count, 4);
    for (size_t i = 0; i < 4; i++) {
        const dsi_model_field *field = &model->fields.items[i];

        check_text(field->name, names[i]);
        check_guide_type(field->type, i == 2 ? "NonNull" : "Scalar", types[i]);
        ck_assert(field->length.present && field->length.value == 0);
        ck_assert_int_eq(field->type->type != NULL, i == 2);
    }
    check_guide_type(model->fields.items[2].type->type, "Scalar", "Int");
    check_text(model->primary_key->name, "PRIMARY_KEY");
    ck_assert_uint_eq(model->primary_key->fields.count, 1);
    check_text(model->primary_key->fields.items[0], "id");
    ck_assert_ptr_nonnull(model->indexes.items);
    ck_assert_uint_eq(model->indexes.count, 0);
    ck_assert_uint_eq(model->sdl.length, 87);
}
END_TEST

START_TEST(head_is_in_the_answer)
{
    const dsi_get_answer *answer = answer_of(
        203, TEXT("{\"introspectionStatus\":\"PROCESSING\"}"));

    ck_assert_int_eq(answer->kind, DSI_OUTPUT);
    ck_assert_int_eq(answer->status, 203);
    check_text(answer->request_id, "r");
    ck_assert_uint_eq(answer->models_taken, 0);
    ck_assert_ptr_null(answer->output.introspection_result);
    ck_assert_int_eq(answer->error.status, 0);
    ck_assert_int_eq(answer->error.fault, 0);
    ck_assert_ptr_null(answer->error.request_id.data);
}
END_TEST

START_TEST(service_error_is_not_an_output)
{
    const dsi_get_answer *answer = answer_of(
        404, TEXT("{\"__type\":\"NotFoundException\",\"message\":\"m\","
                  "\"introspectionId\":\"i\",\"introspectionResult\":{}}"));

    ck_assert_int_eq(answer->kind, DSI_SERVICE_ERROR);
    ck_assert_int_eq(answer->status, 404);
    ck_assert_int_eq(answer->error.status, 404);
    ck_assert_int_eq(answer->error.error_class, DSI_CLASS_MODELLED);
    ck_assert_int_eq(answer->error.fault, DSI_FAULT_CLIENT);
    check_text(answer->error.type, "NotFoundException");
    check_text(answer->error.message, "m");
    check_text(answer->error.request_id, "r");
    ck_assert_ptr_null(answer->output.introspection_id.data);
    ck_assert_ptr_null(answer->output.introspection_result);
    ck_assert_uint_eq(answer->models_taken, 0);
}
END_TEST

#define MODELS(text) "{\"introspectionResult\":{\"models\":[" text "]}}"

/* Any list: present, with this many items and dropped nulls. */
static void check_counts(const char *name, const void *items, size_t count,
                         size_t dropped, size_t expected, size_t expected_dropped)
{
    ck_assert_msg(items != NULL, "%s is absent", name);
    ck_assert_msg(count == expected, "%s: %zu items", name, count);
    ck_assert_msg(dropped == expected_dropped, "%s: %zu dropped", name, dropped);
}

START_TEST(dropped_nulls_are_counted_in_every_list)
{
    const dsi_get_answer *answer = answer_of(
        200,
        TEXT(MODELS("null,{\"fields\":[{\"type\":{\"values\":[null,null,\"A\",null]}},"
                    "null],\"primaryKey\":{\"fields\":[null,\"x\",\"y\"]},\"indexes\":["
                    "null,null,{},null,{\"fields\":[null]},null,null]},null")));
    const dsi_models *models = &answer->output.introspection_result->models;
    const dsi_model *model = &models->items[0];
    const dsi_strings *values = &model->fields.items[0].type->values;
    const dsi_strings *key = &model->primary_key->fields;
    const dsi_strings *none = &model->indexes.items[1].fields;

    check_counts("models", models->items, models->count, models->dropped, 1, 2);
    check_counts("fields", model->fields.items, model->fields.count,
                 model->fields.dropped, 1, 1);
    check_counts("values", values->items, values->count, values->dropped, 1, 3);
    check_counts("key", key->items, key->count, key->dropped, 2, 1);
    check_counts("indexes", model->indexes.items, model->indexes.count,
                 model->indexes.dropped, 2, 5);
    check_counts("none", none->items, none->count, none->dropped, 0, 1);
    check_text(values->items[0], "A");
    check_text(key->items[1], "y");
}
END_TEST

START_TEST(absent_and_empty_differ_in_every_list)
{
    const dsi_get_answer *answer = answer_of(
        200,
        TEXT(MODELS("{},{\"fields\":[],\"primaryKey\":{\"fields\":[]},\"indexes\":[]},"
                    "{\"fields\":[{\"type\":{}},{\"type\":{\"values\":[]}}],"
                    "\"primaryKey\":{}}")));
    const dsi_model *models = answer->output.introspection_result->models.items;

    ck_assert_ptr_null(models[0].fields.items);
    ck_assert_ptr_null(models[0].primary_key);
    ck_assert_ptr_null(models[0].indexes.items);
    check_counts("fields", models[1].fields.items, models[1].fields.count, 0, 0, 0);
    check_counts("key", models[1].primary_key->fields.items,
                 models[1].primary_key->fields.count, 0, 0, 0);
    check_counts("indexes", models[1].indexes.items, models[1].indexes.count, 0, 0, 0);
    ck_assert_ptr_null(models[2].fields.items[0].type->values.items);
    ck_assert_ptr_nonnull(models[2].fields.items[1].type->values.items);
    ck_assert_ptr_null(models[2].primary_key->fields.items);
}
END_TEST

START_TEST(absent_and_zero_differ)
{
    const dsi_get_answer *answer = answer_of(
        200, TEXT(MODELS("{\"fields\":[{},{\"length\":null},{\"length\":0},"
                         "{\"length\":-9223372036854775808}]}")));
    const dsi_model_field *fields =
        answer->output.introspection_result->models.items->fields.items;

    ck_assert(!fields[0].length.present);
    ck_assert(!fields[1].length.present);
    ck_assert(fields[2].length.present);
    ck_assert(fields[2].length.value == 0);
    ck_assert(fields[3].length.value == INT64_MIN);
}
END_TEST

START_TEST(status_keeps_its_text)
{
    const dsi_get_answer *answer = answer_of(
        200, TEXT("{\"introspectionStatus\":\"FAILED\"}"));

    ck_assert_int_eq(answer->output.introspection_status.value, DSI_STATUS_FAILED);
    answer = answer_of(200, TEXT("{\"introspectionStatus\":\"failed\"}"));
    ck_assert_int_eq(answer->output.introspection_status.value, DSI_STATUS_UNKNOWN);
    check_text(answer->output.introspection_status.text, "failed");
}
END_TEST

/* No decoded value points into the input, so the caller may overwrite it at once. */
START_TEST(input_may_be_overwritten_at_once)
{
    gathered page = page_make(3);
    gathered text = {.bytes = (char[2048]){0}, .capacity = 2048};
    gathered again = page_make(3);
    dsi_sink sink = {.write = gather, .context = &text};
    dsi_decoder *decoder = page_begin(block, sizeof block, NULL, NULL);

    ck_assert(feed_by(decoder, page.bytes, page.length, 100));
    memset(page.bytes, 'X', page.length);
    ck_assert(
        dsi_get_answer_write(dsi_get_answer_finish(decoder, NULL), &sink, NULL, NULL));
    ck_assert(gathered_same(&text, again.bytes, again.length));
    free(page.bytes);
    free(again.bytes);
}
END_TEST

START_TEST(finish_can_be_called_again)
{
    dsi_decoder *decoder = page_begin(block, sizeof block, NULL, NULL);
    const dsi_get_answer *first;

    ck_assert(feed_by(decoder, "{}", 2, 1));
    first = dsi_get_answer_finish(decoder, NULL);
    ck_assert_ptr_nonnull(first);
    ck_assert_ptr_eq(dsi_get_answer_finish(decoder, NULL), first);
    ck_assert(!dsi_feed(decoder, " ", 1));
}
END_TEST

SUITE(get_answer)
{
    Suite *suite = suite_create("get answer");

    add_test(suite, "guide is a tree", guide_is_a_tree);
    add_test(suite, "head is in the answer", head_is_in_the_answer);
    add_test(suite, "service error is not an output", service_error_is_not_an_output);
    add_test(suite, "dropped nulls are counted in every list",
             dropped_nulls_are_counted_in_every_list);
    add_test(suite, "absent and empty differ in every list",
             absent_and_empty_differ_in_every_list);
    add_test(suite, "absent and zero differ", absent_and_zero_differ);
    add_test(suite, "status keeps its text", status_keeps_its_text);
    add_test(suite, "input may be overwritten at once",
             input_may_be_overwritten_at_once);
    add_test(suite, "finish can be called again", finish_can_be_called_again);
    return suite;
}
