/*
 * bench/inputs.c - makes the inputs of all jobs but Get's answers.
 *
 * Each one is written by dsi from a struct, so its correct result is known.
 */
#include <stdio.h>

#include "jobs.h"

#define INPUTS_CLUSTER "arn:aws:rds:us-east-1:123456789012:cluster:"
#define INPUTS_SECRET "arn:aws:secretsmanager:us-east-1:123456789012:secret:"
#define INPUTS_ARN_MAX 2048
#define INPUTS_ROOM 65536u

/* --------------------------------------------------------------------- requests */

/* `text`, made `length` bytes long by repeating `fill`. NULL if memory is missing. */
static const char *inputs_pad(bench_arena *arena, const char *text, size_t length,
                              char fill)
{
    size_t given = strlen(text);
    char *padded = bench_arena_take(arena, (length > given ? length : given) + 1);

    if (padded == NULL) {
        return NULL;
    }
    memcpy(padded, text, given + 1);
    if (length > given) {
        memset(padded + given, fill, length - given);
        padded[length] = '\0';
    }
    return padded;
}

static const char *inputs_database(bench_variant variant)
{
    return variant == BENCH_CJK ? "受注データベース・東京🚀📦🗼" : "orders_1";
}

static const dsi_start_request *inputs_request(const bench_job *job, bench_arena *arena)
{
    size_t arn = job->size > INPUTS_ARN_MAX ? INPUTS_ARN_MAX : 0;
    dsi_rds_data_api_config *config = bench_arena_take(arena, sizeof *config);
    dsi_start_request *request = bench_arena_take(arena, sizeof *request);

    if (config == NULL || request == NULL) {
        return NULL;
    }
    config->resource_arn = dsi_str(
        inputs_pad(arena, INPUTS_CLUSTER "orders-cluster", arn, 'x'));
    config->secret_arn = dsi_str(
        inputs_pad(arena, INPUTS_SECRET "rds/orders-cluster-AbCdEf", arn, 'x'));
    config->database_name = dsi_str(inputs_database(job->variant));
    request->rds_data_api_config = config;
    return request;
}

static bool inputs_write_request(const dsi_start_request *request,
                                 bench_variant variant, bench_text *body)
{
    dsi_encode_options options = {.pretty = variant == BENCH_PRETTY};
    bench_text plain = {.data = NULL};
    dsi_sink sink = bench_text_sink(variant == BENCH_ESCAPES ? &plain : body);
    bool good = dsi_start_request_write(request, &sink, &options, NULL);

    if (good && variant == BENCH_ESCAPES) {
        good = bench_escape(body, bench_text_string(&plain), variant);
    }
    bench_text_free(&plain);
    return good;
}

bool bench_make_request(const bench_job *job, bench_made *made)
{
    if (!bench_arena_open(&made->arena, INPUTS_ROOM)) {
        return false;
    }
    made->input.request = inputs_request(job, &made->arena);
    made->input.matches = true;
    return made->input.request != NULL &&
           inputs_write_request(made->input.request, job->variant, &made->body) &&
           (job->variant != BENCH_PLAIN || job->size != 215 ||
            made->body.length == 215);
}

/* -------------------------------------------------------------- Start's answers */

static bool inputs_write_start(const dsi_start_answer *answer, bench_made *made)
{
    dsi_sink sink = bench_text_sink(&made->body);

    made->input.start = answer;
    return dsi_start_answer_write(answer, &sink, NULL, NULL);
}

static dsi_start_answer *inputs_start(bench_arena *arena, dsi_string detail)
{
    dsi_start_answer *answer = bench_arena_take(arena, sizeof *answer);

    if (answer != NULL) {
        *answer = (dsi_start_answer){.kind = DSI_OUTPUT, .status = 200};
        answer->output.introspection_id = dsi_str("a1234567-8910-abcd-efgh-identifier");
        answer->output.introspection_status.value = DSI_STATUS_FAILED;
        answer->output.introspection_status.text = dsi_str("FAILED");
        answer->output.introspection_status_detail = detail;
    }
    return answer;
}

bool bench_make_start_answer(const bench_job *job, bench_made *made)
{
    dsi_start_answer *answer;

    (void)job;
    if (!bench_arena_open(&made->arena, INPUTS_ROOM)) {
        return false;
    }
    answer = inputs_start(&made->arena, dsi_str("The cluster is paused; try again."));
    return answer != NULL && inputs_write_start(answer, made);
}

bool bench_make_long_detail(const bench_job *job, bench_made *made)
{
    const char *detail;
    dsi_start_answer *answer;

    if (!bench_arena_open(&made->arena, job->size + INPUTS_ROOM)) {
        return false;
    }
    detail = inputs_pad(&made->arena, "", job->size, 'd');
    answer = inputs_start(&made->arena, dsi_str(detail));
    made->input.limits.max_token = job->size + 2;
    return detail != NULL && answer != NULL && inputs_write_start(answer, made);
}

/* ------------------------------------------------------------------------- ARNs */

bool bench_make_arn(const bench_job *job, bench_made *made)
{
    const char *arn;

    if (!bench_arena_open(&made->arena, INPUTS_ROOM)) {
        return false;
    }
    arn = inputs_pad(&made->arena, INPUTS_CLUSTER, job->size, 'o');
    if (arn == NULL || !bench_text_add(&made->body, arn, job->size)) {
        return false;
    }
    if (job->variant == BENCH_BAD_FIRST) {
        made->body.data[0] = 'b';
    }
    if (job->variant == BENCH_BAD_LAST) {
        made->body.data[job->size - 1] = '!';
    }
    made->input.matches = job->variant == BENCH_PLAIN;
    return true;
}

/* -------------------------------------------------------------------- any input */

bool bench_make(const bench_job *job, bench_made *made)
{
    *made = (bench_made){.input = {.work = job->work, .chunk = job->chunk}};
    if (!job->make(job, made)) {
        fprintf(stderr, "dsi_bench: %s: the input cannot be made\n", job->name);
        bench_made_free(made);
        return false;
    }
    made->input.body = bench_text_string(&made->body);
    return true;
}

void bench_made_free(bench_made *made)
{
    bench_text_free(&made->body);
    bench_arena_close(&made->arena);
}
