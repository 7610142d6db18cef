/*
 * codec/answer.c - the life of an answer.
 *
 *     1. begin: the status decides between output and service error. The strings of the
 *        head are copied into the block, so the head need not outlive the call.
 *     2. feed: dsi_feed decodes the body into the shape that begin chose.
 *     3. finish: answer_fill makes the typed answer of head and body, once. An answer
 *        without a kind has not been filled.
 *
 * Each operation has a typed answer of its own. This file knows only how it begins
 * (dsi_answer), and by the descriptor where output and error lie in it. For a server,
 * the second half writes an answer: an output as its shape, a service error as an
 * exception.
 */
#include "codec/answer.h"

#include "codec/emit.h"
#include "codec/http.h"
#include "codec/red_zones.h"
#include "schema/classify.h"
#include "schema/error_name.h"
#include "schema/service_error.h"
#include "schema/text/utf8.h"

#include <string.h>

/* -------------------------------------------------------------------- decoding */

/* A status below 100 is not HTTP's, and most likely was not set. */
static bool answer_head_is_good(const dsi_received_head *head)
{
    return head != NULL && head->status >= 100 &&
           (head->headers != NULL || head->header_count == 0);
}

/* The value if it is UTF-8, otherwise absent: every text in an answer is UTF-8. */
static dsi_string answer_text(dsi_string value)
{
    size_t scalars;
    size_t offset;

    return dsi_utf8_scan(value, &scalars, &offset) ? value : dsi_str(NULL);
}

/*
 * A longer value is absent. The copies below always fit for that reason: the smallest
 * block has room for each value that is copied.
 */
static dsi_string answer_sane(dsi_string value)
{
    return value.length <= DSI_HEADER_VALUE_MAX ? value : dsi_str(NULL);
}

/*
 * The first element of the header's list. Only that element must be short and UTF-8, so
 * what a proxy appended does not hide it.
 */
static dsi_string answer_request_id(const dsi_received_head *head,
                                    dsi_known_header known)
{
    dsi_string id = dsi_http_header(head, known);

    if (id.data == NULL) {
        return id;
    }
    id = answer_text(dsi_http_first(id));
    return id.length > 0 ? answer_sane(id) : dsi_str(NULL);
}

static dsi_string answer_copy(dsi_decoder *decoder, dsi_string value)
{
    value = answer_sane(value);
    if (value.data != NULL) {
        value.data = dsi_arena_copy(&decoder->arena, value.data, value.length);
    }
    return value;
}

static dsi_string answer_first(dsi_string first, dsi_string second)
{
    return first.data != NULL ? first : second;
}

/* The newer header is asked first; the older one only if that gives no id. */
static void answer_copy_head(dsi_decoder *decoder, const dsi_received_head *head)
{
    dsi_string request_id = answer_request_id(head, DSI_KNOWN_REQUEST_ID);

    if (request_id.data == NULL) {
        request_id = answer_request_id(head, DSI_KNOWN_REQUEST_ID_OLD);
    }
    decoder->head = (dsi_decoder_head){.status = head->status,
                                       .request_id = answer_copy(decoder, request_id)};
}

static void answer_copy_error_head(dsi_decoder *decoder, const dsi_received_head *head)
{
    dsi_string type = dsi_http_header(head, DSI_KNOWN_ERROR_TYPE);
    dsi_string message = dsi_http_header(head, DSI_KNOWN_ERROR_MESSAGE);

    decoder->head.error_type = answer_copy(decoder, dsi_error_name_parse(type));
    decoder->head.error_message = answer_copy(decoder, answer_text(message));
    decoder->head.retry_after_ms = dsi_http_retry_after(head);
}

dsi_decoder *dsi_answer_begin(void *block, size_t size, const dsi_received_head *head,
                              const dsi_operation *operation, size_t at_hand,
                              const dsi_decode_options *options, dsi_error *error)
{
    dsi_decoder *decoder;
    dsi_goal goal = {
        .operation = operation, .part = DSI_PART_OUTPUT, .at_hand = at_hand};

    if (!answer_head_is_good(head)) {
        dsi_error_set(error, DSI_E_ARGUMENT, 0, 0);
        return NULL;
    }
    if (head->status < 200 || head->status > 299) {
        goal.part = DSI_PART_ERROR;
    }
    decoder = dsi_decoder_begin(block, size, &goal, options, error);
    if (decoder != NULL) {
        answer_copy_head(decoder, head);
        if (goal.part == DSI_PART_ERROR) {
            answer_copy_error_head(decoder, head);
        }
    }
    return decoder;
}

