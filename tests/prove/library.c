/* tests/prove/library.c - the W-method on the library's own functions, as shipped. */
#include <stdio.h>

#include "tests/prove/prove.h"
#include "tests/prove/words.h"

static bool match(const void *context, dsi_string text)
{
    return subject_match(context, text);
}

bool prove_library(const subject *item, const language *wanted)
{
    static words strings;
    size_t count;
    word differs;
    char figures[FIGURES];

    words_make(&strings, wanted);
    if (!words_agree(&strings, match, item, &count, &differs)) {
        return prove_differs(
            "W-method", item->name,
            (dsi_string){.data = differs.bytes, .length = differs.length});
    }
    snprintf(figures, sizeof figures,
             "%zu states, %zu words, %zu strings: equal up to %zu states",
             wanted->count, strings.end_count, count, wanted->count + EXTRA_STATES);
    return prove_holds("W-method", item->name, figures);
}
