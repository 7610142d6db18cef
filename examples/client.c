/*
 * A client: it fills a request, validates it, encodes it, and decodes the answer as it
 * arrives. The transport is yours; here a text in pieces stands for it.
 */
#include <stdio.h>

#include <dsi/dsi.h>

#include "show.h"

/* What a transport would receive, piece by piece. */
static const char *const pieces[] = {"{\"introspectionId\":\"a1234567-8910-",
                                     "abcd-efgh-identifier\",\"introspect",
                                     "ionStatus\":\"PROCESSING\"}", NULL};

static int show_error(const dsi_error *error)
{
    char words[DSI_ERROR_TEXT_MAX];

    dsi_error_describe(error, words, sizeof words);
    fprintf(stderr, "%s: %s\n", dsi_code_name(error->code), words);
    return 1;
}

/* Every member of an answer may be absent, and hold any character. */
static void show_or_none(const char *before, dsi_string text)
{
    fputs(before, stdout);
    show_text(stdout, text.data != NULL ? text : dsi_str("(none)"));
}

static int show_answer(const dsi_start_answer *answer)
{
    if (answer->kind == DSI_SERVICE_ERROR) {
        printf("error %s", dsi_error_class_name(answer->error.error_class));
        show_or_none(": ", answer->error.message);
        puts("");
        return 1;
    }
    show_or_none("introspection ", answer->output.introspection_id);
    show_or_none(" is ", answer->output.introspection_status.text);
    puts("");
    return 0;
}

/* Says all that is wrong with the request. Returns true if nothing is. */
static bool is_valid(const dsi_start_request *request)
{
    dsi_violation found[DSI_VIOLATIONS_MAX];
    dsi_violations report = {.items = found, .capacity = DSI_VIOLATIONS_MAX};
    char words[64 + DSI_VIOLATIONS_MAX * DSI_VIOLATION_TEXT_MAX];

    if (dsi_start_request_validate(request, &report) == 0) {
        return true;
    }
    dsi_violations_describe(&report, words, sizeof words);
    fprintf(stderr, "%s\n", words);
    return false;
}

int main(void)
{
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    dsi_rds_data_api_config config = {
        .resource_arn = dsi_str("arn:aws:rds:us-east-1:123456789012:cluster:orders"),
        .secret_arn = dsi_str("arn:aws:secretsmanager:us-east-1:123456789012:"
                              "secret:db/orders-AbCdEf"),
        .database_name = dsi_str("orders"),
    };
    dsi_start_request request = {.rds_data_api_config = &config};
    dsi_request_head to_send = dsi_start_request_head();
    dsi_received_head received = {.status = 200};
    char body[DSI_START_REQUEST_MAX];
    const dsi_start_answer *answer;
    dsi_decoder *decoder;
    dsi_error error;
    size_t length;

    if (!is_valid(&request)) {
        return 1;
    }
    length = dsi_start_request_encode(&request, body, sizeof body, &error);
    if (length == 0) {
        return show_error(&error);
    }
    printf("%s %s\n%.*s\n", to_send.method.data, to_send.target.data, (int)length,
           body);

    decoder = dsi_start_answer_begin(block, sizeof block, &received, NULL, &error);
    for (size_t i = 0; pieces[i] != NULL; i++) {
        dsi_feed(decoder, pieces[i], strlen(pieces[i])); /* errors stick until finish */
    }
    answer = dsi_start_answer_finish(decoder, &error);
    return answer != NULL ? show_answer(answer) : show_error(&error);
}
