#include "schema/operation.h"

#include <string.h>

const char dsi_content_type[] = "application/json";

/* The one list of operations. */
#define MESSAGES(stem)                                                                 \
    {#stem "-request", &dsi_operation_##stem, true},                                   \
    {                                                                                  \
        #stem "-response", &dsi_operation_##stem, false                                \
    }

const dsi_message dsi_messages[] = {
    MESSAGES(start),
    MESSAGES(get),
    {NULL, NULL, false},
};

bool dsi_operation_has_body(const dsi_operation *operation)
{
    const dsi_type *input = operation->input;
    size_t i = 0;

    while (i < input->member_count && input->members[i].location != DSI_IN_BODY) {
        i++;
    }
    return i < input->member_count;
}
