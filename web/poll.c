/* web/poll.c - machines that say what to ask next. Each has a region with its texts. */
#include "web/face.h"
#include "web/handles.h"
#include "web/input.h"
#include "web/output.h"
#include "web/report.h"
#include "web/stream.h"

#include <string.h>

typedef struct web_poll {
    dsi_poll machine;
    char memory[DSI_POLL_MEMORY_DEFAULT];
} web_poll;

static web_poll *poll_find(uint32_t handle)
{
    const web_region *region = web_handle_find(handle, WEB_POLL);

    return region != NULL ? (web_poll *)(void *)region->bytes : NULL;
}

static uint32_t poll_report(dsi_poll_step step)
{
    web_output_begin();
    web_report_step(&step);
    return web_report_end();
}

/* One less, and at most what the member can hold. */
static int32_t poll_results(uint32_t results)
{
    return results <= INT32_MAX ? (int32_t)results - 1 : INT32_MAX;
}

WEB_EXPORT(poll_open)
uint32_t web_poll_open(uint32_t max_requests, uint32_t max_retries,
                       uint32_t max_wait_ms, uint32_t base_delay_ms,
                       uint32_t max_delay_ms, uint32_t sdl, uint32_t results)
{
    dsi_poll_options options = {
        .max_requests = max_requests,
        .max_retries = max_retries,
        .max_wait_ms = max_wait_ms,
        .base_delay_ms = base_delay_ms,
        .max_delay_ms = max_delay_ms,
        .include_models_sdl = {.present = sdl != 0, .value = sdl == 2},
        .max_results = {.present = results != 0, .value = poll_results(results)}};
    uint32_t handle = web_handle_open(WEB_POLL, sizeof(web_poll));
    web_poll *self = poll_find(handle);

    if (self == NULL) {
        return web_report_no_handle();
    }
    (void)poll_report(
        dsi_poll_begin(&self->machine, self->memory, sizeof self->memory, &options));
    return handle;
}

WEB_EXPORT(poll_resume)
uint32_t web_poll_resume(uint32_t handle, uint32_t id, uint32_t token)
{
    web_poll *self = poll_find(handle);
    dsi_string id_text = web_input_text(0, id);
    dsi_string token_text = web_input_text(id, token);

    if (self == NULL || id_text.data == NULL || token_text.data == NULL) {
        return web_report_code(DSI_E_ARGUMENT);
    }
    return poll_report(dsi_poll_resume(&self->machine, id_text, token_text));
}

/* The machine knows the answers of two operations, each by its own struct. */
static bool poll_is_of(const web_answer *answer, const char *name)
{
    return strcmp(dsi_message_name(answer->message), name) == 0;
}

static bool poll_knows(const web_answer *answer)
{
    return poll_is_of(answer, "start-response") || poll_is_of(answer, "get-response");
}

static dsi_poll_step poll_tell(web_poll *self, const web_answer *answer,
                               uint32_t random)
{
    bool of_start = poll_is_of(answer, "start-response");

    return of_start ? dsi_poll_start_advance(&self->machine, answer->object,
                                             &answer->error, random)
                    : dsi_poll_get_advance(&self->machine, answer->object,
                                           &answer->error, random);
}

/* No answer came, whichever request the last step asked for. */
static dsi_poll_step poll_tell_lost(web_poll *self, uint32_t random)
{
    dsi_poll_action action = self->machine.step.action;

    return action == DSI_POLL_START || action == DSI_POLL_RESTART
               ? dsi_poll_start_advance(&self->machine, NULL, NULL, random)
               : dsi_poll_get_advance(&self->machine, NULL, NULL, random);
}

WEB_EXPORT(poll_advance)
uint32_t web_poll_advance(uint32_t handle, uint32_t decoder, uint32_t random)
{
    web_poll *self = poll_find(handle);
    const web_answer *answer = web_stream_answer(decoder);

    if (self == NULL || (decoder != 0 && answer == NULL) ||
        (answer != NULL && !poll_knows(answer))) {
        return web_report_code(DSI_E_ARGUMENT);
    }
    return poll_report(answer != NULL ? poll_tell(self, answer, random)
                                      : poll_tell_lost(self, random));
}

WEB_EXPORT(poll_restart)
uint32_t web_poll_restart(uint32_t handle, uint32_t random)
{
    web_poll *self = poll_find(handle);

    return self != NULL ? poll_report(dsi_poll_restart(&self->machine, random))
                        : web_report_code(DSI_E_ARGUMENT);
}
