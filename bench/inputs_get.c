#include <stdio.h>
#include <stdlib.h>

#include "jobs.h"

/*
 * Get answers as the real service writes them: a wrapper type has no name, nulls are
 * written, and a field's length is 0. An encoder leaves the nulls out.
 */
#define INPUTS_FIELDS 11
#define INPUTS_MODEL_ROOM 10240u /* for one model's structs and texts, CJK included */
#define INPUTS_WORDS 1024

typedef struct get_column {
    const char *name;
    const char *type;
} get_column;

static const get_column get_columns[INPUTS_FIELDS] = {
    {"id", "ID"},
    {"customer_id", "ID"},
    {"order_reference", "String"},
    {"placed_at", "AWSDateTime"},
    {"total_amount", "Float"},
    {"currency_code", "String"},
    {"is_shipped", "Boolean"},
    {"line_count", "Int"},
    {"shipping_address", "String"},
    {"last_modified_at", "AWSDateTime"},
    {"delivery_window_minutes", "Int"},
};

/* There is room: each model has its part of the memory, and the answer one more. */
static void *get_take(bench_arena *arena, size_t size)
{
    void *taken = bench_arena_take(arena, size);

    if (taken == NULL) {
        abort();
    }
    return taken;
}

/*
 * Copies the words. In CJK each byte becomes a character of the block from U+4E00 on.
 */
static dsi_string get_words(bench_arena *arena, const char *words,
                            bench_variant variant)
{
    size_t length = strlen(words);
    char *copy = get_take(arena, 3 * length + 1);
    char *end = copy;

    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)words[i];

        if (variant != BENCH_CJK) {
            *end++ = words[i];
            continue;
        }
        *end++ = (char)0xE4;
        *end++ = (char)(0xB8 | (byte >> 6));
        *end++ = (char)(0x80 | (byte & 0x3F));
    }
    *end = '\0';
    return (dsi_string){.data = copy, .length = (size_t)(end - copy)};
}

static const dsi_model_field_type *get_type(bench_arena *arena, const char *name,
                                            bench_variant variant)
{
    dsi_model_field_type *wrapper = get_take(arena, sizeof *wrapper);
    dsi_model_field_type *scalar = get_take(arena, sizeof *scalar);

    *scalar = (dsi_model_field_type){.kind = get_words(arena, "Scalar", variant),
                                     .name = get_words(arena, name, variant)};
    *wrapper = (dsi_model_field_type){.kind = get_words(arena, "NonNull", variant),
                                      .type = scalar};
    return wrapper;
}

static void get_add_fields(bench_arena *arena, dsi_model *model, bench_variant variant)
{
    dsi_model_field *fields = get_take(arena, INPUTS_FIELDS * sizeof *fields);

    for (size_t i = 0; i < INPUTS_FIELDS; i++) {
        fields[i] = (dsi_model_field){
            .name = get_words(arena, get_columns[i].name, variant),
            .type = get_type(arena, get_columns[i].type, variant),
            .length = {.present = true, .value = 0},
        };
    }
    model->fields = (dsi_model_fields){.items = fields, .count = INPUTS_FIELDS};
}

static void get_add_indexes(bench_arena *arena, dsi_model *model, bench_variant variant)
{
    dsi_model_index *key = get_take(arena, sizeof *key);
    dsi_string *names = get_take(arena, sizeof *names);

    *names = model->fields.items[0].name;
    *key = (dsi_model_index){.name = get_words(arena, "PRIMARY_KEY", variant),
                             .fields = {.items = names, .count = 1}};
    model->primary_key = key;
    model->indexes = (dsi_model_indexes){.items = key, .count = 0};
}

static void get_add_sdl(bench_arena *arena, dsi_model *model, const char *name,
                        bench_variant variant)
{
    char words[INPUTS_WORDS];
    int at = snprintf(words, sizeof words, "type %s\n@model\n{\n", name);

    for (size_t i = 0; i < INPUTS_FIELDS; i++) {
        at += snprintf(words + at, sizeof words - (size_t)at, "  %s: %s!\n",
                       get_columns[i].name, get_columns[i].type);
    }
    snprintf(words + at, sizeof words - (size_t)at, "}\n");
    model->sdl = get_words(arena, words, variant);
}

static void get_model(bench_arena *arena, dsi_model *model, size_t number,
                      bench_variant variant)
{
    char name[32];

    snprintf(name, sizeof name, "order_table_%05zu", number);
    *model = (dsi_model){.name = get_words(arena, name, variant)};
    get_add_fields(arena, model, variant);
    get_add_indexes(arena, model, variant);
    get_add_sdl(arena, model, name, variant);
}

static const dsi_get_answer *get_answer(bench_arena *arena, size_t count,
                                        bench_variant variant)
{
    dsi_get_answer *answer = get_take(arena, sizeof *answer);
    dsi_introspection_result *result = get_take(arena, sizeof *result);
    dsi_model *models = get_take(arena, count * sizeof *models);

    for (size_t i = 0; i < count; i++) {
        get_model(arena, &models[i], i, variant);
    }
    *result = (dsi_introspection_result){.models = {.items = models, .count = count}};
    *answer = (dsi_get_answer){.kind = DSI_OUTPUT, .status = 200};
    answer->output.introspection_id = dsi_str("a1234567-8910-abcd-efgh-identifier");
    answer->output.introspection_status.value = DSI_STATUS_SUCCESS;
    answer->output.introspection_status.text = dsi_str("SUCCESS");
    answer->output.introspection_result = result;
    return answer;
}

static bool get_write(const bench_job *job, bench_made *made)
{
    dsi_encode_options options = {.nulls = job->work != BENCH_ENCODE_GET};
    bench_text plain = {.data = NULL};
    bool escapes = job->variant == BENCH_ALL_ESCAPES;
    dsi_sink sink = bench_text_sink(escapes ? &plain : &made->body);
    bool good = dsi_get_answer_write(made->input.get, &sink, &options, NULL);

    if (good && escapes) {
        good = bench_escape(&made->body, bench_text_string(&plain), job->variant);
    }
    bench_text_free(&plain);
    return good;
}

bool bench_make_get_answer(const bench_job *job, bench_made *made)
{
    if (!bench_arena_open(&made->arena, (job->size + 1) * INPUTS_MODEL_ROOM)) {
        return false;
    }
    made->input.get = get_answer(&made->arena, job->size, job->variant);
    return get_write(job, made);
}
