/*
 * fuzz/identity.c - G5, G9: a message that was decoded and encoded decodes to the same
 * struct again, and encoding that struct gives the same bytes.
 */
#include "fuzz/fuzz.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static fuzz_outcome first;
    static fuzz_outcome second;
    fuzz_input input = {.data = data, .size = size};
    fuzz_how how = fuzz_choose(&input);

    how.status = 200; /* an error's report is no message */
    fuzz_decode(&how, input.data, input.size, &first);
    if (first.error.code != DSI_OK) {
        return 0;
    }
    how.options.strict = true;
    how.options.limits = (dsi_limits){.max_depth = DSI_MAX_DEPTH_MAX};
    fuzz_decode(&how, (const uint8_t *)first.text, first.length, &second);
    fuzz_hold(second.error.code == DSI_OK, "what was encoded can be decoded");
    fuzz_hold(second.length == first.length &&
                  memcmp(second.text, first.text, first.length) == 0,
              "bytes are canonical the second time");
    return 0;
}
