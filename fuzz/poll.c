/* G14: whatever is answered, polling stays within its budgets, and an end is final. */
#include "fuzz/fuzz.h"

#include <string.h>

static dsi_string choose_text(fuzz_input *input)
{
    static const char *const texts[] = {
        NULL, "", "a", "b", "c", "page", "..", "SUCCESS", "FAILED", "PROCESSING"};

    return dsi_str(texts[fuzz_byte(input) % (sizeof texts / sizeof *texts)]);
}

static dsi_service_error choose_error(fuzz_input *input)
{
    return (dsi_service_error){.error_class = (dsi_error_class)(fuzz_byte(input) % 8),
                               .fault = (dsi_fault)(fuzz_byte(input) % 3),
                               .message = choose_text(input)};
}

static dsi_poll_step tell_start(fuzz_input *input, dsi_poll *poll, uint32_t random)
{
    dsi_start_answer answer = {
        .kind = (dsi_answer_kind)(1 + fuzz_byte(input) % 2),
        .output = {.introspection_id = choose_text(input),
                   .introspection_status = {.text = choose_text(input)}},
        .error = choose_error(input)};

    return dsi_poll_start_answered(poll, &answer, NULL, random);
}

static dsi_poll_step tell_get(fuzz_input *input, dsi_poll *poll, uint32_t random)
{
    dsi_introspection_result result = {.next_token = choose_text(input)};
    dsi_get_answer answer = {
        .kind = (dsi_answer_kind)(1 + fuzz_byte(input) % 2),
        .output = {.introspection_status = {.text = choose_text(input)},
                   .introspection_result = fuzz_byte(input) % 4 == 0 ? NULL : &result},
        .error = choose_error(input)};

    return dsi_poll_get_answered(poll, &answer, NULL, random);
}

static dsi_poll_step tell(fuzz_input *input, dsi_poll *poll)
{
    static const dsi_code codes[] = {DSI_OK,       DSI_E_TRUNCATED, DSI_E_SYNTAX,
                                     DSI_E_MEMORY, DSI_E_STOPPED,   DSI_E_BLOCK_SIZE};
    uint8_t event = fuzz_byte(input);
    uint32_t random = fuzz_number(input);
    dsi_error error = {.code = codes[fuzz_byte(input) % 6]};

    switch (event % 8) {
    case 0:
        return dsi_poll_start_answered(poll, NULL, &error, random);
    case 1:
        return dsi_poll_get_answered(poll, NULL, random % 2 == 0 ? NULL : &error,
                                     random);
    case 2:
        return dsi_poll_resume(poll, choose_text(input), choose_text(input));
    case 3:
        return tell_start(input, poll, random);
    default:
        return tell_get(input, poll, random);
    }
}

static dsi_poll_options choose_options(fuzz_input *input)
{
    return (dsi_poll_options){.max_requests = 1u + fuzz_byte(input) % 32,
                              .max_retries = 1u + fuzz_byte(input) % 8,
                              .max_wait_ms = 1 + fuzz_number(input) / 2,
                              .base_delay_ms = fuzz_number(input),
                              .max_delay_ms = fuzz_number(input)};
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_input input = {.data = data, .size = size};
    dsi_poll_options options = choose_options(&input);
    char memory[12];
    dsi_poll poll;
    dsi_poll_step end = {.action = (dsi_poll_action)0};
    uint64_t waited_ms = 0;
    uint32_t requests = 0;

    dsi_poll_begin(&poll, memory, fuzz_byte(&input) % (sizeof memory + 1), &options);
    while (input.size > 0) {
        dsi_poll_step step = tell(&input, &poll);
        bool goes_on = step.action < DSI_POLL_DONE;

        requests += goes_on ? 1 : 0;
        waited_ms += step.delay_ms;
        fuzz_hold(requests <= options.max_requests, "requests stay in their budget");
        fuzz_hold(waited_ms <= options.max_wait_ms, "delays stay in their budget");
        fuzz_hold(step.request == NULL ||
                      (goes_on && step.request->introspection_id.length > 0),
                  "a request has an id, and an end has no request");
        fuzz_hold(end.action == 0 ||
                      (step.action == end.action && step.cause == end.cause),
                  "an end is final");
        if (!goes_on) {
            end = step;
        }
    }
    return 0;
}
