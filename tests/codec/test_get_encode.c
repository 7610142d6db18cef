/* Encodes answers of Get in every form, and checks what encoding refuses. */
#include <string.h>

#include "tests/codec/encoding.h"
#include "tests/codec/outcome.h"
#include "tests/codec/page.h"
#include "tests/support.h"

/* An answer with every member of the model. */
typedef struct full_answer {
    dsi_get_answer answer;
    dsi_introspection_result result;
    dsi_model models[2];
    dsi_model_field fields[2];
    dsi_model_field_type type;
    dsi_model_field_type inner;
    dsi_string values[2];
    dsi_model_index key;
    dsi_string key_fields[1];
    dsi_model_index indexes[2];
    dsi_string index_fields[2];
} full_answer;

static void fill_type(full_answer *full)
{
    full->values[0] = full->values[1] = TEXT("V");
    full->inner = (dsi_model_field_type){.name = TEXT("Int"),
                                         .values = {.items = full->values, .count = 2}};
    full->type = (dsi_model_field_type){.kind = TEXT("NonNull"), .type = &full->inner};
    full->fields[0] = (dsi_model_field){.name = TEXT("f"), .length = {true, INT64_MIN}};
    full->fields[1] = (dsi_model_field){.type = &full->type,
                                        .length = {true, INT64_MAX}};
}

static void fill_indexes(full_answer *full)
{
    full->key_fields[0] = TEXT("k");
    full->key = (dsi_model_index){.name = TEXT("PRIMARY_KEY"),
                                  .fields = {.items = full->key_fields, .count = 1}};
    full->index_fields[0] = full->index_fields[1] = TEXT("x");
    full->indexes[0] = (dsi_model_index){.fields = {.items = full->index_fields}};
    full->indexes[1] = (dsi_model_index){
        .name = TEXT("i"), .fields = {.items = full->index_fields, .count = 2}};
}

static void fill(full_answer *full)
{
    memset(full, 0, sizeof *full);
    fill_type(full);
    fill_indexes(full);
    full->models[0] = (dsi_model){.fields = {.items = full->fields},
                                  .indexes = {.items = full->indexes}};
    full->models[1] = (dsi_model){.name = TEXT("m"),
                                  .fields = {.items = full->fields, .count = 2},
                                  .primary_key = &full->key,
                                  .indexes = {.items = full->indexes, .count = 2},
                                  .sdl = TEXT("type")};
    full->result = (dsi_introspection_result){
        .models = {.items = full->models, .count = 2, .dropped = 7},
        .next_token = TEXT("t")};
    full->answer = (dsi_get_answer){
        .kind = DSI_OUTPUT,
        .output = {.introspection_id = TEXT("i"),
                   .introspection_status = {.text = TEXT("SUCCESS")},
                   .introspection_status_detail = TEXT("d"),
                   .introspection_result = &full->result}};
}

static const char full_bytes[] =
    "{\"introspectionId\":\"i\",\"introspectionStatus\":\"SUCCESS\","
    "\"introspectionStatusDetail\":\"d\",\"introspectionResult\":{\"models\":["
    "{\"fields\":[],\"indexes\":[]},{\"name\":\"m\",\"fields\":[{\"name\":\"f\","
    "\"length\":-9223372036854775808},{\"type\":{\"kind\":\"NonNull\",\"type\":{"
    "\"name\":\"Int\",\"values\":[\"V\",\"V\"]}},\"length\":9223372036854775807}],"
    "\"primaryKey\":{\"name\":\"PRIMARY_KEY\",\"fields\":[\"k\"]},\"indexes\":[{"
    "\"fields\":[]},{\"name\":\"i\",\"fields\":[\"x\",\"x\"]}],\"sdl\":\"type\"}],"
    "\"nextToken\":\"t\"}}";

START_TEST(buffer_of_every_size)
{
    full_answer full;

    fill(&full);
    check_buffers("get-response", &full.answer, full_bytes);
}
END_TEST

START_TEST(sink_failure_is_latched_at_every_call)
{
    full_answer full;

    fill(&full);
    check_sinks("get-response", &full.answer, full_bytes);
}
END_TEST

