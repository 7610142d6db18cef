/* dsi encode: fields in, a message's bytes out. */
#include <stdio.h>
#include <unistd.h>

#include "commands.h"
#include "message.h"
#include "violations.h"

static bool encode_count(void *context, const char *bytes, size_t length)
{
    (void)bytes;
    *(size_t *)context += length;
    return true;
}

static void encode_print_head(const tool_message *body, size_t length)
{
    dsi_string content_type;

    if (body->request != NULL) {
        dsi_request_head head = dsi_start_request_head();

        printf("%s %s HTTP/1.1\r\n", head.method.data, head.target.data);
        content_type = head.content_type;
    } else {
        dsi_answer_head head = dsi_start_answer_head(body->answer);

        printf("HTTP/1.1 %d OK\r\n", head.status);
        content_type = head.content_type;
    }
    printf("Content-Type: %s\r\nContent-Length: %zu\r\n\r\n", content_type.data,
           length);
}

/* Written twice: nothing is printed of a message that has a fault at its end. */
static tool_exit encode_print(const tool_message *body, const tool_options *options)
{
    dsi_encode_options how = {.nulls = options->nulls, .pretty = options->pretty};
    size_t length = 0;
    dsi_sink counter = {.write = encode_count, .context = &length};
    dsi_sink sink = tool_stdout();
    dsi_error error;

    if (!message_write(body, &counter, &how, &error)) {
        return tool_complain_error(options->command, &error);
    }
    if (options->http) {
        encode_print_head(body, length);
    }
    return message_write(body, &sink, &how, &error) ? TOOL_DONE
                                                    : tool_exit_of(error.code);
}

static void encode_set(dsi_string *member, const char *text)
{
    if (text != NULL) {
        *member = dsi_str(text);
    }
}

/* The values came from whoever sees stderr, unless that is a file. */
static tool_exit encode_check(const dsi_start_request *request)
{
    tool_violations found;

    if (violations_find(&found, request, DSI_LEVEL_MODEL) == 0) {
        return TOOL_DONE;
    }
    violations_print(&found, stderr, "dsi: ", isatty(STDERR_FILENO) == 1);
    return TOOL_VIOLATIONS;
}

/* The options' fields, over those of `from` (may be NULL). */
static tool_exit encode_request(const tool_options *options,
                                const dsi_start_request *from)
{
    dsi_rds_data_api_config config = {.resource_arn = {NULL, 0}};
    dsi_start_request request = {.rds_data_api_config = NULL};
    tool_exit status;

    if (from != NULL && from->rds_data_api_config != NULL) {
        config = *from->rds_data_api_config;
        request.rds_data_api_config = &config;
    }
    if (options->resource_arn != NULL || options->secret_arn != NULL ||
        options->database_name != NULL) {
        request.rds_data_api_config = &config;
    }
    encode_set(&config.resource_arn, options->resource_arn);
    encode_set(&config.secret_arn, options->secret_arn);
    encode_set(&config.database_name, options->database_name);
    status = options->no_validate ? TOOL_DONE : encode_check(&request);
    return status != TOOL_DONE
               ? status
               : encode_print(&(tool_message){.request = &request}, options);
}

static tool_exit encode_answer(const tool_options *options,
                               const dsi_start_answer *from)
{
    dsi_start_answer answer = {.kind = DSI_OUTPUT};

    if (from != NULL) {
        answer.output = from->output;
    }
    encode_set(&answer.output.introspection_id, options->introspection_id);
    encode_set(&answer.output.introspection_status.text, options->status_text);
    encode_set(&answer.output.introspection_status_detail, options->detail);
    return encode_print(&(tool_message){.answer = &answer}, options);
}

tool_exit encode_run(const tool_options *options)
{
    tool_message from = {.block = NULL};
    tool_exit status = TOOL_DONE;

    if (options->from != NULL) {
        status = message_decode(&from, options, options->from);
    }
    if (status == TOOL_DONE) {
        status = options->message == MESSAGE_START_REQUEST
                     ? encode_request(options, from.request)
                     : encode_answer(options, from.answer);
    }
    message_free(&from);
    return status;
}
