/* bench/json.c - writes the measurements as JSON, with yajl_gen. */
#include <stdlib.h>
#include <yajl/yajl_gen.h>

#include "report.h"

struct bench_json {
    yajl_gen generator;
};

/* ----------------------------------------------------------------------- values */

static void json_text(yajl_gen generator, const char *text)
{
    if (text == NULL) {
        yajl_gen_null(generator);
    } else {
        yajl_gen_string(generator, (const unsigned char *)text, strlen(text));
    }
}

static void json_text_member(yajl_gen generator, const char *name, const char *text)
{
    json_text(generator, name);
    json_text(generator, text);
}

static void json_count_member(yajl_gen generator, const char *name, uint64_t count)
{
    json_text(generator, name);
    yajl_gen_integer(generator, (long long)count);
}

/* yajl would write a double with seventeen digits. */
static void json_number_member(yajl_gen generator, const char *name, double number)
{
    char digits[64];
    int length = snprintf(digits, sizeof digits, "%.4f", number);

    json_text(generator, name);
    yajl_gen_number(generator, digits, (size_t)length);
}

/* ------------------------------------------------------------------------- jobs */

static const char *json_standing(bench_standing standing)
{
    static const char *const names[] = {"timed", "timed once", "refuses the input",
                                        "takes no chunks"};

    return names[standing];
}

static void json_measured(yajl_gen generator, const bench_outcome *outcome,
                          const bench_entry *entry)
{
    double baseline = bench_baseline(outcome);

    json_number_member(generator, "best_ns", entry->best);
    json_number_member(generator, "median_ns", entry->median);
    if (bench_has_speed(outcome->job)) {
        json_number_member(generator, "mb_per_s",
                           (double)outcome->bytes * 1000 / entry->best);
    }
    if (baseline > 0) {
        json_number_member(generator, "ratio", entry->best / baseline);
    }
    if (entry->standing == BENCH_TIMED) {
        json_count_member(generator, "cold_ns", entry->cold.nanoseconds);
        json_count_member(generator, "rss_before_kib", entry->cold.rss_before);
        json_count_member(generator, "rss_kib", entry->cold.rss);
        json_count_member(generator, "allocations", entry->heap.calls);
        json_count_member(generator, "peak_heap_bytes", entry->heap.peak);
        json_count_member(generator, "own_room_bytes", entry->room);
    }
}

static void json_entry(yajl_gen generator, const bench_outcome *outcome,
                       const bench_entry *entry)
{
    yajl_gen_map_open(generator);
    json_text_member(generator, "name", entry->contestant->name);
    json_text_member(generator, "note", entry->contestant->note);
    json_text_member(generator, "standing", json_standing(entry->standing));
    if (entry->standing == BENCH_TIMED || entry->standing == BENCH_TIMED_ONCE) {
        json_measured(generator, outcome, entry);
    }
    yajl_gen_map_close(generator);
}

void bench_json_job(bench_json *json, const bench_outcome *outcome)
{
    yajl_gen generator = json->generator;

    yajl_gen_map_open(generator);
    json_text_member(generator, "job", outcome->job->name);
    json_count_member(generator, "bytes", outcome->bytes);
    json_count_member(generator, "chunk", outcome->job->chunk);
    json_text(generator, "contestants");
    yajl_gen_array_open(generator);
    for (size_t i = 0; i < outcome->count; i++) {
        json_entry(generator, outcome, &outcome->entries[i]);
    }
    yajl_gen_array_close(generator);
    yajl_gen_map_close(generator);
}

/* ---------------------------------------------------------------- begin and end */

bench_json *bench_json_begin(size_t rounds)
{
    bench_json *json = malloc(sizeof *json);
    yajl_gen generator = yajl_gen_alloc(NULL);

    if (json == NULL || generator == NULL) {
        free(json);
        return NULL;
    }
    json->generator = generator;
    yajl_gen_config(generator, yajl_gen_beautify, 1);
    yajl_gen_map_open(generator);
    json_text_member(generator, "dsi", dsi_version());
    json_text_member(generator, "compiler", __VERSION__);
    json_count_member(generator, "rounds", rounds);
    json_text(generator, "missing");
    yajl_gen_array_open(generator);
    for (size_t i = 0; bench_missing[i] != NULL; i++) {
        json_text(generator, bench_missing[i]);
    }
    yajl_gen_array_close(generator);
    json_text(generator, "jobs");
    yajl_gen_array_open(generator);
    return json;
}

static bool json_write(yajl_gen generator, const char *name)
{
    const unsigned char *bytes;
    size_t length;
    FILE *file = fopen(name, "wb");
    bool good = file != NULL &&
                yajl_gen_get_buf(generator, &bytes, &length) == yajl_gen_status_ok &&
                fwrite(bytes, 1, length, file) == length;

    return file != NULL && fclose(file) == 0 && good;
}

bool bench_json_end(bench_json *json, const char *name)
{
    bool good;

    yajl_gen_array_close(json->generator);
    yajl_gen_map_close(json->generator);
    good = name == NULL || json_write(json->generator, name);
    yajl_gen_free(json->generator);
    free(json);
    if (!good) {
        fprintf(stderr, "dsi_bench: %s cannot be written\n", name);
    }
    return good;
}
