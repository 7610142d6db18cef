/*
 * tests/prove/eva/eva.h - for the programs that Frama-C's Eva analyses.
 *
 * They are never run. Eva begins with -lib-entry: a variable that is not const holds any
 * value of its type at the start of main. So a text of at most EVA_SIZE bytes of any
 * value is `eva_bytes` and a length that is not greater.
 *
 * Eva keeps an interval for each variable and no relation between two. What it shows is
 * that no length makes the code touch a byte outside of EVA_SIZE bytes. That nothing
 * behind a shorter length is touched either follows for each length that is proved as an
 * EVA_SIZE of its own; eva.sh takes small ones and 1,000,000.
 */
#ifndef DSI_TESTS_PROVE_EVA_H
#define DSI_TESTS_PROVE_EVA_H

#include <stdbool.h>
#include <stddef.h>

#ifndef EVA_SIZE
#define EVA_SIZE 1000000
#endif

char eva_bytes[EVA_SIZE];
size_t eva_length;
int eva_number;
int eva_flag;

#endif
