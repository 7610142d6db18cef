/* tests/vectors/messages.h - the messages that vectors are made of here. */
#ifndef DSI_TESTS_VECTORS_MESSAGES_H
#define DSI_TESTS_VECTORS_MESSAGES_H

#include "tests/model/model.h"
#include "tests/odd.h"
#include "tests/support.h"

/* How many messages the library and the odd tables have. */
size_t all_message_count(void);

/* The library's messages, and then the odd ones; NULL after the last. */
const dsi_message *message_of(int index);

#endif
