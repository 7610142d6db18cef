/*
 * dsi/service_error.h - what a service answers instead of an output.
 *
 * An answer whose status is not 2xx is always a service error. Its body may be
 * anything: JSON, HTML, plain text, empty, cut short, over a limit. Status, class, the
 * type from the headers and the request id are there in every case. If dsi could not
 * read the body, `unread` says why, and dsi uses only the body's text.
 *
 *     if (answer->kind == DSI_SERVICE_ERROR) {
 *         const dsi_service_error *failed = &answer->error;
 *         printf("%s: %.*s\n", dsi_error_class_name(failed->error_class),
 *                DSI_PRINT(failed->message));
 *     }
 *
 * Source: Smithy's error and httpError traits, the protocol restJson1, and the service
 * model appsync-2017-07-25.
 */
#ifndef DSI_SERVICE_ERROR_H
#define DSI_SERVICE_ERROR_H

#include <dsi/encode.h>
#include <dsi/optional.h>
#include <dsi/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Who is at fault, in the words of Smithy's error trait. */
typedef enum dsi_fault { DSI_FAULT_CLIENT = 1, DSI_FAULT_SERVER = 2 } dsi_fault;

/*
 * What to do about an error. dsi looks first whether the model lists the type for the
 * operation, then at the type's name, then at the status. The names are those that
 * AWS's clients and references list, with or without "Exception" at the end.
 */
typedef enum dsi_error_class {
    /*
     * A type that the model lists for the operation: decide by type and fault. It wins
     * over the classes below: Start's UnauthorizedException (401) is MODELLED.
     */
    DSI_CLASS_MODELLED = 1,

    /*
     * Credentials, clock, signature or permission: a name that says so, 401 or 403.
     * Correct that, then retry.
     */
    DSI_CLASS_AUTH,
    DSI_CLASS_THROTTLE,  /* a name that says so, or 429: slow down, then retry */
    DSI_CLASS_TRANSIENT, /* a name that says so, or 408, 500, 502, 503, 504: retry */
    DSI_CLASS_CLIENT,    /* any other status below 500: do not retry unchanged */
    DSI_CLASS_SERVER     /* any other status from 500 on: do not retry */
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

/*
 * A list. It is absent if `items` is NULL; it is empty if `items` is not NULL and
 * `count` is 0.
 */
typedef struct dsi_code_errors {
    const dsi_code_error *items;
    size_t count;
    size_t dropped; /* items left out: nulls, and items of a wrong type */
} dsi_code_errors;

/* model: BadRequestDetail */
typedef struct dsi_bad_request_detail {
    dsi_code_errors code_errors;
} dsi_bad_request_detail;

/* model: BadRequestReason */
typedef enum dsi_bad_request_reason {
    DSI_REASON_UNKNOWN = 0, /* absent, or a text that the model does not list */
    DSI_REASON_CODE_ERROR = 1
} dsi_bad_request_reason;

/*
 * An enum as the service sent it. The text decides, so values that are newer than dsi
 * survive. To encode one, set `text`; dsi does not read `value`.
 */
typedef struct dsi_bad_request_reason_text {
    dsi_bad_request_reason value;
    dsi_string text; /* may be absent */
} dsi_bad_request_reason_text;

/* How much of a body that could not be read is kept as the message, in bytes. */
#define DSI_RAW_MESSAGE_MAX 4096u

/*
 * Why a body could not be read as this error's JSON, and where: code and offset as in a
 * dsi_error. DSI_E_SYNTAX or DSI_E_NOT_OBJECT at the start means plain text or HTML.
 * DSI_E_TRUNCATED means that the body was cut short.
 */
typedef struct dsi_unread {
    dsi_code code;   /* DSI_OK: the whole body was read */
    uint64_t offset; /* in bytes from the start of the body */
} dsi_unread;

/*
 * A decoded service error. Its strings live in the decoder's block.
 *
 * status: of HTTP, from 100 on, but not 2xx. A number over 599 is kept, and counts as
 *     5xx.
 * type: the shape's name without namespace or URI ("BadRequestException"), from the
 *     header x-amzn-errortype, or else from the body's `code`, `Code` or `__type`. It
 *     has only letters, digits, '.', '_' and '-'. Absent if the service sent anything
 *     else.
 * message: the body's `message`, `Message` or `errorMessage`. If the body could not be
 *     read, its text. If there is no text either, the header x-amzn-error-message.
 * message_is_raw: the message is the text of a body that could not be read.
 * message_cut: that text was longer than DSI_RAW_MESSAGE_MAX bytes, `max_bytes` or the
 *     room that a small block has for it, or a byte in it was not text. Such bytes are
 *     ill-formed UTF-8, and control characters other than tab, CR and LF. The message
 *     is the part before that place.
 * retry_after_ms: how long to wait before the next try, in milliseconds. From the
 *     header x-amz-retry-after, or else from Retry-After if that is in seconds. dsi has
 *     no clock to compare a date with.
 * unread: why the body could not be read, if it could not.
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

/* "client" or "server", static. A number that is not listed gives "?". */
DSI_API const char *dsi_fault_name(dsi_fault fault);

/*
 * The class in lower case ("throttle"), static. A number that is not listed gives "?".
 */
DSI_API const char *dsi_error_class_name(dsi_error_class error_class);

/*
 * Writes the whole error as one JSON object for logs and tools: type, status, fault,
 * class, message, reason, detail, requestId, unread, retryAfterMs. Absent members are
 * left out. This is a report: do not send it as an answer. Returns true, or false with
 * `error` filled (may be NULL): DSI_E_SINK, DSI_E_ARGUMENT (a NULL error or sink), or
 * DSI_E_UTF8 (a string of an error that the caller made is not UTF-8).
 */
DSI_API bool dsi_service_error_write(const dsi_service_error *service_error,
                                     const dsi_sink *sink, dsi_error *error);

#ifdef __cplusplus
}
#endif

#endif
