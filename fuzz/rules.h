/* fuzz/rules.h - what validation must find in a request. */
#ifndef DSI_FUZZ_RULES_H
#define DSI_FUZZ_RULES_H

#include <dsi/message.h>

/* Holds that all that is reported of a request in which each string is this text is
 * what the model and the documents say of it. */
void rules_check(const dsi_message *message, dsi_string text);

#endif
