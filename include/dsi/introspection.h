/*
 * dsi/introspection.h - what the answers of both operations have in common.
 *
 * An answer is what a client gets back: an output, which is the response's success
 * shape, or a service error. `kind` says which:
 *
 *     if (answer->kind == DSI_OUTPUT &&
 *         answer->output.introspection_status.value == DSI_STATUS_SUCCESS) {
 */
#ifndef DSI_INTROSPECTION_H
#define DSI_INTROSPECTION_H

#include <dsi/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/* model: DataSourceIntrospectionStatus */
typedef enum dsi_introspection_status {
    DSI_STATUS_UNKNOWN = 0, /* absent, or a text that the model does not list */
    DSI_STATUS_PROCESSING = 1,
    DSI_STATUS_FAILED = 2,
    DSI_STATUS_SUCCESS = 3
} dsi_introspection_status;

/*
 * The status as the service sent it. The text decides, as in
 * dsi_bad_request_reason_text.
 */
typedef struct dsi_introspection_status_text {
    dsi_introspection_status value;
    dsi_string text; /* may be absent */
} dsi_introspection_status_text;

/*
 * Which of its two shapes an answer has. 0 is no kind: such an answer is not encoded.
 */
typedef enum dsi_answer_kind { DSI_OUTPUT = 1, DSI_SERVICE_ERROR = 2 } dsi_answer_kind;

#ifdef __cplusplus
}
#endif

#endif
