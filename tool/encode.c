/*
 * tool/encode.c - dsi encode: fields in, a message's bytes out.
 *
 * Fields come from a decoded file, from the options, or from both. The message is
 * checked before a byte of it is printed, so a pipe never gets half a message.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "caret.h"
#include "commands.h"
#include "message.h"
#include "near.h"
#include "unknown.h"
#include "violations.h"

/* ----------------------------------------------------------------- what is printed */

/* A sink that counts; the context is a size_t. */
static bool encode_count(void *context, const char *bytes, size_t length)
{
    (void)bytes;
    *(size_t *)context += length;
    return true;
}

/* Prints the end of a head: the headers that describe the body, and an empty line. */
static void encode_print_content(dsi_string content_type, size_t length)
{
    if (content_type.data != NULL) {
        printf("Content-Type: %s\r\nContent-Length: %zu\r\n", content_type.data,
               length);
    }
    fputs("\r\n", stdout);
}

static void encode_print_request_head(const tool_message *message, const char *target,
                                      size_t length)
{
    dsi_request_head head = dsi_message_request_head(message->message, dsi_str(target));

    printf("%s %s HTTP/1.1\r\n", head.method.data, head.target.data);
    encode_print_content(head.content_type, length);
}

static void encode_print_answer_head(const tool_message *message, size_t length)
{
    dsi_answer_head head = dsi_message_answer_head(message->message, message->object);

    printf("HTTP/1.1 %d OK\r\n", head.status);
    encode_print_content(head.content_type, length);
}

/* Returns the target, to be freed, or NULL after it has said why there is none. */
static char *encode_make_target(const tool_message *message,
                                const tool_options *options, tool_exit *status)
{
    dsi_error error;
    size_t length = dsi_message_target_size(message->message, message->object, &error);
    char *target;

    if (length == 0) {
        *status = tool_complain_error(options->command, &error);
        return NULL;
    }
    *status = TOOL_USAGE;
    target = tool_allocate(length + 1);
    if (target != NULL) {
        *status = TOOL_DONE;
        (void)dsi_message_target_encode(message->message, message->object, target,
                                        length + 1, &error);
    }
    return target;
}

static tool_exit encode_print_head(const tool_message *message,
                                   const tool_options *options, size_t length)
{
    tool_exit status = TOOL_DONE;
    char *target;

    if (!dsi_message_is_request(message->message)) {
        encode_print_answer_head(message, length);
        return TOOL_DONE;
    }
    target = encode_make_target(message, options, &status);
    if (target != NULL) {
        encode_print_request_head(message, target, length);
    }
    free(target);
    return status;
}

/*
 * Writes the message twice: first to count its bytes, then to stdout. So a message that
 * cannot be encoded prints nothing, and the head has the length.
 */
static tool_exit encode_print(const tool_message *message, const tool_options *options)
{
    dsi_encode_options how = {.nulls = options->nulls, .pretty = options->pretty};
    size_t length = 0;
    dsi_sink counter = {.write = encode_count, .context = &length};
    dsi_sink sink = tool_stdout();
    tool_exit status = TOOL_DONE;
    dsi_error error;

    if (!dsi_message_write(message->message, message->object, &counter, &how, &error)) {
        return tool_complain_error(options->command, &error);
    }
    if (options->http) {
        status = encode_print_head(message, options, length);
    }
    if (status == TOOL_DONE &&
        !dsi_message_write(message->message, message->object, &sink, &how, &error)) {
        status = tool_exit_of(error.code);
    }
    return status;
}

/* A request without a body is its target, so that is what is printed. */
static tool_exit encode_print_target(const tool_message *message,
                                     const tool_options *options)
{
    tool_exit status;
    char *target;

    if (options->http) {
        return encode_print_head(message, options, 0);
    }
    target = encode_make_target(message, options, &status);
    if (target != NULL) {
        (void)tool_write(target, strlen(target));
    }
    free(target);
    return status;
}

/* Values are shown only on a terminal: in a log they would leak. */
static tool_exit encode_validate(const tool_message *message)
{
    dsi_violations found;
    tool_exit status = violations_find(&found, message, DSI_LEVEL_MODEL);

    if (status == TOOL_VIOLATIONS) {
        violations_print(&found, stderr, NULL, isatty(STDERR_FILENO) == 1);
    }
    violations_free(&found);
    return status;
}

