#include "option_table.h"

#define ENCODE COMMAND_ENCODE
#define DECODE COMMAND_DECODE
#define VALIDATE COMMAND_VALIDATE
#define ARN COMMAND_ARN
#define GENERATE COMMAND_GENERATE
#define READ (ENCODE | DECODE | VALIDATE) /* a message from a file */

#define START_REQUEST MESSAGE_START_REQUEST
#define GET_REQUEST MESSAGE_GET_REQUEST
#define GET_RESPONSE MESSAGE_GET_RESPONSE
#define RESPONSES (MESSAGE_START_RESPONSE | MESSAGE_GET_RESPONSE)
#define ALL (START_REQUEST | GET_REQUEST | RESPONSES)

/* The most that is fed at once: memory of that size is taken for it. */
#define CHUNK_MAX 1073741824u

/* In the order of dsi_level and dsi_arn_kind. */
static const char *const option_levels[] = {"model", "documented", "agreement", NULL};
static const char *const option_arn_levels[] = {"model", "documented", NULL};
static const char *const option_arn_kinds[] = {"any", "rds-cluster", "secret", NULL};

const message_row message_rows[] = {{"start-request", MESSAGE_START_REQUEST},
                                    {"start-response", MESSAGE_START_RESPONSE},
                                    {"get-request", MESSAGE_GET_REQUEST},
                                    {"get-response", MESSAGE_GET_RESPONSE},
                                    {NULL, 0}};

/* clang-format off */
#define ROW(name, commands, messages, value, member)                                   \
    name, commands, messages, value, offsetof(tool_options, member)
#define FLAG(name, commands, messages, member)                                         \
    {ROW(name, commands, messages, OPTION_FLAG, member), 0, 0, NULL}
#define TEXT(name, messages, member)                                                   \
    {ROW(name, ENCODE, messages, OPTION_TEXT, member), 0, 0, NULL}
#define NUMBER(name, commands, messages, member, minimum, maximum)                     \
    {ROW(name, commands, messages, OPTION_NUMBER, member), minimum, maximum, NULL}
#define CHOICE(name, commands, member, choices)                                        \
    {ROW(name, commands, ALL, OPTION_CHOICE, member), 0, 0, choices}

const option_row option_rows[] = {
    FLAG("help", ENCODE | DECODE | VALIDATE | ARN | GENERATE, ALL, help),
    FLAG("version", 0, ALL, version),
    FLAG("json", DECODE | VALIDATE | ARN, ALL, json),
    CHOICE("level", VALIDATE, level, option_levels),
    FLAG("show-values", VALIDATE, ALL, show_values),
    CHOICE("level", ARN, level, option_arn_levels),
    CHOICE("kind", ARN, kind, option_arn_kinds),

    TEXT("resource-arn", START_REQUEST, resource_arn),
    TEXT("secret-arn", START_REQUEST, secret_arn),
    TEXT("database-name", START_REQUEST, database_name),
    TEXT("introspection-id", GET_REQUEST | RESPONSES, introspection_id),
    TEXT("status-text", RESPONSES, status_text),
    TEXT("detail", RESPONSES, detail),
    FLAG("include-models-sdl", ENCODE, GET_REQUEST, include_models_sdl),
    {ROW("max-results", ENCODE, GET_REQUEST, OPTION_INT32, max_results), 0, 0, NULL},
    TEXT("next-token", GET_REQUEST, next_token),
    TEXT("from", ALL, from),
    FLAG("http", ENCODE, ALL, http),
    FLAG("no-validate", ENCODE, ALL, no_validate),
    FLAG("pretty", ENCODE, ALL, pretty),
    FLAG("nulls", ENCODE, ALL, nulls),

    FLAG("http", DECODE, ALL, reads_head),
    NUMBER("status", DECODE, RESPONSES, status, 100, 999),
    {ROW("header", DECODE, RESPONSES, OPTION_HEADER, headers), 0, 0, NULL},
    FLAG("strict", DECODE, ALL, strict),
    FLAG("stream", DECODE, GET_RESPONSE, stream),
    NUMBER("chunk", DECODE, ALL, chunk, 1, CHUNK_MAX),
    NUMBER("memory", READ, ALL, memory, 1, SIZE_MAX / 2),
    NUMBER("max-bytes", READ, ALL, max_bytes, 1, UINT64_MAX),
    NUMBER("max-depth", READ, ALL, max_depth, 1, DSI_MAX_DEPTH_MAX),
    NUMBER("max-token", READ, ALL, max_token, 1, DSI_MAX_TOKEN_MAX),

    NUMBER("count", GENERATE, ALL, count, 1, UINT64_MAX),
    NUMBER("seed", GENERATE, ALL, seed, 0, UINT64_MAX),
    FLAG("broken", GENERATE, ALL, broken),
    {ROW(NULL, 0, 0, OPTION_FLAG, help), 0, 0, NULL},
};
/* clang-format on */

_Static_assert(sizeof option_rows / sizeof *option_rows <= OPTION_ROWS_MAX,
               "there is room for every row in getopt_long's list");
