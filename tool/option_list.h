/* tool/option_list.h - every option of the program, as getopt_long wants them. */
#ifndef DSI_TOOL_OPTION_LIST_H
#define DSI_TOOL_OPTION_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include <getopt.h>

/* getopt_long returns OPTION_BASE + i for item i, which is never a character. */
#define OPTION_BASE 256

/* Each name stands here once, though commands and messages can share it. */
typedef struct option_list {
    struct option *items; /* ends with a NULL name */
    size_t count;
    void *names; /* the names of fields, which the list owns */
} option_list;

/*
 * Makes the list. Returns false if there is not enough memory. In both cases
 * option_list_free releases it.
 */
bool option_list_make(option_list *list);

void option_list_free(option_list *list);

#endif
