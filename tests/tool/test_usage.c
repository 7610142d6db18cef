/* Command lines that are wrong. */
#include <string.h>

#include "tests/support.h"
#include "tests/tool/rows.h"

static const tool_row usage_rows[] = {
    {"no message",
     "it is not guessed",
     {"decode", "--json"},
     .status = 2,
     .words = "dsi: decode: MESSAGE is missing. Try 'dsi decode --help'.\n"},
    {"unknown message",
     "names are exact",
     {"encode", "start"},
     .status = 2,
     .words = "dsi: encode: unknown message 'start'. Try 'dsi encode --help'.\n"},
    {"unknown option",
     "as GNU programs do",
     {"decode", "start-request", "--bogus"},
     .status = 2,
     .words = "dsi: decode: unknown option '--bogus'. Try 'dsi decode --help'.\n"},
    {"short option",
     "there are none",
     {"decode", "start-request", "-x"},
     .status = 2,
     .words = "unknown option '-x'"},
    {"option without its value",
     "at the end",
     {"decode", "start-response", "--status"},
     .status = 2,
     .words = "no value for '--status'"},
    {"flag with a value",
     "it would be lost",
     {"decode", "start-response", "--json=yes"},
     .status = 2,
     .words = "no value is allowed for '--json=yes'"},
    {"option of another command",
     "each has its own",
     {"encode", "start-request", "--level", "model"},
     .status = 2,
     .words = "--level is not for this command"},
    {"option that begins another",
     "--status is not --status-text",
     {"encode", "start-response", "--status", "200"},
     .status = 2,
     .words = "--status is not for this command"},
    {"option cut short",
     "it could be one of three",
     {"decode", "start-response", "--max", "2"},
     .status = 2,
     .words = "unknown option '--max'"},
    {"field of another message",
     "it would be lost",
     {"encode", "start-request", "--detail", "x"},
     .status = 2,
     .words = "--detail is not for this message"},
    {"status of a request",
     "requests have none",
     {"decode", "start-request", "--status", "200"},
     .status = 2,
     .words = "--status is not for this message"},
    {"header of a request",
     "dsi looks at none",
     {"decode", "start-request", "--header", "a: b"},
     .status = 2,
     .words = "--header is not for this message"},
    {"stream of a start-response",
     "there is nothing to stream",
     {"decode", "start-response", "--stream"},
     .status = 2,
     .words = "--stream is not for this message"},
    {"operand of encode",
     "fields are options",
     {"encode", "start-request", "file"},
     .status = 2,
     .words = "too many arguments from 'file'"},
    {"two files",
     "a message is in one",
     {"decode", "start-request", "one", "two"},
     .status = 2,
     .words = "too many arguments from 'two'"},
    {"status too low",
     "three digits, the first is not 0",
     {"decode", "start-response", "--status", "99"},
     .status = 2,
     .words = "--status must be a number from 100 to 999"},
    {"status too high",
     "three digits",
     {"decode", "start-response", "--status", "1000"},
     .status = 2,
     .words = "--status must be a number from 100 to 999"},
    {"a chunk too long",
     "1 GiB, as the manual says",
     {"decode", "start-response", "--chunk", "1073741825"},
     .status = 2,
     .words = "--chunk must be a number from 1 to 1073741824"},
    {"status with a sign",
     "digits only",
     {"decode", "start-response", "--status", "+200"},
     .status = 2,
     .words = "--status must be a number"},
    {"status with a blank",
     "digits only",
     {"decode", "start-response", "--status", " 200"},
     .status = 2,
     .words = "--status must be a number"},
    {"status with a unit",
     "digits only",
     {"decode", "start-response", "--status", "200x"},
     .status = 2,
     .words = "--status must be a number"},
    {"empty number",
     "digits, at least one",
     {"decode", "start-response", "--chunk", ""},
     .status = 2,
     .words = "--chunk must be a number"},
    {"2^64 wraps to 0",
     "and is refused",
     {"decode", "start-response", "--max-bytes", "18446744073709551616"},
     .status = 2,
     .words = "--max-bytes must be a number from 1 to 18446744073709551615"},
    {"2^64 and a half",
     "ten times more than fits",
     {"decode", "start-response", "--max-bytes", "27670116110564327424"},
     .status = 2,
     .words = "--max-bytes must be a number"},
    {"depth beyond yajl's",
     "the library's bound",
     {"decode", "start-response", "--max-depth", "127"},
     .status = 2,
     .words = "--max-depth must be a number from 1 to 126"},
    {"memory of 0",
     "0 is not the default here",
     {"decode", "start-response", "--memory", "0"},
     .status = 2,
     .words = "--memory must be a number from 1"},
    {"memory too small",
     "the size needed is told",
     {"decode", "start-response", "--memory", "100"},
     .status = 2,
     .words =
         "dsi: standard input: the block is too small for these limits (given 100, "
         "needed "},
    {"memory too small, with --json",
     "no fault of the input's",
     {"decode", "get-response", "--memory", "100", "--json"},
     .status = 2,
     .words = "dsi: standard input: the block is too small for these limits (given "},
    {"header without a colon",
     "name and value",
     {"decode", "start-response", "--header", "x-amzn-errortype"},
     .status = 2,
     .words = "--header must be 'NAME: VALUE'"},
    {"header without a name",
     "name and value",
     {"decode", "start-response", "--header", ": x"},
     .status = 2,
     .words = "--header must be 'NAME: VALUE'"},
    {"unknown level",
     "and which there are",
     {"validate", "start-request", "--level", "strict"},
     .status = 2,
     .words = "--level must be model or documented or agreement. Try"},
    {"agreement of one ARN",
     "it takes two",
     {"arn", "--level", "agreement"},
     .status = 2,
     .words = "--level must be model or documented. Try"},
    {"unknown kind",
     "and which there are",
     {"arn", "--kind", "s3"},
     .status = 2,
     .words = "--kind must be any or rds-cluster or secret. Try"},
};

START_TEST(usage)
{
    check_row(&usage_rows[_i]);
}
END_TEST

/* 2^62 bytes. A sanitizer says something of its own in front. */
START_TEST(memory_that_nobody_has)
{
    const char *const arguments[] = {"decode", "start-response", "--memory",
                                     "4611686018427387904", NULL};
    run_input none = {.head = ""};
    run_result result = run_program(arguments, &none, RUN_KEPT);

    ck_assert_int_eq(result.status, 2);
    ck_assert_ptr_nonnull(
        strstr(result.words, "dsi: memory: cannot get 4611686018427387904 bytes\n"));
    run_free(&result);
}
END_TEST

SUITE(usage)
{
    Suite *suite = suite_create("tool/usage");

    add_rows(suite, "usage", usage, COUNT(usage_rows));
    if (sizeof(size_t) == 8) { /* all that 32 bits can say, a program may have */
        add_test(suite, "memory that nobody has", memory_that_nobody_has);
    }
    return suite;
}
