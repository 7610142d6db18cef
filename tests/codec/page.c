/* tests/codec/page.c - writes pages as text, and begins to decode them. */
#include "tests/codec/page.h"

#include <stdio.h>
#include <stdlib.h>

#include "tests/support.h"

int page_model(size_t index, char *bytes, size_t capacity)
{
    return snprintf(
        bytes, capacity,
        "{\"name\":\"t%zu\",\"fields\":[{\"name\":\"id\",\"type\":{\"kind\":"
        "\"NonNull\",\"type\":{\"name\":\"Int\"}},\"length\":%zu},{}],"
        "\"primaryKey\":{\"fields\":[\"id\"]},\"indexes\":[],\"sdl\":\"type "
        "t%zu\"}",
        index, index, index);
}

#define MODEL_MAX 256

gathered page_make(size_t count)
{
    static const char before[] = "{\"introspectionResult\":{\"models\":[";
    static const char after[] = "],\"nextToken\":\"next\"}}";
    gathered page = {.capacity = count * MODEL_MAX + sizeof before + sizeof after};

    page.bytes = malloc(page.capacity);
    (void)gather(&page, before, sizeof before - 1);
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            (void)gather(&page, ",", 1);
        }
        page.length += (size_t)page_model(i, page.bytes + page.length, MODEL_MAX);
    }
    (void)gather(&page, after, sizeof after - 1);
    return page;
}

bool page_take(void *context, const dsi_model *model)
{
    page_taker *taker = context;
    dsi_sink sink = {.write = gather, .context = taker->text};

    expect((uintptr_t)model % _Alignof(dsi_model) == 0, "model %zu is not aligned",
           taker->count);
    expect(taker->text == NULL || dsi_model_write(model, &sink, NULL, NULL),
           "model %zu is not written", taker->count);
    return taker->count++ != taker->stop_at;
}

dsi_decoder *page_begin(void *block, size_t size, page_taker *taker,
                        const dsi_limits *limits)
{
    dsi_received_head head = {.status = 200};
    dsi_decode_options options = {.strict = false};
    dsi_model_sink sink = {.take = page_take, .context = taker};
    dsi_error error = {.code = DSI_OK};
    dsi_decoder *decoder;

    if (limits != NULL) {
        options.limits = *limits;
    }
    decoder = dsi_get_answer_begin(block, size, &head, taker != NULL ? &sink : NULL,
                                   &options, &error);
    expect(decoder != NULL, "%s", dsi_code_name(error.code));
    return decoder; /* sink and head end here: the decoder has copies */
}
