/*
 * tool/sdl.c - GraphQL goes out as it came in, unless a terminal would read it.
 */
#include "sdl.h"

#include <stdio.h>

#include "caret.h"
#include "tool.h"

/* Prints the text with escapes, but with its lines and tabs. */
static void sdl_print_escaped(dsi_string text)
{
    size_t start = 0;

    for (size_t i = 0; i <= text.length; i++) {
        bool ends = i == text.length || text.data[i] == '\n' || text.data[i] == '\t';

        if (ends) {
            caret_print_text(
                stdout, (dsi_string){.data = text.data + start, .length = i - start});
            start = i + 1;
        }
        if (ends && i < text.length) {
            putchar(text.data[i]);
        }
    }
}

/*
 * A line break ends a comment, so a name is printed with escapes everywhere. Else it
 * could add GraphQL to the output.
 */
static void sdl_print_comment(const dsi_model *model)
{
    fputs("# ", stdout);
    if (model->name.length > 0) {
        caret_print_text(stdout, model->name);
    } else {
        fputs("a model without a name", stdout);
    }
    fputs(": no GraphQL\n", stdout);
}

bool sdl_print(sdl_printer *printer, const dsi_model *model)
{
    dsi_string sdl = model->sdl;

    if (printer->count++ > 0) {
        putchar('\n');
    }
    if (sdl.length == 0) {
        sdl_print_comment(model);
    } else if (printer->escapes) {
        sdl_print_escaped(sdl);
    } else {
        (void)tool_write(sdl.data, sdl.length);
    }
    if (sdl.length > 0 && sdl.data[sdl.length - 1] != '\n') {
        putchar('\n');
    }
    return ferror(stdout) == 0;
}

static void sdl_warn_of_no_result(const dsi_get_response *output, const char *file)
{
    dsi_string status = output->introspection_status.text;
    dsi_string detail = output->introspection_status_detail;

    tool_begin_warning(file);
    fputs("the answer has no result", stderr);
    if (status.data != NULL) {
        fputs(", status ", stderr);
        caret_print_text(stderr, status);
    }
    if (detail.data != NULL) {
        fputs(": ", stderr);
        caret_print_text(stderr, detail);
    }
    putc('\n', stderr);
}

void sdl_warn(const dsi_get_response *output, const char *file)
{
    const dsi_introspection_result *result = output->introspection_result;

    if (result == NULL) {
        sdl_warn_of_no_result(output, file);
    } else if (result->next_token.data != NULL) {
        tool_begin_warning(file);
        fputs("there is another page\n", stderr);
    }
}
