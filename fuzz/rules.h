/* fuzz/rules.h - what validation must find in a request. */
#ifndef DSI_FUZZ_RULES_H
#define DSI_FUZZ_RULES_H

#include <dsi/message.h>

/*
 * Checks the violations of a request in which each string is this text: they must be
 * those that the model and the documents say.
 */
void rules_check(const dsi_message *message, dsi_string text);

#endif
