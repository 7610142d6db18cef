/*
 * tests/prove/prove.h - the proofs about the library's automata.
 *
 * A proof that holds prints a line with its figures, and returns true. Otherwise it
 * prints a text on which the two sides differ, and returns false.
 */
#ifndef DSI_TESTS_PROVE_PROVE_H
#define DSI_TESTS_PROVE_PROVE_H

#include "tests/prove/language.h"
#include "tests/prove/subject.h"

/* The product walk of the automaton in the build of machine.h. */
bool prove_walk(const subject *item, const language *wanted);

/* The library's own function on the strings of the W-method (words.h). */
bool prove_library(const subject *item, const language *wanted);

/* The same function on long runs of bytes that it may read in blocks. */
bool prove_loops(const subject *item, const language *wanted);

/* The published pattern on the strings of the W-method, run by PCRE2. */
bool prove_pattern(const subject *item, const language *wanted);

/*
 * The guard on every short sequence in a string, and on every pair of escapes. They
 * have no subject.
 */
bool prove_sequences(void);
bool prove_escapes(void);

#define FIGURES 160

/*
 * Print the line of a proof. prove_holds returns true, and prove_differs returns false.
 */
bool prove_holds(const char *proof, const char *name, const char *figures);
bool prove_differs(const char *proof, const char *name, dsi_string text);

/*
 * Ends the program with exit status 2 unless the condition holds. Then nothing is
 * proved.
 */
void prove_need(bool condition, const char *what);

#endif
