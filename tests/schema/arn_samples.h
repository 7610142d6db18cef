/*
 * tests/schema/arn_samples.h - ARNs with the verdict of each level: documented examples
 * of each partition, and texts that differ from them in one point.
 */
#ifndef DSI_TESTS_SCHEMA_ARN_SAMPLES_H
#define DSI_TESTS_SCHEMA_ARN_SAMPLES_H

#include <dsi/arn.h>

typedef enum verdict { VERDICT_NO, VERDICT_YES, VERDICT_EITHER } verdict;

typedef struct arn_sample {
    const char *why;
    dsi_arn_kind kind;
    dsi_string text;
    bool model;
    verdict documented;
} arn_sample;

extern const arn_sample arn_samples[];
extern const size_t arn_sample_count;

#endif
