/* tests/tool/rows.c - runs a row, and compares status, stdout and stderr. */
#include "tests/tool/rows.h"

#include <string.h>

#include "tests/support.h"

void check_row(const tool_row *row)
{
    run_result result = run_program(row->arguments, &row->input, RUN_KEPT);
    const char *output = row->output != NULL ? row->output : "";

    ck_assert_msg(result.status == row->status, "%s (%s): exit %d, not %d; %s",
                  row->name, row->why, result.status, row->status, result.words);
    ck_assert_msg(strcmp(result.output, output) == 0, "%s (%s): printed <%s>, not <%s>",
                  row->name, row->why, result.output, output);
    ck_assert_msg(row->words != NULL ? strstr(result.words, row->words) != NULL
                                     : result.words[0] == '\0',
                  "%s (%s): said <%s>, not <%s>", row->name, row->why, result.words,
                  row->words != NULL ? row->words : "");
    ck_assert_msg(row->words == NULL || strncmp(result.words, "dsi", 3) == 0,
                  "%s: who says <%s>?", row->name, result.words);
    run_free(&result);
}
