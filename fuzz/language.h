/* fuzz/language.h - the languages of ARNs, as PCRE2 matches them. */
#ifndef DSI_FUZZ_LANGUAGE_H
#define DSI_FUZZ_LANGUAGE_H

#include "fuzz/pattern.h"
#include "tests/model/model.h"

/*
 * A language of ARNs. The model's patterns come from tests/model. The documented ones
 * are written here, from what dsi/arn.h says. The resource's maximum length is apart.
 */
typedef struct language {
    dsi_arn_kind kind;
    dsi_level level;
    const char *shape; /* whose members must be in it; NULL: no member must */
    const char *pattern;
    size_t resource_max;
    pcre2_code *code;
} language;

#define LANGUAGES 5

extern language languages[LANGUAGES];

/* Compiles the patterns, once. */
void language_begin(void);

/* The language of a shape at this level, or NULL. */
const language *language_of(const model_shape *shape, dsi_level level);

bool language_matches(const language *row, dsi_string text);

/* The first byte at which nothing can match, or at which the resource is too long. */
size_t language_offset(const language *row, dsi_string text);

/* Where the part with this number begins; the length if there is none. */
size_t language_part(dsi_string text, size_t part);

#endif
