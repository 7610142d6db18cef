/* fuzz/input.h - an input's bytes, and how a harness says that a property fails. */
#ifndef DSI_FUZZ_INPUT_H
#define DSI_FUZZ_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tests/count.h"

/* Aborts with the words of a property that does not hold. */
_Noreturn void fuzz_fail(const char *property);

static inline void fuzz_hold(bool holds, const char *property)
{
    if (!holds) {
        fuzz_fail(property);
    }
}

/* Memory of exactly this size, so a sanitizer sees an access beside it. Never NULL. */
void *fuzz_memory(size_t size);

/* The bytes of an input, taken one after the other; 0 after the last. */
typedef struct fuzz_input {
    const uint8_t *data;
    size_t size;
} fuzz_input;

uint8_t fuzz_byte(fuzz_input *input);
uint32_t fuzz_number(fuzz_input *input); /* of four bytes */

#endif
