/* Encoding takes linear time in the bytes that are written. */
#include <stdlib.h>
#include <string.h>

#include "tests/support.h"
#include "tests/work/work.h"

typedef struct encode_row {
    const char *name;
    dsi_code (*encode)(dsi_string text);
    const char *unit;
    const char *after;
    dsi_code code;
    work most;
} encode_row;

/*
 * The most work for each byte of a text, and for each model. A byte can become six,
 * which are gathered and then written.
 */
#define BYTE                                                                           \
    {                                                                                  \
        .steps = 40, .touched = 13, .given = 1                                         \
    }
#define MODEL                                                                          \
    {                                                                                  \
        .steps = 300, .touched = 48, .calls = 2, .given = 8                            \
    }

/* Encodes into a buffer with six bytes for each byte of the text. */
static dsi_code encode_answer(const dsi_start_answer *answer, size_t length)
{
    size_t room = 6 * length + 256;
    char *body = malloc(room);
    dsi_error error;

    (void)dsi_start_answer_encode(answer, body, room, &error);
    free(body);
    return error.code;
}

static dsi_code as_text(dsi_string text)
{
    dsi_start_answer answer = {.kind = DSI_OUTPUT,
                               .output = {.introspection_id = text}};

    return encode_answer(&answer, text.length);
}

static dsi_code as_message(dsi_string text)
{
    dsi_start_answer answer = {.kind = DSI_SERVICE_ERROR, .error = {.message = text}};

    return encode_answer(&answer, text.length);
}

static dsi_code as_size(dsi_string text)
{
    dsi_start_answer answer = {.kind = DSI_OUTPUT,
                               .output = {.introspection_id = text}};
    dsi_error error;

    (void)dsi_start_answer_size(&answer, &error);
    return error.code;
}

static bool count(void *context, const char *bytes, size_t length)
{
    (void)bytes;
    *(size_t *)context += length;
    return true;
}

/* Writes a model for each byte of the text. */
static dsi_code as_models(dsi_string text)
{
    dsi_model *models = calloc(text.length, sizeof *models);
    dsi_introspection_result result = {
        .models = {.items = models, .count = text.length}};
    dsi_get_answer answer = {.kind = DSI_OUTPUT,
                             .output = {.introspection_result = &result}};
    dsi_encode_options options = {.pretty = true};
    size_t written = 0;
    dsi_sink sink = {.write = count, .context = &written};
    dsi_error error;

    (void)dsi_get_answer_write(&answer, &sink, &options, &error);
    free(models);
    return error.code;
}

static bool next_model(void *context, const dsi_model **model)
{
    static const dsi_model one = {.name = TEXT_ROW("a")};
    size_t *left = context;

    *model = *left > 0 ? &one : NULL;
    *left -= *left > 0;
    return true;
}

static dsi_code as_stream(dsi_string text)
{
    size_t left = text.length;
    dsi_introspection_result result = {.models = {.items = NULL}};
    dsi_get_answer answer = {.kind = DSI_OUTPUT,
                             .output = {.introspection_result = &result}};
    dsi_model_source models = {.next = next_model, .context = &left};
    size_t written = 0;
    dsi_sink sink = {.write = count, .context = &written};
    dsi_error error;

    (void)dsi_get_answer_models_write(&answer, &models, &sink, NULL, &error);
    return error.code;
}

static const encode_row rows[] = {
    {"a text", as_text, "a", "", DSI_OK, BYTE},
    {"a text of three bytes a character", as_text, "\xe6\xbc\xa2", "", DSI_OK, BYTE},
    {"a text of control characters", as_text, "\x01", "", DSI_OK, BYTE},
    {"a text of quotes", as_text, "\"", "", DSI_OK, BYTE},
    {"a text that is not UTF-8 at its end", as_text, "a", "\xff", DSI_E_UTF8, BYTE},
    {"the size of a text", as_size, "\n", "", DSI_OK, BYTE},
    {"an error's message", as_message, "a", "", DSI_OK, BYTE},
    {"models", as_models, "m", "", DSI_OK, MODEL},
    {"models from a source", as_stream, "m", "", DSI_OK, MODEL},
};

static work_done run(const void *context, size_t size)
{
    const encode_row *row = context;
    dsi_string text = work_text("", row->unit, row->after, size);
    work_done done = {.bytes = text.length};
    dsi_code code;

    work_begin();
    code = row->encode(text);
    done.work = work_end();
    ck_assert_msg(code == row->code, "%s: %s", row->name, dsi_code_name(code));
    free((char *)text.data);
    return done;
}

START_TEST(encoding)
{
    work_check(rows[_i].name, run, &rows[_i], &rows[_i].most);
}
END_TEST

SUITE(encode)
{
    Suite *suite = suite_create("work of encoding");

    add_rows(suite, "encoding", encoding, COUNT(rows));
    return suite;
}
