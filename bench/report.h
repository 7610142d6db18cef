/* The measurements, as tables for people and as JSON for programs. */
#ifndef BENCH_REPORT_H
#define BENCH_REPORT_H

#include <stdio.h>

#include "measure.h"

/* Says which peers were not found at build time. */
void bench_table_begin(FILE *file, size_t rounds);
void bench_table_job(FILE *file, const bench_outcome *outcome);

/* JSON, job by job. */
typedef struct bench_json bench_json;

bench_json *bench_json_begin(size_t rounds);
void bench_json_job(bench_json *json, const bench_outcome *outcome);

/*
 * Writes the JSON to the file with this name, unless the name is NULL, and frees it.
 * Returns false and says so if that fails.
 */
bool bench_json_end(bench_json *json, const char *name);

#endif
