/*
 * tool/refusal.c - reports an input that was refused.
 *
 * With --json, an error in the input is data for another program and goes to stdout. An
 * error of the program's own surroundings, such as a file, always goes to stderr.
 */
#include "refusal.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "input.h"
#include "report.h"

/* The option that would have let the message pass, or NULL. */
static const char *refusal_option(dsi_code code)
{
    switch (code) {
    case DSI_E_MAX_BYTES:
        return "--max-bytes";
    case DSI_E_MAX_DEPTH:
        return "--max-depth";
    case DSI_E_MAX_TOKEN:
        return "--max-token";
    case DSI_E_BLOCK_SIZE:
    case DSI_E_MEMORY:
        return "--memory";
    default:
        return NULL;
    }
}

/* Room for the words of every refusal, and for the hint after them. */
#define REFUSAL_TEXT_MAX (DSI_ERROR_TEXT_MAX + 256)

/* Where the error is: "line 3, column 26, byte 61", or the byte alone. */
static void refusal_place(const tool_refusal *refusal, char *words, size_t capacity)
{
    uint64_t offset = refusal->error.offset;

    if (refusal->at.line == 0) {
        snprintf(words, capacity, "byte %" PRIu64, offset);
    } else {
        snprintf(words, capacity, "line %" PRIu64 ", column %" PRIu64 ", byte %" PRIu64,
                 refusal->at.line, refusal->at.column, offset);
    }
}

/* The library's words say "at byte N"; the place takes the place of "byte N". */
static void refusal_library_words(const dsi_error *error, const char *place,
                                  char *words, size_t capacity)
{
    char text[DSI_ERROR_TEXT_MAX];
    char byte[32];
    const char *found;

    dsi_error_describe(error, text, sizeof text);
    snprintf(byte, sizeof byte, "byte %" PRIu64, error->offset);
    found = strstr(text, byte);
    if (found == NULL) {
        snprintf(words, capacity, "%s", text);
    } else {
        snprintf(words, capacity, "%.*s%s%s", (int)(found - text), text, place,
                 found + strlen(byte));
    }
}

/* An input of no bytes has no place, and only that one has an error at no line. */
static void refusal_words(const tool_refusal *refusal, char *words, size_t capacity)
{
    const dsi_error *error = &refusal->error;
    const char *mark = error->path[0] != '\0' ? "'" : "";
    char place[96];

    refusal_place(refusal, place, sizeof place);
    if (refusal->words == NULL) {
        refusal_library_words(error, place, words, capacity);
    } else if (refusal->at.line == 0) {
        snprintf(words, capacity, "%s", refusal->words);
    } else {
        snprintf(words, capacity, "%s%s%s%s%s (%s)", refusal->words,
                 mark[0] != '\0' ? ", in " : "", mark, error->path, mark, place);
    }
}

/* True if the byte at the error's place is what is wrong. */
static bool refusal_is_about_a_byte(dsi_code code)
{
    dsi_band band = dsi_code_band(code);

    return (band == DSI_BAND_SYNTAX && code != DSI_E_TRUNCATED) || code == DSI_E_UTF8;
}

/* Adds what was found: ": found '}'". */
static void refusal_add_found(const tool_refusal *refusal, char *words, size_t capacity)
{
    size_t length = strlen(words);
    int byte = refusal->at.byte;

    words += length;
    capacity -= length;
    if (refusal->look != NULL) {
        snprintf(words, capacity, ": found %s", refusal->look);
    } else if (byte < 0 || !refusal_is_about_a_byte(refusal->error.code)) {
        return;
    } else if (byte > ' ' && byte <= '~' && byte != '\'') {
        snprintf(words, capacity, ": found '%c'", byte);
    } else {
        snprintf(words, capacity, ": found byte 0x%02X", (unsigned)byte);
    }
}

tool_exit refusal_report(const tool_options *options, const char *file,
                         const tool_refusal *refusal)
{
    const dsi_error *error = &refusal->error;
    tool_exit status = tool_exit_of(error->code);
    const char *option = refusal->words == NULL ? refusal_option(error->code) : NULL;
    char text[REFUSAL_TEXT_MAX];
    char more[REFUSAL_TEXT_MAX + 32];

    if (error->code == DSI_E_STOPPED) {
        return status; /* stdout did not take an item; main_end reports that */
    }
    refusal_words(refusal, text, sizeof text);
    refusal_add_found(refusal, text, sizeof text);
    if (options->json && status == TOOL_INPUT) {
        report_error(options_label(options, file), error, text);
    } else if (option != NULL) {
        snprintf(more, sizeof more, "%s; raise %s", text, option);
        tool_complain(input_name(file), more);
    } else {
        tool_complain(input_name(file), text);
    }
    return status;
}
