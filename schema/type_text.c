/*
 * schema/type_text.c - a field's type as GraphQL writes it.
 *
 * The answer nests types: NonNull of List of NonNull of String. GraphQL writes brackets
 * around and marks after what they wrap. So the way in writes the opening brackets and
 * notes each end, and the way out writes the ends in reverse. The notes bound the
 * depth, since a type that holds itself has no innermost one.
 */
#include <dsi/model.h>

#include "schema/text/buffer.h"
#include "schema/type.h"

/* What the wrappers around a type add after it, the outermost first. */
typedef struct type_wrappers {
    char ends[DSI_DEPTH_MAX];
    size_t count;
} type_wrappers;

/* What a wrapper adds at its end; 0 for a type that dsi does not know as a wrapper. */
static char type_end(const dsi_model_field_type *type)
{
    static const dsi_string list = DSI_STR("List");
    static const dsi_string non_null = DSI_STR("NonNull");

    if (dsi_string_equal(type->kind, list)) {
        return ']';
    }
    return dsi_string_equal(type->kind, non_null) ? '!' : '\0';
}

/*
 * Goes into the wrappers and returns the type inside. NULL if that is absent, or deeper
 * than the notes. A type without a name that holds another one counts as a wrapper.
 */
static const dsi_model_field_type *type_unwrap(const dsi_model_field_type *type,
                                               type_wrappers *wrappers, dsi_buffer *out)
{
    while (type != NULL && wrappers->count < DSI_DEPTH_MAX) {
        char end = type_end(type);

        if (end == '\0' && (type->name.data != NULL || type->type == NULL)) {
            return type;
        }
        if (end == ']') {
            dsi_buffer_add_byte(out, '[');
        }
        wrappers->ends[wrappers->count++] = end;
        type = type->type;
    }
    return NULL;
}

size_t dsi_model_field_type_encode(const dsi_model_field_type *type, char *buffer,
                                   size_t capacity)
{
    dsi_buffer out = {.bytes = buffer, .capacity = capacity};
    type_wrappers wrappers = {.count = 0};

    type = type_unwrap(type, &wrappers, &out);
    if (type != NULL && type->name.data != NULL) {
        dsi_buffer_add_bytes(&out, type->name.data, type->name.length);
    } else {
        dsi_buffer_add_byte(&out, '?');
    }
    while (wrappers.count > 0) {
        char end = wrappers.ends[--wrappers.count];

        if (end != '\0') {
            dsi_buffer_add_byte(&out, end);
        }
    }
    return dsi_buffer_end(&out);
}
