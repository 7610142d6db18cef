/* bench/jobs.c - the table of jobs. */
#include "jobs.h"

#define JOBS_LONG ((size_t)2 * 2048) /* both ARNs as long as they may be */
#define JOBS_4_MIB (4u << 20)
#define JOBS_KIB ((size_t)1024)
/* Models: of about 54 KB, 1.5 MB, 15 MB. */
#define JOBS_PAGE 25u
#define JOBS_LARGE 695u
#define JOBS_HUGE 6950u

static const char jobs_slow[] = "yajl-raw";

const bench_job bench_jobs[] = {
    {"start-request/compact", BENCH_DECODE_REQUEST, bench_make_request, 215, 0,
     BENCH_PLAIN, NULL},
    {"start-request/long", BENCH_DECODE_REQUEST, bench_make_request, JOBS_LONG, 0,
     BENCH_PLAIN, NULL},
    {"start-request/pretty", BENCH_DECODE_REQUEST, bench_make_request, 215, 0,
     BENCH_PRETTY, NULL},
    {"start-request/escapes", BENCH_DECODE_REQUEST, bench_make_request, 215, 0,
     BENCH_ESCAPES, NULL},
    {"start-request/cjk", BENCH_DECODE_REQUEST, bench_make_request, 215, 0, BENCH_CJK,
     NULL},

    {"start-answer", BENCH_DECODE_START, bench_make_start_answer, 0, 0, BENCH_PLAIN,
     NULL},

    {"get-answer/54k", BENCH_DECODE_GET, bench_make_get_answer, JOBS_PAGE, 0,
     BENCH_PLAIN, NULL},
    {"get-answer/1.5m", BENCH_DECODE_GET, bench_make_get_answer, JOBS_LARGE, 0,
     BENCH_PLAIN, NULL},
    {"get-answer/15m", BENCH_DECODE_GET, bench_make_get_answer, JOBS_HUGE, 0,
     BENCH_PLAIN, NULL},
    {"get-answer/cjk", BENCH_DECODE_GET, bench_make_get_answer, JOBS_LARGE, 0,
     BENCH_CJK, NULL},
    {"get-answer/escapes", BENCH_DECODE_GET, bench_make_get_answer, JOBS_LARGE, 0,
     BENCH_ALL_ESCAPES, NULL},
    {"get-answer/1.5m-by-64", BENCH_DECODE_GET, bench_make_get_answer, JOBS_LARGE, 64,
     BENCH_PLAIN, NULL},
    {"get-answer/1.5m-by-64k", BENCH_DECODE_GET, bench_make_get_answer, JOBS_LARGE,
     64 * JOBS_KIB, BENCH_PLAIN, NULL},
    {"get-answer/1.5m-by-1k", BENCH_DECODE_GET, bench_make_get_answer, JOBS_LARGE,
     JOBS_KIB, BENCH_PLAIN, NULL},
    {"get-answer/1.5m-by-16k", BENCH_DECODE_GET, bench_make_get_answer, JOBS_LARGE,
     16 * JOBS_KIB, BENCH_PLAIN, NULL},
    {"get-answer/cjk-by-16k", BENCH_DECODE_GET, bench_make_get_answer, JOBS_LARGE,
     16 * JOBS_KIB, BENCH_CJK, NULL},
    {"get-answer/escapes-by-16k", BENCH_DECODE_GET, bench_make_get_answer, JOBS_LARGE,
     16 * JOBS_KIB, BENCH_ALL_ESCAPES, NULL},

    {"string/4m", BENCH_DECODE_START, bench_make_long_detail, JOBS_4_MIB, 0,
     BENCH_PLAIN, NULL},
    {"string/4m-by-1k", BENCH_DECODE_START, bench_make_long_detail, JOBS_4_MIB,
     JOBS_KIB, BENCH_PLAIN, jobs_slow},

    {"encode-request/compact", BENCH_ENCODE_REQUEST, bench_make_request, 215, 0,
     BENCH_PLAIN, NULL},
    {"encode-request/long", BENCH_ENCODE_REQUEST, bench_make_request, JOBS_LONG, 0,
     BENCH_PLAIN, NULL},

    {"encode-answer/54k", BENCH_ENCODE_GET, bench_make_get_answer, JOBS_PAGE, 0,
     BENCH_PLAIN, NULL},

    {"validate-request/compact", BENCH_VALIDATE, bench_make_request, 215, 0,
     BENCH_PLAIN, NULL},
    {"validate-request/long", BENCH_VALIDATE, bench_make_request, JOBS_LONG, 0,
     BENCH_PLAIN, NULL},

    {"arn/70", BENCH_MATCH, bench_make_arn, 70, 0, BENCH_PLAIN, NULL},
    {"arn/70-bad-first", BENCH_MATCH, bench_make_arn, 70, 0, BENCH_BAD_FIRST, NULL},
    {"arn/70-bad-last", BENCH_MATCH, bench_make_arn, 70, 0, BENCH_BAD_LAST, NULL},
    {"arn/2048", BENCH_MATCH, bench_make_arn, 2048, 0, BENCH_PLAIN, NULL},
    {"arn/2048-bad-first", BENCH_MATCH, bench_make_arn, 2048, 0, BENCH_BAD_FIRST, NULL},
    {"arn/2048-bad-last", BENCH_MATCH, bench_make_arn, 2048, 0, BENCH_BAD_LAST, NULL},
    {NULL, BENCH_MATCH, NULL, 0, 0, BENCH_PLAIN, NULL},
};
