/* tests/codec/random.h - generated texts, and a second parser's view of them. */
#ifndef DSI_TESTS_CODEC_RANDOM_H
#define DSI_TESTS_CODEC_RANDOM_H

#include <jansson.h>

#include "tests/support.h"

/* A generator of our own, so that a seed gives the same structs everywhere. */
typedef struct random_source {
    uint64_t state;
} random_source;

size_t random_below(random_source *source, size_t bound);

#define RANDOM_TEXT_MAX 24

typedef struct text_place {
    char bytes[RANDOM_TEXT_MAX * 10];
} text_place;

/* Text of every length of UTF-8, with everything that is escaped; one in four is absent. */
dsi_string random_text(random_source *source, text_place *place);

/* Feeds all of it, in pieces of 1 to 40 bytes. */
void feed_at_random(random_source *source, dsi_decoder *decoder, const char *bytes,
                    size_t length);

/* The same text, or both are absent; what was decoded is terminated. */
void check_text(dsi_string text, dsi_string decoded);

/* The second parser reads a message; to be given to json_decref. */
json_t *json_read(const char *bytes, size_t length);

/* Its view of a text, and of a text that is a member. */
void check_json_string(json_t *value, dsi_string text);
void check_json_text(json_t *object, const char *name, dsi_string text);

#endif
