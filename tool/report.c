/*
 * tool/report.c - writes reports with yajl_gen, straight to stdout.
 *
 * yajl_gen cannot fail here: its output function never stops, the depth is known, and
 * every text is UTF-8. What stdout does not take, main_end reports.
 */
#include "report.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include <yajl/yajl_gen.h>

#include "base64.h"
#include "caret.h"
#include "tool.h"

static void report_print(void *context, const char *text, size_t length)
{
    (void)context;
    (void)tool_write(text, length);
}

/* Without memory for a report there is no way left to report anything. */
static void *report_expect(void *memory)
{
    if (memory == NULL) {
        abort();
    }
    return memory;
}

static yajl_gen report_begin(void)
{
    yajl_gen report = report_expect(yajl_gen_alloc(NULL));

    yajl_gen_config(report, yajl_gen_print_callback, report_print, NULL);
    yajl_gen_map_open(report);
    return report;
}

static void report_end(yajl_gen report)
{
    yajl_gen_map_close(report);
    yajl_gen_free(report);
    (void)tool_write("\n", 1);
}

/* yajl_gen does not check UTF-8. Every text that comes here is UTF-8. */
static void report_text(yajl_gen report, dsi_string text)
{
    yajl_gen_string(report, (const unsigned char *)text.data, text.length);
}

static void report_member(yajl_gen report, const char *name, const char *value)
{
    report_text(report, dsi_str(name));
    report_text(report, dsi_str(value));
}

static void report_ok(yajl_gen report, bool ok)
{
    report_text(report, dsi_str("ok"));
    yajl_gen_bool(report, ok);
}

/* yajl's integers are signed, so an offset is written as digits. */
static void report_offset(yajl_gen report, uint64_t offset)
{
    char digits[24];
    int length = snprintf(digits, sizeof digits, "%" PRIu64, offset);

    report_text(report, dsi_str("offset"));
    yajl_gen_number(report, digits, (size_t)length);
}

/* A file's name need not be UTF-8, so it is written as it is shown. */
static void report_file(yajl_gen report, const char *file)
{
    char *shown = NULL;
    size_t length = 0;
    FILE *text;

    if (file == NULL) {
        return;
    }
    text = report_expect(open_memstream(&shown, &length));
    caret_print_name(text, dsi_str(file));
    fclose(text);
    report_member(report, "file", report_expect(shown));
    free(shown);
}

void report_error(const char *file, const dsi_error *error, const char *words)
{
    yajl_gen report = report_begin();

    report_file(report, file);
    report_ok(report, false);
    report_member(report, "code", dsi_code_name(error->code));
    report_offset(report, error->offset);
    report_member(report, "path", error->path);
    report_member(report, "message", words);
    report_end(report);
}

/* -------------------------------------------------------------------- validation */

static size_t report_count(const validate_report *found)
{
    return found->violations->count + (found->strict ? found->unknown->count : 0);
}

/* The words of the violation at `index`; the unknown members come last. */
static void report_print_words(FILE *out, const validate_report *found, size_t index)
{
    size_t count = found->violations->count;
    char words[DSI_VIOLATION_TEXT_MAX];

    if (index >= count) {
        unknown_print(out, found->unknown, index - count, false);
        return;
    }
    dsi_violation_describe(&found->violations->items[index], words, sizeof words);
    fputs(words, out);
}

/* Adds what was printed to `text`, and releases it. */
static void report_printed(yajl_gen report, FILE *text, char **bytes, size_t *length)
{
    fclose(text);
    report_text(report, (dsi_string){.data = report_expect(*bytes), .length = *length});
    free(*bytes);
}

