/*
 * fuzz/input.c - takes an input apart, and ends the program on a failure.
 *
 * An input that is too short reads as zeroes, so every input is a valid one.
 */
#include "fuzz/input.h"

#include <stdio.h>
#include <stdlib.h>

void fuzz_fail(const char *property)
{
    fprintf(stderr, "does not hold: %s\n", property);
    abort();
}

void *fuzz_memory(size_t size)
{
    void *memory = malloc(size > 0 ? size : 1);

    fuzz_hold(memory != NULL, "there is memory");
    return memory;
}

uint8_t fuzz_byte(fuzz_input *input)
{
    uint8_t byte = 0;

    if (input->size > 0) {
        byte = *input->data++;
        input->size--;
    }
    return byte;
}

uint32_t fuzz_number(fuzz_input *input)
{
    uint32_t number = 0;

    for (int i = 0; i < 4; i++) {
        number = number << 8 | fuzz_byte(input);
    }
    return number;
}
