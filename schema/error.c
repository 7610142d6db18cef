/*
 * schema/error.c - errors: filling them, and their words.
 *
 * An error is filled without making text, and its words are made only when someone
 * asks. Codes, names and texts come from the one list in dsi/error.h. A text never
 * holds a byte of the message, since that could be a secret.
 */
#include "schema/error.h"
#include "schema/text/buffer.h"

#include <stdbool.h>

void dsi_error_set(dsi_error *error, dsi_code code, uint64_t limit, uint64_t actual)
{
    if (error != NULL) {
        error->code = code;
        error->offset = 0;
        error->limit = limit;
        error->actual = actual;
        error->path[0] = '\0';
    }
}

void dsi_error_set_member(dsi_error *error, dsi_code code, const char *name,
                          uint64_t offset)
{
    dsi_buffer path = {.capacity = DSI_PATH_MAX};

    dsi_error_set(error, code, 0, 0);
    if (error == NULL) {
        return;
    }
    error->offset = offset;
    if (name != NULL) {
        path.bytes = error->path;
        dsi_buffer_add(&path, "/");
        dsi_buffer_add(&path, name);
        (void)dsi_buffer_end(&path);
    }
}

typedef struct code_entry {
    dsi_code code;
    const char *name;
    const char *text;
} code_entry;

#define CODE_ENTRY(name, number, text) {name, #name, text},
static const code_entry code_entries[] = {DSI_CODES(CODE_ENTRY)};
#undef CODE_ENTRY

/* A search in a short list: words are made rarely. */
static const code_entry *code_find(dsi_code code)
{
    static const code_entry unknown = {DSI_OK, "DSI_E_UNKNOWN", "unknown error"};

    for (size_t i = 0; i < sizeof code_entries / sizeof *code_entries; i++) {
        if (code_entries[i].code == code) {
            return &code_entries[i];
        }
    }
    return &unknown;
}

dsi_band dsi_code_band(dsi_code code)
{
    return (dsi_band)((unsigned)code >> 8);
}

const char *dsi_code_name(dsi_code code)
{
    return code_find(code)->name;
}

const char *dsi_code_text(dsi_code code)
{
    return code_find(code)->text;
}

static const char *json_type_name(uint64_t type)
{
    static const char *const names[] = {"?",        "null",     "a boolean", "a number",
                                        "a string", "an array", "an object"};

    return names[type < sizeof names / sizeof *names ? type : 0];
}

/*
 * The numbers of an error mean different things in its bands: JSON types, sizes given
 * and needed, or a limit. Where both are 0 there is nothing to say.
 */
static void error_add_numbers(const dsi_error *error, dsi_buffer *out)
{
    if (error->code == DSI_E_TYPE) {
        dsi_buffer_add(out, " (expected ");
        dsi_buffer_add(out, json_type_name(error->limit));
        dsi_buffer_add(out, ", found ");
        dsi_buffer_add(out, json_type_name(error->actual));
        dsi_buffer_add(out, ")");
    } else if (error->limit != 0 || error->actual != 0) {
        dsi_buffer_add(out, dsi_code_band(error->code) == DSI_BAND_USAGE ? " (given "
                                                                         : " (limit ");
        dsi_buffer_add_number(out, error->limit);
        if (error->actual != 0) {
            dsi_buffer_add(out, ", needed ");
            dsi_buffer_add_number(out, error->actual);
        }
        dsi_buffer_add(out, ")");
    }
}

/* Errors of these bands are about a place in a message, so their offset counts. */
static bool error_has_place(const dsi_error *error)
{
    dsi_band band = dsi_code_band(error->code);

    return (band >= DSI_BAND_SYNTAX && band <= DSI_BAND_LIMIT) ||
           band == DSI_BAND_INTERNAL;
}

size_t dsi_error_describe(const dsi_error *error, char *buffer, size_t capacity)
{
    dsi_buffer out = {.bytes = buffer, .capacity = capacity};

    dsi_buffer_add(&out, dsi_code_text(error->code));
    error_add_numbers(error, &out);
    if (error_has_place(error)) {
        dsi_buffer_add(&out, " at byte ");
        dsi_buffer_add_number(&out, error->offset);
    }
    if (error->path[0] != '\0') {
        dsi_buffer_add(&out, " in '");
        dsi_buffer_add(&out, error->path);
        dsi_buffer_add(&out, "'");
    }
    return dsi_buffer_end(&out);
}
