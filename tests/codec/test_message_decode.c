/*
 * The functions by name: wrong calls, and items that are handed over. test_decode.c
 * holds that they decode every vector as the typed functions do.
 */
#include <stdlib.h>
#include <string.h>

#include "tests/codec/page.h"
#include "tests/model/model.h"
#include "tests/odd.h"
#include "tests/support.h"

static unsigned char block[DSI_DECODER_SIZE_DEFAULT];

/* ---------------------------------------------------------------------------- items */

#define PAGE_MODELS 5

typedef struct taker {
    const dsi_message *message;
    gathered text;
    size_t count;
    size_t stop_at;
} taker;

static bool take_item(void *context, const void *item)
{
    taker *self = context;
    dsi_sink sink = {.write = gather, .context = &self->text};
    dsi_error error;

    ck_assert(dsi_message_item_write(self->message, item, &sink, NULL, &error));
    ck_assert_int_eq(error.code, DSI_OK);
    return self->count++ != self->stop_at;
}

/* Decodes a page by name. The callback takes the models, and stops at one of them. */
static const dsi_get_answer *take_by_name(const gathered *page, taker *self,
                                          dsi_error *error)
{
    dsi_message_options options = {.head = {.status = 200},
                                   .items = {.take = take_item, .context = self}};
    dsi_decoder *decoder = dsi_message_begin(self->message, block, sizeof block,
                                             &options, error);

    (void)feed_by(decoder, page->bytes, page->length, 7);
    return dsi_message_finish(self->message, decoder, error);
}

/* Items arrive as they do at a dsi_model_sink. The decode stops after `_i` models. */
START_TEST(items_are_taken)
{
    gathered page = page_make(PAGE_MODELS);
    gathered text = {.bytes = malloc(page.length), .capacity = page.length};
    page_taker expected = {.stop_at = (size_t)_i, .text = &text};
    dsi_decoder *decoder = page_begin(block, sizeof block, &expected, NULL);
    dsi_error errors[2];
    taker got = {.message = dsi_message_find(dsi_str("get-response")),
                 .text = {.bytes = malloc(page.length), .capacity = page.length},
                 .stop_at = (size_t)_i};
    const dsi_get_answer *answer;

    (void)feed_by(decoder, page.bytes, page.length, 7);
    (void)dsi_get_answer_finish(decoder, &errors[0]);
    answer = take_by_name(&page, &got, &errors[1]);
    ck_assert_int_eq(answer != NULL, _i == PAGE_MODELS);
    ck_assert_int_eq(errors[1].code, answer != NULL ? DSI_OK : DSI_E_STOPPED);
    ck_assert_int_eq(errors[1].code, errors[0].code);
    ck_assert_uint_eq(errors[1].offset, errors[0].offset);
    ck_assert_str_eq(errors[1].path, errors[0].path);
    ck_assert_uint_eq(got.count, expected.count);
    ck_assert(gathered_same(&got.text, text.bytes, text.length));
    ck_assert(answer == NULL || answer->models_taken == PAGE_MODELS);
    free(page.bytes);
    free(text.bytes);
    free(got.text.bytes);
}
END_TEST

