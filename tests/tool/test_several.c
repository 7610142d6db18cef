/* dsi decode and dsi validate, of several files. */
#include "tests/support.h"
#include "tests/tool/rows.h"
#include "tests/tool/scratch.h"

#define CLUSTER "arn:aws:rds:us-east-1:123456789012:cluster:orders"
#define SECRET "arn:aws:secretsmanager:us-east-1:123456789012:secret:orders-AbCdEf"
#define MODELS(models) "{\"introspectionResult\":{\"models\":[" models "]}}"
#define CUT_WORDS "the message ends too early at line 1, column 2, byte 1"

static const scratch_file files[] = {
    {"good", "{\"rdsDataApiConfig\":{\"resourceArn\":\"" CLUSTER "\",\"secretArn\":"
             "\"" SECRET "\",\"databaseName\":\"orders\"}}"},
    {"bad\x1b\xff", "{\"rdsDataApiConfig\":{}}"},
    {"cut", "{"},
    {"a", "{\"introspectionId\":\"a\"}"},
    {"b", "{\"introspectionId\":\"b\"}"},
    {"answer", "HTTP/1.1 200 OK\r\n\r\n{\"introspectionId\":\"c\"}"},
    {"error", "HTTP/1.1 400 Bad Request\r\n\r\n{\"message\":\"no\"}"},
    {"one", MODELS("{\"name\":\"m\",\"sdl\":\"type A\"},{\"name\":\"n\"}")},
    {"two", MODELS("{\"name\":\"o\",\"sdl\":\"type B\"}")},
    {"none", "{\"introspectionResult\":{}}"},
    {"wrong", MODELS("{\"name\":\"p\"},]")},
};

#define START "validate", "start-request"

static const tool_row validate_rows[] = {
    {"a violation",
     "it is worse than nothing",
     {START, "good", "bad\x1b\xff", "good", "--json"},
     .status = 1,
     .output = "{\"file\":\"bad\\\\x1B\\\\xFF\",\"message\":\"3 validation errors "
               "detected. Value at '/rdsDataApiConfig/resourceArn' failed to satisfy "
               "constraint: Member must not be null; Value at '/rdsDataApiConfig/"
               "secretArn' failed to satisfy constraint: Member must not be null; "
               "Value at '/rdsDataApiConfig/databaseName' failed to satisfy "
               "constraint: Member must not be null\",\"fieldList\":[{\"message\":"
               "\"Value at '/rdsDataApiConfig/resourceArn' failed to satisfy "
               "constraint: Member must not be null\",\"path\":\"/rdsDataApiConfig/"
               "resourceArn\"},{\"message\":\"Value at '/rdsDataApiConfig/secretArn' "
               "failed to satisfy constraint: Member must not be null\",\"path\":"
               "\"/rdsDataApiConfig/secretArn\"},{\"message\":\"Value at '/"
               "rdsDataApiConfig/databaseName' failed to satisfy constraint: Member "
               "must not be null\",\"path\":\"/rdsDataApiConfig/databaseName\"}]}\n"},
    {"an input that is refused",
     "it is worse than a violation, and no file is left out",
     {START, "cut", "bad\x1b\xff"},
     .status = 3,
     .output = "bad\\x1B\\xFF: Value at '/rdsDataApiConfig/resourceArn' failed to "
               "satisfy constraint: Member must not be null\n"
               "bad\\x1B\\xFF: Value at '/rdsDataApiConfig/secretArn' failed to "
               "satisfy constraint: Member must not be null\n"
               "bad\\x1B\\xFF: Value at '/rdsDataApiConfig/databaseName' failed to "
               "satisfy constraint: Member must not be null\n",
     .words = "dsi: cut: " CUT_WORDS "\n"},
    {"an input that is refused, as JSON",
     "the object names its file",
     {START, "good", "cut", "--json"},
     .status = 3,
     .output = "{\"file\":\"cut\",\"ok\":false,\"code\":\"DSI_E_TRUNCATED\","
               "\"offset\":1,\"path\":\"\",\"message\":\"" CUT_WORDS "\"}\n"},
    {"a file that cannot be read",
     "it is worst, wherever it stands",
     {START, "missing", "good"},
     .status = 5,
     .words = "dsi: missing: No such file or directory\n"},
    {"good files",
     "nothing is printed",
     {START, "good", "good", "good"},
     .output = NULL},
};

