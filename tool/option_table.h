/* tool/option_table.h - the options of the program that are not fields of a message. */
#ifndef DSI_TOOL_OPTION_TABLE_H
#define DSI_TOOL_OPTION_TABLE_H

#include "options.h"

/*
 * The kind of an option's value, which is also the type of its place in tool_options.
 */
typedef enum option_value {
    OPTION_FLAG,   /* bool; the option takes no value */
    OPTION_TEXT,   /* const char * */
    OPTION_NUMBER, /* uint64_t within the row's bounds */
    OPTION_SIZE,   /* the same; its text may end in K, M or G, in either case */
    OPTION_CHOICE, /* unsigned: the index in the row's choices */
    OPTION_HEADER  /* 'NAME: VALUE', appended to headers */
} option_value;

typedef struct option_row {
    const char *name;
    unsigned commands;                        /* command_bit */
    bool (*fits)(const dsi_message *message); /* NULL: any message, or none */
    option_value value;
    size_t offset;              /* in tool_options */
    uint64_t minimum;           /* OPTION_NUMBER and OPTION_SIZE */
    uint64_t maximum;           /* the same */
    const char *const *choices; /* OPTION_CHOICE: names, ended by NULL */
    const char *word;           /* for the value; NULL for a flag or a choice */
    const char *help;           /* NULL: the help does not list it */
} option_row;

/* Ends with a row without a name. */
extern const option_row option_rows[];

/* The row with this name for the command, or NULL. */
const option_row *option_find(const char *name, command_bit command);

/* True if the option is for the message. NULL stands for any message. */
bool option_fits(const option_row *row, const dsi_message *message);

/*
 * Reads at least one decimal digit. Returns false for other text or a number too great.
 */
bool option_parse_number(const char *text, uint64_t *number);

/* Reads and stores an option's value. Returns false if the row does not allow it. */
bool option_store(tool_options *options, const option_row *row, const char *text);

/* Room for option_words. */
#define OPTION_WORDS_MAX 128

/* Says what the value of the row's option must be: "must be ...". */
void option_words(const option_row *row, char *words, size_t capacity);

#endif
