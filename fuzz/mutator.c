/*
 * libFuzzer's hooks into mutate.h, for the harnesses whose input is fuzz_choose's three
 * bytes and a JSON text.
 */
#include "fuzz/mutate.h"

#define CHOICES 3

/* The engine's own; engines that are not libFuzzer have none, and call no hook. */
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

/* Half is left to the engine: now and then the choices alone, else the whole. */
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