/* With nulls, the developer guide's answer is encoded as the service wrote it. */
START_TEST(nulls_are_written_as_the_service_does)
{
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    dsi_string guide = vector_named("get-guide")->bytes;
    dsi_decoder *decoder = page_begin(block, sizeof block, NULL, NULL);

    ck_assert(feed_by(decoder, guide.data, guide.length, guide.length));
    check_written("get-response", dsi_get_answer_finish(decoder, NULL),
                  (dsi_encode_options){.nulls = true},
                  vector_named("get-guide-compact")->bytes);
}
END_TEST

START_TEST(nulls_are_written_at_every_level)
{
    dsi_model_field_type type = {.kind = {NULL, 0}};
    dsi_model_field fields[] = {{.name = {NULL, 0}}, {.type = &type}};
    dsi_model_index index = {.name = {NULL, 0}};
    dsi_model model = {.fields = {.items = fields, .count = 2},
                       .indexes = {.items = &index, .count = 1}};
    dsi_introspection_result result = {.models = {.items = &model, .count = 1}};
    dsi_get_answer answer = {.kind = DSI_OUTPUT,
                             .output = {.introspection_result = &result}};
    dsi_encode_options nulls = {.nulls = true};

    check_written(
        "get-response", &answer, nulls,
        TEXT("{\"introspectionId\":null,\"introspectionStatus\":null,"
             "\"introspectionStatusDetail\":null,\"introspectionResult\":{\"models\":[{"
             "\"name\":null,\"fields\":[{\"name\":null,\"type\":null,\"length\":null},{"
             "\"name\":null,\"type\":{\"kind\":null,\"name\":null,\"type\":null,"
             "\"values\":null},\"length\":null}],\"primaryKey\":null,\"indexes\":[{"
             "\"name\":null,\"fields\":null}],\"sdl\":null}],\"nextToken\":null}}"));
    result.models.items = NULL;
    check_written(
        "get-response", &answer, nulls,
        TEXT("{\"introspectionId\":null,\"introspectionStatus\":null,"
             "\"introspectionStatusDetail\":null,\"introspectionResult\":{\"models\":"
             "null,\"nextToken\":null}}"));
    answer.output.introspection_result = NULL;
    check_written("get-response", &answer, nulls,
                  TEXT("{\"introspectionId\":null,\"introspectionStatus\":null,"
                       "\"introspectionStatusDetail\":null,\"introspectionResult\":"
                       "null}"));
}
END_TEST

START_TEST(pretty_changes_the_form_only)
{
    dsi_string names[] = {TEXT("x")};
    dsi_model_index key = {.fields = {.items = names, .count = 1}};
    dsi_model models[] = {{.primary_key = &key}, {.sdl = TEXT("s")}};
    dsi_introspection_result result = {.models = {.items = models, .count = 2}};
    dsi_get_answer answer = {.kind = DSI_OUTPUT,
                             .output = {.introspection_result = &result}};

    check_written("get-response", &answer, (dsi_encode_options){.pretty = true},
                  TEXT("{\n"
                       "  \"introspectionResult\": {\n"
                       "    \"models\": [\n"
                       "      {\n"
                       "        \"primaryKey\": {\n"
                       "          \"fields\": [\n"
                       "            \"x\"\n"
                       "          ]\n"
                       "        }\n"
                       "      },\n"
                       "      {\n"
                       "        \"sdl\": \"s\"\n"
                       "      }\n"
                       "    ]\n"
                       "  }\n"
                       "}\n"));
}
END_TEST

typedef struct text_row {
    size_t offset; /* of a dsi_string in a full_answer */
    const char *path;
} text_row;

#define RESULT "/introspectionResult"
#define MODEL RESULT "/models/1"

