/*
 * fuzz/mutator.c - libFuzzer's hook for mutate.h. It is for the harnesses whose input
 * is fuzz_choose's three bytes and a JSON text.
 */
#include "fuzz/mutate.h"

#define CHOICES 3

/* libFuzzer's own mutator. Another engine has none, but calls no hook either. */
__attribute__((weak)) size_t LLVMFuzzerMutate(uint8_t *data, size_t size,
                                              size_t max_size);

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
                               unsigned int seed);

/* Changes the JSON up to four times. Returns its new length, or 0. */
static size_t mutate_some(char *text, size_t length, size_t capacity, uint32_t seed)
{
    size_t changed = 0;

    for (uint32_t i = 0; i <= seed / 8 % 4; i++) {
        uint32_t next = (seed + i) * 2246822519u;
        size_t made = mutate(mutate_choose(next >> 16), text, length, capacity, next);

        length = made > 0 ? made : length;
        changed = made > 0 ? made : changed;
    }
    return changed;
}

/*
 * Half of the mutations are the engine's own, so syntax errors are found as well. Some
 * of those change the three bytes alone.
 */
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size,
                               unsigned int seed)
{
    size_t length = 0;

    if (size > CHOICES && seed % 8 == 0) {
        (void)LLVMFuzzerMutate(data, CHOICES, CHOICES);
        return size;
    }
    if (size > CHOICES && seed % 8 > 3) {
        length = mutate_some((char *)data + CHOICES, size - CHOICES, max_size - CHOICES,
                             seed);
    }
    return length > 0 ? CHOICES + length : LLVMFuzzerMutate(data, size, max_size);
}
