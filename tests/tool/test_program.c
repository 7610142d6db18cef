/* The program itself: commands, help and version. */
#include <string.h>

#include "tests/support.h"
#include "tests/tool/rows.h"

#define UNKNOWN_MESSAGE                                                                \
    "dsi: encode: unknown message 'start-reqest'; did you mean 'start-request'? Try "  \
    "'dsi encode --help'.\ndsi: messages: start-request, "

static const tool_row command_rows[] = {
    {"version",
     "it is the library's version",
     {"--version"},
     .output = "dsi " DSI_VERSION "\n"},
    {"nothing",
     "help is printed on stderr",
     {NULL},
     .status = 2,
     .words = "Exit status:"},
    {"unknown command",
     "the error says where help is",
     {"frobnicate"},
     .status = 2,
     .words = "dsi: unknown command 'frobnicate'. Try 'dsi --help'.\n"},
    {"command that is nearly right",
     "the nearest command is suggested",
     {"vaildate"},
     .status = 2,
     .words = "dsi: unknown command 'vaildate'; did you mean 'validate'? Try "},
    {"help about an unknown command",
     "there is no help about it",
     {"help", "frobnicate"},
     .status = 2,
     .words = "dsi: unknown command 'frobnicate'. Try 'dsi --help'.\n"},
    {"help about a command that is nearly right",
     "the nearest command is suggested",
     {"help", "vaildate"},
     .status = 2,
     .words = "dsi: unknown command 'vaildate'; did you mean 'validate'? Try "},
    {"help that is nearly right",
     "help is a command as well",
     {"hlep"},
     .status = 2,
     .words = "dsi: unknown command 'hlep'; did you mean 'help'? Try "},
    {"help about an unknown message",
     "the general help would hide the mistake",
     {"help", "encode", "start-reqest"},
     .status = 2,
     .words = UNKNOWN_MESSAGE},
    {"an unknown message, then --help",
     "it is the same as 'help'",
     {"encode", "start-reqest", "--help"},
     .status = 2,
     .words = UNKNOWN_MESSAGE},
    {"--help, then an unknown message",
     "options may come anywhere",
     {"-h", "encode", "start-reqest"},
     .status = 2,
     .words = UNKNOWN_MESSAGE},
    {"unknown option of the program",
     "the program has two options",
     {"--frobnicate"},
     .status = 2,
     .words = "dsi: unknown option '--frobnicate'. Try 'dsi --help'.\n"},
    {"command with control characters",
     "a terminal must not get control characters",
     {"\x1b[2J\xe2\x80\xae"},
     .status = 2,
     .words = "'\\x1B[2J\\u{202E}'"},
    {"options before the command",
     "options may come anywhere",
     {"--json", "arn", "--kind", "secret", "x"},
     .status = 1,
     .output = "{\"ok\":false,\"offset\":0,\"part\":\"prefix\",\"message\":"
               "\"an ARN begins with 'arn:'\"}\n"},
    {"options between and after operands",
     "options may come anywhere",
     {"encode", "--detail", "d", "start-response", "--introspection-id=i"},
     .output = "{\"introspectionId\":\"i\",\"introspectionStatusDetail\":\"d\"}"},
    {"end of the options",
     "what follows is an operand",
     {"--json", "--", "arn", "--json"},
     .status = 1,
     .output = "{\"ok\":false,\"offset\":0,\"part\":\"prefix\",\"message\":"
               "\"an ARN begins with 'arn:'\"}\n"},
};

START_TEST(commands)
{
    check_row(&command_rows[_i]);
}
END_TEST

typedef struct help_row {
    const char *arguments[5];
    const char *begin;
    const char *within;
} help_row;

static const help_row help_rows[] = {
    {{"--help"}, "dsi encodes", "  5  a file cannot be read or written\n"},
    {{"-h"}, "dsi encodes", "  5  a file cannot be read or written\n"},
    {{"help"}, "dsi encodes", "  5  a file cannot be read or written\n"},
    {{"help", "help"}, "dsi encodes", "  5  a file cannot be read or written\n"},
    {{"-h", "encode"}, "Examples:\n  dsi encode start-request", "--http"},
    {{"--help", "decode", "start-response"}, "Examples:\n  dsi decode", "--status N"},
    {{"decode", "--help", "--json", "get-response"},
     "Examples:\n  dsi decode",
     "--sdl"},
    {{"help", "decode", "start-response"}, "Examples:\n  dsi decode", "--status N"},
    {{"decode", "-h"}, "Examples:\n  dsi decode", "--status N"},
    {{"encode", "--help"}, "Examples:\n  dsi encode start-request", "--http"},
    {{"decode", "start-response", "--help"}, "Examples:\n  dsi decode", "--status N"},
    {{"decode", "--help", "--help", "--nonsense"}, "Examples:\n  dsi decode", "--json"},
    {{"validate", "--help"}, "Examples:\n  dsi validate", "--show-values"},
    {{"arn", "x", "--help"}, "Examples:\n  dsi arn", "--kind"},
    {{"generate", "--seed", "7", "--help"}, "Examples:\n  dsi generate", "--broken"},
};

/* Help is short, and fits the width of a terminal. */
START_TEST(help)
{
    const help_row *row = &help_rows[_i];
    run_input none = {.head = ""};
    run_result result = run_program(row->arguments, &none, RUN_KEPT);
    size_t lines = 0;

    ck_assert_int_eq(result.status, 0);
    ck_assert_str_eq(result.words, "");
    ck_assert_int_eq(strncmp(result.output, row->begin, strlen(row->begin)), 0);
    ck_assert_ptr_nonnull(strstr(result.output, row->within));
    for (const char *line = result.output; *line != '\0'; lines++) {
        size_t length = strcspn(line, "\n");

        ck_assert_uint_lt(length, 84);
        line += length + 1;
    }
    ck_assert_uint_lt(lines, 40);
    run_free(&result);
}
END_TEST

SUITE(program)
{
    Suite *suite = suite_create("tool/program");

    add_rows(suite, "commands", commands, COUNT(command_rows));
    add_rows(suite, "help", help, COUNT(help_rows));
    return suite;
}
