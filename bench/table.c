/* bench/table.c - prints the measurements of a job as a table. */
#include "report.h"

void bench_table_begin(FILE *file, size_t rounds)
{
    fprintf(file, "dsi %s, %zu rounds\n", dsi_version(), rounds);
    for (size_t i = 0; bench_missing[i] != NULL; i++) {
        fprintf(file, "missing at build time: %s\n", bench_missing[i]);
    }
}

/* Prints nanoseconds, with a decimal if it means something. */
static void table_time(FILE *file, double nanoseconds)
{
    fprintf(file, nanoseconds < 1000 ? " %12.1f" : " %12.0f", nanoseconds);
}

static void table_speed(FILE *file, const bench_outcome *outcome, double nanoseconds)
{
    if (bench_has_speed(outcome->job)) {
        fprintf(file, " %8.1f", (double)outcome->bytes * 1000 / nanoseconds);
    } else {
        fprintf(file, " %8s", "-");
    }
}

static void table_memory(FILE *file, const bench_entry *entry)
{
    fprintf(file, " %12llu %8llu %11llu", (unsigned long long)entry->cold.nanoseconds,
            (unsigned long long)entry->heap.calls,
            (unsigned long long)entry->heap.peak);
    if (entry->room != 0) {
        fprintf(file, " %11zu", entry->room);
    } else {
        fprintf(file, " %11s", "-");
    }
}

static void table_measured(FILE *file, const bench_outcome *outcome,
                           const bench_entry *entry)
{
    double baseline = bench_baseline(outcome);

    table_time(file, entry->best);
    table_time(file, entry->median);
    table_speed(file, outcome, entry->best);
    fprintf(file, " %7.3f", entry->best / baseline);
    if (entry->standing == BENCH_TIMED_ONCE) {
        fprintf(file, "  run once, for it is so slow");
    } else {
        table_memory(file, entry);
    }
}

static void table_entry(FILE *file, const bench_outcome *outcome,
                        const bench_entry *entry)
{
    const bench_contestant *contestant = entry->contestant;

    fprintf(file, "  %-16s", contestant->name);
    if (entry->standing == BENCH_REFUSES) {
        fprintf(file, " refuses the input");
    } else {
        table_measured(file, outcome, entry);
    }
    if (contestant->note != NULL) {
        fprintf(file, "  (%s)", contestant->note);
    }
    fputc('\n', file);
}

static void table_left_out(FILE *file, const bench_outcome *outcome)
{
    const char *words = "  not here, for they are not fed in chunks:";

    for (size_t i = 0; i < outcome->count; i++) {
        if (outcome->entries[i].standing == BENCH_NO_CHUNKS) {
            fprintf(file, "%s %s", words, outcome->entries[i].contestant->name);
            words = ",";
        }
    }
    if (words[0] == ',') {
        fputc('\n', file);
    }
}

void bench_table_job(FILE *file, const bench_outcome *outcome)
{
    fprintf(file, "\n%s, %zu bytes\n", outcome->job->name, outcome->bytes);
    fprintf(file, "  %-16s %12s %12s %8s %7s %12s %8s %11s %11s\n", "", "best ns",
            "median ns", "MB/s", "ratio", "cold ns", "allocs", "peak heap", "own room");
    for (size_t i = 0; i < outcome->count; i++) {
        if (outcome->entries[i].standing != BENCH_NO_CHUNKS) {
            table_entry(file, outcome, &outcome->entries[i]);
        }
    }
    table_left_out(file, outcome);
    fflush(file);
}
