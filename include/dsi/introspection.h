/*
 * dsi/introspection.h - what the answers of both operations have in common.
 */
#ifndef DSI_INTROSPECTION_H
#define DSI_INTROSPECTION_H

#include <dsi/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/* model: DataSourceIntrospectionStatus */
typedef enum dsi_introspection_status {
    DSI_STATUS_UNKNOWN = 0, /* not set, or a text that the model does not list */
    DSI_STATUS_PROCESSING = 1,
    DSI_STATUS_FAILED = 2,
    DSI_STATUS_SUCCESS = 3
} dsi_introspection_status;

/* The status as it came; see dsi_bad_request_reason_text. */
typedef struct dsi_introspection_status_text {
    dsi_introspection_status value;
    dsi_string text; /* absent: not set */
} dsi_introspection_status_text;

/* Which of its two shapes an answer has. */
typedef enum dsi_answer_kind { DSI_OUTPUT = 1, DSI_SERVICE_ERROR = 2 } dsi_answer_kind;

#ifdef __cplusplus
}
#endif

#endif
