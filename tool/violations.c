/*
 * tool/violations.c - finds and prints the violations of a request.
 *
 * Their number has no bound that all messages share. So the message is validated twice:
 * first to count the violations, then to store them.
 */
#include "violations.h"

#include <stdlib.h>

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

void violations_print(const dsi_violations *report, FILE *out, const char *prefix,
                      bool show)
{
    char words[DSI_VIOLATION_TEXT_MAX];

    for (size_t i = 0; i < report->count; i++) {
        const dsi_violation *violation = &report->items[i];

        dsi_violation_describe(violation, words, sizeof words);
        fprintf(out, "%s%s\n", prefix, words);
        if (show && violations_has_place(violation)) {
            caret_print(out, violation->value, violation->offset, violation->part);
        }
    }
}
