/*
 * G7: whether dsi reads a structure directly or in the stream, the outcome is the same:
 * code, offset, path, numbers, the result, what was handed over, and the block that all
 * this takes, to the byte.
 */
#include "fuzz/fuzz.h"

/* How many items were handed over, and the memory that was taken, to the byte. */
static void check_memory(const fuzz_outcome *direct, const fuzz_outcome *streamed)
{
    fuzz_hold(direct->taken == streamed->taken, "both engines hand over the same");
    fuzz_hold(direct->used == streamed->used && direct->left == streamed->left,
              "both engines take the same memory");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static fuzz_outcome direct;
    static fuzz_outcome streamed;
    fuzz_input input = {.data = data, .size = size};
    fuzz_how how = fuzz_choose(&input);

    how.more = 8 * (size_t)fuzz_byte(&input);
    fuzz_decode(&how, input.data, input.size, &direct);
    how.stream_only = true;
    fuzz_decode(&how, input.data, input.size, &streamed);
    fuzz_hold_same(&direct, &streamed);
    check_memory(&direct, &streamed);
    return 0;
}
