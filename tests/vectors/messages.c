#include "tests/vectors/messages.h"

size_t message_count(void)
{
    size_t count = 0;

    while (dsi_message_at(count) != NULL) {
        count++;
    }
    return count;
}

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
