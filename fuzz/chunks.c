/*
 * fuzz/chunks.c - G7, G12: however a message is cut, also if it is not and one call
 * decodes it, and whether its items are kept or handed over, the outcome is the same:
 * code, offset, path, numbers and struct.
 */
#include "fuzz/fuzz.h"

#include "tests/model/items.h"

#include <string.h>

/*
 * The one difference that is allowed: a kept output has the empty list, a streamed not.
 */
static void check_empty_list(const fuzz_how *how, const fuzz_outcome *kept,
                             const fuzz_outcome *streamed)
{
    size_t length = strlen(items_name(how->message)) + sizeof "\"\":[]" - 1;

    fuzz_hold(kept->error.code == streamed->error.code, "streamed and kept agree");
    fuzz_hold(kept->length == streamed->length + length ||
                  kept->length == streamed->length + length + sizeof "," - 1,
              "only an empty list of items differs");
}

/* Items that are streamed many times need no more memory than they did once. */
static void check_room(fuzz_how how, const fuzz_outcome *outcome)
{
    static fuzz_outcome once;
    static fuzz_outcome often;
    static char text[FUZZ_TEXT_MAX];
    const char *items = outcome->text + outcome->taken_at;
    size_t rest = outcome->length - outcome->taken_at;
    size_t length = outcome->taken_at;
    size_t times = 1;

    how.chunk = 0;
    how.options.limits.max_bytes = 0;
    fuzz_decode(&how, (const uint8_t *)outcome->text, outcome->length, &once);
    if (once.error.code != DSI_OK) {
        return; /* its largest item does not fit */
    }
    memcpy(text, outcome->text, outcome->taken_at);
    for (; length + outcome->taken_length + 1 + rest <= sizeof text; times++) {
        memcpy(text + length, items, outcome->taken_length);
        length += outcome->taken_length;
        text[length++] = ',';
    }
    memcpy(text + length, items, rest);
    fuzz_decode(&how, (const uint8_t *)text, length + rest, &often);
    fuzz_hold(often.error.code == DSI_OK && often.taken == times * once.taken,
              "many items take the memory of the largest");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static fuzz_outcome whole;
    static fuzz_outcome cut;
    static fuzz_outcome called;
    fuzz_input input = {.data = data, .size = size};
    fuzz_how how = fuzz_choose(&input);
    fuzz_how at_once = how;

    at_once.chunk = 0;
    if (how.streamed) {
        at_once.streamed = false;
        at_once.tight_block = false;
    }
    fuzz_decode(&at_once, input.data, input.size, &whole);
    fuzz_decode(&how, input.data, input.size, &cut);
    fuzz_hold(whole.error.offset <= input.size, "an error lies in the message");
    if (whole.error.code != DSI_E_MEMORY) {
        fuzz_decode_at_once(&at_once, input.data, input.size, &called);
        fuzz_hold_same(&whole, &called);
    }
    if (at_once.tight_block != how.tight_block && cut.error.code == DSI_E_MEMORY) {
        return 0; /* the item fits in the larger block, so the outcomes differ */
    }
    /* An empty list is absent once it was streamed. */
    if (!how.streamed || whole.length == cut.length) {
        fuzz_hold_same(&whole, &cut);
    } else {
        check_empty_list(&how, &whole, &cut);
    }
    if (how.tight_block && cut.taken > 0) {
        check_room(how, &cut);
    }
    return 0;
}