/* All words in one text, as dsi_violations_describe writes them. */
static void report_summary(yajl_gen report, const validate_report *found)
{
    size_t count = report_count(found);
    char *bytes = NULL;
    size_t length = 0;
    FILE *text = report_expect(open_memstream(&bytes, &length));

    fprintf(text, "%zu validation error%s detected.", count, count == 1 ? "" : "s");
    for (size_t i = 0; i < count; i++) {
        fputs(i == 0 ? " " : "; ", text);
        report_print_words(text, found, i);
    }
    report_text(report, dsi_str("message"));
    report_printed(report, text, &bytes, &length);
}

static void report_unknown_path(yajl_gen report, const unknown_list *unknown,
                                size_t index)
{
    report_text(report, dsi_str("path"));
    report_text(report, unknown_path(unknown, index));
}

static void report_violation(yajl_gen report, const validate_report *found,
                             size_t index)
{
    size_t count = found->violations->count;
    char *bytes = NULL;
    size_t length = 0;
    FILE *text = report_expect(open_memstream(&bytes, &length));

    report_print_words(text, found, index);
    yajl_gen_map_open(report);
    report_text(report, dsi_str("message"));
    report_printed(report, text, &bytes, &length);
    if (index < count) {
        report_member(report, "path", found->violations->items[index].path);
    } else {
        report_unknown_path(report, found->unknown, index - count);
    }
    yajl_gen_map_close(report);
}

static void report_unknown(yajl_gen report, const unknown_list *unknown)
{
    if (unknown->count == 0) {
        return;
    }
    report_text(report, dsi_str("unknown"));
    yajl_gen_array_open(report);
    for (size_t i = 0; i < unknown->count; i++) {
        const char *suggestion = unknown->items[i].suggestion;

        yajl_gen_map_open(report);
        report_unknown_path(report, unknown, i);
        if (suggestion[0] != '\0') {
            report_member(report, "suggestion", suggestion);
        }
        yajl_gen_map_close(report);
    }
    yajl_gen_array_close(report);
    if (unknown->more > 0) {
        report_text(report, dsi_str("moreUnknown"));
        yajl_gen_integer(report, (long long)unknown->more);
    }
}

void report_violations(const validate_report *found)
{
    yajl_gen report = report_begin();

    report_file(report, found->file);
    report_summary(report, found);
    report_text(report, dsi_str("fieldList"));
    yajl_gen_array_open(report);
    for (size_t i = 0; i < report_count(found); i++) {
        report_violation(report, found, i);
    }
    yajl_gen_array_close(report);
    report_unknown(report, found->unknown);
    report_end(report);
}

/* ------------------------------------------------------------- ARNs and vectors */

void report_arn(const dsi_arn *arn)
{
    const dsi_string parts[] = {arn->partition, arn->service, arn->region, arn->account,
                                arn->resource};
    yajl_gen report = report_begin();

    report_ok(report, true);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        dsi_arn_part part = (dsi_arn_part)(DSI_ARN_PARTITION + i);

        report_text(report, dsi_str(dsi_arn_part_name(part)));
        report_text(report, parts[i]);
    }
    report_end(report);
}

void report_arn_mismatch(const dsi_arn_mismatch *mismatch)
{
    yajl_gen report = report_begin();

    report_ok(report, false);
    report_offset(report, mismatch->offset);
    report_member(report, "part", dsi_arn_part_name(mismatch->part));
    report_member(report, "message", mismatch->rule);
    report_end(report);
}

/* A vector can be any bytes, which JSON cannot hold, so they are base64. */
void report_vector(const char *message, const dsi_vector *vector)
{
    static char text[BASE64_SIZE(DSI_VECTOR_MAX)];
    yajl_gen report = report_begin();

    base64_write(vector->bytes, text);
    report_member(report, "message", message);
    report_member(report, "verdict", vector->code == DSI_OK ? "ok" : "error");
    if (vector->code != DSI_OK) {
        report_member(report, "code", dsi_code_name(vector->code));
        report_member(report, "path", vector->path);
        report_member(report, "why", vector->why);
    }
    report_member(report, "bytes", text);
    report_end(report);
}
