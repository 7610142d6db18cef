/*
 * A mock server: it decodes a request, validates it, and answers as the service would,
 * with an output or with a BadRequestException.
 */
#include <stdio.h>

#include <dsi/dsi.h>

static bool print(void *context, const char *bytes, size_t length)
{
    return fwrite(bytes, 1, length, context) == length;
}

static void send_answer(const dsi_start_answer *answer)
{
    dsi_answer_head head = dsi_start_answer_head(answer);
    dsi_sink sink = {.write = print, .context = stdout};

    printf("%d %s\n", head.status,
           head.error_type.data != NULL ? head.error_type.data : "OK");
    dsi_start_answer_write(answer, &sink, NULL, NULL);
    printf("\n");
}

static void refuse(const char *words)
{
    dsi_start_answer answer = {
        .kind = DSI_SERVICE_ERROR,
        .error = {.type = dsi_str("BadRequestException"), .message = dsi_str(words)}};

    send_answer(&answer);
}

static void serve(const char *body)
{
    static unsigned char block[32 * 1024];
    dsi_start_answer answer = {
        .kind = DSI_OUTPUT,
        .output = {.introspection_id = dsi_str("a1234567-8910-abcd-efgh-identifier"),
                   .introspection_status = {.text = dsi_str("PROCESSING")}}};
    dsi_violation found[DSI_VIOLATIONS_MAX];
    dsi_violations report = {.items = found, .capacity = DSI_VIOLATIONS_MAX};
    char words[4096];
    dsi_error error;
    const dsi_start_request *request = dsi_start_request_decode(
        block, sizeof block, dsi_str(body), NULL, &error);

    if (request == NULL) {
        dsi_error_describe(&error, words, sizeof words);
        refuse(words);
    } else if (dsi_start_request_validate(request, &report) > 0) {
        dsi_violations_describe(&report, words, sizeof words);
        refuse(words);
    } else {
        send_answer(&answer);
    }
}

int main(void)
{
    serve("{\"rdsDataApiConfig\":{"
          "\"resourceArn\":\"arn:aws:rds:us-east-1:123456789012:cluster:orders\","
          "\"secretArn\":\"arn:aws:secretsmanager:us-east-1:123456789012:secret:o-"
          "AbCdEf\","
          "\"databaseName\":\"orders\"}}");
    serve("{\"rdsDataApiConfig\":{\"databaseName\":\"orders\"}}");
    serve("{\"rdsDataApiConfig\":[]}");
    return 0;
}
