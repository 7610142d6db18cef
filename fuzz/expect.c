/*
 * fuzz/expect.c - a second account of service errors.
 *
 * It finds type, message, request id, delay and class by the documented rules, in the
 * simplest way: it copies nothing, and reads the body with jansson. A difference is a
 * bug in one of the two.
 */
#include "fuzz/expect.h"

#include "fuzz/oracle.h"
#include "fuzz/utf8.h"

#include <string.h>
#include <strings.h>

static const dsi_string absent = {NULL, 0};

static dsi_string first_of(dsi_string first, dsi_string second)
{
    return first.data != NULL ? first : second;
}

/* The part before the first of `ends`. */
static dsi_string part_before(dsi_string text, const char *ends, size_t count)
{
    for (size_t i = 0; i < text.length; i++) {
        if (memchr(ends, text.data[i], count) != NULL) {
            text.length = i;
        }
    }
    return text;
}

static dsi_string without_blanks(dsi_string text)
{
    while (text.length > 0 && memchr(" \t", text.data[text.length - 1], 2) != NULL) {
        text.length--;
    }
    while (text.length > 0 && memchr(" \t", text.data[0], 2) != NULL) {
        text.data++;
        text.length--;
    }
    return text;
}

/* The first item of a list with commas. */
static dsi_string first_item(dsi_string text)
{
    return without_blanks(part_before(text, ",", 1));
}

/* -------------------------------------------------------------------- the headers */

static bool is_called(dsi_string text, const char *name)
{
    return text.length == strlen(name) &&
           strncasecmp(text.data, name, text.length) == 0;
}

/* The value of the first field with this name; absent if it is empty. */
static dsi_string field(const dsi_received_head *head, const char *name)
{
    dsi_string value = absent;

    for (size_t i = head->header_count; i > 0; i--) {
        if (is_called(head->headers[i - 1].name, name)) {
            value = head->headers[i - 1].value;
        }
    }
    value = without_blanks(part_before(value, "\r\n\0", 3));
    return value.length > 0 ? value : absent;
}

/* A value that is too long counts as absent. */
static dsi_string sane(dsi_string value)
{
    return value.length <= DSI_HEADER_VALUE_MAX ? value : absent;
}

/* Absent unless it is UTF-8 and not empty. */
static dsi_string unicode(dsi_string text)
{
    return text.length > 0 && utf8_find_error(text) == text.length ? text : absent;
}

static dsi_string request_id(const dsi_received_head *head)
{
    dsi_string id = first_item(field(head, "x-amzn-requestid"));
    dsi_string other = first_item(field(head, "x-amz-request-id"));

    return first_of(sane(unicode(id)), sane(unicode(other)));
}

/* In milliseconds; -1: absent. A number of 20 digits is too large in any unit. */
static int64_t delay(const dsi_received_head *head, const char *name, int64_t unit_ms)
{
    dsi_string text = sane(first_item(field(head, name)));
    uint64_t units = 0;

    while (text.length > 1 && text.data[0] == '0') {
        text.data++;
        text.length--;
    }
    if (text.length == 0 || text.length > 19) {
        return -1;
    }
    for (size_t i = 0; i < text.length; i++) {
        if (memchr("0123456789", text.data[i], 10) == NULL) {
            return -1;
        }
        units = units * 10 + (uint64_t)(text.data[i] - '0');
    }
    return units <= (uint64_t)(INT64_MAX / unit_ms) ? (int64_t)units * unit_ms : -1;
}

static void check_delay(const dsi_received_head *head, dsi_optional_int64 hint)
{
    int64_t expected = delay(head, "x-amz-retry-after", 1);

    if (expected < 0) {
        expected = delay(head, "retry-after", 1000);
    }
    fuzz_hold(hint.present == (expected >= 0), "a delay is a number");
    fuzz_hold(!hint.present || hint.value == expected, "a delay is what was sent");
}

/* ----------------------------------------------------------------------- the type */

