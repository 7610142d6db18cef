/*
 * tests/prove/machine.h - the automata of schema/, in a build that can stop after any
 * byte.
 *
 * re2c builds them from the library's own definitions, with storable state. The struct
 * has the whole state of a machine, so that two machines can be compared.
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
    int state;       /* in which re2c goes on; -1 at the start of a token */
    unsigned accept; /* re2c's number of the rule that ends at the marker */
    unsigned cursor; /* an offset in the window, as the next two */
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

/* Reads a byte. Then the machine waits for more, or has refused the text. */
machine_outcome machine_read(machine *self, unsigned char byte);

/* True if the text that ends here is in the language. */
bool machine_accepts(machine self);

/* Returns true if both machines are in the same state. */
bool machine_same(const machine *left, const machine *right);

#endif
