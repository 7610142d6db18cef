/*
 * tool/progress.c - one line, which is overwritten. It uses no escape sequence, so
 * every terminal can show it.
 */
#include "progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#define PROGRESS_FIRST 1.0 /* seconds until the line is shown */
#define PROGRESS_EVERY 0.2 /* seconds between two lines */
#define PROGRESS_KIB 1024.0
#define PROGRESS_MIB 1048576.0
#define PROGRESS_AMOUNT_MAX 40

static double progress_seconds(const tool_progress *progress)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - progress->start.tv_sec) +
           (double)(now.tv_nsec - progress->start.tv_nsec) / 1e9;
}

void progress_begin(tool_progress *progress, int descriptor)
{
    *progress = (tool_progress){.wanted = isatty(STDERR_FILENO) == 1 &&
                                          isatty(descriptor) == 0};
    clock_gettime(CLOCK_MONOTONIC, &progress->start);
}

/* Writes a number of bytes, in KiB if it is below one MiB. */
static void progress_write_amount(char *text, double bytes)
{
    bool small = bytes < PROGRESS_MIB;

    snprintf(text, PROGRESS_AMOUNT_MAX, "%.1f %s",
             bytes / (small ? PROGRESS_KIB : PROGRESS_MIB), small ? "KiB" : "MiB");
}

/* Blanks over the line before remove what is left of it. */
static void progress_draw(tool_progress *progress, double seconds)
{
    char amount[PROGRESS_AMOUNT_MAX];
    char rate[PROGRESS_AMOUNT_MAX];
    char items[40] = "";
    int columns;

    if (progress->items > 0) {
        snprintf(items, sizeof items, ", %" PRIu64 " %s%s", progress->items,
                 progress->word, progress->items == 1 ? "" : "s");
    }
    progress_write_amount(amount, (double)progress->bytes);
    progress_write_amount(rate, (double)progress->bytes / seconds);
    columns = fprintf(stderr, "\r%s%s, %s/s", amount, items, rate) - 1;
    fprintf(stderr, "%*s",
            progress->columns > columns ? progress->columns - columns : 0, "");
    fflush(stderr);
    progress->columns = columns;
    progress->drawn = seconds;
}

void progress_add(tool_progress *progress, uint64_t bytes)
{
    double seconds;

    progress->bytes += bytes;
    if (!progress->wanted) {
        return;
    }
    seconds = progress_seconds(progress);
    if (seconds >= PROGRESS_FIRST && seconds - progress->drawn >= PROGRESS_EVERY) {
        progress_draw(progress, seconds);
    }
}

void progress_add_item(tool_progress *progress, const char *word)
{
    progress->items++;
    progress->word = word;
}

void progress_make_way(tool_progress *progress)
{
    if (progress->columns > 0 && isatty(STDOUT_FILENO) == 1) {
        progress_hide(progress);
    }
}

void progress_hide(tool_progress *progress)
{
    if (progress->columns > 0) {
        fprintf(stderr, "\r%*s\r", progress->columns, "");
        fflush(stderr);
        progress->columns = 0;
    }
}
