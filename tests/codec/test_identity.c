/* Generated structs: encode, decode, encode again; a second parser agrees. */
#include <string.h>

#include "tests/codec/random.h"
#include "tests/support.h"

static dsi_optional_int32 random_integer(random_source *source)
{
    static const int32_t values[] = {0, 1, -1, 10, INT32_MAX, INT32_MIN, 123456789};

    return (dsi_optional_int32){.present = random_below(source, 3) != 0,
                                .value = values[random_below(source, COUNT(values))]};
}

static unsigned char block[DSI_DECODER_SIZE_DEFAULT];

START_TEST(requests)
{
    random_source source = {.state = (uint64_t)_i};
    text_place places[3];
    dsi_rds_data_api_config config = {
        .resource_arn = random_text(&source, &places[0]),
        .secret_arn = random_text(&source, &places[1]),
        .database_name = random_text(&source, &places[2])};
    dsi_start_request request = {.rds_data_api_config = &config};
    const dsi_start_request *decoded;
    char body[8192];
    char again[8192];
    size_t length = dsi_start_request_encode(&request, body, sizeof body, NULL);
    dsi_decoder *decoder = dsi_start_request_begin(block, sizeof block, NULL, NULL);
    json_t *root = json_read(body, length);
    json_t *object = json_object_get(root, "rdsDataApiConfig");

    ck_assert_ptr_nonnull(object);
    check_json_text(object, "resourceArn", config.resource_arn);
    check_json_text(object, "secretArn", config.secret_arn);
    check_json_text(object, "databaseName", config.database_name);
    json_decref(root);

    feed_at_random(&source, decoder, body, length);
    decoded = dsi_start_request_finish(decoder, NULL);
    check_text(config.resource_arn, decoded->rds_data_api_config->resource_arn);
    check_text(config.secret_arn, decoded->rds_data_api_config->secret_arn);
    check_text(config.database_name, decoded->rds_data_api_config->database_name);
    ck_assert_uint_eq(dsi_start_request_encode(decoded, again, sizeof again, NULL),
                      length);
    ck_assert_int_eq(memcmp(body, again, length), 0);
}
END_TEST

#define ITEMS_MAX 6

typedef struct error_places {
    text_place texts[2 + 2 * ITEMS_MAX];
    dsi_code_error_location locations[ITEMS_MAX];
    dsi_code_error items[ITEMS_MAX];
    dsi_bad_request_detail detail;
} error_places;

static dsi_start_answer random_error(random_source *source, error_places *places)
{
    dsi_start_answer answer = {.kind = DSI_SERVICE_ERROR};
    size_t count = random_below(source, ITEMS_MAX + 1);

    answer.error.message = random_text(source, &places->texts[0]);
    answer.error.reason.text = random_text(source, &places->texts[1]);
    for (size_t i = 0; i < count; i++) {
        places->locations[i] = (dsi_code_error_location){
            .line = random_integer(source),
            .column = random_integer(source),
            .span = random_integer(source)};
        places->items[i] = (dsi_code_error){
            .error_type = random_text(source, &places->texts[2 + 2 * i]),
            .value = random_text(source, &places->texts[3 + 2 * i]),
            .location = random_below(source, 3) == 0 ? NULL : &places->locations[i]};
    }
    places->detail = (dsi_bad_request_detail){
        .code_errors = {.items = random_below(source, 8) == 0 ? NULL : places->items,
                        .count = count}};
    answer.error.detail = random_below(source, 8) == 0 ? NULL : &places->detail;
    return answer;
}

/* The bytes stand for the struct: equal bytes of both rounds say that nothing is lost.
 */
START_TEST(error_answers)
{
    random_source source = {.state = (uint64_t)_i * 977};
    error_places places;
    dsi_start_answer answer = random_error(&source, &places);
    dsi_received_head head = {.status = 400};
    static char body[65536];
    static char again[65536];
    size_t length = dsi_start_answer_encode(&answer, body, sizeof body, NULL);
    dsi_decoder *decoder = dsi_start_answer_begin(block, sizeof block, &head, NULL,
                                                  NULL);
    const dsi_start_answer *decoded;
    json_t *root = json_read(body, length);

    check_json_text(root, "message", answer.error.message);
    json_decref(root);
    feed_at_random(&source, decoder, body, length);
    decoded = dsi_start_answer_finish(decoder, NULL);
    ck_assert_ptr_nonnull(decoded);
    check_text(answer.error.message, decoded->error.message);
    ck_assert_uint_eq(dsi_start_answer_encode(decoded, again, sizeof again, NULL),
                      length);
    ck_assert_int_eq(memcmp(body, again, length), 0);
}
END_TEST

START_TEST(outputs)
{
    random_source source = {.state = (uint64_t)_i * 31};
    text_place places[3];
    dsi_start_answer answer = {
        .kind = DSI_OUTPUT,
        .output = {.introspection_id = random_text(&source, &places[0]),
                   .introspection_status = {.text = random_text(&source, &places[1])},
                   .introspection_status_detail = random_text(&source, &places[2])}};
    dsi_received_head head = {.status = 200};
    char body[8192];
    size_t length = dsi_start_answer_encode(&answer, body, sizeof body, NULL);
    dsi_decoder *decoder = dsi_start_answer_begin(block, sizeof block, &head, NULL,
                                                  NULL);
    const dsi_start_answer *decoded;

    feed_at_random(&source, decoder, body, length);
    decoded = dsi_start_answer_finish(decoder, NULL);
    ck_assert_ptr_nonnull(decoded);
    check_text(answer.output.introspection_id, decoded->output.introspection_id);
    check_text(answer.output.introspection_status.text,
               decoded->output.introspection_status.text);
    check_text(answer.output.introspection_status_detail,
               decoded->output.introspection_status_detail);
}
END_TEST

SUITE(identity)
{
    Suite *suite = suite_create("identity");

    add_rows(suite, "requests", requests, 500);
    add_rows(suite, "error answers", error_answers, 500);
    add_rows(suite, "outputs", outputs, 500);
    return suite;
}
