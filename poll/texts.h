/*
 * poll/texts.h - the texts that a poll machine keeps in its caller's memory: the id and
 * the token of the last page, each terminated.
 */
#ifndef DSI_POLL_TEXTS_H
#define DSI_POLL_TEXTS_H

#include <dsi/poll.h>

/* False for an id that no target can carry: an empty one, or a dot segment. */
bool dsi_poll_is_usable(dsi_string id);

/*
 * Keeps an id, and forgets the pages of an introspection before. False if it does not
 * fit.
 */
bool dsi_poll_keep_id(dsi_poll *poll, dsi_string id);

/* Keeps the next page's token after the id. False if it does not fit. */
bool dsi_poll_keep_token(dsi_poll *poll, dsi_string token);

/* True if a page with this token came before. Otherwise counts the page. */
bool dsi_poll_is_cycle(dsi_poll *poll, dsi_string token);

#endif
