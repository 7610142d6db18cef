/*
 * tool/arn.c - dsi arn: the parts of each ARN, or where it does not match and why.
 *
 * ARNs are operands or lines of standard input. One that does not match does not stop
 * the others: the exit status says at the end that there was one.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "caret.h"
#include "commands.h"
#include "paint.h"
#include "progress.h"
#include "report.h"

/* How much of a line is kept. No ARN that a service knows is longer. */
#define ARN_LINE_MAX 65536

/* Begins a line: the name of a part, and blanks up to the values' column. */
static void arn_print_name(const char *name)
{
    paint_begin(stdout, PAINT_NAME);
    fputs(name, stdout);
    paint_end(stdout);
    printf("%*s", 11 - (int)strlen(name), "");
}

static void arn_print(const dsi_arn *arn)
{
    const dsi_string parts[] = {arn->partition, arn->service, arn->region, arn->account,
                                arn->resource};

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        arn_print_name(dsi_arn_part_name((dsi_arn_part)(DSI_ARN_PARTITION + i)));
        caret_print_text(stdout, parts[i]);
        putchar('\n');
    }
}

static void arn_print_mismatch(dsi_string text, const dsi_arn_mismatch *mismatch)
{
    const char *part = dsi_arn_part_name(mismatch->part);

    caret_print(stdout, text, mismatch->offset, part);
    arn_print_name("message");
    printf("%s, byte %zu: %s\n", part, mismatch->offset, mismatch->rule);
}

/* The output so far: how many ARNs it has, and the exit status. */
typedef struct arn_report {
    const tool_options *options;
    size_t count;
    tool_exit status;
} arn_report;

/* Prints a blank line between the texts of two ARNs. JSON has a line for each. */
static void arn_separate(arn_report *report)
{
    if (!report->options->json && report->count > 0) {
        putchar('\n');
    }
    report->count++;
}

static void arn_report_mismatch(arn_report *report, dsi_string text,
                                const dsi_arn_mismatch *mismatch)
{
    report->status = TOOL_VIOLATIONS;
    if (report->options->json) {
        report_arn_mismatch(mismatch);
    } else {
        arn_print_mismatch(text, mismatch);
    }
}

static void arn_report_text(arn_report *report, dsi_string text)
{
    dsi_arn arn;
    dsi_arn_mismatch mismatch;

    arn_separate(report);
    if (!dsi_arn_parse(text, (dsi_arn_kind)report->options->kind,
                       (dsi_level)report->options->level, &arn, &mismatch)) {
        arn_report_mismatch(report, text, &mismatch);
    } else if (report->options->json) {
        report_arn(&arn);
    } else {
        arn_print(&arn);
    }
}

static void arn_report_operands(arn_report *report)
{
    for (size_t i = 0; i < report->options->operand_count && tool_flush(); i++) {
        arn_report_text(report, dsi_str(report->options->operands[i]));
    }
}

/*
 * Reads a line of any length. The bytes beyond ARN_LINE_MAX are only counted in
 * `length`, so memory is bounded. Returns false at the end of the input.
 */
static bool arn_read_line(char *line, size_t *length)
{
    int byte = getc(stdin);

    *length = 0;
    if (byte == EOF) {
        return false;
    }
    for (; byte != EOF && byte != '\n'; byte = getc(stdin)) {
        if (*length < ARN_LINE_MAX) {
            line[*length] = (char)byte;
        }
        (*length)++;
    }
    return true;
}

/* A line that was not kept whole cannot be an ARN, so its kept part is not parsed. */
static void arn_report_line(arn_report *report, const char *line, size_t length)
{
    static const dsi_arn_mismatch too_long = {
        .part = DSI_ARN_RESOURCE,
        .offset = ARN_LINE_MAX,
        .rule = "a line has at most 65,536 bytes"};
    dsi_string text = {.data = line, .length = length};

    if (length > ARN_LINE_MAX) {
        text.length = ARN_LINE_MAX;
        arn_separate(report);
        arn_report_mismatch(report, text, &too_long);
        return;
    }
    if (length > 0 && line[length - 1] == '\r') { /* a file with CRLF line ends */
        text.length--;
    }
    arn_report_text(report, text);
}

/* Flushes after each line: a program at the other end may wait for that answer. */
static void arn_report_lines(arn_report *report)
{
    static char line[ARN_LINE_MAX];
    tool_progress progress;
    size_t length;

    progress_begin(&progress, STDIN_FILENO);
    while (arn_read_line(line, &length)) {
        progress_add_item(&progress, "ARN");
        progress_add(&progress, length + 1);
        progress_make_way(&progress);
        arn_report_line(report, line, length);
        if (!tool_flush()) {
            break;
        }
    }
    progress_hide(&progress);
    if (ferror(stdin) != 0) {
        tool_complain("standard input", strerror(errno));
        report->status = TOOL_FILE;
    }
}

tool_exit arn_run(const tool_options *options)
{
    arn_report report = {.options = options, .status = TOOL_DONE};

    if (options->operand_count > 0) {
        arn_report_operands(&report);
    } else {
        arn_report_lines(&report);
    }
    return report.status;
}
