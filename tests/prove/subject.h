/*
 * tests/prove/subject.h - the languages that the library recognizes, each as published,
 * as libfa can read it, and as the library has it.
 */
#ifndef DSI_TESTS_PROVE_SUBJECT_H
#define DSI_TESTS_PROVE_SUBJECT_H

#include "schema/type.h"
#include "tests/prove/machine.h"

typedef struct subject {
    const char *name;      /* the shape's, where the model has a pattern for it */
    const char *pattern;   /* as published or documented; NULL: the shape's */
    bool unicode;          /* the pattern is about characters, not about bytes */
    dsi_string expression; /* the same by hand for language.h */
    dsi_string without;
    dsi_match_fn *match; /* of the library; a subject that has a shape has its rule */
    bool after_utf8;     /* it is asked only about UTF-8, as by the validator */
    bool not_empty;      /* it looks itself whether there is anything */
    machine_kind machines[2]; /* its automata; all of them accept */
    size_t machine_count;     /* 0: code without an automaton */
} subject;

extern const subject subjects[];
extern const size_t subject_count;

/* The pattern that a subject is held against. */
const char *subject_pattern(const subject *self);

/* What the library says of a text. */
bool subject_match(const subject *self, dsi_string text);

/* True if each pattern in the library's tables has its subject, and that its rule. */
bool subjects_are_complete(void);

#endif
