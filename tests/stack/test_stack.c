/*
 * The stack that the public functions take, beside what the guide promises. Each runs
 * in a thread of its own, whose stack is filled with one byte before.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support.h"

#define CLUSTER "arn:aws:rds:us-east-1:123456789012:cluster:orders"
#define SECRET "arn:aws:secretsmanager:us-east-1:123456789012:secret:orders-AbCdEf"
#define REQUEST                                                                        \
    "{\"rdsDataApiConfig\":{\"resourceArn\":\"" CLUSTER "\",\"secretArn\":\"" SECRET   \
    "\",\"databaseName\":\"orders\",\"unknown\":{}}}"
#define PAGE                                                                           \
    "{\"introspectionResult\":{\"models\":[{\"unknown\":{},\"name\":\"a\","            \
    "\"fields\":[{\"name\":\"f\",\"type\":{\"kind\":\"NonNull\",\"type\":{\"kind\":"   \
    "\"List\",\"type\":{\"name\":\"Int\"}}}}]}],\"nextToken\":\"t\"}}"

#define KIB ((size_t)1024)
#define BLOCK (640 * KIB)

static const dsi_rds_data_api_config config = {.resource_arn = DSI_STR(CLUSTER),
                                               .secret_arn = DSI_STR(SECRET),
                                               .database_name = DSI_STR("orders")};
static const dsi_start_request start = {.rds_data_api_config = &config};
static const dsi_start_request broken = {.rds_data_api_config = NULL};
static const dsi_get_request get = {.introspection_id = DSI_STR("7")};
static const dsi_received_head ok = {.status = 200};
static const dsi_received_head busy = {.status = 503};
static const dsi_get_answer *page; /* in `kept` */
static unsigned char kept[BLOCK];
static unsigned char block[BLOCK];
static char text[4096];

static bool pass(void *context, const char *bytes, size_t length)
{
    (void)context;
    (void)bytes;
    (void)length;
    return true;
}

static bool take(void *context, const dsi_model *model)
{
    (void)context;
    (void)model;
    return true;
}

static const dsi_sink sink = {.write = pass};

static void nothing(void)
{
}

static void start_encode(void)
{
    ck_assert_uint_gt(dsi_start_request_encode(&start, text, sizeof text, NULL), 0);
}

static void start_write(void)
{
    ck_assert(dsi_start_request_write(&start, &sink, NULL, NULL));
}

static void validate(const dsi_start_request *request, dsi_level level)
{
    static dsi_violation found[DSI_VIOLATIONS_MAX];
    dsi_violations report = {
        .items = found, .capacity = DSI_VIOLATIONS_MAX, .level = level};

    (void)dsi_start_request_validate(request, &report);
}

static void start_validate(void)
{
    validate(&start, DSI_LEVEL_AGREEMENT);
}

static void start_refuse(void)
{
    validate(&broken, DSI_LEVEL_MODEL);
}

static void get_encode(void)
{
    ck_assert_uint_gt(dsi_get_answer_encode(page, text, sizeof text, NULL), 0);
}

static void get_write(void)
{
    ck_assert(dsi_get_answer_write(page, &sink, NULL, NULL));
}

static void target_encode(void)
{
    ck_assert_uint_gt(dsi_get_request_target_encode(&get, text, sizeof text, NULL), 0);
}

static void start_decode(void)
{
    ck_assert_ptr_nonnull(
        dsi_start_request_decode(block, sizeof block, dsi_str(REQUEST), NULL, NULL));
}

static void get_decode(void)
{
    ck_assert_ptr_nonnull(dsi_get_answer_decode(block, sizeof block, &ok, dsi_str(PAGE),
                                                NULL, NULL, NULL));
}

static void get_stream(void)
{
    const dsi_model_sink models = {.take = take};
    dsi_decoder *decoder = dsi_get_answer_begin(block, sizeof block, &ok, &models, NULL,
                                                NULL);

    for (const char *at = PAGE; *at != '\0'; at++) {
        dsi_feed(decoder, at, 1);
    }
    ck_assert_ptr_nonnull(dsi_get_answer_finish(decoder, NULL));
}

static void error_decode(void)
{
    ck_assert_ptr_nonnull(dsi_start_answer_decode(
        block, sizeof block, &busy, dsi_str("{\"detail\":{},\"message\":\"m\"}"), NULL,
        NULL));
}

static void model_copy(void)
{
    dsi_room room = {.memory = text, .size = sizeof text};

    ck_assert_ptr_nonnull(
        dsi_model_copy(page->output.introspection_result->models.items, &room, NULL));
}

typedef struct stack_row {
    const char *name;
    void (*run)(void);
    size_t most; /* bytes */
} stack_row;

static const stack_row rows[] = {
    {"encode a Start request", start_encode, KIB},
    {"encode a request into a sink", start_write, 3 * KIB},
    {"validate a request", start_validate, KIB * 3 / 2},
    {"validate a request with violations", start_refuse, KIB * 3 / 2},
    {"encode a page", get_encode, 5 * KIB},
    {"encode a page into a sink", get_write, 7 * KIB},
    {"encode a target", target_encode, KIB},
    {"decode a Start request", start_decode, KIB},
    {"decode a page", get_decode, KIB},
    {"decode a page byte by byte", get_stream, KIB},
    {"decode a service error", error_decode, KIB},
    {"copy a model", model_copy, 6 * KIB},
};

/* ------------------------------------------------------------------- the measuring */

#define STACK (256 * KIB)
#define PAINT 0xa5

typedef struct stack_run {
    void (*run)(void);
    const unsigned char *top; /* where the stack of `run` begins */
} stack_run;

static void *call(void *context)
{
    stack_run *each = context;
    volatile unsigned char here = 0;

    each->top = (const unsigned char *)&here;
    each->run();
    return NULL;
}

/* Bytes below `top` that are not as they were painted. */
static size_t measure(void (*run)(void))
{
    static _Alignas(4096) unsigned char stack[STACK];
    stack_run each = {.run = run};
    pthread_attr_t how;
    pthread_t thread;
    size_t untouched = 0;

    memset(stack, PAINT, sizeof stack);
    ck_assert_int_eq(pthread_attr_init(&how), 0);
    ck_assert_int_eq(pthread_attr_setstack(&how, stack, sizeof stack), 0);
    ck_assert_int_eq(pthread_create(&thread, &how, call, &each), 0);
    ck_assert_int_eq(pthread_join(thread, NULL), 0);
    pthread_attr_destroy(&how);
    while (stack[untouched] == PAINT) {
        untouched++;
    }
    return (size_t)(each.top - stack) - untouched;
}

/* The first call also runs what the dynamic linker needs only once. */
START_TEST(stack)
{
    const stack_row *row = &rows[_i];
    size_t nothing_takes;
    size_t taken;

    page = dsi_get_answer_decode(kept, sizeof kept, &ok, dsi_str(PAGE), NULL, NULL,
                                 NULL);
    ck_assert_ptr_nonnull(page);
    (void)measure(row->run);
    nothing_takes = measure(nothing);
    taken = measure(row->run) - nothing_takes;
    ck_assert_msg(taken <= row->most, "to %s takes %zu bytes, not %zu", row->name,
                  taken, row->most);
    ck_assert_msg(taken > 100, "to %s takes %zu bytes?", row->name, taken);
    if (getenv("DSI_STACK_PRINT") != NULL) {
        printf("%-36s%6zu\n", row->name, taken);
    }
}
END_TEST

SUITE(stack)
{
    Suite *suite = suite_create("stack");

    add_rows(suite, "stack", stack, COUNT(rows));
    return suite;
}
