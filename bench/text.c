/* bench/text.c - a text that grows. It doubles its memory, so adding is linear. */
#include "text.h"

#include <stdlib.h>
#include <string.h>

static bool text_grow(bench_text *text, size_t needed)
{
    size_t capacity = needed * 2;
    char *data = realloc(text->data, capacity);

    if (data == NULL) {
        return false;
    }
    text->data = data;
    text->capacity = capacity;
    return true;
}

bool bench_text_add(bench_text *text, const char *bytes, size_t length)
{
    size_t needed = text->length + length + 1;

    if (needed > text->capacity && !text_grow(text, needed)) {
        return false;
    }
    memcpy(text->data + text->length, bytes, length);
    text->length += length;
    text->data[text->length] = '\0';
    return true;
}

void bench_text_free(bench_text *text)
{
    free(text->data);
    *text = (bench_text){.data = NULL};
}

static bool text_write(void *context, const char *bytes, size_t length)
{
    return bench_text_add(context, bytes, length);
}

dsi_sink bench_text_sink(bench_text *text)
{
    return (dsi_sink){.write = text_write, .context = text};
}

dsi_string bench_text_string(const bench_text *text)
{
    return (dsi_string){.data = text->data, .length = text->length};
}
