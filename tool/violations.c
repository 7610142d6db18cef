/*
 * tool/violations.c - finds and prints the violations of a request.
 *
 * Their number has no bound that all messages share. So the message is validated twice:
 * first to count the violations, then to store them.
 */
#include "violations.h"

#include <stdlib.h>
#include <string.h>

#include "caret.h"

tool_exit violations_find(dsi_violations *report, const tool_message *message,
                          dsi_level level)
{
    size_t count;

    *report = (dsi_violations){.level = level};
    count = dsi_message_validate(message->message, message->object, report);
    if (count == 0) {
        return TOOL_DONE;
    }
    report->items = tool_allocate(count * sizeof *report->items);
    report->capacity = count;
    if (report->items == NULL) {
        return TOOL_USAGE;
    }
    dsi_message_validate(message->message, message->object, report);
    return TOOL_VIOLATIONS;
}

void violations_free(dsi_violations *report)
{
    free(report->items);
}

/* True if the violation is at one place in its value, to which a caret can point. */
static bool violations_has_place(const dsi_violation *violation)
{
    return violation->code == DSI_E_PATTERN || violation->code == DSI_E_ILL_FORMED ||
           violation->code == DSI_E_DISAGREEMENT;
}

/*
 * The rule that an ARN breaks, in words: a pattern alone says little to most people.
 * NULL if the member is no ARN, or if the words are about another place.
 */
static const char *violations_rule(const dsi_violation *violation)
{
    dsi_arn_kind kind = DSI_ARN_ANY;
    dsi_arn_mismatch mismatch;

    if (violation->code == DSI_E_PATTERN && violation->level == DSI_LEVEL_MODEL &&
        violation->part != NULL) {
        kind = strstr(violation->rule, ":rds:") != NULL ? DSI_ARN_RDS_CLUSTER
                                                        : DSI_ARN_SECRET;
    }
    return kind != DSI_ARN_ANY &&
                   !dsi_arn_parse(violation->value, kind, DSI_LEVEL_MODEL, NULL,
                                  &mismatch) &&
                   mismatch.offset == violation->offset
               ? mismatch.rule
               : NULL;
}

void violations_print(const dsi_violations *report, FILE *out, const char *subject,
                      bool show)
{
    char words[DSI_VIOLATION_TEXT_MAX];

    for (size_t i = 0; i < report->count; i++) {
        const dsi_violation *violation = &report->items[i];
        const char *rule = violations_rule(violation);

        dsi_violation_describe(violation, words, sizeof words);
        if (out == stderr) {
            tool_begin_complaint(subject);
        } else {
            tool_print_subject(out, subject);
        }
        fputs(words, out);
        if (rule != NULL) {
            fprintf(out, " (%s)", rule);
        }
        putc('\n', out);
        if (show && violations_has_place(violation)) {
            caret_print(out, violation->value, violation->offset, violation->part);
        }
    }
}
