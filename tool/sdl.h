/* tool/sdl.h - prints the GraphQL of models. */
#ifndef DSI_TOOL_SDL_H
#define DSI_TOOL_SDL_H

#include <dsi/get.h>

/* What was printed so far. All zero: nothing. */
typedef struct sdl_printer {
    bool
        escapes; /* stdout is a terminal: show bytes that could control it as escapes */
    size_t count;
} sdl_printer;

/*
 * Prints a model's GraphQL to stdout, and ends its last line. A blank line comes before
 * it unless it is the first. A model without GraphQL is a comment that names it.
 * Returns false if stdout does not take it.
 */
bool sdl_print(sdl_printer *printer, const dsi_model *model);

/*
 * Warns on stderr if the output, whose models were printed, has no result, or if there
 * is another page: then the GraphQL is not all that there is. `file` is where it came
 * from.
 */
void sdl_warn(const dsi_get_response *output, const char *file);

#endif
