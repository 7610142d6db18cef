/*
 * tool/decode.c - dsi decode: what the C struct holds, as canonical JSON.
 *
 * The output comes from the struct, not from the input, so it shows what a program
 * would get from dsi.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "caret.h"
#include "commands.h"
#include "message.h"
#include "sdl.h"

/* The error's offset counts in the body, the printed one in the input with its head. */
static tool_exit decode_print_error(const tool_message *message,
                                    dsi_service_error service_error)
{
    dsi_sink sink = tool_stdout();
    dsi_error error;

    if (message->head != NULL) {
        service_error.unread.offset += head_body(message->head);
    }
    fputs("{\"error\":", stdout);
    if (!dsi_service_error_write(&service_error, &sink, &error)) {
        return tool_exit_of(error.code);
    }
    fputs("}\n", stdout);
    return TOOL_SERVICE_ERROR;
}

/* Only stdout can fail here, and main_end reports that. */
static tool_exit decode_print(const tool_message *message)
{
    const dsi_service_error *service_error = dsi_message_error(message->message,
                                                               message->object);
    dsi_sink sink = tool_stdout();
    dsi_error error;

    if (service_error != NULL) {
        return decode_print_error(message, *service_error);
    }
    if (!dsi_message_write(message->message, message->object, &sink, NULL, &error)) {
        return tool_exit_of(error.code);
    }
    putchar('\n');
    return TOOL_DONE;
}

/* Prints items, each through the same memory. It grows to the longest of them. */
typedef struct decode_lines {
    const dsi_message *message;
    char *line;
    size_t capacity; /* and one byte more, for the line feed */
} decode_lines;

/*
 * Makes room for a longer item, and half as much again, so that items that get longer do
 * not allocate each time. Without memory the capacity is 0.
 */
static void decode_grow(decode_lines *lines, size_t needed)
{
    free(lines->line);
    lines->capacity = needed + needed / 2;
    lines->line = lines->capacity < needed ? NULL : malloc(lines->capacity + 1);
    lines->capacity = lines->line == NULL ? 0 : lines->capacity;
}

/*
 * Prints an item on a line. The item was decoded, so it is UTF-8 and not too deep: only
 * stdout can fail. Without memory for it, the item goes there piece by piece.
 */
static bool decode_print_item(void *context, const void *item)
{
    decode_lines *lines = context;
    dsi_sink sink = tool_stdout();
    dsi_error error;
    size_t length = dsi_message_item_encode(lines->message, item, lines->line,
                                            lines->capacity, &error);

    if (length == 0) {
        decode_grow(lines, (size_t)error.actual);
        length = dsi_message_item_encode(lines->message, item, lines->line,
                                         lines->capacity, NULL);
    }
    if (length == 0 || lines->line == NULL) {
        return dsi_message_item_write(lines->message, item, &sink, NULL, NULL) &&
               tool_write("\n", 1);
    }
    lines->line[length] = '\n';
    return tool_write(lines->line, length + 1);
}

/*
 * The models are printed, and nothing else. Words tell of a service error, and of what
 * else keeps the GraphQL from being whole.
 */
static tool_exit decode_end_sdl(const tool_message *message, const char *file)
{
    const dsi_service_error *error = dsi_message_error(message->message,
                                                       message->object);

    if (error == NULL) {
        const dsi_get_answer *answer = message->object;

        sdl_warn(&answer->output, input_name(file));
        return TOOL_DONE;
    }
    tool_begin_complaint(input_name(file));
    fprintf(stderr, "service error, status %d", error->status);
    if (error->type.data != NULL) {
        fputs(", ", stderr);
        caret_print_text(stderr, error->type);
    }
    if (error->message.data != NULL) {
        fputs(": ", stderr);
        caret_print_text(stderr, error->message);
    }
    putc('\n', stderr);
    return TOOL_SERVICE_ERROR;
}

/* --sdl is only for a message whose items are models. */
static bool decode_print_sdl(void *context, const void *item)
{
    return sdl_print(context, item);
}

/* Chooses who takes the models as they arrive. */
static message_sinks decode_sinks(const tool_options *options, decode_lines *lines,
                                  sdl_printer *printer)
{
    message_sinks sinks = {.items = {.take = NULL}};

    if (options->sdl) {
        sinks.items = (dsi_item_sink){.take = decode_print_sdl, .context = printer};
    } else if (options->stream) {
        sinks.items = (dsi_item_sink){.take = decode_print_item, .context = lines};
    }
    return sinks;
}

static tool_exit decode_run_file(const tool_options *options, const char *file,
                                 void *sinks)
{
    tool_message message;
    tool_exit status = message_decode(&message, options, file, sinks);

    if (status == TOOL_DONE) {
        status = options->sdl ? decode_end_sdl(&message, file) : decode_print(&message);
    }
    message_free(&message);
    return status;
}

tool_exit decode_run(const tool_options *options)
{
    decode_lines lines = {.message = options->message};
    sdl_printer printer = {.escapes = isatty(STDOUT_FILENO) == 1};
    message_sinks sinks = decode_sinks(options, &lines, &printer);
    tool_exit status = options_each_file(options, decode_run_file, &sinks);

    free(lines.line);
    return status;
}
