/*
 * G7, G12: however a message is cut, and whether its models are kept or handed over,
 * the outcome is the same: code, offset, path, numbers, and what it decodes to.
 */
#include "fuzz/fuzz.h"

#include <string.h>

static void check_same(const fuzz_outcome *left, const fuzz_outcome *right)
{
    fuzz_hold(left->error.code == right->error.code, "one code for every chunking");
    fuzz_hold(left->error.offset == right->error.offset &&
                  left->error.limit == right->error.limit &&
                  left->error.actual == right->error.actual,
              "one offset for every chunking");
    fuzz_hold(strcmp(left->error.path, right->error.path) == 0,
              "one path for every chunking");
    fuzz_hold(left->length == right->length &&
                  memcmp(left->text, right->text, left->length) == 0,
              "one result for every chunking");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static fuzz_outcome whole;
    static fuzz_outcome cut;
    fuzz_input input = {.data = data, .size = size};
    fuzz_how how = fuzz_choose(&input);
    fuzz_how at_once = how;

    at_once.chunk = 0;
    if (how.message == FUZZ_GET_STREAMED) {
        at_once.message = FUZZ_GET_ANSWER;
    }
    fuzz_decode(&at_once, input.data, input.size, &whole);
    fuzz_decode(&how, input.data, input.size, &cut);
    fuzz_hold(whole.error.offset <= input.size, "a fault lies in the message");
    /* An empty list that was streamed is absent; a page can be too large to keep. */
    if (how.message != FUZZ_GET_STREAMED || whole.length == cut.length) {
        check_same(&whole, &cut);
    } else {
        fuzz_hold(whole.error.code == cut.error.code, "streamed and kept agree");
        fuzz_hold(whole.length == cut.length + sizeof "\"models\":[]" - 1 ||
                      whole.length == cut.length + sizeof "\"models\":[]," - 1,
                  "only an empty list of models differs");
    }
    return 0;
}
