/* fuzz/language.h - the languages of ARNs, as PCRE2 knows them. */
#ifndef DSI_FUZZ_LANGUAGE_H
#define DSI_FUZZ_LANGUAGE_H

#include "fuzz/pattern.h"
#include "tests/model/model.h"

/*
 * The languages of ARNs. The model's patterns are those of tests/model; what is only
 * documented is written down here from dsi/arn.h, its resource's greatest length apart.
 */
typedef struct language {
    dsi_arn_kind kind;
    dsi_level level;
    const char *shape; /* of the members that have to be in it; NULL: there are none */
    const char *pattern;
    size_t resource_max;
    pcre2_code *code;
} language;

#define LANGUAGES 5

extern language languages[LANGUAGES];

/* Compiles the patterns, once. */
void language_begin(void);

/* The language at this level of the members of a shape; NULL: there is none. */
const language *language_of(const model_shape *shape, dsi_level level);

bool language_matches(const language *row, dsi_string text);

/* The first byte at which nothing can match, or that is over the resource's length. */
size_t language_offset(const language *row, dsi_string text);

/* Where the part with this number begins; the length if there is none. */
size_t language_part(dsi_string text, size_t part);

#endif
