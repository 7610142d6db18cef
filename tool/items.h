/* tool/items.h - what the items of a message's list are. */
#ifndef DSI_TOOL_ITEMS_H
#define DSI_TOOL_ITEMS_H

#include <dsi/message.h>

/*
 * True if an item is a const dsi_model *. The items of another list must not be read as
 * one.
 */
bool items_are_models(const dsi_message *message);

/* A word for one item of the message: "model", or "item". Static. */
const char *items_word(const dsi_message *message);

#endif
