/* web/input.c - one region, which every call reads. */
#include "web/input.h"

#include "web/face.h"
#include "web/pages.h"

#include <string.h>

static web_region input;

WEB_EXPORT(input)
unsigned char *web_input(uint32_t length)
{
    return web_region_renew(&input, length) ? input.bytes : NULL;
}

dsi_string web_input_text(uint32_t at, uint32_t length)
{
    if (input.bytes == NULL || at > input.size || length > input.size - at) {
        return (dsi_string){.data = NULL};
    }
    return (dsi_string){.data = (const char *)input.bytes + at, .length = length};
}

const dsi_message *web_input_message(uint32_t index)
{
    return dsi_message_at(index);
}

/* Takes the text up to its NUL from `rest`. Absent if there is no NUL. */
static dsi_string input_next(dsi_string *rest)
{
    const char *end = rest->length > 0 ? memchr(rest->data, 0, rest->length) : NULL;
    dsi_string text = {.data = NULL};

    if (end != NULL) {
        text = (dsi_string){.data = rest->data, .length = (size_t)(end - rest->data)};
        rest->data += text.length + 1;
        rest->length -= text.length + 1;
    }
    return text;
}

/* A request's status is not looked at. A response needs one that fits an int. */
static int input_status(uint32_t status)
{
    return status <= INT32_MAX ? (int)status : 0;
}

bool web_input_head(web_head *head, uint32_t length, uint32_t status)
{
    dsi_string rest = web_input_text(0, length);
    size_t count = 0;

    if (rest.data == NULL && length > 0) {
        return false;
    }
    while (rest.length > 0) {
        dsi_header header = {.name = input_next(&rest)};

        header.value = input_next(&rest);
        if (header.value.data == NULL) {
            return false;
        }
        if (count < WEB_HEADERS_MAX && dsi_header_is_known(header.name)) {
            head->headers[count++] = header;
        }
    }
    head->received = (dsi_received_head){.status = input_status(status),
                                         .headers = head->headers,
                                         .header_count = count};
    return true;
}
