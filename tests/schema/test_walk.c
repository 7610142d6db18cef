/* The walk: the order of its calls, a stop at each of them, and the limit of depth. */
#include "tests/schema/recorder.h"
#include "tests/support.h"

#include "schema/operation.h"
#include "schema/service_error.h"
#include "schema/shared.h"

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
    {"every member is absent",
     {.message = {NULL, 0}},
     "+BadRequestException no:message no:reason no:detail -BadRequestException "},
    {"the text of an enum decides, not its tag",
     {.reason = {DSI_REASON_CODE_ERROR, {NULL, 0}}},
     "+BadRequestException no:message no:reason no:detail -BadRequestException "},
    {"empty text is present, and so is an unknown value",
     {.message = {"", 0}, .reason = {DSI_REASON_UNKNOWN, {"NEW", 3}}},
     "+BadRequestException .message =/message .reason =/reason no:detail "
     "-BadRequestException "},
    {"an empty list is present",
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

static dsi_walk_result run(const walk_row *row, size_t calls, recorder *self)
{
    static dsi_frame frames[DSI_DEPTH_MAX];
    dsi_walk walk = {.frames = frames, .capacity = DSI_DEPTH_MAX};

    *self = (recorder){.calls_left = calls};
    return dsi_walk_run(&walk, &dsi_shape_exception, &row->object, &recorder_visitor,
                        self);
}

START_TEST(the_order_is_that_of_the_rows)
{
    recorder whole;

    ck_assert_int_eq(run(&walks[_i], SIZE_MAX, &whole), DSI_WALK_DONE);
    ck_assert_msg(strcmp(whole.text, walks[_i].calls) == 0, "%s: %s", walks[_i].why,
                  whole.text);
}
END_TEST

START_TEST(every_call_can_stop_the_walk)
{
    recorder whole;
    recorder part;

    ck_assert_int_eq(run(&walks[_i], SIZE_MAX, &whole), DSI_WALK_DONE);
    for (size_t calls = 1; calls <= whole.calls; calls++) {
        ck_assert_int_eq(run(&walks[_i], calls, &part), DSI_WALK_STOPPED);
        ck_assert_uint_eq(part.calls, calls);
        ck_assert_msg(strncmp(part.text, whole.text, strlen(part.text)) == 0,
                      "%s, %zu calls: %s", walks[_i].why, calls, part.text);
    }
}
END_TEST

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

#define ABOVE_TYPES 3 /* the model, its fields, a field */

/* Only a field's type can hold itself. Walks `count` of them, each inside the last. */
static dsi_walk_result run_types(size_t count, size_t *deepest)
{
    static const dsi_visitor visitor = {
        .enter = count_enter, .leave = count_nothing, .member = count_member};
    static dsi_frame frames[DSI_DEPTH_MAX];
    dsi_walk walk = {.frames = frames, .capacity = DSI_DEPTH_MAX};
    dsi_model_field_type types[DSI_DEPTH_MAX] = {{.type = NULL}};
    const dsi_model_field field = {.type = types};
    const dsi_model model = {.fields = {&field, 1, 0}};

    for (size_t i = 0; i + 1 < count; i++) {
        types[i].type = &types[i + 1];
    }
    *deepest = 0;
    return dsi_walk_run(&walk, &dsi_shape_model, &model, &visitor, deepest);
}

START_TEST(the_walk_stops_at_its_deepest_level)
{
    const size_t most = DSI_DEPTH_MAX - ABOVE_TYPES;
    size_t deepest;

    ck_assert_int_eq(run_types(1, &deepest), DSI_WALK_DONE);
    ck_assert_uint_eq(deepest, ABOVE_TYPES + 1);
    ck_assert_int_eq(run_types(most, &deepest), DSI_WALK_DONE);
    ck_assert_uint_eq(deepest, DSI_DEPTH_MAX);
    ck_assert_int_eq(run_types(most + 1, &deepest), DSI_WALK_TOO_DEEP);
    ck_assert_uint_eq(deepest, DSI_DEPTH_MAX);
}
END_TEST

SUITE(walk)
{
    Suite *suite = suite_create("walk");

    add_rows(suite, "order", the_order_is_that_of_the_rows, COUNT(walks));
    add_rows(suite, "stop", every_call_can_stop_the_walk, COUNT(walks));
    add_test(suite, "depth", the_walk_stops_at_its_deepest_level);
    return suite;
}
