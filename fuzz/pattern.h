/* fuzz/pattern.h - PCRE2's opinion on a text, as the second one. */
#ifndef DSI_FUZZ_PATTERN_H
#define DSI_FUZZ_PATTERN_H

#include "fuzz/input.h"

#include <dsi/text.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/*
 * Compiles a pattern as it is published. `$` matches at the very end only. With
 * `unicode`, the pattern is about characters and \s is Unicode's white space; otherwise
 * it is about bytes.
 */
pcre2_code *pattern_compile(const char *pattern, bool unicode);

/* The same about characters. It is compiled once, so `pattern` must be static. */
const pcre2_code *pattern_kept(const char *pattern);

bool pattern_matches(const pcre2_code *pattern, dsi_string text);

/*
 * The length of the longest start of the text that could match with more text after it.
 * That is the offset of the first byte at which nothing can match any more.
 */
size_t pattern_reach(const pcre2_code *pattern, dsi_string text);

/* The offset of the first character that is not UTF-8; the length if there is none. */
size_t pattern_well_formed(dsi_string text);

#endif