static bool is_type(dsi_string text)
{
    static const char token[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                "0123456789._-";
    bool is_number = true;

    for (size_t i = 0; i < text.length; i++) {
        if (memchr(token, text.data[i], sizeof token - 1) == NULL) {
            return false;
        }
        is_number = is_number && memchr("0123456789", text.data[i], 10) != NULL;
    }
    return !is_number;
}

/* The name in a text that was sent as a type, as in "NAMESPACE#NAME:URI". */
static dsi_string type_in(dsi_string text)
{
    const char *mark;

    text = without_blanks(part_before(text, ",:", 2));
    mark = text.length > 0 ? memchr(text.data, '#', text.length) : NULL;
    if (mark != NULL) {
        text.length -= (size_t)(mark + 1 - text.data);
        text.data = mark + 1;
    }
    return is_type(text) ? text : absent;
}

/* ----------------------------------------------------------------------- the body */

/* A member of the body, if it is a string. */
static dsi_string text_of(const json_t *body, const char *name)
{
    const json_t *value = json_object_get(body, name);

    return json_is_string(value) ? (dsi_string){.data = json_string_value(value),
                                                .length = json_string_length(value)}
                                 : absent;
}

/* The part of an unreadable body that may be shown: its beginning, up to a control. */
static dsi_string raw_text(const expect_sent *sent)
{
    size_t most = sent->max_bytes != 0 && sent->max_bytes < DSI_RAW_MESSAGE_MAX
                      ? (size_t)sent->max_bytes
                      : DSI_RAW_MESSAGE_MAX;
    dsi_string text = {.data = (const char *)sent->body,
                       .length = sent->length < most ? sent->length : most};

    text.length = utf8_find_error(text);
    for (size_t i = 0; i < text.length; i++) {
        if (memchr("\0\1\2\3\4\5\6\7\b\v\f\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17"
                   "\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x7f",
                   text.data[i], 30) != NULL) {
            text.length = i;
        }
    }
    return text;
}

/* `body` is NULL if nothing of it could be read. */
static void check_texts(const expect_sent *sent, const json_t *body,
                        const dsi_service_error *error)
{
    dsi_string type = sane(type_in(field(sent->head, DSI_ERROR_TYPE_HEADER)));
    dsi_string message = first_of(text_of(body, "message"), text_of(body, "Message"));

    type = first_of(type, type_in(text_of(body, "code")));
    type = first_of(type, type_in(text_of(body, "Code")));
    type = first_of(type, type_in(text_of(body, "__type")));
    fuzz_hold(dsi_string_equal(error->type, type), "a type is the first that was sent");
    if (error->unread.code != DSI_OK && raw_text(sent).length > 0) {
        message = raw_text(sent);
        fuzz_hold(error->message_is_raw, "an unread body is its own message");
    } else {
        fuzz_hold(!error->message_is_raw, "a message that was read is not raw");
        message = first_of(message, text_of(body, "errorMessage"));
        message = first_of(message,
                           sane(unicode(field(sent->head, "x-amzn-error-message"))));
    }
    fuzz_hold(dsi_string_equal(error->message, message), "a message is what was sent");
    fuzz_hold(error->message_cut ==
                  (error->message_is_raw && message.length < sent->length),
              "a message that is not the whole body is cut");
}

/* White space alone is no body. */
static bool is_blank(const expect_sent *sent)
{
    size_t i = 0;

    while (i < sent->length && memchr(" \t\r\n", sent->body[i], 4) != NULL) {
        i++;
    }
    return i == sent->length;
}

/* Apart from limits, a body must be readable exactly if jansson can read it. */
static void check_unread(const expect_sent *sent, const json_t *body,
                         enum json_error_code code, dsi_unread unread)
{
    bool has_nul = sent->length > 0 && memchr(sent->body, '\0', sent->length) != NULL;
    dsi_band band = dsi_code_band(unread.code);

    fuzz_hold(unread.offset <= sent->length, "an error lies in the body");
    if (unread.code == DSI_OK) {
        fuzz_hold(is_blank(sent) || oracle_is_beyond(code) ||
                      (json_is_object(body) && !has_nul),
                  "a body that was read is an object");
    } else if (json_is_object(body) && !has_nul) {
        fuzz_hold(unread.code == DSI_E_DUPLICATE || band == DSI_BAND_LIMIT,
                  "an object is read unless it is ambiguous or over a limit");
    } else {
        fuzz_hold(band == DSI_BAND_SYNTAX || band == DSI_BAND_TEXT ||
                      band == DSI_BAND_LIMIT || unread.code == DSI_E_DUPLICATE,
                  "a body cannot be read for its own errors alone");
    }
}

/* ---------------------------------------------------------------------- the class */

static dsi_error_class class_of_status(int status)
{
    switch (status) {
    case 401:
    case 403:
        return DSI_CLASS_AUTH;
    case 429:
        return DSI_CLASS_THROTTLE;
    case 408:
    case 500:
    case 502:
    case 503:
    case 504:
        return DSI_CLASS_TRANSIENT;
    default:
        return status >= 500 ? DSI_CLASS_SERVER : DSI_CLASS_CLIENT;
    }
}

/* The error of this type that the model has for the operation, or NULL. */
static const model_error *modelled(const expect_sent *sent, dsi_string type)
{
    const model_error *error = sent->errors;

    while (error->name != NULL && !dsi_string_equal(dsi_str(error->name), type)) {
        error++;
    }
    return error->name != NULL ? error : NULL;
}

/* The class of some names that have one for every operation; 0 for any other name. */
static dsi_error_class class_of_name(dsi_string type)
{
    static const struct {
        const char *name;
        dsi_error_class error_class;
    } known[] = {{"ThrottlingException", DSI_CLASS_THROTTLE},
                 {"SlowDown", DSI_CLASS_THROTTLE},
                 {"AccessDeniedException", DSI_CLASS_AUTH}};

    for (size_t i = 0; i < COUNT(known); i++) {
        if (dsi_string_equal(dsi_str(known[i].name), type)) {
            return known[i].error_class;
        }
    }
    return (dsi_error_class)0;
}

static dsi_fault fault_of_status(int status)
{
    return status >= 500 ? DSI_FAULT_SERVER : DSI_FAULT_CLIENT;
}

/* A name that is not known here may be on dsi's list or not, so both are allowed. */
static void check_class(const expect_sent *sent, const dsi_service_error *error)
{
    const model_error *of_model = modelled(sent, error->type);
    dsi_error_class by_name = class_of_name(error->type);
    dsi_error_class by_status = class_of_status(error->status);

    fuzz_hold(error->fault ==
                  fault_of_status(of_model != NULL ? of_model->status : error->status),
              "the model says whose fault it is, or else the status");
    fuzz_hold((error->error_class == DSI_CLASS_MODELLED) == (of_model != NULL),
              "the operation's own errors are modelled, and no others");
    if (of_model != NULL) {
        return;
    }
    if (by_name != 0) {
        fuzz_hold(error->error_class == by_name, "a class is its name's");
    } else if (error->type.data == NULL) {
        fuzz_hold(error->error_class == by_status, "without a type the status decides");
    } else {
        fuzz_hold(error->error_class == by_status ||
                      (error->error_class >= DSI_CLASS_AUTH &&
                       error->error_class <= DSI_CLASS_TRANSIENT),
                  "a name can only be of a class that is listed");
    }
}

void expect_error(const expect_sent *sent, const dsi_service_error *error)
{
    enum json_error_code code;
    json_t *body = oracle_load(sent->body, sent->length, 0, &code);
    bool is_read = error->unread.code == DSI_OK;

    fuzz_hold(error->status == sent->head->status, "the status stands");
    fuzz_hold(dsi_string_equal(error->request_id, request_id(sent->head)),
              "the request id stands");
    check_delay(sent->head, error->retry_after_ms);
    check_unread(sent, body, code, error->unread);
    check_class(sent, error);
    if (!is_read || sent->length == 0 || body != NULL) {
        check_texts(sent, is_read ? body : NULL, error);
    }
    json_decref(body);
}

void expect_forwarded(const expect_sent *sent, const dsi_service_error *error,
                      const dsi_answer_head *head)
{
    const model_error *of_model = modelled(sent, error->type);

    fuzz_hold(of_model == NULL || head->status == of_model->status,
              "the model says the status of its errors");
    fuzz_hold(head->status >= 400 && head->status <= 599, "a server sends an error");
    fuzz_hold(dsi_string_equal(head->error_type, error->type),
              "a server sends the type on");
    fuzz_hold(error->type.data == NULL || is_type(error->type),
              "nothing in a type ends a header's line");
}
