/*
 * tool/option_table.c - the table of options that are not fields.
 *
 * A row says everything about an option: the commands and messages it is for, its
 * value, where that is stored, and the help. So a new option is a row here and a member
 * of tool_options. The help lists the rows in this order.
 */
#include "option_table.h"

#include <string.h>

#include "items.h"

#define ENCODE COMMAND_ENCODE
#define DECODE COMMAND_DECODE
#define VALIDATE COMMAND_VALIDATE
#define ARN COMMAND_ARN
#define GENERATE COMMAND_GENERATE
#define READ (ENCODE | DECODE | VALIDATE) /* a message from a file */

/* The most bytes of --chunk: the program allocates a piece of that size. */
#define CHUNK_MAX 1073741824u

/* In the order of paint_when, dsi_level and dsi_arn_kind. */
static const char *const option_colors[] = {"auto", "always", "never", NULL};
static const char *const option_levels[] = {"model", "documented", "agreement", NULL};
static const char *const option_arn_levels[] = {"model", "documented", NULL};
static const char *const option_arn_kinds[] = {"any", "rds-cluster", "secret", NULL};

static bool option_is_of_response(const dsi_message *message)
{
    return !dsi_message_is_request(message);
}

#define PLACE(member) .offset = offsetof(tool_options, member)
#define FLAG(member) .value = OPTION_FLAG, PLACE(member)
#define TEXT(member) .value = OPTION_TEXT, PLACE(member)
#define HEADER(member) .value = OPTION_HEADER, PLACE(member)
#define NUMBER(member, least, most)                                                    \
    .value = OPTION_NUMBER, PLACE(member), .minimum = (least), .maximum = (most)
#define SIZE(member, least, most)                                                      \
    .value = OPTION_SIZE, PLACE(member), .minimum = (least), .maximum = (most)
#define CHOICE(member, names) .value = OPTION_CHOICE, PLACE(member), .choices = (names)

/* clang-format off */
const option_row option_rows[] = {
    {"help", READ | ARN | GENERATE, FLAG(help)},
    {"version", COMMAND_NONE, FLAG(version)},

    {"from", ENCODE, TEXT(from), .word = "FILE",
     .help = "begin with the message in FILE; fields that are given here override it"},
    {"http", ENCODE, FLAG(http), .help = "print an HTTP/1.1 message, without a Host"},
    {"no-validate", ENCODE, FLAG(no_validate), .help = "do not check first"},
    {"pretty", ENCODE, FLAG(pretty), .help = "indent (a body)"},
    {"nulls", ENCODE, FLAG(nulls),
     .help = "write members that are not set as null, as the real service does"},
    {"strict", ENCODE, FLAG(refuses_unknown),
     .help = "refuse a FILE with members that the model does not know; otherwise each "
             "is a warning"},

    {"http", DECODE, FLAG(reads_head),
     .help = "read the HTTP head from the input: of an answer as 'curl -i' prints it, "
             "of a request as 'dsi encode' does"},
    {"status", DECODE, NUMBER(status, 100, 999), .word = "N",
     .fits = option_is_of_response,
     .help = "the answer's status, 100 to 999 (default 200); not with --http"},
    {"header", DECODE, HEADER(headers), .fits = option_is_of_response,
     .word = "'NAME: VALUE'", .help = "a header of the answer; may be repeated; not "
                                      "with --http"},
    {"stream", DECODE, FLAG(stream), .fits = dsi_message_has_items,
     .help = "print each item of the message's list on its own line as it arrives, "
             "then the rest on the last line, in constant memory"},
    {"sdl", DECODE, FLAG(sdl), .fits = items_are_models,
     .help = "print the models' GraphQL, each as it arrives; not with --stream"},
    {"strict", DECODE, FLAG(strict), .help = "refuse unknown members"},
    {"json", DECODE, FLAG(json),
     .help = "print on standard output why an input is refused"},
    {"chunk", DECODE, NUMBER(chunk, 1, CHUNK_MAX), .word = "N",
     .help = "feed N bytes at a time; otherwise bytes are fed as they arrive"},

    {"level", VALIDATE, CHOICE(level, option_levels),
     .help = "model: the published model's rules (the default); documented: also what "
             "the services document elsewhere, of values that satisfy the model; "
             "agreement: also members that do not belong together"},
    {"strict", VALIDATE, FLAG(refuses_unknown),
     .help = "members that the model does not know are violations"},
    {"show-values", VALIDATE, FLAG(show_values),
     .help = "show values even if the output is not a terminal; they can be secret"},
    {"json", VALIDATE, FLAG(json), .help = "print one JSON object a file"},

    {"max-bytes", READ, SIZE(max_bytes, 1, UINT64_MAX), .word = "N",
     .help = "the most bytes that the message may have; a limit may end in K, M or G"},
    {"max-depth", READ, SIZE(max_depth, 1, DSI_MAX_DEPTH_MAX), .word = "N",
     .help = "the most objects and arrays that may be nested"},
    {"max-token", READ, SIZE(max_token, 1, DSI_MAX_TOKEN_MAX), .word = "N",
     .help = "the most bytes that one string or number may have"},
    {"memory", READ, SIZE(memory, 1, SIZE_MAX / 2), .word = "N",
     .help = "bytes of memory that decoding may use"},

    {"kind", ARN, CHOICE(kind, option_arn_kinds),
     .help = "the kind of ARN to accept (default any)"},
    {"level", ARN, CHOICE(level, option_arn_levels),
     .help = "the rules to check by (default model)"},
    {"json", ARN, FLAG(json), .help = "print one JSON object a line"},

    {"count", GENERATE, NUMBER(count, 1, UINT64_MAX), .word = "N",
     .help = "how many messages to print (default 10)"},
    {"seed", GENERATE, NUMBER(seed, 0, UINT64_MAX), .word = "S",
     .help = "the seed that chooses the messages (default 0)"},
    {"broken", GENERATE, FLAG(broken),
     .help = "every second message is the one before it, broken in one way"},

    {"color", READ | ARN | GENERATE, CHOICE(color, option_colors),
     .help = "when to use colours; auto: on a terminal, unless NO_COLOR is set"},
    {.name = NULL},
};
/* clang-format on */

/* A name can have several rows, one for each command, so both are compared. */
const option_row *option_find(const char *name, command_bit command)
{
    const option_row *row = option_rows;

    while (row->name != NULL &&
           (strcmp(row->name, name) != 0 || (row->commands & command) == 0)) {
        row++;
    }
    return row->name != NULL ? row : NULL;
}

bool option_fits(const option_row *row, const dsi_message *message)
{
    return row->fits == NULL || message == NULL || row->fits(message);
}
