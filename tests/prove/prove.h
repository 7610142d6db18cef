/*
 * tests/prove/prove.h - what is proved of the library's automata.
 *
 * Each proof prints a line with its figures and returns true, or says where the two
 * sides differ and returns false.
 */
#ifndef DSI_TESTS_PROVE_PROVE_H
#define DSI_TESTS_PROVE_PROVE_H

#include "tests/prove/language.h"
#include "tests/prove/subject.h"

/* The storable-state build of the same definitions: all bytes from all reachable pairs. */
bool prove_walk(const subject *item, const language *wanted);

/* The library's own function on the strings of the W-method, which are in words.h. */
bool prove_library(const subject *item, const language *wanted);

/* The same function on long runs of what it may read in blocks. */
bool prove_loops(const subject *item, const language *wanted);

/* The published pattern itself, run by PCRE2, on the same strings. */
bool prove_pattern(const subject *item, const language *wanted);

/* The guard on every short sequence in a string, and on every pair of escapes. */
bool prove_sequences(void);
bool prove_escapes(void);

#define FIGURES 160

/* The line of a proof that holds (returns true), or of one that does not (false). */
bool prove_holds(const char *proof, const char *name, const char *figures);
bool prove_differs(const char *proof, const char *name, dsi_string text);

/* Ends the program unless the condition holds: nothing is proved then, either way. */
void prove_need(bool condition, const char *what);

#endif
