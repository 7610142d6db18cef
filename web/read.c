/*
 * web/read.c - decodes in one block, which is as large as the message needs.
 *
 * The first block is enough for any real message. A message that uses it up is decoded
 * again in a larger one, so the outcome does not depend on the block.
 */
#include "web/read.h"

#include "tool/query.h"
#include "web/output.h"
#include "web/pages.h"
#include "web/report.h"

#include <string.h>

#define READ_BLOCK ((size_t)1024 * 1024)

static web_region block;

/* Gets a block. An error that is not needed is not set: that takes time. */
static bool read_renew(size_t size, dsi_error *error)
{
    bool renewed = web_region_renew(&block, size);

    if (!renewed) {
        *error = (dsi_error){.code = DSI_E_MEMORY};
    }
    web_output_begin();
    return renewed;
}

static const void *read_body(const web_reading *reading, dsi_string body,
                             const dsi_received_head *head, size_t size,
                             dsi_error *error)
{
    dsi_message_options options = {.decode = reading->how, .head = *head};

    return read_renew(size, error) ? dsi_message_decode(reading->message, block.bytes,
                                                        size, body, &options, error)
                                   : NULL;
}

static bool read_wants_more(const void *object, const dsi_error *error)
{
    return object == NULL &&
           (error->code == DSI_E_MEMORY || error->code == DSI_E_BLOCK_SIZE);
}

static const void *read_json(const web_reading *reading, dsi_string body,
                             const dsi_received_head *head, dsi_error *error)
{
    size_t size = READ_BLOCK + (size_t)reading->length;
    const void *object = read_body(reading, body, head, size, error);

    while (read_wants_more(object, error) && block.bytes != NULL &&
           size < WEB_PAGES_MAX * 65536 / 2) {
        size *= 2;
        object = read_body(reading, body, head, size, error);
    }
    return object;
}

/* The struct comes first in the block. Its texts need no more bytes than the target. */
static const void *read_target(const web_reading *reading, dsi_string target,
                               dsi_error *error)
{
    size_t size = dsi_message_size(reading->message);
    dsi_room room = {.size = target.length};

    if (!read_renew(size + target.length, error)) {
        return NULL;
    }
    room.memory = block.bytes + size;
    return dsi_message_target_decode(reading->message, target, &room, &reading->how,
                                     block.bytes, error)
               ? block.bytes
               : NULL;
}

/* JSON that could be a message begins with one of these bytes, and no target does. */
static bool read_is_target(const dsi_message *message, dsi_string body)
{
    static const char json[] = " \t\r\n{[\"";

    return !dsi_message_has_body(message) && body.length > 0 &&
           memchr(json, body.data[0], sizeof json - 1) == NULL;
}

const void *web_read(const web_reading *reading, dsi_error *error)
{
    web_reading chosen = *reading;
    dsi_string body = web_input_text(reading->head, reading->length);
    web_head head;

    chosen.how.unknown = (dsi_unknown_sink){.found = web_report_unknown,
                                            .context = &chosen.message};
    if (reading->message == NULL || body.data == NULL ||
        !web_input_head(&head, reading->head, reading->status)) {
        *error = (dsi_error){.code = DSI_E_ARGUMENT};
        return NULL;
    }
    return read_is_target(reading->message, body)
               ? read_target(&chosen, body, error)
               : read_json(&chosen, body, &head.received, error);
}

uint32_t web_read_refuse(const web_reading *reading, const dsi_error *error)
{
    dsi_string body = web_input_text(reading->head, reading->length);
    bool is_target = reading->message != NULL && read_is_target(reading->message, body);

    return web_report_refusal(error, is_target ? query_words(error->code) : NULL);
}
