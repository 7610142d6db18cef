/* Redacts the head of a request or an answer. */
#ifndef DSI_EXAMPLES_RECORD_HEAD_H
#define DSI_EXAMPLES_RECORD_HEAD_H

#include "redact.h"

/*
 * Blanks the value of each header but those that are known to be harmless, whose text is
 * redacted. Learns the ids of requests and the signature.
 */
void record_head_redact(redact *hidden, char *head, size_t length);

#endif
