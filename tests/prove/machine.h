/*
 * tests/prove/machine.h - the automata of schema/ as they can be stopped behind any byte.
 *
 * Built by re2c from the same definitions as the library's, with storable state. What a
 * machine knows is in the struct, so that two can be compared.
 */
#ifndef DSI_TESTS_PROVE_MACHINE_H
#define DSI_TESTS_PROVE_MACHINE_H

#include <stdbool.h>
#include <stddef.h>

typedef enum machine_kind {
    MACHINE_ANY,
    MACHINE_CLUSTER,
    MACHINE_SECRET,
    MACHINE_CLUSTER_DOCUMENTED,
    MACHINE_SECRET_DOCUMENTED,
    MACHINE_UTF8,
    MACHINE_NO_WHITE_SPACE,
    MACHINE_COUNT
} machine_kind;

#define MACHINE_WINDOW 8

typedef struct machine {
    unsigned kind;
    int state;       /* where re2c goes on; -1: where a token begins */
    unsigned accept; /* re2c's: which rule ends at the marker */
    unsigned cursor; /* in the window, as all that follow */
    unsigned marker;
    unsigned length;
    unsigned char window[MACHINE_WINDOW]; /* the bytes that may be read again */
} machine;

typedef enum machine_outcome {
    MACHINE_WAITS,
    MACHINE_ACCEPTS,
    MACHINE_REFUSES
} machine_outcome;

machine machine_begin(machine_kind kind);

/* Reads a byte. The machine waits for more, or refuses whatever may follow. */
machine_outcome machine_read(machine *self, unsigned char byte);

/* True if the text that ends here is in the language. */
bool machine_accepts(machine self);

/* True if the two know the same. */
bool machine_same(const machine *left, const machine *right);

#endif