static const text_row texts[] = {
    {offsetof(full_answer, answer.output.introspection_id), "/introspectionId"},
    {offsetof(full_answer, answer.output.introspection_status.text),
     "/introspectionStatus"},
    {offsetof(full_answer, answer.output.introspection_status_detail),
     "/introspectionStatusDetail"},
    {offsetof(full_answer, result.next_token), RESULT "/nextToken"},
    {offsetof(full_answer, models[1].name), MODEL "/name"},
    {offsetof(full_answer, models[1].sdl), MODEL "/sdl"},
    {offsetof(full_answer, fields[0].name), MODEL "/fields/0/name"},
    {offsetof(full_answer, type.kind), MODEL "/fields/1/type/kind"},
    {offsetof(full_answer, inner.name), MODEL "/fields/1/type/type/name"},
    {offsetof(full_answer, values[1]), MODEL "/fields/1/type/type/values/1"},
    {offsetof(full_answer, key.name), MODEL "/primaryKey/name"},
    {offsetof(full_answer, key_fields[0]), MODEL "/primaryKey/fields/0"},
    {offsetof(full_answer, indexes[1].name), MODEL "/indexes/1/name"},
    {offsetof(full_answer, index_fields[1]), MODEL "/indexes/1/fields/1"},
};

static void check_not_utf8(const dsi_error *error, const char *path)
{
    ck_assert_int_eq(error->code, DSI_E_UTF8);
    ck_assert_uint_eq(error->offset, 4);
    ck_assert_str_eq(error->path, path);
}

START_TEST(text_that_is_not_utf8_is_refused)
{
    full_answer full;
    char buffer[2048];
    gathered text = {.bytes = buffer, .capacity = sizeof buffer};
    const dsi_sink sink = {.write = gather, .context = &text};
    dsi_error error;

    fill(&full);
    *(dsi_string *)(void *)((char *)&full + texts[_i].offset) = TEXT("good\xc0\x80");
    ck_assert_uint_eq(
        dsi_get_answer_encode(&full.answer, buffer, sizeof buffer, &error), 0);
    check_not_utf8(&error, texts[_i].path);
    ck_assert(!dsi_get_answer_write(&full.answer, &sink, NULL, &error));
    check_not_utf8(&error, texts[_i].path);
}
END_TEST

/* JSON could write an absent item only as null, which the model forbids in a list. */
START_TEST(absent_item_is_refused)
{
    static const text_row items[] = {
        {offsetof(full_answer, values[0]), MODEL "/fields/1/type/type/values/0"},
        {offsetof(full_answer, values[1]), MODEL "/fields/1/type/type/values/1"},
        {offsetof(full_answer, key_fields[0]), MODEL "/primaryKey/fields/0"},
        {offsetof(full_answer, index_fields[1]), MODEL "/indexes/1/fields/1"},
    };
    full_answer full;
    char buffer[2048];
    dsi_error error;

    for (size_t i = 0; i < COUNT(items); i++) {
        fill(&full);
        *(dsi_string *)(void *)((char *)&full + items[i].offset) = dsi_str(NULL);
        ck_assert_uint_eq(
            dsi_get_answer_encode(&full.answer, buffer, sizeof buffer, &error), 0);
        ck_assert_int_eq(error.code, DSI_E_NULL_ITEM);
        ck_assert_uint_eq(error.offset, 0);
        ck_assert_str_eq(error.path, items[i].path);
        ck_assert_uint_eq(dsi_get_answer_size(&full.answer, &error), 0);
        ck_assert_int_eq(error.code, DSI_E_NULL_ITEM);
        *(dsi_string *)(void *)((char *)&full + items[i].offset) = TEXT("");
        ck_assert_uint_gt(
            dsi_get_answer_encode(&full.answer, buffer, sizeof buffer, &error), 0);
    }
}
END_TEST

SUITE(get_encode)
{
    Suite *suite = suite_create("get encode");

    add_test(suite, "buffer of every size", buffer_of_every_size);
    add_test(suite, "sink failure is latched at every call",
             sink_failure_is_latched_at_every_call);
    add_test(suite, "nulls are written as the service does",
             nulls_are_written_as_the_service_does);
    add_test(suite, "nulls are written at every level",
             nulls_are_written_at_every_level);
    add_test(suite, "pretty changes the form only", pretty_changes_the_form_only);
    add_rows(suite, "text that is not UTF-8 is refused",
             text_that_is_not_utf8_is_refused, COUNT(texts));
    add_test(suite, "absent item is refused", absent_item_is_refused);
    return suite;
}
