/* web/input.h - the bytes that JavaScript wrote, by checked lengths. */
#ifndef DSI_WEB_INPUT_H
#define DSI_WEB_INPUT_H

#include <dsi/http.h>
#include <dsi/message.h>

#include <stdint.h>

/*
 * `length` bytes at `at` of the input. Absent if the input has no such bytes. It is
 * valid until web_input is called.
 */
dsi_string web_input_text(uint32_t at, uint32_t length);

/* As many headers as dsi knows; see dsi_header_is_known. */
#define WEB_HEADERS_MAX 16

/* A response's head. */
typedef struct web_head {
    dsi_header headers[WEB_HEADERS_MAX];
    dsi_received_head received;
} web_head;

/*
 * Reads the head at the start of the input. False if it is not names and values, each
 * followed by a NUL. Headers that dsi does not know are left out.
 */
bool web_input_head(web_head *head, uint32_t length, uint32_t status);

/* A message by its index, or NULL. */
const dsi_message *web_input_message(uint32_t index);

#endif
