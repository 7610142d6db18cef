/*
 * web/handles.h - numbers for what lives longer than one call.
 *
 * JavaScript gets numbers, never addresses. A number that was closed, made up or of
 * another kind finds nothing, and 0 is never given.
 */
#ifndef DSI_WEB_HANDLES_H
#define DSI_WEB_HANDLES_H

#include "web/pages.h"

#include <stdint.h>

typedef enum web_kind { WEB_NOTHING = 0, WEB_DECODER, WEB_POLL, WEB_VECTORS } web_kind;

/* How many can be open at one time. */
#define WEB_HANDLES_MAX 1024u

/* Opens a region of `size` bytes. Returns its handle, or 0 if there is no memory. */
uint32_t web_handle_open(web_kind kind, size_t size);

/* Whether as many are open as can be. */
bool web_handles_are_open(void);

/* The region of an open handle of this kind, or NULL. */
const web_region *web_handle_find(uint32_t handle, web_kind kind);

/* Gives the region back. A handle that is not open is ignored. */
void web_handle_close(uint32_t handle);

#endif
