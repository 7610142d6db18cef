/* The walk: order of the calls, stopping, and depth that is data. */
#include "tests/schema/suites.h"

#include "schema/shapes.h"
#include "schema/walk.h"

#include <stdio.h>

/* What the visitor was called with, one word a call; it stops after `calls_left`. */
typedef struct journal {
    char text[1024];
    size_t calls;
    size_t calls_left;
} journal;

static bool log_call(journal *self, const char *call, const char *name)
{
    size_t length = strlen(self->text);

    self->calls++;
    (void)snprintf(self->text + length, sizeof self->text - length, "%s%s ", call,
                   name);
    return self->calls_left-- > 1;
}

static bool log_enter(void *context, const dsi_walk *walk)
{
    return log_call(context, "+", dsi_walk_frame(walk)->type->name);
}

static bool log_leave(void *context, const dsi_walk *walk)
{
    return log_call(context, "-", dsi_walk_frame(walk)->type->name);
}

static bool log_member(void *context, const dsi_walk *walk, bool present)
{
    return log_call(context, present ? "." : "no:", dsi_walk_frame(walk)->member->name);
}

static bool log_scalar(void *context, const dsi_walk *walk, const dsi_type *type,
                       const void *value)
{
    char path[DSI_PATH_MAX];

    ck_assert_ptr_nonnull(type);
    ck_assert_ptr_nonnull(value);
    dsi_walk_path(walk, path, sizeof path);
    return log_call(context, "=", path);
}

static const dsi_visitor logger = {
    .enter = log_enter, .leave = log_leave, .member = log_member, .scalar = log_scalar};

static const dsi_code_error_location location = {.column = {true, 0}};
static const dsi_code_error code_errors[] = {
    {.value = {"", 0}},
    {.error_type = {"PARSER_ERROR", 12}, .location = &location},
};
static const dsi_bad_request_detail detail = {.code_errors = {code_errors, 2, 0}};
static const dsi_bad_request_detail empty_detail = {.code_errors = {code_errors, 0, 0}};

typedef struct walk_row {
    const char *why;
    dsi_exception object;
    const char *calls;
} walk_row;

static const walk_row walks[] = {
    {"nothing is set",
     {.message = {NULL, 0}},
     "+BadRequestException no:message no:reason no:detail -BadRequestException "},
    {"the text of an enum decides, not its tag",
     {.reason = {DSI_REASON_CODE_ERROR, {NULL, 0}}},
     "+BadRequestException no:message no:reason no:detail -BadRequestException "},
    {"empty text is there; an unknown value, too",
     {.message = {"", 0}, .reason = {DSI_REASON_UNKNOWN, {"NEW", 3}}},
     "+BadRequestException .message =/message .reason =/reason no:detail "
     "-BadRequestException "},
    {"an empty list is there",
     {.detail = &empty_detail},
     "+BadRequestException no:message no:reason .detail +BadRequestDetail .codeErrors "
     "+CodeErrors -CodeErrors -BadRequestDetail -BadRequestException "},
    {"a list of structures",
     {.detail = &detail},
     "+BadRequestException no:message no:reason .detail +BadRequestDetail .codeErrors "
     "+CodeErrors +CodeError no:errorType .value =/detail/codeErrors/0/value "
     "no:location -CodeError +CodeError .errorType =/detail/codeErrors/1/errorType "
     "no:value .location +CodeErrorLocation no:line .column "
     "=/detail/codeErrors/1/location/column no:span -CodeErrorLocation -CodeError "
     "-CodeErrors -BadRequestDetail -BadRequestException "},
};

static dsi_walk_result run(const walk_row *row, size_t calls, journal *self)
{
    static dsi_walk walk;

    *self = (journal){.calls_left = calls};
    return dsi_walk_run(&walk, &dsi_type_exception, &row->object, &logger, self);
}

START_TEST(the_order_is_that_of_the_rows)
{
    journal whole;

    ck_assert_int_eq(run(&walks[_i], SIZE_MAX, &whole), DSI_WALK_DONE);
    ck_assert_msg(strcmp(whole.text, walks[_i].calls) == 0, "%s: %s", walks[_i].why,
                  whole.text);
}
END_TEST

START_TEST(every_call_can_stop_it)
{
    journal whole;
    journal part;

    ck_assert_int_eq(run(&walks[_i], SIZE_MAX, &whole), DSI_WALK_DONE);
    for (size_t calls = 1; calls <= whole.calls; calls++) {
        ck_assert_int_eq(run(&walks[_i], calls, &part), DSI_WALK_STOPPED);
        ck_assert_uint_eq(part.calls, calls);
        ck_assert_msg(strncmp(part.text, whole.text, strlen(part.text)) == 0,
                      "%s, %zu calls: %s", walks[_i].why, calls, part.text);
    }
}
END_TEST

/* A shape that holds itself, as the model's field types do. */
typedef struct chain {
    const struct chain *next;
} chain;

extern const dsi_type chain_type;
static const dsi_member chain_members[] = {
    {.name = "next", .name_length = 4, .offset = 0, .type = &chain_type}};
const dsi_type chain_type = {.name = "Chain",
                             .kind = DSI_KIND_STRUCT,
                             .size = sizeof(chain),
                             .members = chain_members,
                             .member_count = 1};

static bool count_enter(void *context, const dsi_walk *walk)
{
    size_t *deepest = context;

    *deepest = walk->depth > *deepest ? walk->depth : *deepest;
    return true;
}

static bool count_nothing(void *context, const dsi_walk *walk)
{
    return context != NULL && walk != NULL;
}

static bool count_member(void *context, const dsi_walk *walk, bool present)
{
    (void)present;
    return count_nothing(context, walk);
}

static dsi_walk_result run_chain(size_t length, size_t *deepest)
{
    static const dsi_visitor visitor = {
        .enter = count_enter, .leave = count_nothing, .member = count_member};
    static dsi_walk walk;
    chain links[DSI_DEPTH_MAX + 2];

    for (size_t i = 0; i < length; i++) {
        links[i].next = i + 1 < length ? &links[i + 1] : NULL;
    }
    *deepest = 0;
    return dsi_walk_run(&walk, &chain_type, links, &visitor, deepest);
}

START_TEST(depth_has_a_limit)
{
    size_t deepest;

    ck_assert_int_eq(run_chain(1, &deepest), DSI_WALK_DONE);
    ck_assert_uint_eq(deepest, 1);
    ck_assert_int_eq(run_chain(DSI_DEPTH_MAX, &deepest), DSI_WALK_DONE);
    ck_assert_uint_eq(deepest, DSI_DEPTH_MAX);
    ck_assert_int_eq(run_chain(DSI_DEPTH_MAX + 1, &deepest), DSI_WALK_TOO_DEEP);
    ck_assert_uint_eq(deepest, DSI_DEPTH_MAX);
}
END_TEST

Suite *walk_suite(void)
{
    Suite *suite = suite_create("walk");

    add_rows(suite, "order", the_order_is_that_of_the_rows, COUNT(walks));
    add_rows(suite, "stop", every_call_can_stop_it, COUNT(walks));
    add_test(suite, "depth", depth_has_a_limit);
    return suite;
}
