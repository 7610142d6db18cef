/*
 * For every field of every message: help describes it, encode sets it, and messages
 * without it refuse it. The library's lists say which these are.
 */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "tests/model/model.h"
#include "tests/support.h"
#include "tests/tool/run.h"

#define FIELDS_MAX 32
#define ARGUMENT_MAX 256

static run_result run(const char *const *arguments, const char *bytes)
{
    run_input input = {.head = bytes, .head_length = strlen(bytes)};

    return run_program(arguments, &input, RUN_KEPT);
}

/* ------------------------------------------------------------------------- setting */

/* Writes a value that the field accepts. */
static void value_of(const dsi_message *message, size_t index, const dsi_field *field,
                     char *value)
{
    const char *listed = dsi_message_field_value(message, index, 0);

    if (field->kind == DSI_FIELD_BOOLEAN) {
        sprintf(value, "true");
    } else if (field->kind == DSI_FIELD_INT32 || field->kind == DSI_FIELD_INT64) {
        sprintf(value, "%zu", index + 1);
    } else {
        sprintf(value, "%s%zu", listed != NULL ? listed : "text ", index);
    }
}

/* Writes "--option=value", or a flag without a value. */
static void write_argument(const dsi_message *message, size_t index,
                           const dsi_field *field, char *argument)
{
    char value[ARGUMENT_MAX / 4];

    value_of(message, index, field, value);
    if (field->kind == DSI_FIELD_BOOLEAN) {
        sprintf(argument, "--%s", field->option);
    } else {
        sprintf(argument, "--%s=%s", field->option, value);
    }
}

/* Runs encode with all fields of the message. */
static run_result encode_all(const dsi_message *message)
{
    static char options[FIELDS_MAX][ARGUMENT_MAX];
    const char *arguments[FIELDS_MAX + 4] = {"encode", dsi_message_name(message),
                                             "--no-validate"};
    dsi_field field;

    for (size_t i = 0; dsi_message_field(message, i, &field); i++) {
        ck_assert_uint_lt(i, FIELDS_MAX);
        write_argument(message, i, &field, options[i]);
        arguments[3 + i] = options[i];
    }
    return run(arguments, "");
}

/* Returns the value at a JSON Pointer without escapes, or NULL. */
static const json_t *pointed(const json_t *value, const char *path)
{
    while (*path == '/') {
        char name[ARGUMENT_MAX];
        size_t length = strcspn(path + 1, "/");

        sprintf(name, "%.*s", (int)length, path + 1);
        value = json_object_get(value, name);
        path += length + 1;
    }
    return value;
}

static void check_value(const dsi_message *message, size_t index,
                        const dsi_field *field, const json_t *root)
{
    const json_t *got = pointed(root, field->path);
    char expected[ARGUMENT_MAX];
    char value[ARGUMENT_MAX] = "";

    value_of(message, index, field, expected);
    if (json_is_string(got)) {
        sprintf(value, "%s", json_string_value(got));
    } else if (json_is_integer(got)) {
        sprintf(value, "%lld", (long long)json_integer_value(got));
    } else if (json_is_true(got)) {
        sprintf(value, "true");
    }
    ck_assert_msg(strcmp(value, expected) == 0, "--%s of %s sets '%s', not '%s'",
                  field->option, dsi_message_name(message), value, expected);
}

START_TEST(each_is_set)
{
    const dsi_message *message = dsi_message_at((size_t)_i);
    const char *const decode[] = {"decode", dsi_message_name(message), NULL};
    run_result encoded = encode_all(message);
    run_result decoded = run(decode, encoded.output);
    json_t *root = json_loads(decoded.output, 0, NULL);
    dsi_field field;

    ck_assert_msg(encoded.status == 0 && decoded.status == 0, "%s: %s%s", decode[1],
                  encoded.words, decoded.words);
    for (size_t i = 0; dsi_message_field(message, i, &field); i++) {
        check_value(message, i, &field, root);
    }
    json_decref(root);
    run_free(&encoded);
    run_free(&decoded);
}
END_TEST

/* ------------------------------------------------------------------------ refusing */

static bool has_option(const dsi_message *message, const char *option)
{
    dsi_field field;

    for (size_t i = 0; dsi_message_field(message, i, &field); i++) {
        if (strcmp(field.option, option) == 0) {
            return true;
        }
    }
    return false;
}

/* Runs encode with a field that only another message has. */
static void check_refused(const dsi_message *message, const dsi_message *other,
                          size_t index, const dsi_field *field)
{
    char option[ARGUMENT_MAX];
    char words[ARGUMENT_MAX];
    const char *const arguments[] = {"encode", dsi_message_name(message), option, NULL};
    run_result result;

    write_argument(other, index, field, option);
    sprintf(words, "--%s is not for this message", field->option);
    result = run(arguments, "");
    ck_assert_msg(result.status == 2 && strstr(result.words, words) != NULL,
                  "%s takes --%s: %s", arguments[1], field->option, result.words);
    run_free(&result);
}

START_TEST(those_of_others_are_refused)
{
    const dsi_message *message = dsi_message_at((size_t)_i);

    for (size_t i = 0; dsi_message_at(i) != NULL; i++) {
        const dsi_message *other = dsi_message_at(i);
        dsi_field field;

        for (size_t j = 0; dsi_message_field(other, j, &field); j++) {
            if (!has_option(message, field.option)) {
                check_refused(message, other, j, &field);
            }
        }
    }
}
END_TEST

