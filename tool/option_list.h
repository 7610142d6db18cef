/* tool/option_list.h - every option of the program, as getopt_long wants them. */
#ifndef DSI_TOOL_OPTION_LIST_H
#define DSI_TOOL_OPTION_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include <getopt.h>

/* getopt_long's value of item i is OPTION_BASE + i: never a character. */
#define OPTION_BASE 256

/* Each name once: commands and messages can share one. */
typedef struct option_list {
    struct option *items; /* ends with a NULL name */
    size_t count;
    void *names; /* of fields */
} option_list;

/*
 * False if there is not enough memory. Either way, option_list_free releases the rest.
 */
bool option_list_make(option_list *list);

void option_list_free(option_list *list);

#endif
