/* web/vectors.c - sequences of test vectors, and the closing of any handle. */
#include "web/face.h"
#include "web/handles.h"
#include "web/input.h"
#include "web/output.h"
#include "web/report.h"

#include <dsi/vectors.h>

typedef struct web_vectors {
    dsi_vectors sequence;
    dsi_vector last;
} web_vectors;

static web_vectors *vectors_find(uint32_t handle)
{
    const web_region *region = web_handle_find(handle, WEB_VECTORS);

    return region != NULL ? (web_vectors *)(void *)region->bytes : NULL;
}

WEB_EXPORT(vectors_open)
uint32_t web_vectors_open(uint32_t message, uint32_t seed_low, uint32_t seed_high,
                          uint32_t broken)
{
    const dsi_message *chosen = web_input_message(message);
    uint32_t handle = 0;
    web_vectors *self;

    if (chosen == NULL) {
        (void)web_report_code(DSI_E_ARGUMENT);
        return 0;
    }
    handle = web_handle_open(WEB_VECTORS, sizeof(web_vectors));
    self = vectors_find(handle);
    if (self == NULL) {
        return web_report_no_handle();
    }
    self->last = (dsi_vector){.code = DSI_OK};
    dsi_vectors_begin(&self->sequence, chosen, (uint64_t)seed_high << 32 | seed_low,
                      broken != 0);
    return handle;
}

WEB_EXPORT(vectors_next)
uint32_t web_vectors_next(uint32_t handle)
{
    web_vectors *self = vectors_find(handle);

    if (self == NULL) {
        return web_report_code(DSI_E_ARGUMENT);
    }
    dsi_vectors_next(&self->sequence, &self->last);
    web_output_begin();
    web_output_word("{");
    web_output_member("code", dsi_code_name(self->last.code));
    web_output_member("path", self->last.path);
    web_output_member("why", self->last.why);
    web_output_word("}");
    return web_report_end();
}

WEB_EXPORT(vectors_bytes)
uint32_t web_vectors_bytes(uint32_t handle)
{
    const web_vectors *self = vectors_find(handle);

    if (self == NULL) {
        return web_report_code(DSI_E_ARGUMENT);
    }
    web_output_begin();
    web_output_add(self->last.bytes.data, self->last.bytes.length);
    return web_report_end();
}

WEB_EXPORT(close)
void web_close(uint32_t handle)
{
    web_handle_close(handle);
}
