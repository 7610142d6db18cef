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

void report_error(const dsi_error *error, const char *words)
{
    yajl_gen report = report_begin();

    report_ok(report, false);
    report_member(report, "code", dsi_code_name(error->code));
    report_offset(report, error->offset);
    report_member(report, "path", error->path);
    report_member(report, "message", words);
    report_end(report);
}

static void report_violation(yajl_gen report, const dsi_violation *violation)
{
    char words[DSI_VIOLATION_TEXT_MAX];

    dsi_violation_describe(violation, words, sizeof words);
    yajl_gen_map_open(report);
    report_member(report, "message", words);
    report_member(report, "path", violation->path);
    yajl_gen_map_close(report);
}

/* One more text than violations: the words before the list need room as well. */
void report_violations(const dsi_violations *violations)
{
    yajl_gen report = report_begin();
    size_t size = (violations->count + 1) * DSI_VIOLATION_TEXT_MAX;
    char *words = report_expect(malloc(size));

    dsi_violations_describe(violations, words, size);
    report_member(report, "message", words);
    free(words);
    report_text(report, dsi_str("fieldList"));
    yajl_gen_array_open(report);
    for (size_t i = 0; i < violations->count; i++) {
        report_violation(report, &violations->items[i]);
    }
    yajl_gen_array_close(report);
    report_end(report);
}

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
