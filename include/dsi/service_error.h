/*
 * dsi/service_error.h - what a service says instead of an output.
 *
 * An answer whose status is not 2xx is always decoded to a service error, whatever its
 * body is: JSON, HTML, plain text, nothing, cut short, over a limit. Status, class, the
 * type from the headers and the request id stand in every case. If the body could not be
 * read, `unread` says why, and only its text is used.
 */
#ifndef DSI_SERVICE_ERROR_H
#define DSI_SERVICE_ERROR_H

#include <dsi/encode.h>
#include <dsi/optional.h>
#include <dsi/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Whose fault it is, as Smithy's error trait says it. */
typedef enum dsi_fault { DSI_FAULT_CLIENT = 1, DSI_FAULT_SERVER = 2 } dsi_fault;

/*
 * What to do about it. The errors that the operation models decide first, then the
 * type's name, then the status. The names are those that AWS's clients and references
 * list, with or without "Exception" at the end.
 */
typedef enum dsi_error_class {
    DSI_CLASS_MODELLED = 1, /* a type that the model lists: decide by type and fault */

    /*
     * Credentials, clock, signature or permission: a name that says so, 401 or 403.
     * Correct that, then retry.
     */
    DSI_CLASS_AUTH,
    DSI_CLASS_THROTTLE,  /* a name that says so, or 429: slow down, then retry */
    DSI_CLASS_TRANSIENT, /* a name that says so, or 408, 500, 502, 503, 504: retry */
    DSI_CLASS_CLIENT,    /* any other refusal: do not retry unchanged */
    DSI_CLASS_SERVER     /* any other failure of the server, from 500 on */
} dsi_error_class;

/* model: CodeErrorLocation. The documentation says that an unknown span is -1. */
typedef struct dsi_code_error_location {
    dsi_optional_int32 line;
    dsi_optional_int32 column;
    dsi_optional_int32 span;
} dsi_code_error_location;

/* model: CodeError */
typedef struct dsi_code_error {
    dsi_string error_type;
    dsi_string value;
    const dsi_code_error_location *location; /* NULL: absent */
} dsi_code_error;

/* A list: NULL items is absent, non-NULL items with count 0 an empty list. */
typedef struct dsi_code_errors {
    const dsi_code_error *items;
    size_t count;
    size_t dropped; /* items left out: nulls, and in an error those of a wrong type */
} dsi_code_errors;

/* model: BadRequestDetail */
typedef struct dsi_bad_request_detail {
    dsi_code_errors code_errors;
} dsi_bad_request_detail;

/* model: BadRequestReason */
typedef enum dsi_bad_request_reason {
    DSI_REASON_UNKNOWN = 0, /* not set, or a text that the model does not list */
    DSI_REASON_CODE_ERROR = 1
} dsi_bad_request_reason;

/*
 * An enum of the service as it came: the text decides, so values that are newer than
 * dsi survive. To encode one, set `text`; `value` is not read.
 */
typedef struct dsi_bad_request_reason_text {
    dsi_bad_request_reason value;
    dsi_string text; /* absent: not set */
} dsi_bad_request_reason_text;

/* How much of a body that could not be read is kept as the message, in bytes. */
#define DSI_RAW_MESSAGE_MAX 4096u

/*
 * Why a body could not be read as this error's JSON, and where: the first fault, as a
 * dsi_error would have it. DSI_E_SYNTAX or DSI_E_NOT_OBJECT at the start is plain text or
 * HTML; DSI_E_TRUNCATED is a body that was cut short.
 */
typedef struct dsi_unread {
    dsi_code code;   /* DSI_OK: the whole body was read */
    uint64_t offset; /* in bytes from the start of the body */
} dsi_unread;

/*
 * A decoded service error.
 *
 * status: 100 to 599, or more: a number over 599 counts as 5xx and is kept.
 * type: the shape's name without namespace or URI ("BadRequestException"), from the
 *     header x-amzn-errortype, else the body's `code`, `Code` or `__type`. It consists of
 *     letters, digits, '.', '_' and '-'; anything else that was sent is no type, and then
 *     it is absent.
 * message: the body's `message`, `Message` or `errorMessage`; if the body could not be
 *     read, its text; else the header x-amzn-error-message.
 * message_is_raw: the message is the text of a body that could not be read.
 * message_cut: that text was longer than DSI_RAW_MESSAGE_MAX bytes or `max_bytes`, or
 *     held bytes that are not text: no UTF-8, or control characters other than tab, CR
 *     and LF; the message is the part before that place.
 * retry_after_ms: how long to wait before the next try, in milliseconds, from the header
 *     x-amz-retry-after, else from Retry-After if that is in seconds (dsi has no clock to
 *     compare a date with).
 * unread: what of the body could not be read.
 * reason, detail: as the model has them for BadRequestException.
 */
typedef struct dsi_service_error {
    int status;
    dsi_fault fault;
    dsi_error_class error_class;
    dsi_string type;
    dsi_string message;
    bool message_is_raw;
    bool message_cut;
    dsi_unread unread;
    dsi_optional_int64 retry_after_ms; /* never negative */
    dsi_string request_id;
    dsi_bad_request_reason_text reason;
    const dsi_bad_request_detail *detail; /* NULL: absent */
} dsi_service_error;

/* "client" or "server", static; "?" for a number not listed. */
DSI_API const char *dsi_fault_name(dsi_fault fault);

/* The class in lower case ("throttle"), static; "?" for a number not listed. */
DSI_API const char *dsi_error_class_name(dsi_error_class error_class);

/*
 * Writes the whole error as one JSON object for logs and tools: type, status, fault,
 * class, message, reason, detail, requestId, unread, retryAfterMs; what is absent is left
 * out. This is a report, not a body of the wire. Returns true, or false with `error` filled (may be
 * NULL): DSI_E_SINK, or DSI_E_UTF8 if a string of a hand-made error is not UTF-8.
 */
DSI_API bool dsi_service_error_write_report(const dsi_service_error *service_error,
                                            const dsi_sink *sink, dsi_error *error);

#ifdef __cplusplus
}
#endif

#endif
