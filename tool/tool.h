/*
 * tool/tool.h - what every command of the program shares: exit statuses, words on
 * stderr, bytes on stdout. stdout carries data, stderr words.
 */
#ifndef DSI_TOOL_TOOL_H
#define DSI_TOOL_TOOL_H

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
 * Says "dsi: SUBJECT: WORDS" on stderr. The subject comes from outside and is escaped;
 * the words are dsi's own.
 */
void tool_complain(const char *subject, const char *words);

/*
 * Says what is wrong with the command line and where help is. `command` is NULL outside
 * of any; `what` is the argument at fault, quoted and escaped behind the words, or
 * NULL.
 */
tool_exit tool_complain_usage(const char *command, const char *words, const char *what);

/* As tool_complain with the words of `error`; returns the exit status it stands for. */
tool_exit tool_complain_error(const char *subject, const dsi_error *error);

/* The exit status that an error stands for. */
tool_exit tool_exit_of(dsi_code code);

/* malloc that complains, for sizes that the user asked for. The caller frees. */
void *tool_allocate(size_t size);

/* A sink that is stdout. Its errors are told once, when the program ends. */
dsi_sink tool_stdout(void);

#endif
