/* web/report.c - errors, violations, ARNs and steps as JSON. */
#include "web/report.h"

#include "tool/near.h"
#include "web/face.h"
#include "web/handles.h"
#include "web/output.h"

static void report_begin_error(const dsi_error *error)
{
    web_output_begin();
    web_output_word("{");
    web_output_member("code", dsi_code_name(error->code));
    web_output_count("offset", error->offset);
    web_output_member("path", error->path);
}

static uint32_t report_end_error(dsi_code code)
{
    web_output_word("}");
    (void)web_output_end();
    return (uint32_t)code;
}

uint32_t web_report_error(const dsi_error *error)
{
    char words[DSI_ERROR_TEXT_MAX];

    if (error->code == DSI_OK) {
        return DSI_OK;
    }
    dsi_error_describe(error, words, sizeof words);
    report_begin_error(error);
    web_output_member("message", words);
    return report_end_error(error->code);
}

/* Neither the words nor the path of a member that the model lists need an escape. */
uint32_t web_report_refusal(const dsi_error *error, const char *words)
{
    if (words == NULL) {
        return web_report_error(error);
    }
    report_begin_error(error);
    web_output_name("message");
    web_output_word("\"");
    web_output_word(words);
    web_output_word(", in '");
    web_output_word(error->path);
    web_output_word("' (byte ");
    web_output_number(error->offset);
    web_output_word(")\"");
    return report_end_error(error->code);
}

uint32_t web_report_no_handle(void)
{
    dsi_error error = {.code = DSI_E_MEMORY};

    report_begin_error(&error);
    web_output_member("message", web_handles_are_open()
                                     ? "1024 decoders, polls and generators are open: "
                                       "close what is not needed"
                                     : "there is no memory for another object");
    (void)report_end_error(error.code);
    return 0;
}

uint32_t web_report_code(dsi_code code)
{
    return web_report_error(&(dsi_error){.code = code});
}

uint32_t web_report_end(void)
{
    return web_output_end() ? DSI_OK : web_report_code(DSI_E_MEMORY);
}

/*
 * How many units of a JavaScript string the first `offset` bytes are. A character of
 * four bytes has two units. The text before the offset is UTF-8.
 */
static uint64_t report_units(dsi_string text, size_t offset)
{
    uint64_t units = 0;

    for (size_t i = 0; i < text.length && i < offset; i++) {
        unsigned char byte = (unsigned char)text.data[i];

        units += (byte & 0xc0) != 0x80;
        units += byte >= 0xf0;
    }
    return units;
}

static void report_place(dsi_string value, size_t offset)
{
    web_output_count("offset", offset);
    web_output_count("index", report_units(value, offset));
}

static void report_violation(const dsi_violation *violation)
{
    char words[DSI_VIOLATION_TEXT_MAX];

    dsi_violation_describe(violation, words, sizeof words);
    web_output_comma();
    web_output_word("{");
    web_output_member("code", dsi_code_name(violation->code));
    web_output_count("level", violation->level);
    web_output_member("path", violation->path);
    web_output_member("message", words);
    report_place(violation->value, violation->offset);
    if (violation->part != NULL) {
        web_output_member("part", violation->part);
    }
    web_output_word("}");
}

void web_report_violations(const dsi_violations *report)
{
    char words[64 + DSI_VIOLATIONS_MAX * DSI_VIOLATION_TEXT_MAX];
    size_t stored = report->count < report->capacity ? report->count : report->capacity;

    dsi_violations_describe(report, words, sizeof words);
    web_output_member("message", words);
    web_output_name("violations");
    web_output_word("[");
    for (size_t i = 0; i < stored; i++) {
        report_violation(&report->items[i]);
    }
    web_output_word("]");
}

void web_report_unknown(void *context, const dsi_unknown_member *member)
{
    const dsi_message *const *message = context;
    const char *suggestion = near_member(*message, member);

    web_output_word(web_output_length() == 0 ? "{\"unknown\":[" : ",");
    web_output_word("{");
    web_output_member("path", member->path);
    web_output_name("name");
    web_output_text(member->name);
    web_output_count("offset", member->offset);
    if (suggestion[0] != '\0') {
        web_output_member("suggestion", suggestion);
    }
    web_output_word("}");
}

static void report_mismatch(dsi_string text, const dsi_arn_mismatch *mismatch)
{
    web_output_flag("ok", false);
    web_output_member("part", dsi_arn_part_name(mismatch->part));
    report_place(text, mismatch->offset);
    web_output_member("message", mismatch->rule);
}

static void report_parts(const dsi_arn *arn)
{
    const dsi_string parts[] = {arn->partition, arn->service, arn->region, arn->account,
                                arn->resource};

    web_output_flag("ok", true);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        web_output_name(dsi_arn_part_name((dsi_arn_part)(DSI_ARN_PARTITION + i)));
        web_output_text(parts[i]);
    }
}

void web_report_arn(dsi_string text, const dsi_arn *arn,
                    const dsi_arn_mismatch *mismatch)
{
    web_output_word("{");
    if (arn != NULL) {
        report_parts(arn);
    } else {
        report_mismatch(text, mismatch);
    }
    web_output_word("}");
}

/* A request can be written, because the machine took its texts from a decoder. */
void web_report_step(const dsi_poll_step *step)
{
    dsi_sink sink = web_output_sink();

    web_output_word("{");
    web_output_count("action", step->action);
    web_output_count("cause", step->cause);
    web_output_member("reason", dsi_poll_cause_text(step->cause));
    web_output_count("delayMs", step->delay_ms);
    web_output_count("lastCause", step->last_cause);
    if (step->detail.data != NULL) {
        web_output_name("detail");
        web_output_text(step->detail);
    }
    if (step->request != NULL) {
        web_output_name("request");
        (void)dsi_get_request_write(step->request, &sink, NULL, NULL);
    }
    web_output_word("}");
}

bool web_report_object(const dsi_message *message, const void *object, dsi_error *error)
{
    const dsi_service_error *refused = dsi_message_error(message, object);
    dsi_sink sink = web_output_sink();
    bool written;

    if (dsi_message_is_request(message)) {
        return dsi_message_write(message, object, &sink, NULL, error);
    }
    web_output_word(refused != NULL ? "{\"error\":" : "{\"output\":");
    written = refused != NULL ? dsi_service_error_write(refused, &sink, error)
                              : dsi_message_write(message, object, &sink, NULL, error);
    web_output_word("}");
    return written;
}
