/* The models of the database: made here, or read from a file. */
#include "mock.h"

#include <stdio.h>
#include <stdlib.h>

#define FILE_MAX ((size_t)16 * 1024 * 1024)
#define ROOM_PER_BYTE 16u /* a decoded model takes more than its text */

#define TEXT(literal)                                                                  \
    {                                                                                  \
        (literal), sizeof(literal) - 1                                                 \
    }
#define LIST(items)                                                                    \
    {                                                                                  \
        (items), sizeof(items) / sizeof *(items), 0                                    \
    }

/* ------------------------------------------------------------------- made models */

static const dsi_string states[] = {TEXT("OPEN"), TEXT("PAID"), TEXT("SHIPPED")};
static const dsi_model_field_type integer = {.kind = TEXT("Scalar"),
                                             .name = TEXT("Int")};
static const dsi_model_field_type text = {.kind = TEXT("Scalar"),
                                          .name = TEXT("String")};
static const dsi_model_field_type state = {
    .kind = TEXT("Enum"), .name = TEXT("State"), .values = LIST(states)};
static const dsi_model_field_type must_integer = {.kind = TEXT("NonNull"),
                                                  .type = &integer};
static const dsi_model_field_type must_text = {.kind = TEXT("NonNull"), .type = &text};
static const dsi_model_field_type texts = {.kind = TEXT("List"), .type = &must_text};

static const dsi_model_field fields[] = {
    {.name = TEXT("id"), .type = &must_integer, .length = {true, 0}},
    {.name = TEXT("name"), .type = &text, .length = {true, 255}},
    {.name = TEXT("state"), .type = &state, .length = {true, 0}},
    {.name = TEXT("tags"), .type = &texts, .length = {true, 0}}};
static const dsi_string key_fields[] = {TEXT("id")};
static const dsi_string index_fields[] = {TEXT("state"), TEXT("name")};
static const dsi_model_index key = {.name = TEXT("PRIMARY_KEY"),
                                    .fields = LIST(key_fields)};
static const dsi_model_index indexes[] = {
    {.name = TEXT("by_state"), .fields = LIST(index_fields)}};

static const dsi_model *made_model(size_t number, bool with_sdl)
{
    static char name[32];
    static char sdl[256];
    static dsi_model model;

    snprintf(name, sizeof name, "table_%zu", number);
    snprintf(
        sdl, sizeof sdl,
        "type %s {\n  id: Int!\n  name: String\n  state: State\n  tags: [String!]\n}",
        name);
    model = (dsi_model){.name = dsi_str(name),
                        .fields = LIST(fields),
                        .primary_key = &key,
                        .indexes = LIST(indexes),
                        .sdl = dsi_str(with_sdl ? sdl : NULL)};
    return &model;
}

/* ----------------------------------------------------------------- of a file */

static size_t count;
static const dsi_models *read_models; /* NULL: they are made */

static char *read_file(const char *name, size_t *length)
{
    FILE *file = fopen(name, "rb");
    char *bytes = malloc(FILE_MAX);

    *length = file != NULL && bytes != NULL ? fread(bytes, 1, FILE_MAX, file) : 0;
    if (*length == 0 || *length == FILE_MAX) {
        fprintf(stderr, "dsi-mock: %s: cannot be read, is empty, or is over 16 MiB\n",
                name);
        free(bytes);
        bytes = NULL;
    }
    if (file != NULL) {
        fclose(file);
    }
    return bytes;
}

/* Decodes into the block, or says why not and returns NULL. */
static const dsi_introspection_result *decode(const char *name, dsi_string bytes,
                                              unsigned char *block, size_t size)
{
    const dsi_received_head head = {.status = 200};
    dsi_error error;
    dsi_decoder *decoder = dsi_get_answer_begin(block, size, &head, NULL, NULL, &error);
    const dsi_get_answer *answer;
    char words[DSI_ERROR_TEXT_MAX] = "has no introspectionResult";

    dsi_feed(decoder, bytes.data, bytes.length);
    answer = dsi_get_answer_finish(decoder, &error);
    if (answer != NULL && answer->output.introspection_result != NULL) {
        return answer->output.introspection_result;
    }
    if (answer == NULL) {
        dsi_error_describe(&error, words, sizeof words);
    }
    fprintf(stderr, "dsi-mock: %s: %s\n", name, words);
    return NULL;
}

/* The decoded models are kept until the program ends. */
static bool decode_file(const char *name, dsi_string bytes)
{
    const size_t size = DSI_DECODER_SIZE_DEFAULT + ROOM_PER_BYTE * bytes.length;
    unsigned char *block = malloc(size);
    const dsi_introspection_result *result = decode(name, bytes, block,
                                                    block == NULL ? 0 : size);

    if (result == NULL) {
        free(block);
        return false;
    }
    read_models = &result->models;
    count = read_models->count;
    return true;
}

bool mock_models_open(const mock_options *options)
{
    char *bytes;
    size_t length;
    bool good;

    count = options->models;
    if (options->models_from == NULL) {
        return true;
    }
    bytes = read_file(options->models_from, &length);
    good = bytes != NULL && decode_file(options->models_from,
                                        (dsi_string){.data = bytes, .length = length});
    free(bytes);
    return good;
}

size_t mock_models_count(void)
{
    return count;
}

const dsi_model *mock_model(size_t number, bool with_sdl)
{
    static dsi_model model;

    if (read_models == NULL) {
        return made_model(number, with_sdl);
    }
    model = read_models->items[number];
    if (!with_sdl) {
        model.sdl = dsi_str(NULL);
    }
    return &model;
}
