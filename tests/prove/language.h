/*
 * tests/prove/language.h - a language of byte strings as libfa's minimal automaton.
 *
 * The expressions are POSIX extended ones over bytes, without anchors. libfa reads a
 * backslash and a letter as the letter.
 */
#ifndef DSI_TESTS_PROVE_LANGUAGE_H
#define DSI_TESTS_PROVE_LANGUAGE_H

#include <dsi/text.h>

#define LANGUAGE_STATES 256

/*
 * State 0 is the initial one. Every state has a transition for every byte, so one of
 * them may be dead.
 */
typedef struct language {
    size_t count;
    unsigned short next[LANGUAGE_STATES][256];
    bool accepts[LANGUAGE_STATES];
} language;

/*
 * Makes the language of all strings of `expression` that are not strings of `without`,
 * which may be absent. Ends the program if libfa refuses one of them.
 */
void language_make(language *self, dsi_string expression, dsi_string without);

/* The state that a text leads to. */
size_t language_run(const language *self, size_t state, dsi_string text);

#endif