/*
 * Unknown members are not in the output, so a mistyped name would lose its value
 * silently.
 */
static tool_exit encode_report_unknown(const tool_options *options,
                                       const unknown_list *unknown)
{
    const char *file = input_name(options->from);

    if (!options->refuses_unknown) {
        unknown_warn(unknown, file);
        return TOOL_DONE;
    }
    unknown_print_lines(stderr, unknown, NULL, file);
    return unknown->count > 0 ? TOOL_VIOLATIONS : TOOL_DONE;
}

/* Both kinds of faults are reported, so that one run shows all of them. */
static tool_exit encode_check(const tool_message *message, const tool_options *options,
                              const unknown_list *unknown)
{
    tool_exit status = options->no_validate ? TOOL_DONE : encode_validate(message);
    tool_exit more = status != TOOL_USAGE ? encode_report_unknown(options, unknown)
                                          : TOOL_DONE;

    return status != TOOL_DONE ? status : more;
}

/* -------------------------------------------------------------------- the message */

/*
 * A new value of the service must pass without a word, and it can be a form of a known
 * one, as PROCESSED would be. A mistyped one differs in fewer letters.
 */
#define ENCODE_VALUE_LETTERS 2

/* Warns of an enum's text that is no known one, but near one. */
static void encode_warn_of_value(const tool_options *options, const given_field *given)
{
    dsi_string text = dsi_str(given->text);
    near_search search = near_begin(text);
    const char *value;
    dsi_field field;

    near_limit(&search, ENCODE_VALUE_LETTERS);
    for (size_t i = 0;
         (value = dsi_message_field_value(options->message, given->index, i)) != NULL;
         i++) {
        if (dsi_string_equal(text, dsi_str(value))) {
            return;
        }
        near_try(&search, value);
    }
    if (search.name[0] != '\0' &&
        dsi_message_field(options->message, given->index, &field)) {
        tool_begin_warning(options->command);
        fprintf(stderr, "--%s '", field.option);
        caret_print_text(stderr, text);
        fprintf(stderr, "' is not known; did you mean '%s'?\n", search.name);
    }
}

/*
 * Sets the fields that the options give, over those of the decoded message. The decoded
 * struct is const, so the fields are set in a copy of it.
 */
static tool_exit encode_set_fields(tool_message *message, const tool_options *options)
{
    size_t size = dsi_message_size(message->message);
    dsi_room room = {.memory = (char *)message->own + size,
                     .size = options->field_count * DSI_FIELD_ROOM};
    dsi_error error;

    if (message->object != message->own) {
        memcpy(message->own, message->object, size);
        message->object = message->own;
    }
    for (size_t i = 0; i < options->field_count; i++) {
        const given_field *field = &options->fields[i];

        if (!dsi_message_field_set(message->message, message->own, &room, field->index,
                                   dsi_str(field->text), &error)) {
            return tool_complain_error(options->command, &error);
        }
        encode_warn_of_value(options, field);
    }
    return TOOL_DONE;
}

/* True if the last byte that was printed is a line feed. */
static bool encode_ends_line(const tool_message *message, const tool_options *options)
{
    return dsi_message_has_body(message->message) ? options->pretty : options->http;
}

tool_exit encode_run(const tool_options *options)
{
    unknown_list unknown = {.message = options->message};
    message_sinks sinks = {.unknown = unknown_sink(&unknown)};
    tool_message message;
    tool_exit status = options->from != NULL
                           ? message_decode(&message, options, options->from, &sinks)
                           : message_make(&message, options);

    if (status == TOOL_DONE) {
        status = unknown_check(&unknown);
    }
    if (status == TOOL_DONE) {
        status = encode_set_fields(&message, options);
    }
    if (status == TOOL_DONE) {
        status = encode_check(&message, options, &unknown);
    }
    if (status == TOOL_DONE) {
        status = dsi_message_has_body(message.message)
                     ? encode_print(&message, options)
                     : encode_print_target(&message, options);
    }
    if (status == TOOL_DONE && isatty(STDOUT_FILENO) == 1 &&
        !encode_ends_line(&message, options)) {
        putchar('\n'); /* else the shell's prompt would follow the message */
    }
    message_free(&message);
    unknown_free(&unknown);
    return status;
}
