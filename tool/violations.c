#include "violations.h"

#include "caret.h"

size_t violations_find(tool_violations *found, const tool_message *message,
                       dsi_level level)
{
    found->report = (dsi_violations){
        .items = found->items, .capacity = VIOLATIONS_MAX, .level = level};
    return message_validate(message, &found->report);
}

static bool violations_has_place(const dsi_violation *violation)
{
    return violation->code == DSI_E_PATTERN || violation->code == DSI_E_ILL_FORMED ||
           violation->code == DSI_E_DISAGREEMENT;
}

void violations_print(const tool_violations *found, FILE *out, const char *prefix,
                      bool show)
{
    char words[DSI_VIOLATION_TEXT_MAX];

    for (size_t i = 0; i < found->report.count; i++) {
        const dsi_violation *violation = &found->items[i];

        dsi_violation_text(violation, words, sizeof words);
        fprintf(out, "%s%s\n", prefix, words);
        if (show && violations_has_place(violation)) {
            caret_print(out, violation->value, violation->offset, violation->part);
        }
    }
}
