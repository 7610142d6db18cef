/*
 * G13: a target is taken apart within its buffer, with a fault's place in it; what was
 * taken apart can be built, and gives the same request and the same bytes again.
 */
#include "fuzz/fuzz.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static bool same(const dsi_get_request *left, const dsi_get_request *right)
{
    return dsi_string_equal(left->introspection_id, right->introspection_id) &&
           dsi_string_equal(left->next_token, right->next_token) &&
           left->include_models_sdl.present == right->include_models_sdl.present &&
           left->include_models_sdl.value == right->include_models_sdl.value &&
           left->max_results.present == right->max_results.present &&
           left->max_results.value == right->max_results.value;
}

static bool is_terminated(dsi_string text)
{
    return text.data == NULL || text.data[text.length] == '\0';
}

/*
 * Every percent sign of the path begins an escape. Those of a parameter that is not
 * known, or comes again, are skipped.
 */
static bool has_whole_escapes(const char *target, size_t length)
{
    for (size_t i = 0; i < length && target[i] != '?'; i++) {
        if (target[i] == '%' &&
            (length - i < 3 || !isxdigit((unsigned char)target[i + 1]) ||
             !isxdigit((unsigned char)target[i + 2]))) {
            return false;
        }
    }
    return true;
}

static void check_round(const dsi_get_request *request)
{
    dsi_error error;
    size_t length = dsi_get_request_target_size(request, &error);
    char *target = fuzz_memory(length + 1);
    char *buffer = fuzz_memory(length);
    dsi_get_request again;

    if (length == 0) {
        fuzz_hold(error.code == DSI_E_DOT_SEGMENT, "all but a dot segment is built");
    } else {
        fuzz_hold(dsi_get_request_target(request, target, length + 1, &error) == length,
                  "the size is the length");
        fuzz_hold(dsi_get_request_parse_target(
                      (dsi_string){.data = target, .length = length}, buffer, length,
                      &(dsi_decode_options){.strict = true}, &again, &error),
                  "what is built can be taken apart");
        fuzz_hold(same(request, &again), "building and taking apart are inverse");
    }
    free(target);
    free(buffer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *target = fuzz_memory(size);
    char *buffer = fuzz_memory(size);
    dsi_get_request request;
    dsi_error error;

    if (size > 0) {
        memcpy(target, data, size);
    }
    if (dsi_get_request_parse_target((dsi_string){.data = target, .length = size},
                                     buffer, size, NULL, &request, &error)) {
        fuzz_hold(is_terminated(request.introspection_id) &&
                      is_terminated(request.next_token),
                  "texts are terminated");
        fuzz_hold(has_whole_escapes(target, size),
                  "an escape in the path has two digits");
        check_round(&request);
    } else {
        fuzz_hold(error.code != DSI_E_INTERNAL && error.offset <= size,
                  "a fault lies in the target");
    }
    free(target);
    free(buffer);
    return 0;
}
