/*
 * tool/items.c - names the message whose items are models.
 *
 * An item comes as a pointer without a type. dsi/message.h says of one message that its
 * items are models, so only for this one it is safe to read them so. Members cannot
 * tell: two structs can have the same names in JSON.
 */
#include "items.h"

#include <string.h>

bool items_are_models(const dsi_message *message)
{
    return dsi_message_has_items(message) &&
           strcmp(dsi_message_name(message), "get-response") == 0;
}

const char *items_word(const dsi_message *message)
{
    return items_are_models(message) ? "model" : "item";
}
