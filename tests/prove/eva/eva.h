/*
 * tests/prove/eva/eva.h - for the programs that Frama-C's Eva analyses.
 *
 * They are never run. Eva begins with -lib-entry: a variable that is not const holds any
 * value of its type at the start of main. So any text of at most EVA_SIZE bytes is the
 * first of `eva_bytes`, as many as an `eva_length` that is not greater.
 *
 * Eva keeps an interval for each variable and nothing about two of them. What it shows is
 * that no text makes the code touch a byte that is not among EVA_SIZE. That a text which
 * is shorter than that is not left either follows for every length that is proved as an
 * EVA_SIZE of its own: eva/run takes two small ones and 1,000,000.
 */
#ifndef DSI_TESTS_PROVE_EVA_H
#define DSI_TESTS_PROVE_EVA_H

#include <dsi/text.h>

#ifndef EVA_SIZE
#define EVA_SIZE 1000000
#endif

static char eva_bytes[EVA_SIZE];
static size_t eva_length;

#endif