/* A message without items refuses a sink for items, and an item to write. */
START_TEST(no_items)
{
    const dsi_message *message = dsi_message_at((size_t)_i);
    taker self = {.message = message};
    dsi_message_options options = {.head = {.status = 200},
                                   .items = {.take = take_item, .context = &self}};
    dsi_sink sink = {.write = gather, .context = &self.text};
    dsi_model model = {.name = {NULL, 0}};
    dsi_error error = {.code = DSI_OK};

    if (dsi_message_has_items(message)) {
        return;
    }
    ck_assert_ptr_null(
        dsi_message_begin(message, block, sizeof block, &options, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_ptr_null(dsi_message_begin(message, block, sizeof block, &options, NULL));
    error.code = DSI_OK;
    ck_assert(!dsi_message_item_write(message, &model, &sink, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert(!dsi_message_item_write(message, &model, &sink, NULL, NULL));
    error.code = DSI_OK;
    ck_assert_uint_eq(dsi_message_item_encode(message, &model, NULL, 0, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
}
END_TEST

/* ---------------------------------------------------------------------- wrong calls */

/* Without options a request decodes, but a response is refused: it has no status. */
START_TEST(no_options)
{
    const dsi_message *message = dsi_message_at((size_t)_i);
    bool is_request = dsi_message_is_request(message);
    dsi_error error = {.code = DSI_E_INTERNAL};
    dsi_decoder *decoder = dsi_message_begin(message, block, sizeof block, NULL,
                                             &error);

    ck_assert_int_eq(decoder != NULL, is_request);
    ck_assert_int_eq(error.code, is_request ? DSI_OK : DSI_E_ARGUMENT);
    (void)dsi_feed(decoder, "{}", 2);
    ck_assert_int_eq(dsi_message_finish(message, decoder, &error) != NULL, is_request);
    ck_assert_int_eq(error.code, is_request ? DSI_OK : DSI_E_ARGUMENT);
}
END_TEST

START_TEST(no_room)
{
    const dsi_message *message = dsi_message_at((size_t)_i);
    dsi_message_options options = {
        .head = {.status = 200},
        .items = {.take = dsi_message_has_items(message) ? take_item : NULL}};
    dsi_error error = {.code = DSI_OK};

    ck_assert_ptr_null(dsi_message_begin(message, NULL, 0, &options, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_ptr_null(dsi_message_begin(message, block, 64, &options, &error));
    ck_assert_int_eq(error.code, DSI_E_BLOCK_SIZE);
    ck_assert_ptr_null(dsi_message_finish(message, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_BLOCK_SIZE); /* what begin said */
}
END_TEST

/* A decode cannot be finished as another message. */
START_TEST(ended_as_another_message)
{
    const dsi_message *message = dsi_message_at((size_t)_i);
    dsi_message_options options = {.head = {.status = 200}};

    for (size_t i = 0; dsi_message_at(i) != NULL; i++) {
        dsi_decoder *decoder = dsi_message_begin(message, block, sizeof block, &options,
                                                 NULL);
        dsi_error error;
        bool same = dsi_message_at(i) == message;

        (void)dsi_feed(decoder, "{}", 2);
        ck_assert_int_eq(dsi_message_finish(dsi_message_at(i), decoder, &error) != NULL,
                         same);
        ck_assert_int_eq(error.code, same ? DSI_OK : DSI_E_ARGUMENT);
    }
}
END_TEST

/* ------------------------------------------------------------- checking and writing */

typedef struct check_row {
    const char *message;
    const char *body;
    size_t violations; /* at DSI_LEVEL_AGREEMENT */
    const char *first; /* path of the first violation */
    const char *nulls; /* the text if encoded with nulls */
} check_row;

#define IN_CONFIG(rest) "{\"rdsDataApiConfig\":{" rest "}}"

static const check_row check_rows[] = {
    {"start-request", "{}", 0, "", "{\"rdsDataApiConfig\":null}"},
    {"start-request", IN_CONFIG("\"databaseName\":\"\""), 3,
     "/rdsDataApiConfig/resourceArn",
     IN_CONFIG("\"resourceArn\":null,\"secretArn\":null,\"databaseName\":\"\"")},
    {"get-request", "{\"introspectionId\":\"..\",\"maxResults\":26}", 2,
     "/introspectionId",
     "{\"introspectionId\":\"..\",\"includeModelsSDL\":null,\"nextToken\":null,"
     "\"maxResults\":26}"},
    {"start-response", "{\"introspectionId\":\"\"}", 0, "",
     "{\"introspectionId\":\"\",\"introspectionStatus\":null,"
     "\"introspectionStatusDetail\":null}"},
    {"get-response", "{\"introspectionStatus\":\"LATER\"}", 0, "",
     "{\"introspectionId\":null,\"introspectionStatus\":\"LATER\","
     "\"introspectionStatusDetail\":null,\"introspectionResult\":null}"},
};

START_TEST(checks_and_writes)
{
    const check_row *row = &check_rows[_i];
    const dsi_message *message = dsi_message_find(dsi_str(row->message));
    dsi_message_options options = {.head = {.status = 200}};
    dsi_decoder *decoder = dsi_message_begin(message, block, sizeof block, &options,
                                             NULL);
    dsi_violation items[4] = {{.path = ""}};
    dsi_violations report = {
        .items = items, .capacity = 4, .level = DSI_LEVEL_AGREEMENT, .count = 7};
    char bytes[512];
    gathered text = {.bytes = bytes, .capacity = sizeof bytes};
    dsi_sink sink = {.write = gather, .context = &text};
    dsi_encode_options nulls = {.nulls = true};
    const void *object;

    (void)dsi_feed(decoder, row->body, strlen(row->body));
    object = dsi_message_finish(message, decoder, NULL);
    ck_assert_uint_eq(dsi_message_validate(message, object, &report), row->violations);
    ck_assert_uint_eq(report.count, row->violations);
    ck_assert_str_eq(items[0].path, row->first);
    ck_assert(dsi_message_write(message, object, &sink, &nulls, NULL));
    ck_assert_msg(gathered_same(&text, row->nulls, strlen(row->nulls)), "%.*s",
                  (int)text.length, bytes);
}
END_TEST

static bool refuse(void *context, const char *bytes, size_t length)
{
    (void)context;
    (void)bytes;
    (void)length;
    return false;
}

START_TEST(sink_refuses)
{
    const dsi_message *message = dsi_message_at((size_t)_i);
    dsi_sink sink = {.write = refuse};
    void *object = message_memory(message);
    dsi_error error = {.code = DSI_OK};

    dsi_message_clear(message, object);
    ck_assert(!dsi_message_write(message, object, &sink, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_SINK);
    free(object);
}
END_TEST

/* A buffer of the length that the error tells is enough, and no smaller one is. */
START_TEST(an_item_in_a_buffer)
{
    static const char expected[] = "{\"name\":\"m\"}";
    const dsi_message *message = dsi_message_find(dsi_str("get-response"));
    dsi_model model = {.name = dsi_str("m")};
    dsi_error error = {.code = DSI_OK};
    char buffer[sizeof expected];
    size_t length = sizeof expected - 1;

    ck_assert_uint_eq(dsi_message_item_encode(message, &model, NULL, 0, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_BUFFER_SIZE);
    ck_assert_uint_eq(error.actual, length);
    ck_assert_uint_eq(
        dsi_message_item_encode(message, &model, buffer, length - 1, &error), 0);
    ck_assert_uint_eq(dsi_message_item_encode(message, &model, buffer, length, &error),
                      length);
    ck_assert_int_eq(memcmp(buffer, expected, length), 0);
}
END_TEST

START_TEST(sink_refuses_an_item)
{
    const dsi_message *message = dsi_message_find(dsi_str("get-response"));
    dsi_sink sink = {.write = refuse};
    dsi_model model = {.name = dsi_str("m")};
    dsi_error error = {.code = DSI_OK};

    ck_assert(!dsi_message_item_write(message, &model, &sink, NULL, &error));
    ck_assert_int_eq(error.code, DSI_E_SINK);
}
END_TEST

SUITE(message_decode)
{
    Suite *suite = suite_create("message decode");

    add_rows(suite, "items are taken", items_are_taken, PAGE_MODELS + 1);
    add_rows(suite, "no items", no_items, message_count());
    add_rows(suite, "no options", no_options, message_count());
    add_rows(suite, "no room", no_room, message_count());
    add_rows(suite, "ended as another message", ended_as_another_message,
             message_count());
    add_rows(suite, "checks and writes", checks_and_writes, COUNT(check_rows));
    add_rows(suite, "sink refuses", sink_refuses, message_count());
    add_test(suite, "an item in a buffer", an_item_in_a_buffer);
    add_test(suite, "sink refuses an item", sink_refuses_an_item);
    return suite;
}
