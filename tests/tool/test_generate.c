/*
 * dsi generate: its output, and that dsi has the verdict that is printed for each
 * message.
 */
#include <jansson.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "tests/model/model.h"
#include "tests/support.h"
#include "tests/tool/rows.h"
#include "tests/tool/run.h"
#include "tests/vectors/verdict.h"

static const tool_row generate_rows[] = {
    {"first",
     "a seed gives the same message on every machine",
     {"generate", "get-request", "--count", "1", "--seed", "18446744073709551615"},
     .output = "{\"message\":\"get-request\",\"verdict\":\"ok\",\"bytes\":\"L3YxL2"
               "RhdGFzb3VyY2VzL2ludHJvc3BlY3Rpb25zLyU3ZmElRUUlODAlODBpP2luY2x1ZGVN"
               "b2RlbHNTREw9dHJ1ZSZuZXh0VG9rZW49KyslMkZaJTI2JTJGYTclZTIlODIlYWMlYz"
               "MlQTk3N1olQzMlQTklMjVaJTJGJTJiNyZtYXhSZXN1bHRzPTA=\"}\n"},
    {"no message",
     "the message must be named",
     {"generate"},
     .status = 2,
     .words = "MESSAGE"},
    {"count-0",
     "0 messages are not allowed",
     {"generate", "get-request", "--count", "0"},
     .status = 2,
     .words = "--count must be a number from 1"},
    {"seed-negative",
     "a seed is not negative",
     {"generate", "get-request", "--seed", "-1"},
     .status = 2,
     .words = "--seed must be a number from 0"},
    {"file",
     "generate reads no file",
     {"generate", "get-request", "file"},
     .status = 2,
     .words = "'file'"},
    {"other option",
     "the option belongs to another command",
     {"generate", "get-request", "--pretty"},
     .status = 2,
     .words = "--pretty"},
};

START_TEST(generate)
{
    check_row(&generate_rows[_i]);
}
END_TEST

/* ----------------------------------------------------------------- every verdict */

static int base64_value(char digit)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *found = digit == '\0' ? NULL : strchr(digits, digit);

    return found == NULL ? -1 : (int)(found - digits);
}

/* Decodes base64 in place. Returns the number of bytes. */
static size_t base64_read(char *text)
{
    size_t length = 0;
    unsigned long bits = 0;
    unsigned count = 0;
    size_t digits = strcspn(text, "=");

    expect(strlen(text) % 4 == 0 && strspn(text + digits, "=") < 3 &&
               text[digits + strspn(text + digits, "=")] == '\0',
           "not base64: %s", text);
    for (size_t i = 0; i < digits; i++) {
        expect(base64_value(text[i]) >= 0, "not base64: %s", text);
        bits = bits << 6 | (unsigned long)base64_value(text[i]);
        count += 6;
        if (count >= 8) {
            count -= 8;
            text[length++] = (char)(bits >> count & 0xff);
        }
    }
    return length;
}

static const char *member(const json_t *line, const char *name)
{
    const char *value = json_string_value(json_object_get(line, name));

    return value == NULL ? "" : value;
}

/* Compares the verdict of a line with dsi's. */
static void check_line(const dsi_message *message, const char *text, size_t length)
{
    json_t *line = json_loadb(text, length, 0, NULL);
    bool good;
    char *bytes;
    verdict found;

    expect(line != NULL, "no JSON: %.*s", (int)length, text);
    expect(strcmp(member(line, "message"), dsi_message_name(message)) == 0, "%.*s",
           (int)length, text);
    good = strcmp(member(line, "verdict"), "ok") == 0;
    expect(good || strcmp(member(line, "verdict"), "error") == 0, "%.*s", (int)length,
           text);
    expect(json_object_size(line) == (good ? 3 : 6), "%.*s", (int)length, text);
    bytes = strdup(member(line, "bytes"));
    ck_assert_ptr_nonnull(bytes);
    judge(message, (dsi_string){.data = bytes, .length = base64_read(bytes)}, 7,
          &found);
    expect(strcmp(good ? "DSI_OK" : member(line, "code"), dsi_code_name(found.code)) ==
                   0 &&
               strcmp(member(line, "path"), found.path) == 0,
           "%s at '%s': %.*s", dsi_code_name(found.code), found.path, (int)length,
           text);
    free(bytes);
    json_decref(line);
}

static run_result run_generate(const dsi_message *message)
{
    const char *arguments[] = {"generate", dsi_message_name(message),
                               "--count",  "10000",
                               "--broken", "--seed",
                               "7",        NULL};
    run_input none = {.head = ""};

    return run_program(arguments, &none, RUN_KEPT);
}

START_TEST(verdicts)
{
    const dsi_message *message = dsi_message_at((size_t)_i);
    run_result first = run_generate(message);
    run_result second = run_generate(message);
    int lines = 0;

    ck_assert_int_eq(first.status, 0);
    ck_assert_str_eq(first.words, "");
    ck_assert(strcmp(first.output, second.output) == 0);
    for (const char *line = first.output; *line != '\0'; lines++) {
        size_t length = strcspn(line, "\n");

        check_line(message, line, length);
        line += length + 1;
    }
    ck_assert_int_eq(lines, 10000);
    run_free(&first);
    run_free(&second);
}
END_TEST

/* A closed pipe or a full disk ends the program. */
START_TEST(ends_with_its_output)
{
    static const char *const endless[] = {"generate", "start-request", "--count",
                                          "18446744073709551615", NULL};
    run_input none = {.head = ""};
    run_result result = run_program(endless, &none, _i == 0 ? RUN_FULL : RUN_NO_ONE);

    if (_i == 0) {
        ck_assert_int_eq(result.status, 5);
        ck_assert_str_eq(result.words,
                         "dsi: standard output: No space left on device\n");
    } else {
        ck_assert_int_eq(result.signal, SIGPIPE);
        ck_assert_str_eq(result.words, "");
    }
    run_free(&result);
}
END_TEST

SUITE(generate)
{
    Suite *suite = suite_create("tool/generate");
    add_rows(suite, "generate", generate, COUNT(generate_rows));
    set_long(add_rows(suite, "every verdict is dsi's", verdicts, message_count()));
    add_rows(suite, "ends with its output", ends_with_its_output, 2);
    return suite;
}
