/*
 * bench/growth.c - prints how dsi's time and memory grow with the input.
 *
 * Time must grow in proportion to the length. A streamed answer's memory must not grow
 * at all.
 */
#include "growth.h"

#include <stdio.h>

#include "measure.h"

#define GROWTH_KIB ((size_t)1024)
#define GROWTH_PAGE 25u /* models, of about 54 KB */
#define GROWTH_NESTED_BYTES 65536u

/* A row: one input, and how it is decoded. */
typedef struct growth_row {
    const char *name;
    size_t number;
    const char *contestant;
} growth_row;

static bool growth_measure(FILE *file, const growth_row *row, const bench_made *made,
                           size_t rounds)
{
    const bench_input *input = &made->input;
    const bench_contestant *contestant = bench_find_contestant(input->work,
                                                               row->contestant);
    void *state = contestant->open(input);
    double best = bench_time(contestant, input, rounds);
    size_t room;

    if (state == NULL || best <= 0) {
        fprintf(stderr, "dsi_bench: %s %zu is refused\n", row->name, row->number);
        return false;
    }
    room = contestant->room(state);
    contestant->close(state);
    fprintf(file, "  %-10zu %-9s %10zu %14.0f %9.2f %12zu %9.3f\n", row->number,
            row->contestant, input->body.length, best,
            best / (double)input->body.length, room,
            (double)room / (double)input->body.length);
    fflush(file);
    return true;
}

static void growth_head(FILE *file, const char *title, const char *number)
{
    fprintf(file, "\n%s\n  %-10s %-9s %10s %14s %9s %12s %9s\n", title, number, "",
            "bytes", "best ns", "ns/byte", "block", "/byte");
}

/* ---------------------------------------------------------- messages and models */

static bool growth_job(FILE *file, const growth_row *row, const bench_job *job,
                       size_t rounds)
{
    bench_made made;
    bool good = bench_make(job, &made);

    if (good) {
        made.input.body = bench_text_string(&made.body);
        good = growth_measure(file, row, &made, rounds);
        bench_made_free(&made);
    }
    return good;
}

/* Prints two rows: the answer is kept whole, or handed over model by model. */
static bool growth_models(FILE *file, size_t number, const bench_job *job,
                          size_t rounds)
{
    growth_row whole = {"models", number, "dsi"};
    growth_row streamed = {"models", number, "dsi-sink"};

    return growth_job(file, &whole, job, rounds) &&
           growth_job(file, &streamed, job, rounds);
}

static bool growth_of_models(FILE *file, size_t rounds)
{
    bool good = true;

    growth_head(file, "A Get answer, by its models", "models");
    for (size_t models = 1; good && models <= 8192; models *= 4) {
        bench_job job = {
            "models", BENCH_DECODE_GET, bench_make_get_answer, models, 0, BENCH_PLAIN,
            NULL};

        good = growth_models(file, models, &job, rounds);
    }
    return good;
}

static bool growth_of_tokens(FILE *file, size_t rounds)
{
    bool good = true;

    growth_head(file, "A Start answer, by its one long string", "string");
    for (size_t size = GROWTH_KIB; good && size <= 16 * GROWTH_KIB * GROWTH_KIB;
         size *= 4) {
        bench_job job = {
            "string", BENCH_DECODE_START, bench_make_long_detail, size, 0, BENCH_PLAIN,
            NULL};
        growth_row row = {"string", size, "dsi"};

        good = growth_job(file, &row, &job, rounds);
    }
    return good;
}

static bool growth_of_chunks(FILE *file, size_t rounds)
{
    bool good = true;

    growth_head(file, "A Get answer of 25 models, by the bytes fed at once", "chunk");
    for (size_t chunk = 1; good && chunk <= 64 * GROWTH_KIB; chunk *= 4) {
        bench_job job = {"chunks",
                         BENCH_DECODE_GET,
                         bench_make_get_answer,
                         GROWTH_PAGE,
                         chunk,
                         BENCH_PLAIN,
                         NULL};
        growth_row row = {"chunks", chunk, "dsi-sink"};

        good = growth_job(file, &row, &job, rounds);
    }
    return good;
}

/* ------------------------------------------------------------------------ depth */

/* The value that is nested: an unknown member's, or a type that wraps another. */
typedef struct growth_nest {
    const char *title;
    const char *head;
    const char *open;
    const char *inner;
    const char *close;
    const char *tail;
    size_t above; /* objects and arrays around it */
} growth_nest;

static const growth_nest growth_nests[] = {
    {"Unknown arrays, by their depth", "{\"unknown\":[0", "[", "0", "]", "]}", 2},
    {"Unknown objects, by their depth", "{\"unknown\":[0", "{\"a\":", "0", "}", "]}",
     2},
    {"Types that wrap types, by their depth",
     "{\"introspectionResult\":{\"models\":[{\"fields\":[null", "{\"type\":", "{}", "}",
     "]}]}}", 6},
};

static bool growth_add(bench_text *text, const char *words, size_t times)
{
    bool good = true;

    for (size_t i = 0; good && i < times; i++) {
        good = bench_text_add(text, words, strlen(words));
    }
    return good;
}

/* Repeats a value of this depth until the message has about the same length. */
static bool growth_nest_make(const growth_nest *nest, size_t depth, bench_made *made)
{
    size_t levels = depth - nest->above;
    bool good;

    *made = (bench_made){.input = {.work = BENCH_DECODE_GET}};
    made->input.limits.max_depth = DSI_MAX_DEPTH_MAX;
    good = growth_add(&made->body, nest->head, 1);
    while (good && made->body.length < GROWTH_NESTED_BYTES) {
        good = growth_add(&made->body, ",", 1) &&
               growth_add(&made->body, nest->open, levels) &&
               growth_add(&made->body, nest->inner, 1) &&
               growth_add(&made->body, nest->close, levels);
    }
    good = good && growth_add(&made->body, nest->tail, 1);
    made->input.body = bench_text_string(&made->body);
    return good;
}

static bool growth_of_depth(FILE *file, const growth_nest *nest, size_t rounds)
{
    static const size_t depths[] = {7, 8, 16, 32, 64, DSI_MAX_DEPTH_MAX};
    bool good = true;

    growth_head(file, nest->title, "depth");
    for (size_t i = 0; good && i < sizeof depths / sizeof *depths; i++) {
        growth_row row = {"depth", depths[i], "dsi-sink"};
        bench_made made;

        good = growth_nest_make(nest, depths[i], &made) &&
               growth_measure(file, &row, &made, rounds);
        bench_made_free(&made);
    }
    return good;
}

int bench_growth(FILE *file, size_t rounds)
{
    bool good = growth_of_tokens(file, rounds) && growth_of_models(file, rounds) &&
                growth_of_chunks(file, rounds);

    for (size_t i = 0; good && i < sizeof growth_nests / sizeof *growth_nests; i++) {
        good = growth_of_depth(file, &growth_nests[i], rounds);
    }
    return good ? 0 : 1;
}
