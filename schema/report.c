/*
 * schema/report.c - violations in words.
 *
 * The words of the model's rules are those of the framework that AWS's servers are
 * built with, so a mock's refusal reads like theirs. The other levels have words of
 * dsi's own. No text holds the value: the name of a secret can be a secret.
 */
#include <dsi/violation.h>

#include "schema/text/buffer.h"

static void report_add_between(const dsi_violation *violation, dsi_buffer *out)
{
    dsi_buffer_add(out, "between ");
    dsi_buffer_add_number(out, violation->minimum);
    dsi_buffer_add(out, " and ");
    dsi_buffer_add_number(out, violation->maximum);
    dsi_buffer_add(out, ", inclusive");
}

static void report_add_minimum(const dsi_violation *violation, dsi_buffer *out)
{
    dsi_buffer_add(out, "greater than or equal to ");
    dsi_buffer_add_number(out, violation->minimum);
}

static void report_add_length(const dsi_violation *violation, dsi_buffer *out)
{
    dsi_buffer_add(out, "Member must have length ");
    if (violation->maximum == SIZE_MAX) {
        report_add_minimum(violation, out);
    } else if (violation->minimum == 0) {
        dsi_buffer_add(out, "less than or equal to ");
        dsi_buffer_add_number(out, violation->maximum);
    } else {
        report_add_between(violation, out);
    }
}

static void report_add_range(const dsi_violation *violation, dsi_buffer *out)
{
    dsi_buffer_add(out, "Member must be ");
    if (violation->maximum == SIZE_MAX) {
        report_add_minimum(violation, out);
    } else {
        report_add_between(violation, out);
    }
}

/*
 * The protocol has words for a pattern of the model. The rules of the other levels are
 * sentences that dsi writes. If a violation has no rule, the text of its code is used.
 */
static void report_add_words(const dsi_violation *violation, dsi_buffer *out)
{
    if (violation->rule == NULL) {
        dsi_buffer_add(out, dsi_code_text(violation->code));
        return;
    }
    if (violation->level == DSI_LEVEL_MODEL) {
        dsi_buffer_add(out, "Member must satisfy regular expression pattern: ");
    }
    dsi_buffer_add(out, violation->rule);
}

static void report_add_rule(const dsi_violation *violation, dsi_buffer *out)
{
    switch (violation->code) {
    case DSI_E_LENGTH:
        report_add_length(violation, out);
        break;
    case DSI_E_RANGE:
        report_add_range(violation, out);
        break;
    case DSI_E_DOT_SEGMENT:
        dsi_buffer_add(out, "Member must not be a dot segment");
        break;
    case DSI_E_REQUIRED:
        dsi_buffer_add(out, "Member must not be null");
        break;
    case DSI_E_ILL_FORMED:
        dsi_buffer_add(out, "Member must be well-formed UTF-8");
        break;
    default:
        report_add_words(violation, out);
        break;
    }
}

static const char *report_constraint(dsi_level level)
{
    switch (level) {
    case DSI_LEVEL_DOCUMENTED:
        return "' failed to satisfy documented constraint: ";
    case DSI_LEVEL_AGREEMENT:
        return "' does not agree: ";
    case DSI_LEVEL_MODEL:
    default:
        return "' failed to satisfy constraint: ";
    }
}

/* A violation that is all zero breaks no rule, and names no value. */
static void report_add(const dsi_violation *violation, dsi_buffer *out)
{
    if (violation->code == DSI_OK) {
        dsi_buffer_add(out, dsi_code_text(violation->code));
        return;
    }
    dsi_buffer_add(out, "Value");
    if (violation->code == DSI_E_LENGTH) {
        dsi_buffer_add(out, " with length ");
        dsi_buffer_add_number(out, violation->actual);
    }
    dsi_buffer_add(out, " at '");
    dsi_buffer_add(out, violation->path);
    dsi_buffer_add(out, report_constraint(violation->level));
    report_add_rule(violation, out);
}

size_t dsi_violation_describe(const dsi_violation *violation, char *buffer,
                              size_t capacity)
{
    dsi_buffer out = {.bytes = buffer, .capacity = capacity};

    report_add(violation, &out);
    return dsi_buffer_end(&out);
}

/* The number is that of all violations, also where fewer are stored. */
size_t dsi_violations_describe(const dsi_violations *report, char *buffer,
                               size_t capacity)
{
    dsi_buffer out = {.bytes = buffer, .capacity = capacity};
    size_t stored = report->items == NULL ? 0 : report->capacity;

    dsi_buffer_add_number(&out, report->count);
    dsi_buffer_add(&out, report->count == 1 ? " validation error detected. "
                                            : " validation errors detected. ");
    for (size_t i = 0; i < report->count && i < stored; i++) {
        dsi_buffer_add(&out, i == 0 ? "" : "; ");
        report_add(&report->items[i], &out);
    }
    return dsi_buffer_end(&out);
}
