/*
 * yajl_gen, which writes a page of models by hand: the baseline of those that encode one.
 * Every call of yajl_gen can fail, so all statuses are gathered, and looked at once.
 */
#include <stdlib.h>
#include <yajl/yajl_gen.h>

#include "bench.h"

typedef struct yajl_page {
    const dsi_get_answer *answer;
    yajl_gen generator;
    unsigned failed; /* any bit: a call failed */
    size_t capacity;
    char buffer[];
} yajl_page;

/* --------------------------------------------------------------- open and close */

static void yajl_page_close(void *state)
{
    yajl_page *page = state;

    yajl_gen_free(page->generator);
    free(page);
}

static void *yajl_page_open(const bench_input *input)
{
    yajl_page *page = malloc(sizeof *page + input->body.length);

    if (page == NULL) {
        return NULL;
    }
    *page = (yajl_page){.answer = input->get, .capacity = input->body.length};
    page->generator = yajl_gen_alloc(NULL);
    if (page->generator == NULL) {
        free(page);
        return NULL;
    }
    return page;
}

/* ----------------------------------------------------------------------- values */

static void page_open_object(yajl_page *page)
{
    page->failed |= (unsigned)yajl_gen_map_open(page->generator);
}

static void page_close_object(yajl_page *page)
{
    page->failed |= (unsigned)yajl_gen_map_close(page->generator);
}

static void page_open_list(yajl_page *page)
{
    page->failed |= (unsigned)yajl_gen_array_open(page->generator);
}

static void page_close_list(yajl_page *page)
{
    page->failed |= (unsigned)yajl_gen_array_close(page->generator);
}

static void page_text(yajl_page *page, dsi_string text)
{
    page->failed |= (unsigned)yajl_gen_string(
        page->generator, (const unsigned char *)text.data, text.length);
}

/* The members below are left out if they are absent. */
static void page_member(yajl_page *page, dsi_string name, dsi_string value)
{
    if (value.data != NULL) {
        page_text(page, name);
        page_text(page, value);
    }
}

static void page_texts(yajl_page *page, dsi_string name, const dsi_strings *texts)
{
    if (texts->items == NULL) {
        return;
    }
    page_text(page, name);
    page_open_list(page);
    for (size_t i = 0; i < texts->count; i++) {
        page_text(page, texts->items[i]);
    }
    page_close_list(page);
}

/* ----------------------------------------------------------------------- models */

/* Opens the types from the outermost to the innermost, and then closes them. */
static void page_type(yajl_page *page, const dsi_model_field_type *type)
{
    const dsi_model_field_type *open[DSI_MAX_DEPTH_MAX];
    size_t depth = 0;

    for (; type != NULL && depth < DSI_MAX_DEPTH_MAX; type = type->type) {
        page_text(page, dsi_str("type"));
        page_open_object(page);
        page_member(page, dsi_str("kind"), type->kind);
        page_member(page, dsi_str("name"), type->name);
        open[depth++] = type;
    }
    while (depth > 0) {
        page_texts(page, dsi_str("values"), &open[--depth]->values);
        page_close_object(page);
    }
}

static void page_field(yajl_page *page, const dsi_model_field *field)
{
    page_open_object(page);
    page_member(page, dsi_str("name"), field->name);
    page_type(page, field->type);
    if (field->length.present) {
        page_text(page, dsi_str("length"));
        page->failed |= (unsigned)yajl_gen_integer(page->generator,
                                                   field->length.value);
    }
    page_close_object(page);
}

static void page_fields(yajl_page *page, const dsi_model_fields *fields)
{
    if (fields->items == NULL) {
        return;
    }
    page_text(page, dsi_str("fields"));
    page_open_list(page);
    for (size_t i = 0; i < fields->count; i++) {
        page_field(page, &fields->items[i]);
    }
    page_close_list(page);
}

static void page_index(yajl_page *page, const dsi_model_index *index)
{
    page_open_object(page);
    page_member(page, dsi_str("name"), index->name);
    page_texts(page, dsi_str("fields"), &index->fields);
    page_close_object(page);
}

static void page_indexes(yajl_page *page, const dsi_model_indexes *indexes)
{
    if (indexes->items == NULL) {
        return;
    }
    page_text(page, dsi_str("indexes"));
    page_open_list(page);
    for (size_t i = 0; i < indexes->count; i++) {
        page_index(page, &indexes->items[i]);
    }
    page_close_list(page);
}

static void page_model(yajl_page *page, const dsi_model *model)
{
    page_open_object(page);
    page_member(page, dsi_str("name"), model->name);
    page_fields(page, &model->fields);
    if (model->primary_key != NULL) {
        page_text(page, dsi_str("primaryKey"));
        page_index(page, model->primary_key);
    }
    page_indexes(page, &model->indexes);
    page_member(page, dsi_str("sdl"), model->sdl);
    page_close_object(page);
}

/* ----------------------------------------------------------------------- answer */

static void page_models(yajl_page *page, const dsi_models *models)
{
    if (models->items == NULL) {
        return;
    }
    page_text(page, dsi_str("models"));
    page_open_list(page);
    for (size_t i = 0; i < models->count; i++) {
        page_model(page, &models->items[i]);
    }
    page_close_list(page);
}

static void page_result(yajl_page *page, const dsi_introspection_result *result)
{
    if (result == NULL) {
        return;
    }
    page_text(page, dsi_str("introspectionResult"));
    page_open_object(page);
    page_models(page, &result->models);
    page_member(page, dsi_str("nextToken"), result->next_token);
    page_close_object(page);
}

static void page_output(yajl_page *page, const dsi_get_response *output)
{
    page_open_object(page);
    page_member(page, dsi_str("introspectionId"), output->introspection_id);
    page_member(page, dsi_str("introspectionStatus"),
                output->introspection_status.text);
    page_member(page, dsi_str("introspectionStatusDetail"),
                output->introspection_status_detail);
    page_result(page, output->introspection_result);
    page_close_object(page);
}

/* Copies the output into the caller's buffer, where the other peers write theirs. */
static bool yajl_page_run(void *state, bench_result *result)
{
    yajl_page *page = state;
    const unsigned char *bytes;
    size_t length;

    yajl_gen_reset(page->generator, NULL);
    yajl_gen_clear(page->generator);
    page->failed = 0;
    page_output(page, &page->answer->output);
    page->failed |= (unsigned)yajl_gen_get_buf(page->generator, &bytes, &length);
    if (page->failed != 0 || length > page->capacity) {
        return false;
    }
    memcpy(page->buffer, bytes, length);
    result->bytes = (dsi_string){.data = page->buffer, .length = length};
    return true;
}

const bench_contestant bench_yajl_get[] = {
    {"yajl-raw", BENCH_ENCODE_GET, BENCH_BASELINE, "yajl_gen, used again",
     yajl_page_open, yajl_page_run, NULL, yajl_page_close, NULL},
    {.name = NULL},
};
