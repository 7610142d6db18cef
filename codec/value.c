/*
 * codec/value.c - a value from its text, as targets and options have it.
 *
 * Only JSON's plain integers and the words "true" and "false" are converted. So "01",
 * "+1" and "True" are refused, rather than guessed at.
 */
#include "codec/value.h"

#include "codec/integer.h"

/* RFC 8259's integers: -?(0|[1-9][0-9]*). "-0" is one of them. */
static bool value_is_integer(dsi_string text)
{
    size_t first = text.length > 0 && text.data[0] == '-' ? 1 : 0;
    size_t i = first;

    while (i < text.length && text.data[i] >= '0' && text.data[i] <= '9') {
        i++;
    }
    return i == text.length && i > first && (text.data[first] != '0' || i == first + 1);
}

static dsi_code value_set_integer(const dsi_type *type, void *place, dsi_string text)
{
    int64_t value;
    dsi_code code = value_is_integer(text) ? dsi_integer_read_type(text, type, &value)
                                           : DSI_E_INTEGER;

    if (code == DSI_OK) {
        dsi_type_set_integer(type, place, value);
    }
    return code;
}

/* Nothing is written unless the text is one of the two. */
static dsi_code value_set_boolean(void *place, dsi_string text)
{
    dsi_optional_bool boolean = {.value = dsi_string_equal(text, dsi_str("true"))};

    boolean.present = boolean.value || dsi_string_equal(text, dsi_str("false"));
    if (!boolean.present) {
        return DSI_E_TYPE;
    }
    memcpy(place, &boolean, sizeof boolean);
    return DSI_OK;
}

dsi_code dsi_value_set(const dsi_type *type, void *place, dsi_string text)
{
    switch (type->kind) {
    case DSI_KIND_BOOLEAN:
        return value_set_boolean(place, text);
    case DSI_KIND_INT32:
    case DSI_KIND_INT64:
        return value_set_integer(type, place, text);
    default:
        dsi_type_set_text(type, place, text);
        return DSI_OK;
    }
}

/*
 * DSI_E_TYPE comes from booleans only: each other type has its own code, or takes any
 * text.
 */
void dsi_value_explain(dsi_error *error)
{
    if (error->code == DSI_E_TYPE) {
        error->limit = DSI_JSON_BOOLEAN;
        error->actual = DSI_JSON_STRING;
    }
}
