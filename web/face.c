/* web/face.c - calls about whole messages. */
#include "web/face.h"

#include "web/output.h"
#include "web/read.h"
#include "web/report.h"

/* ----------------------------------------------------------------------- messages */

static void face_field_values(const dsi_message *message, size_t index)
{
    const char *value;

    web_output_name("values");
    web_output_word("[");
    for (size_t i = 0; (value = dsi_message_field_value(message, index, i)) != NULL;
         i++) {
        web_output_comma();
        web_output_text(dsi_str(value));
    }
    web_output_word("]");
}

static void face_fields(const dsi_message *message)
{
    dsi_field field;

    web_output_name("fields");
    web_output_word("[");
    for (size_t i = 0; dsi_message_field(message, i, &field); i++) {
        web_output_comma();
        web_output_word("{");
        web_output_member("path", field.path);
        web_output_count("kind", field.kind);
        web_output_flag("required", field.required);
        face_field_values(message, i);
        web_output_word("}");
    }
    web_output_word("]");
}

static void face_message(const dsi_message *message)
{
    dsi_request_head head = dsi_message_request_head(message, dsi_str(""));

    web_output_comma();
    web_output_word("{");
    web_output_member("name", dsi_message_name(message));
    web_output_member("operation", dsi_message_operation(message));
    web_output_flag("isRequest", dsi_message_is_request(message));
    web_output_flag("hasBody", dsi_message_has_body(message));
    web_output_flag("hasItems", dsi_message_has_items(message));
    web_output_name("method");
    web_output_text(head.method);
    web_output_member("path", dsi_message_path(message));
    face_fields(message);
    web_output_word("}");
}

WEB_EXPORT(messages)
uint32_t web_messages(void)
{
    const dsi_message *message;

    web_output_begin();
    web_output_word("{");
    web_output_member("version", DSI_VERSION);
    web_output_name("messages");
    web_output_word("[");
    for (size_t i = 0; (message = dsi_message_at(i)) != NULL; i++) {
        face_message(message);
    }
    web_output_word("]}");
    return web_report_end();
}

/* ----------------------------------------------------------------------- checking */

/* A number of JavaScript that is no level means the first one. */
static dsi_level face_level(uint32_t level)
{
    return level <= DSI_LEVEL_AGREEMENT ? (dsi_level)level : DSI_LEVEL_MODEL;
}

WEB_EXPORT(validate)
uint32_t web_validate(uint32_t message, uint32_t length, uint32_t level)
{
    dsi_violation found[DSI_VIOLATIONS_MAX];
    dsi_violations report = {
        .items = found, .capacity = DSI_VIOLATIONS_MAX, .level = face_level(level)};
    web_reading reading = {
        .message = web_input_message(message), .length = length, .status = 200};
    dsi_error error;
    const void *object = web_read(&reading, &error);

    if (object == NULL) {
        return web_read_refuse(&reading, &error);
    }
    (void)dsi_message_validate(reading.message, object, &report);
    if (report.count == 0 && web_output_length() == 0) {
        return DSI_OK;
    }
    web_output_word(web_output_length() == 0 ? "{\"unknown\":[]" : "]");
    web_report_violations(&report);
    web_output_word("}");
    return web_report_end();
}

WEB_EXPORT(arn)
uint32_t web_arn(uint32_t length, uint32_t kind, uint32_t level)
{
    dsi_string text = web_input_text(0, length);
    dsi_arn arn;
    dsi_arn_mismatch mismatch;
    bool ok;

    if (text.data == NULL || kind > DSI_ARN_SECRET) {
        return web_report_code(DSI_E_ARGUMENT);
    }
    ok = dsi_arn_parse(text, (dsi_arn_kind)kind, face_level(level), &arn, &mismatch);
    web_output_begin();
    web_report_arn(text, ok ? &arn : NULL, &mismatch);
    return web_report_end();
}

/* ------------------------------------------------------------ decoding and encoding */

WEB_EXPORT(decode)
uint32_t web_decode(uint32_t message, uint32_t head, uint32_t length, uint32_t status,
                    uint32_t strict, uint32_t max_bytes, uint32_t max_depth,
                    uint32_t max_token)
{
    web_reading reading = {.message = web_input_message(message),
                           .head = head,
                           .length = length,
                           .status = status,
                           .how = {.strict = strict != 0,
                                   .limits = {.max_bytes = max_bytes,
                                              .max_depth = max_depth,
                                              .max_token = max_token}}};
    dsi_error error;
    const void *object = web_read(&reading, &error);

    web_output_begin();
    if (object == NULL || !web_report_object(reading.message, object, &error)) {
        return web_read_refuse(&reading, &error);
    }
    return web_report_end();
}

/*
 * Reads what is to be encoded. With WEB_STRICT, unknown members refuse it. They are all
 * named, because the caller may never have seen the JSON that an offset counts in.
 */
static const void *face_read(const web_reading *reading, uint32_t how, uint32_t *code)
{
    dsi_error error;
    const void *object = web_read(reading, &error);

    if (object == NULL) {
        *code = web_read_refuse(reading, &error);
    } else if ((how & WEB_STRICT) != 0 && web_output_length() > 0) {
        web_output_word("]}");
        *code = web_report_end();
        *code = *code == DSI_OK ? DSI_E_UNKNOWN_MEMBER : *code;
        object = NULL;
    } else {
        web_output_begin();
    }
    return object;
}

WEB_EXPORT(encode)
uint32_t web_encode(uint32_t message, uint32_t length, uint32_t how)
{
    web_reading reading = {
        .message = web_input_message(message), .length = length, .status = 200};
    dsi_encode_options options = {.nulls = (how & WEB_NULLS) != 0,
                                  .pretty = (how & WEB_PRETTY) != 0};
    dsi_sink sink = web_output_sink();
    dsi_error error;
    uint32_t code = DSI_OK;
    const void *object = face_read(&reading, how, &code);

    if (object == NULL) {
        return code;
    }
    if (!dsi_message_write(reading.message, object, &sink, &options, &error)) {
        return web_report_error(&error);
    }
    return web_report_end();
}

static bool face_write_target(const dsi_message *message, const void *object,
                              dsi_error *error)
{
    size_t length = dsi_message_target_size(message, object, error);
    char *room = length > 0 ? web_output_room(length + 1) : NULL;

    if (length > 0 && room != NULL) {
        web_output_filled(
            dsi_message_target_encode(message, object, room, length + 1, error));
    }
    return length > 0;
}

WEB_EXPORT(target)
uint32_t web_target(uint32_t message, uint32_t length, uint32_t how)
{
    web_reading reading = {
        .message = web_input_message(message), .length = length, .status = 200};
    dsi_error error;
    uint32_t code = DSI_OK;
    const void *object = face_read(&reading, how, &code);

    if (object == NULL) {
        return code;
    }
    if (!face_write_target(reading.message, object, &error)) {
        return web_report_error(&error);
    }
    return web_report_end();
}
