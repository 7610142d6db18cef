/* tool/paint.c - writes the SGR sequences that every terminal knows. */
#include "paint.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static paint_when paint_chosen = PAINT_AUTO;

void paint_choose(paint_when when)
{
    paint_chosen = when;
}

/* NO_COLOR counts if it is not empty: see https://no-color.org. */
static bool paint_is_on(FILE *out)
{
    const char *no_color = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");

    if (paint_chosen != PAINT_AUTO) {
        return paint_chosen == PAINT_ALWAYS;
    }
    return (no_color == NULL || no_color[0] == '\0') &&
           (terminal == NULL || strcmp(terminal, "dumb") != 0) &&
           isatty(fileno(out)) == 1;
}

void paint_begin(FILE *out, paint_kind kind)
{
    static const char *const sequences[] = {"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;32m",
                                            "\x1b[1m"};

    if (paint_is_on(out)) {
        fputs(sequences[kind], out);
    }
}

void paint_end(FILE *out)
{
    if (paint_is_on(out)) {
        fputs("\x1b[0m", out);
    }
}
