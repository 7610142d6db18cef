/* tool/option_table.h - which options and messages there are. */
#ifndef DSI_TOOL_OPTION_TABLE_H
#define DSI_TOOL_OPTION_TABLE_H

#include "options.h"

/* What an option's value is, and with it the type of its place in tool_options. */
typedef enum option_value {
    OPTION_FLAG,   /* none: bool */
    OPTION_TEXT,   /* const char * */
    OPTION_NUMBER, /* uint64_t within the row's bounds */
    OPTION_INT32,  /* dsi_optional_int32 */
    OPTION_CHOICE, /* unsigned: the index in the row's choices */
    OPTION_HEADER  /* 'NAME: VALUE', appended to headers */
} option_value;

typedef struct option_row {
    const char *name;
    unsigned commands; /* command_bit */
    unsigned messages; /* message_bit; not looked at where a command has none */
    option_value value;
    size_t offset;              /* in tool_options */
    uint64_t minimum;           /* OPTION_NUMBER */
    uint64_t maximum;           /* OPTION_NUMBER */
    const char *const *choices; /* OPTION_CHOICE: names, up to NULL */
} option_row;

/* Ends with a row without a name. */
extern const option_row option_rows[];

/* At least as many as there are rows. */
#define OPTION_ROWS_MAX 64

/* Reads and stores an option's value. False if it is none that the row allows. */
bool option_store(tool_options *options, const option_row *row, const char *text);

/* Room for option_words. */
#define OPTION_WORDS_MAX 128

/* Says what the value of the row's option must be. */
void option_words(const option_row *row, char *words, size_t capacity);

/* A message of the command line. */
typedef struct message_row {
    const char *name;
    message_bit message;
} message_row;

/* Ends with a row without a name. */
extern const message_row message_rows[];

#endif
