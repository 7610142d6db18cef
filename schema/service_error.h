/* schema/service_error.h - the shapes of service errors. */
#ifndef DSI_SCHEMA_SERVICE_ERROR_H
#define DSI_SCHEMA_SERVICE_ERROR_H

#include "schema/type.h"

#include <dsi/service_error.h>

/*
 * The body of a service error, as front ends and services write it: the union of what
 * the protocol lets a reader look at. `message`, `Message` and `errorMessage` mean the
 * same, in this order of preference. So do `code`, `Code` and `__type`.
 */
typedef struct dsi_error_body {
    dsi_string message;
    dsi_bad_request_reason_text reason;
    const dsi_bad_request_detail *detail;
    dsi_string capital_message;
    dsi_string error_message;
    dsi_string code;
    dsi_string capital_code;
    dsi_string type;
} dsi_error_body;

extern const dsi_type dsi_shape_error_body;

/* model: BadRequestException. Every other modelled error has only the first member. */
typedef struct dsi_exception {
    dsi_string message;
    dsi_bad_request_reason_text reason;
    const dsi_bad_request_detail *detail;
} dsi_exception;

extern const dsi_type dsi_shape_exception;

/* dsi_unread as dsi_service_error_write writes it. */
typedef struct dsi_unread_report {
    dsi_string code;
    dsi_optional_int64 offset;
} dsi_unread_report;

/* A service error as dsi_service_error_write writes it. */
typedef struct dsi_error_report {
    dsi_string type;
    dsi_optional_int32 status;
    dsi_string fault;
    dsi_string error_class;
    dsi_string message;
    dsi_bad_request_reason_text reason;
    const dsi_bad_request_detail *detail;
    dsi_string request_id;
    const dsi_unread_report *unread; /* NULL: absent */
    dsi_optional_int64 retry_after_ms;
} dsi_error_report;

extern const dsi_type dsi_shape_error_report;

/*
 * The members of a dsi_service_error that point to other memory: a copy follows them.
 */
extern const dsi_type dsi_shape_service_error;

#endif
