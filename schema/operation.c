/*
 * schema/operation.c - the list of operations, and what their descriptors say.
 *
 * Everything that goes over operations goes over dsi_messages. A new operation is one
 * more line in schema/operations.h; nothing switches over names.
 */
#include "schema/operation.h"

#include <string.h>

const char dsi_content_type[] = "application/json";

/* schema/operations.h lists the operations; each gives a request and a response. */
#define OPERATION(stem)                                                                \
    {#stem "-request", &dsi_operation_##stem, true},                                   \
        {#stem "-response", &dsi_operation_##stem, false},

const dsi_message dsi_messages[] = {
#include "schema/operations.h"
    {NULL, NULL, false},
};

const dsi_member *dsi_operation_label(const dsi_operation *operation, const char **path)
{
    dsi_string name = {.data = *path + 1, .length = strcspn(*path + 1, "}")};

    *path += name.length + 2;
    return dsi_type_find(operation->input, name);
}

bool dsi_operation_has_body(const dsi_operation *operation)
{
    return dsi_type_has_body(operation->input);
}

/*
 * Copied, and not cast: the typed answer is another type, and C forbids to read one
 * through the other.
 */
dsi_answer dsi_answer_face(const void *answer)
{
    dsi_answer face;

    memcpy(&face, answer, sizeof face);
    return face;
}

dsi_answer_kind dsi_answer_kind_of(const void *answer)
{
    dsi_answer_kind kind;

    memcpy(&kind, (const char *)answer + offsetof(dsi_answer, kind), sizeof kind);
    return kind;
}

dsi_request_head dsi_operation_head(const dsi_operation *operation, dsi_string target)
{
    dsi_request_head head = {.method = dsi_str(operation->method), .target = target};

    if (dsi_operation_has_body(operation)) {
        head.content_type = dsi_str(dsi_content_type);
    }
    return head;
}

size_t dsi_message_offset(const dsi_message *message)
{
    return message->is_request ? 0 : message->operation->answer.output;
}