#define DECODE "decode", "start-response"
#define GET "decode", "get-response"
#define A_OUTPUT "{\"introspectionId\":\"a\"}\n"
#define B_OUTPUT "{\"introspectionId\":\"b\"}\n"
#define M_LINE "{\"name\":\"m\",\"sdl\":\"type A\"}\n"
#define N_LINE "{\"name\":\"n\"}\n"
#define O_LINE "{\"name\":\"o\",\"sdl\":\"type B\"}\n"
#define REST "{\"introspectionResult\":{}}\n"

static const tool_row decode_rows[] = {
    {"two files",
     "each has its line, in order",
     {DECODE, "b", "a"},
     .output = B_OUTPUT A_OUTPUT},
    {"standard input among them",
     "its place is that of '-'",
     {DECODE, "a", "-", "b"},
     .input = INPUT("{\"introspectionId\":\"-\"}"),
     .output = A_OUTPUT "{\"introspectionId\":\"-\"}\n" B_OUTPUT},
    {"one that is refused",
     "the others are decoded",
     {DECODE, "a", "cut", "b"},
     .status = 3,
     .output = A_OUTPUT B_OUTPUT,
     .words = "dsi: cut: " CUT_WORDS "\n"},
    {"one that is refused, as JSON",
     "the object names its file",
     {DECODE, "a", "cut", "b", "--json"},
     .status = 3,
     .output = A_OUTPUT
     "{\"file\":\"cut\",\"ok\":false,\"code\":\"DSI_E_TRUNCATED\",\"offset\":1,"
     "\"path\":\"\",\"message\":\"" CUT_WORDS "\"}\n" B_OUTPUT},
    {"one alone that is refused, as JSON",
     "there is no other file",
     {DECODE, "cut", "--json"},
     .status = 3,
     .output = "{\"ok\":false,\"code\":\"DSI_E_TRUNCATED\",\"offset\":1,\"path\":"
               "\"\",\"message\":\"" CUT_WORDS "\"}\n"},
    {"a service error between answers",
     "each file has a head of its own",
     {DECODE, "--http", "answer", "error", "answer"},
     .status = 4,
     .output = "{\"introspectionId\":\"c\"}\n{\"error\":{\"status\":400,\"fault\":"
               "\"client\",\"class\":\"client\",\"message\":\"no\"}}\n"
               "{\"introspectionId\":\"c\"}\n"},
    {"a file that cannot be read",
     "it is worst, wherever it stands",
     {DECODE, "missing", "cut", "a"},
     .status = 5,
     .output = A_OUTPUT,
     .words = "dsi: missing: No such file or directory\ndsi: cut: " CUT_WORDS "\n"},
    {"streams",
     "the rest of each page follows its models",
     {GET, "--stream", "one", "none", "two"},
     .output = M_LINE N_LINE REST REST O_LINE REST},
    {"GraphQL",
     "a blank line is between two models, also of two files",
     {GET, "--sdl", "one", "none", "two"},
     .output = "type A\n\n# n: no GraphQL\n\ntype B\n"},
    {"GraphQL, with an error",
     "what came before it is printed",
     {GET, "--sdl", "wrong", "two"},
     .status = 3,
     .output = "# p: no GraphQL\n\ntype B\n",
     .words = "dsi: wrong: this byte is not allowed here at "},
    {"GraphQL, with a service error",
     "the words name the file",
     {GET, "--sdl", "--http", "error", "error"},
     .status = 4,
     .words = "dsi: error: service error, status 400: no\n"
              "dsi: error: service error, status 400: no\n"},
};

static void check_in_folder(const tool_row *row)
{
    scratch_enter(files, COUNT(files));
    check_row(row);
    scratch_leave(files, COUNT(files));
}

START_TEST(validates)
{
    check_in_folder(&validate_rows[_i]);
}
END_TEST

START_TEST(decodes)
{
    check_in_folder(&decode_rows[_i]);
}
END_TEST

SUITE(several)
{
    Suite *suite = suite_create("tool/several");

    add_rows(suite, "validate", validates, COUNT(validate_rows));
    add_rows(suite, "decode", decodes, COUNT(decode_rows));
    return suite;
}
