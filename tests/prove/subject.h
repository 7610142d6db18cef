/*
 * tests/prove/subject.h - the languages that the library recognizes. Each has the
 * published pattern, an expression for libfa, and the library's function.
 */
#ifndef DSI_TESTS_PROVE_SUBJECT_H
#define DSI_TESTS_PROVE_SUBJECT_H

#include "schema/type.h"
#include "tests/prove/machine.h"

typedef struct subject {
    const char *name;      /* the name of the shape, if the model has a pattern */
    const char *pattern;   /* as published or documented; NULL for the shape's own */
    bool unicode;          /* the pattern matches characters, not bytes */
    dsi_string expression; /* the pattern by hand, for language.h */
    dsi_string without;
    dsi_match_fn *match; /* the library's function; for a shape, the shape's rule */
    bool after_utf8;     /* it is called only with UTF-8, as by the validator */
    bool not_empty;      /* it checks itself that the text is not empty */
    machine_kind machines[2]; /* its automata, which must all accept */
    size_t machine_count;     /* 0 for code without an automaton */
} subject;

extern const subject subjects[];
extern const size_t subject_count;

/* The pattern of a subject. */
const char *subject_pattern(const subject *self);

/* The library's verdict on a text. */
bool subject_match(const subject *self, dsi_string text);

/*
 * Returns true if each pattern of the library's tables has a subject with the same
 * rule.
 */
bool subjects_are_complete(void);

#endif
