/* Command lines of get-request and get-response that are refused. */
#include "tests/support.h"
#include "tests/tool/rows.h"

/* A row that is refused with these words. */
#define WRONG(name, why, words_, ...)                                                  \
    {                                                                                  \
        (name), (why), {__VA_ARGS__}, .status = 2, .words = (words_)                   \
    }
#define RESULTS(name, value)                                                           \
    WRONG(name, "the value must be an integer of 32 bits",                             \
          "dsi: encode: --max-results must be a 32-bit integer. Try 'dsi encode "      \
          "--help'.\n",                                                                \
          "encode", "get-request", "--introspection-id", "7", "--max-results", value)

static const tool_row number_rows[] = {
    RESULTS("letters", "x"),
    RESULTS("nothing", ""),
    RESULTS("a minus", "-"),
    RESULTS("two minus", "--1"),
    RESULTS("a plus", "+1"),
    RESULTS("a fraction", "1.0"),
    RESULTS("an exponent", "1e1"),
    RESULTS("hexadecimal", "0x10"),
    RESULTS("a space before", " 1"),
    RESULTS("a space after", "1 "),
    RESULTS("a unit", "25models"),
    RESULTS("2^31", "2147483648"),
    RESULTS("-2^31 - 1", "-2147483649"),
    RESULTS("2^32 + 1", "4294967297"),
    RESULTS("2^64 + 1", "18446744073709551617"),
    WRONG("no value", "the command line ends after the option",
          "dsi: encode: no value for '--max-results'. Try", "encode", "get-request",
          "--max-results"),
};

#define NOT_THIS_MESSAGE " is not for this message. Try 'dsi "
#define EXCLUDES                                                                       \
    "dsi: decode: --http reads status and headers from the input, so it excludes "     \
    "--status and --header. Try 'dsi decode --help'.\n"
#define NOT_THIS_COMMAND " is not for this command. Try 'dsi "

static const tool_row usage_rows[] = {
    WRONG("an ARN of a get-request", "ignoring it would hide a mistake",
          "--resource-arn" NOT_THIS_MESSAGE, "encode", "get-request", "--resource-arn",
          "x"),
    WRONG("a secret of a get-response", "ignoring it would hide a mistake",
          "--secret-arn" NOT_THIS_MESSAGE, "encode", "get-response", "--secret-arn",
          "x"),
    WRONG("a database of a get-request", "ignoring it would hide a mistake",
          "--database-name" NOT_THIS_MESSAGE, "encode", "get-request",
          "--database-name", "x"),
    WRONG("a status of a get-request", "requests have no status",
          "--status-text" NOT_THIS_MESSAGE, "encode", "get-request", "--status-text",
          "x"),
    WRONG("a detail of a get-request", "only responses have a detail",
          "--detail" NOT_THIS_MESSAGE, "encode", "get-request", "--detail", "x"),
    WRONG("an id of a start-request", "the service gives the id only afterwards",
          "--introspection-id" NOT_THIS_MESSAGE, "encode", "start-request",
          "--introspection-id", "x"),
    WRONG("a token of a get-response", "a token is given only in a file",
          "--next-token" NOT_THIS_MESSAGE, "encode", "get-response", "--next-token",
          "x"),
    WRONG("models of a start-request", "only Get has this field",
          "--max-results" NOT_THIS_MESSAGE, "encode", "start-request", "--max-results",
          "1"),
    WRONG("models of a get-response", "only the request has this field",
          "--max-results" NOT_THIS_MESSAGE, "encode", "get-response", "--max-results",
          "1"),
    WRONG("SDL of a start-response", "only Get has this field",
          "--include-models-sdl" NOT_THIS_MESSAGE, "encode", "start-response",
          "--include-models-sdl"),
    WRONG("SDL with a value", "the option is a flag",
          "no value is allowed for '--include-models-sdl=true'", "encode",
          "get-request", "--include-models-sdl=true"),

    WRONG("HTTP status of a get-request", "requests have no status",
          "--status" NOT_THIS_MESSAGE, "decode", "get-request", "--status", "200"),
    WRONG("header of a get-request", "dsi reads no headers of requests",
          "--header" NOT_THIS_MESSAGE, "decode", "get-request", "--header", "a: b"),
    WRONG("stream of a get-request", "the message has no list to stream",
          "--stream" NOT_THIS_MESSAGE, "decode", "get-request", "--stream"),
    WRONG("stream of a start-request", "the message has no list to stream",
          "--stream" NOT_THIS_MESSAGE, "decode", "start-request", "--stream"),
    WRONG("stream with a value", "ignoring it would hide a mistake",
          "no value is allowed for '--stream=1'", "decode", "get-response",
          "--stream=1"),
    WRONG("HTTP status too high", "a status has three digits",
          "--status must be a number from 100 to 999", "decode", "get-response",
          "--status", "1000"),
    WRONG("a status beside an HTTP head", "the status would be given twice", EXCLUDES,
          "decode", "get-response", "--status", "200", "--http"),
    WRONG("a header beside an HTTP head", "the headers would be given twice", EXCLUDES,
          "decode", "start-response", "--http", "--header", "a: b"),
    WRONG("an HTTP head of validate", "only decode has this option",
          "--http" NOT_THIS_COMMAND, "validate", "get-response", "--http"),
    WRONG("chunks of nothing", "an empty chunk makes no progress",
          "--chunk must be a number from 1 to ", "decode", "get-response", "--stream",
          "--chunk", "0"),

    WRONG("a field of decode", "only encode has this option",
          "--introspection-id" NOT_THIS_COMMAND, "decode", "get-request",
          "--introspection-id", "7"),
    WRONG("a level of decode", "only validate has this option",
          "--level" NOT_THIS_COMMAND, "decode", "get-response", "--level", "model"),
    WRONG("a stream of encode", "only decode has this option",
          "--stream" NOT_THIS_COMMAND, "encode", "get-response", "--stream"),
    WRONG("JSON of encode", "encode prints the message itself",
          "--json" NOT_THIS_COMMAND, "encode", "get-request", "--json"),
    WRONG("a stream of validate", "only decode has this option",
          "--stream" NOT_THIS_COMMAND, "validate", "get-response", "--stream"),
    WRONG("an HTTP status of validate", "only decode has this option",
          "--status" NOT_THIS_COMMAND, "validate", "get-response", "--status", "400"),
    WRONG("the id as an operand", "fields are options", "too many arguments from '7'",
          "encode", "get-request", "7"),
    WRONG("an unknown message", "names must match exactly",
          "unknown message 'get-requests'", "validate", "get-requests"),
    WRONG("an unknown level", "the error lists the valid words",
          "--level must be model or documented or agreement. Try", "validate",
          "get-request", "--level", "all"),
};

START_TEST(numbers)
{
    check_row(&number_rows[_i]);
}
END_TEST

START_TEST(usage)
{
    check_row(&usage_rows[_i]);
}
END_TEST

SUITE(usage_get)
{
    Suite *suite = suite_create("tool/usage get");

    add_rows(suite, "numbers", numbers, COUNT(number_rows));
    add_rows(suite, "usage", usage, COUNT(usage_rows));
    return suite;
}
