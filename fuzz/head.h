/* fuzz/head.h - makes any head of an answer from an input's bytes. */
#ifndef DSI_FUZZ_HEAD_H
#define DSI_FUZZ_HEAD_H

#include "fuzz/fuzz.h"

#define HEAD_FIELDS_MAX 7

typedef struct fuzz_head {
    dsi_received_head received; /* its headers are `fields` */
    dsi_header fields[HEAD_FIELDS_MAX];
} fuzz_head;

/*
 * Makes a status of at least 100, and fields with names that dsi looks for and others.
 * The values are those that services send, or any bytes. Each text lies in memory of
 * its own.
 */
void head_make(fuzz_input *input, fuzz_head *made);

/* Frees the texts. */
void head_free(fuzz_head *made);

#endif