/*
 * The first type that is a name, in the protocol's order: header, `code`, `Code`,
 * `__type`. It may be cut out of a longer text in the block, so a NUL is put after it
 * there. That byte belongs to the same text, or is its NUL.
 */
static dsi_string answer_type(dsi_decoder *decoder, const dsi_error_body *body)
{
    dsi_string type = decoder->head.error_type;

    type = answer_first(type, dsi_error_name_parse(body->code));
    type = answer_first(type, dsi_error_name_parse(body->capital_code));
    type = answer_first(type, dsi_error_name_parse(body->type));
    if (type.data != NULL) {
        char *block = (char *)decoder; /* the type lies in it, after the decoder */

        block[type.data - block + (ptrdiff_t)type.length] = '\0';
    }
    return type;
}

/* A control character that no text has. A gzip stream begins with one, for example. */
static bool answer_is_control(unsigned char byte)
{
    return (byte < ' ' && byte != '\t' && byte != '\r' && byte != '\n') || byte == 0x7f;
}

/*
 * How many of the kept bytes are text: up to the first control character, and in whole
 * UTF-8 characters. The end of what is kept may cut the last one.
 */
static size_t answer_text_length(const dsi_raw *raw)
{
    dsi_string text = {.data = raw->text, .length = 0};
    size_t scalars;
    size_t offset;

    while (text.length < raw->length &&
           !answer_is_control((unsigned char)raw->text[text.length])) {
        text.length++;
    }
    return dsi_utf8_scan(text, &scalars, &offset) ? text.length : offset;
}

/*
 * The message of a body that could not be read is the body itself, as far as it is
 * text. The NUL has room: one byte more is reserved than is kept.
 */
static void answer_raw_message(const dsi_raw *raw, dsi_service_error *service_error)
{
    dsi_string text = {.data = raw->text, .length = answer_text_length(raw)};

    if (text.length > 0) {
        raw->text[text.length] = '\0';
        service_error->message = text;
        service_error->message_is_raw = true;
        service_error->message_cut = raw->offered > text.length;
    }
}

/*
 * Makes a service error of the head and the body. If the body could not be read, it is
 * empty here, so every member of it is absent. The message of the header comes last.
 */
static void answer_fill_error(dsi_decoder *decoder, const dsi_operation *operation,
                              dsi_service_error *service_error)
{
    const dsi_error_body *body = decoder->object;
    int status = decoder->head.status;

    service_error->status = status;
    service_error->request_id = decoder->head.request_id;
    service_error->type = answer_type(decoder, body);
    service_error->fault = dsi_operation_fault(operation, service_error->type, status);
    service_error->error_class = dsi_operation_classify(operation, service_error->type,
                                                        status);
    service_error->message = answer_first(
        body->message, answer_first(body->capital_message, body->error_message));
    service_error->reason = body->reason;
    service_error->detail = body->detail;
    service_error->unread = decoder->unread;
    service_error->retry_after_ms = decoder->head.retry_after_ms;
    if (decoder->unread.code != DSI_OK) {
        answer_raw_message(&decoder->raw, service_error);
    }
    service_error->message = answer_first(service_error->message,
                                          decoder->head.error_message);
}

/*
 * Fills the typed answer; an output was decoded in its place. The members of the face
 * are copied one by one: a whole face would be read in larger pieces than it was just
 * written, which is slow. DSI_ANSWER_LAYOUT holds that both begin alike.
 */
static void answer_fill(dsi_decoder *decoder, const dsi_operation *operation)
{
    const dsi_decoder_head *head = &decoder->head;
    dsi_answer_kind kind = decoder->part == DSI_PART_OUTPUT ? DSI_OUTPUT
                                                            : DSI_SERVICE_ERROR;
    char *place = decoder->answer;

    if (kind == DSI_SERVICE_ERROR) {
        answer_fill_error(
            decoder, operation,
            (dsi_service_error *)(void *)(place + operation->answer.error));
    }
    memcpy(place + offsetof(dsi_answer, kind), &kind, sizeof kind);
    memcpy(place + offsetof(dsi_answer, status), &head->status, sizeof head->status);
    memcpy(place + offsetof(dsi_answer, request_id), &head->request_id,
           sizeof head->request_id);
    if (operation->streamed != NULL) {
        memcpy(place + operation->taken_offset, &decoder->build.taker.taken,
               sizeof decoder->build.taker.taken);
    }
}

/*
 * The part of a decode was chosen by its status, so both parts are good here. For a
 * NULL decoder, begin has filled the error.
 */
