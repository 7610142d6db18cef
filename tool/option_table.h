/* tool/option_table.h - which options there are, beside those of fields. */
#ifndef DSI_TOOL_OPTION_TABLE_H
#define DSI_TOOL_OPTION_TABLE_H

#include "options.h"

/* What an option's value is, and with it the type of its place in tool_options. */
typedef enum option_value {
    OPTION_FLAG,   /* none: bool */
    OPTION_TEXT,   /* const char * */
    OPTION_NUMBER, /* uint64_t within the row's bounds */
    OPTION_CHOICE, /* unsigned: the index in the row's choices */
    OPTION_HEADER  /* 'NAME: VALUE', appended to headers */
} option_value;

typedef struct option_row {
    const char *name;
    unsigned commands;                        /* command_bit */
    bool (*fits)(const dsi_message *message); /* NULL: any message, or none */
    option_value value;
    size_t offset;              /* in tool_options */
    uint64_t minimum;           /* OPTION_NUMBER */
    uint64_t maximum;           /* OPTION_NUMBER */
    const char *const *choices; /* OPTION_CHOICE: names, up to NULL */
    const char *word;           /* for its value; NULL for a flag and for choices */
    const char *help;           /* NULL: the help does not list it */
} option_row;

/* Ends with a row without a name. */
extern const option_row option_rows[];

/* The row of this name for the command: two commands can have rows of one name. */
const option_row *option_find(const char *name, command_bit command);

/* True if the option is one for the message (NULL: for some message). */
bool option_fits(const option_row *row, const dsi_message *message);

/* Reads decimal digits, at least one. False: there is something else, or too many. */
bool option_parse_number(const char *text, uint64_t *number);

/* Reads and stores an option's value. False if it is none that the row allows. */
bool option_store(tool_options *options, const option_row *row, const char *text);

/* Room for option_words. */
#define OPTION_WORDS_MAX 128

/* Says what the value of the row's option must be: "must be ...". */
void option_words(const option_row *row, char *words, size_t capacity);

#endif
