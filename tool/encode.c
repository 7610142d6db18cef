/* dsi encode: fields in, a message's bytes out. */
#include <stdio.h>
#include <stdlib.h>
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

static void encode_print_content(dsi_string content_type, size_t length)
{
    printf("Content-Type: %s\r\nContent-Length: %zu\r\n\r\n", content_type.data,
           length);
}

static void encode_print_head(const tool_message *message, size_t length)
{
    dsi_answer_head head;

    if (message->start_request != NULL) {
        dsi_request_head request = dsi_start_request_head();

        printf("%s %s HTTP/1.1\r\n", request.method.data, request.target.data);
        encode_print_content(request.content_type, length);
        return;
    }
    head = message->start_answer != NULL ? dsi_start_answer_head(message->start_answer)
                                         : dsi_get_answer_head(message->get_answer);
    printf("HTTP/1.1 %d OK\r\n", head.status);
    encode_print_content(head.content_type, length);
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

/* A get-request has no body: all of it is in its target. */
static tool_exit encode_print_target(const dsi_get_request *request,
                                     const tool_options *options)
{
    dsi_error error;
    size_t length = dsi_get_request_target_size(request, &error);
    dsi_request_head head;
    char *target;

    if (length == 0) {
        return tool_complain_error(options->command, &error);
    }
    target = tool_allocate(length + 1);
    if (target == NULL) {
        return TOOL_USAGE;
    }
    (void)dsi_get_request_target(request, target, length + 1, &error);
    head = dsi_get_request_head((dsi_string){.data = target, .length = length});
    if (options->http) {
        printf("%s %s HTTP/1.1\r\n\r\n", head.method.data, target);
    } else {
        fputs(target, stdout);
    }
    free(target);
    return TOOL_DONE;
}

/* The values came from whoever sees stderr, unless that is a file. */
static tool_exit encode_check(const tool_message *message)
{
    tool_violations found;

    if (violations_find(&found, message, DSI_LEVEL_MODEL) == 0) {
        return TOOL_DONE;
    }
    violations_print(&found, stderr, "dsi: ", isatty(STDERR_FILENO) == 1);
    return TOOL_VIOLATIONS;
}

static tool_exit encode_message(const tool_message *message,
                                const tool_options *options)
{
    tool_exit status = options->no_validate ? TOOL_DONE : encode_check(message);

    if (status != TOOL_DONE) {
        return status;
    }
    return message->get_request != NULL
               ? encode_print_target(message->get_request, options)
               : encode_print(message, options);
}

/* ------------------------------------- the options' fields, over those of `from` */

static void encode_set(dsi_string *member, const char *text)
{
    if (text != NULL) {
        *member = dsi_str(text);
    }
}

static tool_exit encode_start_request(const tool_options *options,
                                      const dsi_start_request *from)
{
    dsi_rds_data_api_config config = {.resource_arn = {NULL, 0}};
    dsi_start_request request = {.rds_data_api_config = NULL};

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
    return encode_message(&(tool_message){.start_request = &request}, options);
}

static tool_exit encode_start_answer(const tool_options *options,
                                     const dsi_start_answer *from)
{
    dsi_start_answer answer = {.kind = DSI_OUTPUT};

    if (from != NULL) {
        answer.output = from->output;
    }
    encode_set(&answer.output.introspection_id, options->introspection_id);
    encode_set(&answer.output.introspection_status.text, options->status_text);
    encode_set(&answer.output.introspection_status_detail, options->detail);
    return encode_message(&(tool_message){.start_answer = &answer}, options);
}

static tool_exit encode_get_request(const tool_options *options,
                                    const dsi_get_request *from)
{
    dsi_get_request request = {.introspection_id = {NULL, 0}};

    if (from != NULL) {
        request = *from;
    }
    encode_set(&request.introspection_id, options->introspection_id);
    encode_set(&request.next_token, options->next_token);
    if (options->include_models_sdl) {
        request.include_models_sdl = (dsi_optional_bool){.present = true,
                                                         .value = true};
    }
    if (options->max_results.present) {
        request.max_results = options->max_results;
    }
    return encode_message(&(tool_message){.get_request = &request}, options);
}

static tool_exit encode_get_answer(const tool_options *options,
                                   const dsi_get_answer *from)
{
    dsi_get_answer answer = {.kind = DSI_OUTPUT};

    if (from != NULL) {
        answer.output = from->output;
    }
    encode_set(&answer.output.introspection_id, options->introspection_id);
    encode_set(&answer.output.introspection_status.text, options->status_text);
    encode_set(&answer.output.introspection_status_detail, options->detail);
    return encode_message(&(tool_message){.get_answer = &answer}, options);
}

static tool_exit encode_from(const tool_options *options, const tool_message *from)
{
    switch (options->message) {
    case MESSAGE_START_REQUEST:
        return encode_start_request(options, from->start_request);
    case MESSAGE_START_RESPONSE:
        return encode_start_answer(options, from->start_answer);
    case MESSAGE_GET_REQUEST:
        return encode_get_request(options, from->get_request);
    default:
        return encode_get_answer(options, from->get_answer);
    }
}

tool_exit encode_run(const tool_options *options)
{
    tool_message from = {.block = NULL};
    tool_exit status = TOOL_DONE;

    if (options->from != NULL) {
        status = message_decode(&from, options, options->from, NULL);
    }
    if (status == TOOL_DONE) {
        status = encode_from(options, &from);
    }
    message_free(&from);
    return status;
}
