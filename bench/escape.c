/*
 * bench/escape.c - writes a JSON text again with escapes in its values.
 *
 * Names stay as they are, so the inputs differ in their values alone.
 */
#include "jobs.h"

#include <stdio.h>

/* The letters of JSON's short escapes, and the bytes for which they stand. */
static const char escape_letters[] = "nrtbf\"\\/";
static const char escape_meanings[] = "\n\r\t\b\f\"\\/";

/*
 * Returns the byte at json[*at], which may be a short escape, and moves `*at` past it.
 */
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

/* Adds one character of a value. All inputs that get escapes are ASCII. */
static bool escape_value_byte(bench_text *text, unsigned char byte,
                              bench_variant variant)
{
    char words[8];
    char plain = (char)byte;

    if (byte == '/' && variant == BENCH_ESCAPES) {
        return bench_text_add(text, "\\/", 2);
    }
    if (byte == 'a' || variant == BENCH_ALL_ESCAPES) {
        snprintf(words, sizeof words, "\\u%04x", (unsigned)byte);
        return bench_text_add(text, words, 6);
    }
    return bench_text_add(text, &plain, 1);
}

/* The place after the string that begins at `at`. */
static size_t escape_string_end(dsi_string json, size_t at)
{
    do {
        at += json.data[at] == '\\' ? 2 : 1;
    } while (json.data[at] != '"');
    return at + 1;
}

static bool escape_string(bench_text *text, dsi_string json, size_t at, size_t end,
                          bench_variant variant)
{
    bool good = bench_text_add(text, "\"", 1);

    at++;
    while (good && at < end - 1) {
        good = escape_value_byte(text, escape_next(json, &at), variant);
    }
    return good && bench_text_add(text, "\"", 1);
}

bool bench_escape(bench_text *text, dsi_string json, bench_variant variant)
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
            good = escape_string(text, json, at, end, variant);
        }
    }
    return good;
}
