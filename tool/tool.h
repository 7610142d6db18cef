/*
 * tool/tool.h - what the program's commands share: exit statuses, error messages, and
 * stdout as a sink. Data goes to stdout, and words for people go to stderr.
 */
#ifndef DSI_TOOL_TOOL_H
#define DSI_TOOL_TOOL_H

#include <stdio.h>

#include <dsi/dsi.h>

/* Scripts depend on these numbers. */
typedef enum tool_exit {
    TOOL_DONE = 0,
    TOOL_VIOLATIONS = 1,    /* constraint violations found */
    TOOL_USAGE = 2,         /* the command line is wrong */
    TOOL_INPUT = 3,         /* the input is not an acceptable message */
    TOOL_SERVICE_ERROR = 4, /* the answer is a service error, decoded */
    TOOL_FILE = 5           /* a file cannot be read or written */
} tool_exit;

/*
 * Says "dsi: SUBJECT: WORDS" on stderr. The subject comes from outside, so it is
 * escaped. The words are dsi's own.
 */
void tool_complain(const char *subject, const char *words);

/* Begins such a line, "dsi: SUBJECT: ". NULL: no subject. The caller ends the line. */
void tool_begin_complaint(const char *subject);

/* Begins a warning, "dsi: SUBJECT: warning: ". The caller ends the line. */
void tool_begin_warning(const char *subject);

/* Prints "SUBJECT: ", escaped, or nothing if the subject is NULL. */
void tool_print_subject(FILE *out, const char *subject);

/*
 * Says what is wrong with the command line, and how to get help. `command` is NULL if
 * the line has none. `what` (may be NULL) is the wrong argument; it follows the words,
 * quoted and escaped. `nearest` ("" for none) is the name that it may stand for.
 */
tool_exit tool_complain_usage(const char *command, const char *words, const char *what,
                              const char *nearest);

/* As tool_complain, with the words of `error`. Returns the error's exit status. */
tool_exit tool_complain_error(const char *subject, const dsi_error *error);

/* The exit status that an error stands for. */
tool_exit tool_exit_of(dsi_code code);

/* As malloc, but says so if memory is missing: the user may have asked for too much. */
void *tool_allocate(size_t size);

/*
 * Writes to stdout, and flushes it. Both return false after any write that failed.
 * main_end reports that once, so nobody else must.
 *
 * What a terminal would obey is written with JSON's escapes, so it must be JSON.
 */
bool tool_write(const char *bytes, size_t length);
bool tool_flush(void);

/* Why the first write failed, in the system's words. */
const char *tool_write_failure(void);

/* A sink that writes with tool_write. */
dsi_sink tool_stdout(void);

#endif
