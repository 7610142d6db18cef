#include "tests/vectors/messages.h"

const dsi_message *message_of(int index)
{
    const dsi_message *message = dsi_message_at((size_t)index);

    if (message == NULL) {
        message = &odd_messages[(size_t)index - message_count()];
    }
    return message->name != NULL ? message : NULL;
}

size_t all_message_count(void)
{
    int count = 0;

    while (message_of(count) != NULL) {
        count++;
    }
    return (size_t)count;
}
