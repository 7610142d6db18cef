/* Command lines of get-request and get-response that are wrong. */
#include "tests/support.h"
#include "tests/tool/rows.h"

/* A row whose words are all there is to say. */
#define WRONG(name, why, words_, ...)                                                  \
    {                                                                                  \
        (name), (why), {__VA_ARGS__}, .status = 2, .words = (words_)                   \
    }
#define RESULTS(name, value)                                                           \
    WRONG(name, "an integer of 32 bits, digits only",                                  \
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
    RESULTS("a blank before", " 1"),
    RESULTS("a blank behind", "1 "),
    RESULTS("a unit", "25models"),
    RESULTS("2^31", "2147483648"),
    RESULTS("-2^31 - 1", "-2147483649"),
    RESULTS("2^32 + 1", "4294967297"),
    RESULTS("2^64 + 1", "18446744073709551617"),
    WRONG("no value", "at the end", "dsi: encode: no value for '--max-results'. Try",
          "encode", "get-request", "--max-results"),
};

#define NOT_THIS_MESSAGE " is not for this message. Try 'dsi "
#define EXCLUDES                                                                       \
    "dsi: decode: --http reads status and headers from the input, so it excludes "     \
    "--status and --header. Try 'dsi decode --help'.\n"
#define NOT_THIS_COMMAND " is not for this command. Try 'dsi "

static const tool_row usage_rows[] = {
    WRONG("an ARN of a get-request", "it would be lost",
          "--resource-arn" NOT_THIS_MESSAGE, "encode", "get-request", "--resource-arn",
          "x"),
    WRONG("a secret of a get-response", "it would be lost",
          "--secret-arn" NOT_THIS_MESSAGE, "encode", "get-response", "--secret-arn",
          "x"),
    WRONG("a database of a get-request", "it would be lost",
          "--database-name" NOT_THIS_MESSAGE, "encode", "get-request",
          "--database-name", "x"),
    WRONG("a status of a get-request", "requests have none",
          "--status-text" NOT_THIS_MESSAGE, "encode", "get-request", "--status-text",
          "x"),
    WRONG("a detail of a get-request", "requests have none",
          "--detail" NOT_THIS_MESSAGE, "encode", "get-request", "--detail", "x"),
    WRONG("an id of a start-request", "it is not known yet",
          "--introspection-id" NOT_THIS_MESSAGE, "encode", "start-request",
          "--introspection-id", "x"),
    WRONG("a token of a get-response", "it comes from a file",
          "--next-token" NOT_THIS_MESSAGE, "encode", "get-response", "--next-token",
          "x"),
    WRONG("models of a start-request", "another operation's",
          "--max-results" NOT_THIS_MESSAGE, "encode", "start-request", "--max-results",
          "1"),
    WRONG("models of a get-response", "the request's", "--max-results" NOT_THIS_MESSAGE,
          "encode", "get-response", "--max-results", "1"),
    WRONG("SDL of a start-response", "another operation's",
          "--include-models-sdl" NOT_THIS_MESSAGE, "encode", "start-response",
          "--include-models-sdl"),
    WRONG("SDL with a value", "it is set or not",
          "no value is allowed for '--include-models-sdl=true'", "encode",
          "get-request", "--include-models-sdl=true"),

    WRONG("HTTP status of a get-request", "requests have none",
          "--status" NOT_THIS_MESSAGE, "decode", "get-request", "--status", "200"),
    WRONG("header of a get-request", "dsi looks at none", "--header" NOT_THIS_MESSAGE,
          "decode", "get-request", "--header", "a: b"),
    WRONG("stream of a get-request", "there is nothing to stream",
          "--stream" NOT_THIS_MESSAGE, "decode", "get-request", "--stream"),
    WRONG("stream of a start-request", "there is nothing to stream",
          "--stream" NOT_THIS_MESSAGE, "decode", "start-request", "--stream"),
    WRONG("stream with a value", "it would be lost",
          "no value is allowed for '--stream=1'", "decode", "get-response",
          "--stream=1"),
    WRONG("HTTP status too high", "three digits",
          "--status must be a number from 100 to 999", "decode", "get-response",
          "--status", "1000"),
    WRONG("a status beside an HTTP head", "which one counts?", EXCLUDES, "decode",
          "get-response", "--status", "200", "--http"),
    WRONG("a header beside an HTTP head", "whose is it?", EXCLUDES, "decode",
          "start-response", "--http", "--header", "a: b"),
    WRONG("an HTTP head of validate", "it is decode's", "--http" NOT_THIS_COMMAND,
          "validate", "get-response", "--http"),
    WRONG("chunks of nothing", "they would never end",
          "--chunk must be a number from 1 to ", "decode", "get-response", "--stream",
          "--chunk", "0"),

    WRONG("a field of decode", "it is encode's", "--introspection-id" NOT_THIS_COMMAND,
          "decode", "get-request", "--introspection-id", "7"),
    WRONG("a level of decode", "it is validate's", "--level" NOT_THIS_COMMAND, "decode",
          "get-response", "--level", "model"),
    WRONG("a stream of encode", "it is decode's", "--stream" NOT_THIS_COMMAND, "encode",
          "get-response", "--stream"),
    WRONG("JSON of encode", "a message is not wrapped", "--json" NOT_THIS_COMMAND,
          "encode", "get-request", "--json"),
    WRONG("a stream of validate", "it is decode's", "--stream" NOT_THIS_COMMAND,
          "validate", "get-response", "--stream"),
    WRONG("an HTTP status of validate", "it is decode's", "--status" NOT_THIS_COMMAND,
          "validate", "get-response", "--status", "400"),
    WRONG("strictness of validate", "it is decode's", "--strict" NOT_THIS_COMMAND,
          "validate", "get-request", "--strict"),

    WRONG("the id as an operand", "fields are options", "too many arguments from '7'",
          "encode", "get-request", "7"),
    WRONG("a target as an operand", "messages are in files",
          "too many arguments from '/b'", "decode", "get-request", "/a", "/b"),
    WRONG("two files", "a message is in one", "too many arguments from 'two'",
          "validate", "get-response", "one", "two"),
    WRONG("a message that there is not", "names are exact",
          "unknown message 'get-requests'", "validate", "get-requests"),
    WRONG("a level that there is not", "and which there are",
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
