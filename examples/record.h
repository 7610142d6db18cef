/*
 * Records a run in a folder: three files an exchange, named 001-start.request, .head and
 * .body, with every secret replaced (see redact.h). What cannot be replaced safely is not
 * written, and standard error says so.
 *
 *     cat DIR/001-start.head DIR/001-start.body | dsi decode start-response --http
 */
#ifndef DSI_EXAMPLES_RECORD_H
#define DSI_EXAMPLES_RECORD_H

#include "curl_settings.h"

/* Whether the run is recorded. There is one record in a program. */
bool record_is_on(void);

/*
 * Makes the folder, which must not exist, and learns the secrets of the settings and of
 * the environment. Does nothing without --record. Returns false if there is no folder.
 */
bool record_begin(const client_settings *settings);

/* An exchange begins; the operation is "start" or "get". Id and token can be absent. */
void record_exchange(const char *operation, dsi_string id, dsi_string token);

/* The request's head comes, as it is sent; one that was sent before is forgotten. */
void record_request(const char *bytes, size_t length);
void record_request_body(const char *bytes, size_t length);

/* The answer, piece by piece; lines after the body are not kept. */
void record_head(const char *line, size_t length);

/* Returns false if there is no room for more. */
bool record_body(const char *bytes, size_t length);

/* Writes the exchange, if its answer came whole and everything can be replaced. */
void record_exchange_end(bool whole);

/*
 * Says how much was written. Returns false if that is nothing; then it also removes the
 * folder, unless a part of an exchange is in it. True without --record.
 */
bool record_end(void);

#endif
