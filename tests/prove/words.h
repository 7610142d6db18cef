/*
 * tests/prove/words.h - the strings of the W-method (Chow 1978).
 *
 * A way to every state, then every string of at most EXTRA_STATES + 1 bytes, then every
 * word that tells states apart. An implementation that agrees with the language on all
 * of them and has at most EXTRA_STATES states more is equal to it.
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
    word ways[LANGUAGE_STATES]; /* a shortest one to each state */
    bool reached[LANGUAGE_STATES];
    word ends[LANGUAGE_STATES]; /* for any two states one that only one accepts */
    size_t end_count;
    bool accepts[LANGUAGE_STATES][LANGUAGE_STATES]; /* [state][end] */
} words;

void words_make(words *self, const language *wanted);

/* How many states more than the language an implementation may have. */
#define EXTRA_STATES 1

/*
 * True if `match` says of every string what the language says; counts them. Else
 * `differs` is the first where it does not.
 */
typedef bool words_match_fn(const void *context, dsi_string text);
bool words_agree(const words *self, words_match_fn *match, const void *context,
                 size_t *count, word *differs);

#endif
