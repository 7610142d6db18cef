/* fuzz/pattern.h - PCRE2, as the second opinion on patterns. */
#ifndef DSI_FUZZ_PATTERN_H
#define DSI_FUZZ_PATTERN_H

#include "fuzz/input.h"

#include <dsi/text.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/*
 * Compiles a pattern as it is written. `$` is the end alone. With `unicode` it is about
 * characters, and \s is what Unicode says; else it is about bytes.
 */
pcre2_code *pattern_compile(const char *pattern, bool unicode);

/* The same about characters, compiled once; the pattern is static. */
const pcre2_code *pattern_kept(const char *pattern);

bool pattern_matches(const pcre2_code *pattern, dsi_string text);

/*
 * The length of the longest start of the text that something could be added to so that
 * it matches: the offset of the first byte at which nothing can match any more.
 */
size_t pattern_reach(const pcre2_code *pattern, dsi_string text);

/* The offset of the first character that is not UTF-8; the length if there is none. */
size_t pattern_well_formed(dsi_string text);

#endif
