/* tests/tool/rows.c - runs a row, and compares status, stdout and stderr. */
#include "tests/tool/rows.h"

#include <stdio.h>
#include <string.h>

#include "tests/support.h"

void place_text(char *text, size_t capacity, const run_input *input, size_t offset)
{
    size_t line = 1;
    size_t column = 1;

    for (size_t i = 0; i < offset; i++) {
        bool ends = input->head[i] == '\n';

        line += ends ? 1 : 0;
        column = ends ? 1 : column + 1;
    }
    snprintf(text, capacity, "line %zu, column %zu, byte %zu", line, column, offset);
}

void found_text(char *text, size_t capacity, const run_input *input, size_t offset)
{
    unsigned byte = (unsigned char)input->head[offset];

    if (byte > ' ' && byte <= '~') {
        snprintf(text, capacity, "found '%c'", (char)byte);
    } else {
        snprintf(text, capacity, "found byte 0x%02X", byte);
    }
}

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

void check_in_pieces(const tool_row *row)
{
    static const char *const chunks[] = {"1", "2", "3", "7"};
    tool_row pieces = *row;
    size_t count = 0;

    check_row(row);
    while (row->arguments[count] != NULL) {
        count++;
    }
    pieces.arguments[count] = "--chunk";
    for (size_t i = 0; i < COUNT(chunks); i++) {
        pieces.arguments[count + 1] = chunks[i];
        check_row(&pieces);
    }
}