static const char *const wrong_lines[][4] = {
    {"encode"}, {"decode", "--json"}, {"validate", "start"}, {"generate", "x", "7"}};

/* Without the name of a message, the error lists the names. */
START_TEST(messages_are_listed)
{
    run_result result = run(wrong_lines[_i], "");

    ck_assert_int_eq(result.status, 2);
    for (size_t i = 0; dsi_message_at(i) != NULL; i++) {
        const char *name = dsi_message_name(dsi_message_at(i));

        ck_assert_msg(strstr(result.words, name) != NULL, "no %s: %s", name,
                      result.words);
    }
    run_free(&result);
}
END_TEST

/* ---------------------------------------------------------------------------- help */

/* Replaces each run of spaces and line ends by one space. */
static void join_lines(char *text)
{
    char *end = text;

    for (const char *at = text; *at != '\0'; at++) {
        char byte = (char)(*at == '\n' ? ' ' : *at);

        if (byte != ' ' || end == text || end[-1] != ' ') {
            *end++ = byte;
        }
    }
    *end = '\0';
}

/* Writes the entry of a field in the help: option, value and description. */
static void write_entry(const dsi_message *message, size_t index,
                        const dsi_field *field, char *entry)
{
    const char *listed;
    size_t count = 0;

    entry += sprintf(entry, "--%s", field->option);
    while ((listed = dsi_message_field_value(message, index, count)) != NULL) {
        entry += sprintf(entry, "%c%s", count++ > 0 ? '|' : ' ', listed);
    }
    if (count > 0) {
        entry += sprintf(entry, "|...");
    } else if (field->kind != DSI_FIELD_BOOLEAN) {
        entry += sprintf(entry, " %s", field->value != NULL ? field->value : "VALUE");
    }
    sprintf(entry, " %s ", field->help != NULL ? field->help : "");
}

START_TEST(help_describes_each)
{
    const dsi_message *message = dsi_message_at((size_t)_i);
    const char *const arguments[] = {"encode", dsi_message_name(message), "--help",
                                     NULL};
    run_result result = run(arguments, "");
    dsi_field field;

    ck_assert_int_eq(result.status, 0);
    join_lines(result.output);
    for (size_t i = 0; dsi_message_field(message, i, &field); i++) {
        char entry[1024];

        write_entry(message, i, &field, entry);
        ck_assert_msg(strstr(result.output, entry) != NULL, "no '%s' in %s", entry,
                      result.output);
    }
    run_free(&result);
}
END_TEST

static const char *const commands[] = {"encode", "decode", "validate", "generate"};

/* The help of every command and message fits the width of a terminal. */
START_TEST(help_is_narrow)
{
    const char *message = dsi_message_name(dsi_message_at((size_t)_i));

    for (size_t i = 0; i < COUNT(commands); i++) {
        const char *const arguments[] = {commands[i], message, "--help", NULL};
        run_result result = run(arguments, "");

        for (const char *line = result.output; *line != '\0';) {
            size_t length = strcspn(line, "\n");

            ck_assert_msg(length <= 80, "%s: %.*s", message, (int)length, line);
            line += length + 1;
        }
        run_free(&result);
    }
}
END_TEST

typedef struct listed_row {
    const char *option;
    const char *command;
    const char *message;
    bool listed;
} listed_row;

static const listed_row listed_rows[] = {
    {"--status N", "decode", "start-response", true},
    {"--status N", "decode", "start-request", false},
    {"--header 'NAME: VALUE'", "decode", "get-response", true},
    {"--header 'NAME: VALUE'", "decode", "get-request", false},
    {"--stream ", "decode", "get-response", true},
    {"--stream ", "decode", "start-response", false},
    {"--stream ", "decode", "--help", true},
    {"--level ", "validate", "get-request", true},
    {"--introspection-id ", "decode", "start-response", false},
    {"Fields", "generate", "start-request", false},
    {"Fields", "encode", "--help", false},
};

/* The help of a message lists only the options that it accepts. */
START_TEST(help_lists_accepted_options)
{
    const listed_row *row = &listed_rows[_i];
    const char *const arguments[] = {row->command, row->message, "--help", NULL};
    run_result result = run(arguments, "");
    const char *use = strstr(result.output, "\nUsage:");

    ck_assert_ptr_nonnull(use);
    ck_assert_msg((strstr(use, row->option) != NULL) == row->listed, "%s: %s",
                  row->option, use);
    run_free(&result);
}
END_TEST

SUITE(fields)
{
    Suite *suite = suite_create("tool/fields");

    add_rows(suite, "each is set", each_is_set, message_count());
    add_rows(suite, "those of others are refused", those_of_others_are_refused,
             message_count());
    add_rows(suite, "messages are listed", messages_are_listed, COUNT(wrong_lines));
    add_rows(suite, "help describes each", help_describes_each, message_count());
    add_rows(suite, "help is narrow", help_is_narrow, message_count());
    add_rows(suite, "help lists accepted options", help_lists_accepted_options,
             COUNT(listed_rows));
    return suite;
}
