/*
 * tests/tool/scratch.h - a folder with a few files. The program runs in it, so the rows
 * of a table can name the files.
 */
#ifndef DSI_TESTS_TOOL_SCRATCH_H
#define DSI_TESTS_TOOL_SCRATCH_H

#include <stddef.h>

typedef struct scratch_file {
    const char *name;
    const char *content;
} scratch_file;

/* Makes the folder with the files, and goes into it. */
void scratch_enter(const scratch_file *files, size_t count);

/* Goes back to where the test began, and removes the files and the folder. */
void scratch_leave(const scratch_file *files, size_t count);

#endif
