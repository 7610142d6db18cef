/* dsi arn: the parts of each ARN, or what is wrong and where. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "caret.h"
#include "commands.h"
#include "report.h"

/* What is kept of a line: no ARN that a service knows is longer. */
#define ARN_LINE_MAX 65536

static void arn_print(const dsi_arn *arn)
{
    const dsi_string parts[] = {arn->partition, arn->service, arn->region, arn->account,
                                arn->resource};

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        printf("%-9s  ", dsi_arn_part_name((dsi_arn_part)(DSI_ARN_PARTITION + i)));
        caret_print_text(stdout, parts[i]);
        putchar('\n');
    }
}

static void arn_print_fault(dsi_string text, const dsi_arn_mismatch *fault)
{
    const char *part = dsi_arn_part_name(fault->part);

    caret_print(stdout, text, fault->offset, part);
    printf("message    %s, byte %zu: %s\n", part, fault->offset, fault->rule);
}

/* What is told of the ARNs so far. */
typedef struct arn_report {
    const tool_options *options;
    size_t told;
    tool_exit status;
} arn_report;

/* A blank line stands between the texts of two ARNs. */
static void arn_next(arn_report *report)
{
    if (!report->options->json && report->told > 0) {
        putchar('\n');
    }
    report->told++;
}

static void arn_tell_fault(arn_report *report, dsi_string text,
                           const dsi_arn_mismatch *fault)
{
    report->status = TOOL_VIOLATIONS;
    if (report->options->json) {
        report_arn_mismatch(fault);
    } else {
        arn_print_fault(text, fault);
    }
}

static void arn_tell(arn_report *report, dsi_string text)
{
    dsi_arn arn;
    dsi_arn_mismatch fault;

    arn_next(report);
    if (!dsi_arn_parse(text, (dsi_arn_kind)report->options->kind,
                       (dsi_level)report->options->level, &arn, &fault)) {
        arn_tell_fault(report, text, &fault);
    } else if (report->options->json) {
        report_arn(&arn);
    } else {
        arn_print(&arn);
    }
}

static void arn_tell_operands(arn_report *report)
{
    for (size_t i = 0; i < report->options->operand_count; i++) {
        arn_tell(report, dsi_str(report->options->operands[i]));
    }
}

/*
 * Reads a line of any length; what is beyond ARN_LINE_MAX is only counted in `length`.
 * False at the end of the input.
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

static void arn_tell_line(arn_report *report, const char *line, size_t length)
{
    static const dsi_arn_mismatch too_long = {
        .part = DSI_ARN_RESOURCE,
        .offset = ARN_LINE_MAX,
        .rule = "a line has at most 65,536 bytes"};
    dsi_string text = {.data = line, .length = length};

    if (length > ARN_LINE_MAX) {
        text.length = ARN_LINE_MAX;
        arn_next(report);
        arn_tell_fault(report, text, &too_long);
        return;
    }
    if (length > 0 && line[length - 1] == '\r') { /* a file of another system */
        text.length--;
    }
    arn_tell(report, text);
}

/* Each line is answered before the next is read: another program can be waiting. */
static void arn_tell_lines(arn_report *report)
{
    static char line[ARN_LINE_MAX];
    size_t length;

    while (ferror(stdout) == 0 && arn_read_line(line, &length)) {
        arn_tell_line(report, line, length);
        fflush(stdout);
    }
    if (ferror(stdin) != 0) {
        tool_complain("standard input", strerror(errno));
        report->status = TOOL_FILE;
    }
}

tool_exit arn_run(const tool_options *options)
{
    arn_report report = {.options = options, .status = TOOL_DONE};

    if (options->operand_count > 0) {
        arn_tell_operands(&report);
    } else {
        arn_tell_lines(&report);
    }
    return report.status;
}