void *dsi_answer_finish(dsi_decoder *decoder, const dsi_operation *operation,
                        dsi_error *error)
{
    dsi_goal goal = {.operation = operation, .part = DSI_PART_OUTPUT};

    if (decoder == NULL) {
        return NULL;
    }
    if (decoder->part == DSI_PART_ERROR) {
        goal.part = DSI_PART_ERROR;
    }
    if (dsi_decoder_finish(decoder, &goal, error) == NULL) {
        return NULL;
    }
    if (dsi_answer_kind_of(decoder->answer) == 0) {
        dsi_red_zones_close(decoder);
        answer_fill(decoder, operation);
        dsi_red_zones_open(decoder);
    }
    return decoder->answer;
}

void *dsi_answer_decode(void *block, size_t size, const dsi_received_head *head,
                        const dsi_operation *operation, dsi_string body,
                        const dsi_decode_options *options, dsi_error *error)
{
    dsi_decoder *decoder = dsi_answer_begin(block, size, head, operation,
                                            body.length + 1, options, error);

    (void)dsi_feed(decoder, body.data, body.length);
    return dsi_answer_finish(decoder, operation, error);
}

/* -------------------------------------------------------------------- encoding */

const dsi_service_error *dsi_answer_error(const dsi_operation *operation,
                                          const void *answer)
{
    const char *place = answer;

    return (const dsi_service_error *)(const void *)(place + operation->answer.error);
}

/*
 * The type goes into the head only if it is a bare name: no byte of it can end the
 * line. The model's status wins over the answer's. A status that is no error's becomes
 * 500: with 2xx a client would take the answer for an output.
 */
static dsi_answer_head answer_error_head(const dsi_operation *operation,
                                         const dsi_service_error *service_error)
{
    const dsi_modelled_error *modelled = dsi_operation_error(operation,
                                                             service_error->type);
    dsi_string name = dsi_error_name_parse(service_error->type);
    dsi_answer_head head = {.status = service_error->status,
                            .content_type = dsi_str(dsi_content_type)};

    if (dsi_string_equal(name, service_error->type)) {
        head.error_type = name;
    }
    if (modelled != NULL) {
        head.status = modelled->status;
    } else if (head.status < 400 || head.status > 599) {
        head.status = 500;
    }
    return head;
}

dsi_answer_head dsi_answer_make_head(const dsi_operation *operation, const void *answer)
{
    if (dsi_answer_kind_of(answer) == DSI_OUTPUT) {
        return (dsi_answer_head){.status = 200,
                                 .content_type = dsi_str(dsi_content_type)};
    }
    return answer_error_head(operation, dsi_answer_error(operation, answer));
}

/* The body of an answer, which has one of two shapes. */
typedef struct answer_body {
    const dsi_type *type;
    const void *object; /* NULL: no answer, or one without a kind */
    dsi_exception exception;
} answer_body;

/*
 * Without an object the encoder reports DSI_E_ARGUMENT, so every function below does.
 */
static void answer_choose_body(const dsi_operation *operation, const void *answer,
                               answer_body *body)
{
    dsi_answer_kind kind = answer != NULL ? dsi_answer_kind_of(answer)
                                          : (dsi_answer_kind)0;

    *body = (answer_body){.type = operation->output};
    if (kind == DSI_OUTPUT) {
        body->object = (const char *)answer + operation->answer.output;
    } else if (kind == DSI_SERVICE_ERROR) {
        const dsi_service_error *service_error = dsi_answer_error(operation, answer);

        body->exception = (dsi_exception){.message = service_error->message,
                                          .reason = service_error->reason,
                                          .detail = service_error->detail};
        body->type = &dsi_shape_exception;
        body->object = &body->exception;
    }
}

size_t dsi_answer_encode(const dsi_operation *operation, const void *answer,
                         char *buffer, size_t capacity, dsi_error *error)
{
    answer_body body;

    answer_choose_body(operation, answer, &body);
    return dsi_emit(body.type, body.object, buffer, capacity, error);
}

size_t dsi_answer_size(const dsi_operation *operation, const void *answer,
                       dsi_error *error)
{
    answer_body body;

    answer_choose_body(operation, answer, &body);
    return dsi_emit_size(body.type, body.object, error);
}

bool dsi_answer_write(const dsi_operation *operation, const void *answer,
                      const dsi_sink *sink, const dsi_encode_options *options,
                      dsi_error *error)
{
    answer_body body;

    answer_choose_body(operation, answer, &body);
    return dsi_emit_write(body.type, body.object, sink, options, error);
}
