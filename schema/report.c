/*
 * schema/report.c - violations in words.
 *
 * The words of the model's rules are those of the framework that AWS's servers are
 * built with, so a mock's refusal reads like theirs. The other levels have words of
 * dsi's own. No text holds the value: the name of a secret can be a secret.
 */
#include <dsi/violation.h>

#include "schema/text/words.h"

static void report_add_between(const dsi_violation *violation, dsi_words *words)
{
    dsi_words_add(words, "between ");
    dsi_words_add_number(words, violation->minimum);
    dsi_words_add(words, " and ");
    dsi_words_add_number(words, violation->maximum);
    dsi_words_add(words, ", inclusive");
}

static void report_add_minimum(const dsi_violation *violation, dsi_words *words)
{
    dsi_words_add(words, "greater than or equal to ");
    dsi_words_add_number(words, violation->minimum);
}

static void report_add_length(const dsi_violation *violation, dsi_words *words)
{
    dsi_words_add(words, "Member must have length ");
    if (violation->maximum == SIZE_MAX) {
        report_add_minimum(violation, words);
    } else if (violation->minimum == 0) {
        dsi_words_add(words, "less than or equal to ");
        dsi_words_add_number(words, violation->maximum);
    } else {
        report_add_between(violation, words);
    }
}

static void report_add_range(const dsi_violation *violation, dsi_words *words)
{
    dsi_words_add(words, "Member must be ");
    if (violation->maximum == SIZE_MAX) {
        report_add_minimum(violation, words);
    } else {
        report_add_between(violation, words);
    }
}

/*
 * The protocol has words for a pattern of the model. The rules of the other levels are
 * sentences of dsi's. Without a rule, the code says what is broken.
 */
static void report_add_words(const dsi_violation *violation, dsi_words *words)
{
    if (violation->rule == NULL) {
        dsi_words_add(words, dsi_code_text(violation->code));
        return;
    }
    if (violation->level == DSI_LEVEL_MODEL) {
        dsi_words_add(words, "Member must satisfy regular expression pattern: ");
    }
    dsi_words_add(words, violation->rule);
}

static void report_add_rule(const dsi_violation *violation, dsi_words *words)
{
    switch (violation->code) {
    case DSI_E_LENGTH:
        report_add_length(violation, words);
        break;
    case DSI_E_RANGE:
        report_add_range(violation, words);
        break;
    case DSI_E_DOT_SEGMENT:
        dsi_words_add(words, "Member must not be a dot segment");
        break;
    case DSI_E_REQUIRED:
        dsi_words_add(words, "Member must not be null");
        break;
    case DSI_E_ILL_FORMED:
        dsi_words_add(words, "Member must be well-formed UTF-8");
        break;
    default:
        report_add_words(violation, words);
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
static void report_add(const dsi_violation *violation, dsi_words *words)
{
    if (violation->code == DSI_OK) {
        dsi_words_add(words, dsi_code_text(violation->code));
        return;
    }
    dsi_words_add(words, "Value");
    if (violation->code == DSI_E_LENGTH) {
        dsi_words_add(words, " with length ");
        dsi_words_add_number(words, violation->actual);
    }
    dsi_words_add(words, " at '");
    dsi_words_add(words, violation->path);
    dsi_words_add(words, report_constraint(violation->level));
    report_add_rule(violation, words);
}

size_t dsi_violation_text(const dsi_violation *violation, char *buffer, size_t capacity)
{
    dsi_words words = {.buffer = buffer, .capacity = capacity};

    report_add(violation, &words);
    return dsi_words_end(&words);
}

/* The number is that of all violations, also where fewer are stored. */
size_t dsi_violations_text(const dsi_violations *report, char *buffer, size_t capacity)
{
    dsi_words words = {.buffer = buffer, .capacity = capacity};
    size_t stored = report->items == NULL ? 0 : report->capacity;

    dsi_words_add_number(&words, report->count);
    dsi_words_add(&words, report->count == 1 ? " validation error detected. "
                                             : " validation errors detected. ");
    for (size_t i = 0; i < report->count && i < stored; i++) {
        dsi_words_add(&words, i == 0 ? "" : "; ");
        report_add(&report->items[i], &words);
    }
    return dsi_words_end(&words);
}
