/* A text that grows. */
#ifndef BENCH_TEXT_H
#define BENCH_TEXT_H

#include <dsi/encode.h>
#include <dsi/text.h>

typedef struct bench_text {
    char *data; /* NUL-terminated; NULL while the text is empty */
    size_t length;
    size_t capacity;
} bench_text;

bool bench_text_add(bench_text *text, const char *bytes, size_t length);
void bench_text_free(bench_text *text);

/* A sink that adds to the text. */
dsi_sink bench_text_sink(bench_text *text);

dsi_string bench_text_string(const bench_text *text);

#endif
