/* Command lines that are refused. */
#include <string.h>

#include "tests/support.h"
#include "tests/tool/rows.h"

static const tool_row usage_rows[] = {
    {"no message",
     "the message must be named",
     {"decode", "--json"},
     .status = 2,
     .words = "dsi: decode: MESSAGE is missing. Try 'dsi decode --help'.\n"},
    {"unknown message",
     "names must match exactly",
     {"encode", "start"},
     .status = 2,
     .words = "dsi: encode: unknown message 'start'. Try 'dsi encode --help'.\n"},
    {"unknown option",
     "the error is worded as GNU programs do",
     {"decode", "start-request", "--bogus"},
     .status = 2,
     .words = "dsi: decode: unknown option '--bogus'. Try 'dsi decode --help'.\n"},
    {"short option",
     "dsi has no short options",
     {"decode", "start-request", "-x"},
     .status = 2,
     .words = "unknown option '-x'"},
    {"option without its value",
     "the command line ends after the option",
     {"decode", "start-response", "--status"},
     .status = 2,
     .words = "no value for '--status'"},
    {"flag with a value",
     "ignoring it would hide a mistake",
     {"decode", "start-response", "--json=yes"},
     .status = 2,
     .words = "no value is allowed for '--json=yes'"},
    {"option of another command",
     "each command has its own options",
     {"encode", "start-request", "--level", "model"},
     .status = 2,
     .words = "--level is not for this command"},
    {"option that begins another",
     "--status is not --status-text",
     {"encode", "start-response", "--status", "200"},
     .status = 2,
     .words = "--status is not for this command"},
    {"option cut short",
     "three options begin with these letters",
     {"decode", "start-response", "--max", "2"},
     .status = 2,
     .words = "unknown option '--max'"},
    {"field of another message",
     "ignoring it would hide a mistake",
     {"encode", "start-request", "--detail", "x"},
     .status = 2,
     .words = "--detail is not for this message"},
    {"status of a request",
     "requests have no status",
     {"decode", "start-request", "--status", "200"},
     .status = 2,
     .words = "--status is not for this message"},
    {"header of a request",
     "dsi reads no headers of requests",
     {"decode", "start-request", "--header", "a: b"},
     .status = 2,
     .words = "--header is not for this message"},
    {"stream of a start-response",
     "a start-response has no list to stream",
     {"decode", "start-response", "--stream"},
     .status = 2,
     .words = "--stream is not for this message"},
    {"operand of encode",
     "fields are options",
     {"encode", "start-request", "file"},
     .status = 2,
     .words = "too many arguments from 'file'"},
    {"two files",
     "a message is in one file",
     {"decode", "start-request", "one", "two"},
     .status = 2,
     .words = "too many arguments from 'two'"},
    {"status too low",
     "a status has three digits, and the first is not 0",
     {"decode", "start-response", "--status", "99"},
     .status = 2,
     .words = "--status must be a number from 100 to 999"},
    {"status too high",
     "a status has three digits",
     {"decode", "start-response", "--status", "1000"},
     .status = 2,
     .words = "--status must be a number from 100 to 999"},
    {"a chunk too long",
     "the manual allows up to 1 GiB",
     {"decode", "start-response", "--chunk", "1073741825"},
     .status = 2,
     .words = "--chunk must be a number from 1 to 1073741824"},
    {"status with a sign",
     "a number has only digits",
     {"decode", "start-response", "--status", "+200"},
     .status = 2,
     .words = "--status must be a number"},
    {"status with a space",
     "a number has only digits",
     {"decode", "start-response", "--status", " 200"},
     .status = 2,
     .words = "--status must be a number"},
    {"status with a unit",
     "a number has only digits",
     {"decode", "start-response", "--status", "200x"},
     .status = 2,
     .words = "--status must be a number"},
    {"empty number",
     "a number has at least one digit",
     {"decode", "start-response", "--chunk", ""},
     .status = 2,
     .words = "--chunk must be a number"},
    {"2^64 wraps to 0",
     "the number must not wrap",
     {"decode", "start-response", "--max-bytes", "18446744073709551616"},
     .status = 2,
     .words = "--max-bytes must be a number from 1 to 18446744073709551615"},
    {"far over 2^64",
     "the number is ten times too large",
     {"decode", "start-response", "--max-bytes", "27670116110564327424"},
     .status = 2,
     .words = "--max-bytes must be a number"},
    {"depth over the largest",
     "the library allows up to 126",
     {"decode", "start-response", "--max-depth", "127"},
     .status = 2,
     .words = "--max-depth must be a number from 1 to 126"},
    {"memory of 0",
     "0 is not the default here",
     {"decode", "start-response", "--memory", "0"},
     .status = 2,
     .words = "--memory must be a number from 1"},
    {"memory too small",
     "the error names the needed size",
     {"decode", "start-response", "--memory", "100"},
     .status = 2,
     .words =
         "dsi: standard input: the block is too small for these limits (given 100, "
         "needed "},
    {"memory too small, with --json",
     "--json reports only errors of messages",
     {"decode", "get-response", "--memory", "100", "--json"},
     .status = 2,
     .words = "dsi: standard input: the block is too small for these limits (given "},
    {"header without a colon",
     "a header has a name and a value",
     {"decode", "start-response", "--header", "x-amzn-errortype"},
     .status = 2,
     .words = "--header must be 'NAME: VALUE'"},
    {"header without a name",
     "a header has a name and a value",
     {"decode", "start-response", "--header", ": x"},
     .status = 2,
     .words = "--header must be 'NAME: VALUE'"},
    {"unknown level",
     "the error lists the valid words",
     {"validate", "start-request", "--level", "strict"},
     .status = 2,
     .words = "--level must be model or documented or agreement. Try"},
    {"agreement of one ARN",
     "agreement needs two ARNs",
     {"arn", "--level", "agreement"},
     .status = 2,
     .words = "--level must be model or documented. Try"},
    {"unknown kind",
     "the error lists the valid words",
     {"arn", "--kind", "s3"},
     .status = 2,
     .words = "--kind must be any or rds-cluster or secret. Try"},
};

START_TEST(usage)
{
    check_row(&usage_rows[_i]);
}
END_TEST

/* No machine has 2^62 bytes. A sanitizer prints its own words before the program's. */
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
    if (sizeof(size_t) == 8) { /* with 32 bits, a program may get every size */
        add_test(suite, "memory that nobody has", memory_that_nobody_has);
    }
    return suite;
}
