/* web/report.h - what dsi found, as JSON in the output. */
#ifndef DSI_WEB_REPORT_H
#define DSI_WEB_REPORT_H

#include <dsi/dsi.h>

#include <stdint.h>

/*
 * Begins a new output with the error in it, or leaves the output as it is if there is
 * no error. Returns the code.
 */
uint32_t web_report_error(const dsi_error *error);

/* The same with other words for a member that the model lists. NULL: the error's own. */
uint32_t web_report_refusal(const dsi_error *error, const char *words);

/* An error that only the face knows. */
uint32_t web_report_code(dsi_code code);

/* There is no handle: all are open, or no memory is left. Returns 0. */
uint32_t web_report_no_handle(void);

/* Ends a call that succeeded: DSI_OK, or DSI_E_MEMORY if the output found no memory. */
uint32_t web_report_end(void);

/*
 * A dsi_unknown_sink's function; its context is a pointer to the message. Adds an
 * unknown member to a list that it begins: `{"unknown":[{...},{...}`. The output must be
 * empty before the first one.
 */
void web_report_unknown(void *context, const dsi_unknown_member *member);

/* Each adds to the output. */
void web_report_violations(const dsi_violations *report);
void web_report_arn(dsi_string text, const dsi_arn *arn,
                    const dsi_arn_mismatch *mismatch);
void web_report_step(const dsi_poll_step *step);

/* A request as it is, an answer as {"output":...} or {"error":...}. */
bool web_report_object(const dsi_message *message, const void *object,
                       dsi_error *error);

#endif
