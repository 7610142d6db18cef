/* dsi arn: the parts of each ARN, or what is wrong and where. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "caret.h"
#include "commands.h"
#include "report.h"

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

static void arn_print_fault(dsi_string text, const dsi_arn_fault *fault)
{
    const char *part = dsi_arn_part_name(fault->part);

    caret_print(stdout, text, fault->offset, part);
    printf("message    %s, byte %zu: %s\n", part, fault->offset, fault->rule);
}

/* Returns whether the text is an ARN. */
static bool arn_tell(const tool_options *options, dsi_string text)
{
    dsi_arn arn;
    dsi_arn_fault fault;
    bool good = dsi_arn_parse(text, (dsi_arn_kind)options->kind,
                              (dsi_level)options->level, &arn, &fault);

    if (options->json && good) {
        report_arn(&arn);
    } else if (options->json) {
        report_arn_fault(&fault);
    } else if (good) {
        arn_print(&arn);
    } else {
        arn_print_fault(text, &fault);
    }
    return good;
}

/* Tells the ARNs one by one; a blank line stands between the texts of two. */
static void arn_tell_next(const tool_options *options, dsi_string text, size_t *told,
                          tool_exit *status)
{
    if (!options->json && (*told)++ > 0) {
        putchar('\n');
    }
    if (!arn_tell(options, text)) {
        *status = TOOL_VIOLATIONS;
    }
}

static tool_exit arn_tell_operands(const tool_options *options)
{
    tool_exit status = TOOL_DONE;
    size_t told = 0;

    for (size_t i = 0; i < options->operand_count; i++) {
        arn_tell_next(options, dsi_str(options->operands[i]), &told, &status);
    }
    return status;
}

/* Each line is answered before the next is read: another program can be waiting. */
static tool_exit arn_tell_lines(const tool_options *options)
{
    tool_exit status = TOOL_DONE;
    char *line = NULL;
    size_t capacity = 0;
    size_t told = 0;
    ssize_t length;

    while (ferror(stdout) == 0 && (length = getline(&line, &capacity, stdin)) >= 0) {
        dsi_string text = {.data = line, .length = (size_t)length};

        if (length > 0 && line[length - 1] == '\n') {
            text.length--;
        }
        arn_tell_next(options, text, &told, &status);
        fflush(stdout);
    }
    if (ferror(stdout) == 0 && !feof(stdin)) {
        tool_complain("standard input", strerror(errno));
        status = TOOL_FILE;
    }
    free(line);
    return status;
}

tool_exit arn_run(const tool_options *options)
{
    return options->operand_count > 0 ? arn_tell_operands(options)
                                      : arn_tell_lines(options);
}
