/*
 * tool/help.c - prints help in 80 columns.
 *
 * The lists of options, fields and messages are printed from the tables that the
 * program itself uses, so the help cannot differ from them. The shells' completions
 * parse the lists: an entry begins with two blanks and its words are indented.
 */
#include "help.h"

#include <string.h>

#include "commands.h"
#include "option_table.h"

/* ------------------------------------------------------------- text within margins */

#define HELP_COLUMNS 80

/* The column at which the words about an option begin. */
#define HELP_INDENT 26

/* A paragraph. A line is longer than HELP_COLUMNS only if a single word is. */
typedef struct help_paragraph {
    FILE *out;
    size_t indent; /* of the lines after the first */
    size_t column;
} help_paragraph;

/* Adds a word, with `mark` right after it. A word that does not fit begins a line. */
static void help_add(help_paragraph *paragraph, const char *word, size_t length,
                     const char *mark)
{
    size_t needed = length + strlen(mark);

    if (paragraph->column + 1 + needed > HELP_COLUMNS) {
        fprintf(paragraph->out, "\n%*s", (int)paragraph->indent, "");
        paragraph->column = paragraph->indent;
    } else if (paragraph->column > paragraph->indent) {
        putc(' ', paragraph->out);
        paragraph->column++;
    }
    fprintf(paragraph->out, "%.*s%s", (int)length, word, mark);
    paragraph->column += needed;
}

static void help_add_words(help_paragraph *paragraph, const char *words)
{
    while (*words != '\0') {
        size_t length = strcspn(words, " ");

        help_add(paragraph, words, length, "");
        words += length + (words[length] == ' ' ? 1 : 0);
    }
}

void help_print_messages(FILE *out, const char *before)
{
    help_paragraph paragraph = {.out = out, .column = strlen(before)};
    const dsi_message *message = dsi_message_at(0);

    fputs(before, out);
    for (size_t i = 1; message != NULL; i++) {
        const dsi_message *next = dsi_message_at(i);
        const char *name = dsi_message_name(message);

        help_add(&paragraph, name, strlen(name), next != NULL ? "," : ".\n");
        message = next;
    }
}

/* ------------------------------------------------------------------------- options */

/*
 * Prints the words about an entry, which already takes `column` columns. If it is too
 * long for that, the words begin on the next line.
 */
static void help_print_words(size_t column, const char *words)
{
    help_paragraph paragraph = {
        .out = stdout, .indent = HELP_INDENT, .column = HELP_INDENT};

    if (column + 2 > HELP_INDENT) {
        putchar('\n');
        column = 0;
    }
    printf("%*s", (int)(HELP_INDENT - column), "");
    help_add_words(&paragraph, words);
    putchar('\n');
}

static void help_print_row(const option_row *row)
{
    int column = printf("  --%s", row->name);

    if (row->word != NULL) {
        column += printf(" %s", row->word);
    }
    for (size_t i = 0; row->choices != NULL && row->choices[i] != NULL; i++) {
        column += printf("%c%s", i > 0 ? '|' : ' ', row->choices[i]);
    }
    help_print_words((size_t)column, row->help);
}

static void help_print_options(command_bit command, const dsi_message *message)
{
    fputs("\nOptions:\n", stdout);
    for (const option_row *row = option_rows; row->name != NULL; row++) {
        if ((row->commands & command) != 0 && row->help != NULL &&
            option_fits(row, message)) {
            help_print_row(row);
        }
    }
}

/* -------------------------------------------------------------------------- fields */

/* Returns the number of columns. An enum takes any text, so its list ends in "...". */
static int help_print_value(const dsi_message *message, size_t index,
                            const dsi_field *field)
{
    int column = 0;
    const char *text;

    for (size_t i = 0; (text = dsi_message_field_value(message, index, i)) != NULL;
         i++) {
        column += printf("%c%s", i > 0 ? '|' : ' ', text);
    }
    if (column > 0) {
        return column + printf("|...");
    }
    if (field->kind == DSI_FIELD_BOOLEAN) {
        return 0;
    }
    return printf(" %s", field->value != NULL ? field->value : "VALUE");
}

static void help_print_fields(const dsi_message *message)
{
    dsi_field field;

    printf("\nFields of %s:\n", dsi_message_name(message));
    for (size_t i = 0; dsi_message_field(message, i, &field); i++) {
        int column = printf("  --%s", field.option);

        column += help_print_value(message, i, &field);
        help_print_words((size_t)column, field.help != NULL ? field.help : "");
    }
}

/* --------------------------------------------------------------------------- helps */

void help_print_program(FILE *out)
{
    fputs(help_program, out);
    help_print_messages(out, "Messages:");
    fputs(help_program_end, out);
}

void help_print_command(const char *begin, command_bit command,
                        const dsi_message *message)
{
    fputs(begin, stdout);
    if (command == COMMAND_ENCODE && message != NULL) {
        help_print_fields(message);
    }
    help_print_options(command, message);
}
