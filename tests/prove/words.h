/*
 * tests/prove/words.h - the strings of the W-method (Chow 1978).
 *
 * A string has three parts: a way to a state, any string of at most EXTRA_STATES + 1
 * bytes, and a word that separates two states. An implementation with at most
 * EXTRA_STATES more states equals the language if it agrees on all of these strings.
 */
#ifndef DSI_TESTS_PROVE_WORDS_H
#define DSI_TESTS_PROVE_WORDS_H

#include "tests/prove/language.h"

#define WORD_LENGTH 256

typedef struct word {
    char bytes[WORD_LENGTH];
    size_t length;
} word;

typedef struct words {
    const language *wanted;
    word ways[LANGUAGE_STATES]; /* a shortest text that leads to each state */
    bool reached[LANGUAGE_STATES];
    word ends[LANGUAGE_STATES]; /* for any two states, one that only one accepts */
    size_t end_count;
    bool accepts[LANGUAGE_STATES][LANGUAGE_STATES]; /* [state][end] */
} words;

void words_make(words *self, const language *wanted);

/* The number of states that an implementation may have beyond those of the language. */
#define EXTRA_STATES 1

/*
 * Returns true if `match` agrees with the language on every string, and counts the
 * strings. Otherwise `differs` is the first string on which it does not.
 */
typedef bool words_match_fn(const void *context, dsi_string text);
bool words_agree(const words *self, words_match_fn *match, const void *context,
                 size_t *count, word *differs);

#endif
