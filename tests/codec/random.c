#include "tests/codec/random.h"

#include <string.h>

#include "tests/support.h"

size_t random_below(random_source *source, size_t bound)
{
    source->state = source->state * 6364136223846793005u + 1442695040888963407u;
    return (size_t)(source->state >> 33) % bound;
}

/* Every length of UTF-8, everything that is escaped, NUL among it. */
static const dsi_string pieces[] = {
    TEXT_ROW("a"),
    TEXT_ROW("\""),
    TEXT_ROW("\\"),
    TEXT_ROW("/"),
    TEXT_ROW("\0"),
    TEXT_ROW("\x1f"),
    TEXT_ROW("\n"),
    TEXT_ROW("\x7f"),
    TEXT_ROW("\xc3\xa9"),
    TEXT_ROW("\xe2\x82\xac"),
    TEXT_ROW("\xf0\x9f\x91\x8d"),
    TEXT_ROW("\xef\xbf\xbf"),
    TEXT_ROW("plain text"),
};

dsi_string random_text(random_source *source, text_place *place)
{
    dsi_string text = {.data = place->bytes};
    size_t count = random_below(source, RANDOM_TEXT_MAX);

    if (random_below(source, 4) == 0) {
        return dsi_str(NULL);
    }
    for (size_t i = 0; i < count; i++) {
        dsi_string piece = pieces[random_below(source, COUNT(pieces))];

        memcpy(place->bytes + text.length, piece.data, piece.length);
        text.length += piece.length;
    }
    return text;
}

void feed_at_random(random_source *source, dsi_decoder *decoder, const char *bytes,
                    size_t length)
{
    while (length > 0) {
        size_t chunk = 1 + random_below(source, 40);

        chunk = chunk < length ? chunk : length;
        expect(dsi_feed(decoder, bytes, chunk), "refused with %zu bytes to go", length);
        bytes += chunk;
        length -= chunk;
    }
}

void check_text(dsi_string text, dsi_string decoded)
{
    ck_assert(dsi_string_equal(text, decoded));
    ck_assert(decoded.data == NULL || decoded.data[decoded.length] == '\0');
}

json_t *json_read(const char *bytes, size_t length)
{
    json_t *root = json_loadb(bytes, length, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES,
                              NULL);

    ck_assert_msg(root != NULL, "%zu bytes are no JSON", length);
    return root;
}

void check_json_string(json_t *value, dsi_string text)
{
    expect(json_string_length(value) == text.length &&
               memcmp(json_string_value(value), text.data, text.length) == 0,
           "another text: %.*s", (int)text.length, text.data);
}

void check_json_text(json_t *object, const char *name, dsi_string text)
{
    json_t *value = json_object_get(object, name);

    expect((value != NULL) == (text.data != NULL), "%s is %s", name,
           value != NULL ? "there" : "missing");
    if (value != NULL) {
        check_json_string(value, text);
    }
}
