/*
 * tool/field.c - finds and reads fields.
 *
 * The fields of all messages are enumerated through dsi's public API, so a new member
 * of the model is an option without a change here.
 */
#include "field.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "option_table.h"

bool field_next(field_cursor *cursor, dsi_field *field)
{
    const dsi_message *message;

    while ((message = dsi_message_at(cursor->message)) != NULL) {
        if (dsi_message_field(message, cursor->index, field)) {
            cursor->index++;
            return true;
        }
        cursor->message++;
        cursor->index = 0;
    }
    return false;
}

bool field_find(const dsi_message *message, const char *option, size_t *index,
                dsi_field *field)
{
    *index = 0;
    while (dsi_message_field(message, *index, field)) {
        if (strcmp(field->option, option) == 0) {
            return true;
        }
        (*index)++;
    }
    return false;
}

/* Reads any integer of the width. Validation says later whether it is in range. */
static bool field_read_integer(dsi_field_kind kind, const char *text, char *digits)
{
    bool minus = *text == '-';
    uint64_t most = kind == DSI_FIELD_INT32 ? INT32_MAX : INT64_MAX;
    uint64_t number;

    if (!option_parse_number(minus ? text + 1 : text, &number) ||
        number > (minus ? most + 1 : most)) {
        return false;
    }
    snprintf(digits, FIELD_DIGITS_MAX, "%s%" PRIu64, minus ? "-" : "", number);
    return true;
}

/* dsi sets a field from text, so the value stays text; an integer's is normalized. */
bool field_read(const dsi_field *field, const char *text, given_field *given)
{
    given->text = text;
    switch (field->kind) {
    case DSI_FIELD_BOOLEAN:
        given->text = "true";
        return true;
    case DSI_FIELD_INT32:
    case DSI_FIELD_INT64:
        given->text = given->digits;
        return field_read_integer(field->kind, text, given->digits);
    default:
        return true;
    }
}
