#include "jobs.h"

#include <stdio.h>

/* Escapes that dsi writes for one byte, and that byte. */
static const char escape_letters[] = "nrtbf\"\\/";
static const char escape_meanings[] = "\n\r\t\b\f\"\\/";

/* The byte at json[*at], which may be written as an escape of two; steps over it. */
static unsigned char escape_next(dsi_string json, size_t *at)
{
    const char *found;

    if (json.data[*at] != '\\') {
        return (unsigned char)json.data[(*at)++];
    }
    found = strchr(escape_letters, json.data[*at + 1]);
    *at += 2;
    return (unsigned char)escape_meanings[found - escape_letters];
}

/* One character of a value; all inputs that are dressed so are ASCII. */
static bool escape_value_byte(bench_text *text, unsigned char byte, bench_dress dress)
{
    char words[8];
    char plain = (char)byte;

    if (byte == '/' && dress == BENCH_ESCAPES) {
        return bench_text_add(text, "\\/", 2);
    }
    if (byte == 'a' || dress == BENCH_ALL_ESCAPES) {
        snprintf(words, sizeof words, "\\u%04x", (unsigned)byte);
        return bench_text_add(text, words, 6);
    }
    return bench_text_add(text, &plain, 1);
}

/* The end of the string that begins at `at`, behind its quote. */
static size_t escape_string_end(dsi_string json, size_t at)
{
    do {
        at += json.data[at] == '\\' ? 2 : 1;
    } while (json.data[at] != '"');
    return at + 1;
}

static bool escape_string(bench_text *text, dsi_string json, size_t at, size_t end,
                          bench_dress dress)
{
    bool good = bench_text_add(text, "\"", 1);

    at++;
    while (good && at < end - 1) {
        good = escape_value_byte(text, escape_next(json, &at), dress);
    }
    return good && bench_text_add(text, "\"", 1);
}

bool bench_escape(bench_text *text, dsi_string json, bench_dress dress)
{
    bool good = true;
    size_t end;

    for (size_t at = 0; good && at < json.length; at = end) {
        if (json.data[at] != '"') {
            end = at + 1;
            good = bench_text_add(text, json.data + at, 1);
            continue;
        }
        end = escape_string_end(json, at);
        if (json.data[end] == ':') { /* a name */
            good = bench_text_add(text, json.data + at, end - at);
        } else {
            good = escape_string(text, json, at, end, dress);
        }
    }
    return good;
}
