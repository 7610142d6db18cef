/*
 * The typed functions of each message have the same outcome as the functions by name.
 * So none of them works for another operation.
 */
#include <stdlib.h>
#include <string.h>

#include "tests/codec/outcome.h"
#include "tests/model/bytes.h"
#include "tests/model/model.h"

static unsigned char block[DSI_DECODER_SIZE_DEFAULT];

/* The message with every member set, decoded from its vector in vectors_account.c. */
static const void *full(const dsi_message *message)
{
    dsi_message_options how = {.head = {.status = 200}};
    dsi_decoder *decoder = dsi_message_begin(message, block, sizeof block, &how, NULL);
    size_t i = 0;

    while (vector_message(vector_of_account_at(i)) != message) {
        i++;
    }
    (void)dsi_feed(decoder, vector_of_account_at(i)->bytes.data,
                   vector_of_account_at(i)->bytes.length);
    return dsi_message_finish(message, decoder, NULL);
}

static void check_same(const char *what, const gathered *typed, const gathered *named)
{
    ck_assert_msg(gathered_same(typed, named->bytes, named->length),
                  "%s: %.*s, not %.*s", what, (int)typed->length, typed->bytes,
                  (int)named->length, named->bytes);
}

static void check_body(const dsi_message *message, const model_typed *typed,
                       const void *object)
{
    char bytes[2][1024];
    gathered texts[] = {{.bytes = bytes[0], .capacity = sizeof *bytes},
                        {.bytes = bytes[1], .capacity = sizeof *bytes}};
    dsi_sink sinks[] = {{.write = gather, .context = &texts[0]},
                        {.write = gather, .context = &texts[1]}};

    ck_assert(dsi_message_write(message, object, &sinks[0], NULL, NULL));
    ck_assert(typed->write(object, &sinks[1], NULL, NULL));
    check_same("write", &texts[1], &texts[0]);
    if (typed->encode != NULL) {
        ck_assert_uint_eq(typed->size(object, NULL), texts[0].length);
        texts[1].length = typed->encode(object, bytes[1], sizeof *bytes, NULL);
        check_same("encode", &texts[1], &texts[0]);
    }
}

static void check_string(dsi_string typed, dsi_string named)
{
    ck_assert(dsi_string_equal(typed, named));
}

static void check_request(const dsi_message *message, const model_typed *typed,
                          const void *request)
{
    char named[1024];
    char target[1024];
    size_t length = dsi_message_target_encode(message, request, named, sizeof named,
                                              NULL);
    dsi_request_head head = dsi_message_request_head(message, dsi_str(named));
    dsi_request_head other = typed->request_head(dsi_str(named));

    ck_assert_uint_eq(typed->validate(request, NULL),
                      dsi_message_validate(message, request, NULL));
    check_string(other.method, head.method);
    check_string(other.target, head.target);
    check_string(other.content_type, head.content_type);
    if (typed->target != NULL) {
        ck_assert_uint_eq(typed->target_size(request, NULL), length);
        ck_assert_uint_eq(typed->target(request, target, sizeof target, NULL), length);
        ck_assert_str_eq(target, named);
    }
}

START_TEST(full_messages)
{
    const dsi_message *message = dsi_message_at((size_t)_i);
    const model_typed *typed = model_of(message).typed;
    const void *object = full(message);

    ck_assert_ptr_nonnull(object);
    check_body(message, typed, object);
    if (dsi_message_is_request(message)) {
        check_request(message, typed, object);
    }
}
END_TEST

/* Each operation has its own modelled errors, and the status follows from the error. */
static void check_error(const model_message *account, const model_error *error,
                        char *answer)
{
    const model_answer *places = &account->operation->answer;
    const dsi_answer_kind kind = DSI_SERVICE_ERROR;
    const dsi_service_error service_error = {.type = dsi_str(error->name)};
    dsi_answer_head head;

    memcpy(answer + places->kind, &kind, sizeof kind);
    memcpy(answer + places->error, &service_error, sizeof service_error);
    head = account->typed->answer_head(answer);
    ck_assert_msg(head.status == error->status, "%s: %s is a %d",
                  account->operation->name, error->name, head.status);
    check_string(head.error_type, dsi_str(error->name));
}

START_TEST(errors)
{
    const dsi_message *message = dsi_message_at((size_t)_i);
    model_message account = model_of(message);
    const model_error *error = account.operation->errors;
    char *answer = message_memory(message);

    for (; !account.is_request && error->name != NULL; error++) {
        dsi_message_clear(message, answer);
        check_error(&account, error, answer);
    }
    free(answer);
}
END_TEST

SUITE(typed)
{
    Suite *suite = suite_create("typed functions");

    add_rows(suite, "full messages", full_messages, message_count());
    add_rows(suite, "errors", errors, message_count());
    return suite;
}
