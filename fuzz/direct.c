/*
 * G7: whether dsi reads a structure directly or in the stream, the outcome is the same:
 * code, offset, path, numbers, the result, what was handed over, and the block that all
 * this takes, to the byte.
 */
#include "fuzz/fuzz.h"

#include <string.h>

static void check_error(const dsi_error *direct, const dsi_error *streamed)
{
    fuzz_hold(direct->code == streamed->code, "both engines have one code");
    fuzz_hold(direct->offset == streamed->offset && direct->limit == streamed->limit &&
                  direct->actual == streamed->actual,
              "both engines have one place");
    fuzz_hold(strcmp(direct->path, streamed->path) == 0, "both engines have one path");
}

static void check_result(const fuzz_outcome *direct, const fuzz_outcome *streamed)
{
    fuzz_hold(direct->length == streamed->length &&
                  memcmp(direct->text, streamed->text, direct->length) == 0,
              "both engines have one result");
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
    check_error(&direct.error, &streamed.error);
    check_result(&direct, &streamed);
    return 0;
}
