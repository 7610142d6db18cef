/*
 * Copies of messages and models: equal to the original, completely inside the room, and
 * the needed size is exact.
 */
#include <stdlib.h>
#include <string.h>

#include "codec/arena.h"
#include "codec/copy.h"
#include "schema/service_error.h"
#include "schema/shared.h"
#include "schema/walk.h"
#include "tests/codec/odd_sample.h"
#include "tests/support.h"

/* -------------------------------------------------------------------------- samples */

static const dsi_string names[] = {DSI_STR("id"), DSI_STR("")};
static const dsi_model_field_type scalar = {.kind = DSI_STR("Scalar"),
                                            .name = DSI_STR("a\0b"),
                                            .values = {.items = names, .count = 0}};
static const dsi_model_field_type non_null = {.kind = DSI_STR("NonNull"),
                                              .type = &scalar};
static const dsi_model_field fields[] = {
    {.name = DSI_STR("id"), .type = &non_null, .length = {true, INT64_MAX}},
    {.type = &non_null},
};
static const dsi_model_index primary = {.name = DSI_STR("primary"),
                                        .fields = {.items = names, .count = 2}};
static const dsi_model_index indexes[] = {{.name = DSI_STR("first")},
                                          {.name = {NULL, 0}}};
static const dsi_model sample = {.name = DSI_STR("orders"),
                                 .fields = {.items = fields, .count = 2, .dropped = 3},
                                 .primary_key = &primary,
                                 .indexes = {.items = indexes, .count = 2},
                                 .sdl = DSI_STR("type orders { id: ID! }")};
static const dsi_model models[] = {
    {.name = DSI_STR("empty")},
    {.name = DSI_STR("one"), .fields = {.items = fields, .count = 1}}};
static const dsi_introspection_result result = {.models = {.items = models, .count = 2},
                                                .next_token = DSI_STR("next")};
static const dsi_get_answer output = {
    .kind = DSI_OUTPUT,
    .status = 200,
    .request_id = DSI_STR("request"),
    .output = {.introspection_id = DSI_STR("i"),
               .introspection_status = {.value = DSI_STATUS_SUCCESS,
                                        .text = DSI_STR("SUCCESS")},
               .introspection_result = &result},
    .models_taken = 7};

static const dsi_code_error_location location = {.line = {true, 3}};
static const dsi_code_error code_errors[] = {
    {.error_type = DSI_STR("T"), .location = &location}};
static const dsi_bad_request_detail detail = {
    .code_errors = {.items = code_errors, .count = 1}};
static const dsi_get_answer failure = {
    .kind = DSI_SERVICE_ERROR,
    .status = 400,
    .error = {.status = 400,
              .fault = DSI_FAULT_CLIENT,
              .error_class = DSI_CLASS_MODELLED,
              .type = DSI_STR("BadRequestException"),
              .message = DSI_STR("m"),
              .message_is_raw = true,
              .unread = {.code = DSI_E_SYNTAX, .offset = 5},
              .retry_after_ms = {true, 9},
              .request_id = DSI_STR("r"),
              .reason = {.value = DSI_REASON_CODE_ERROR, .text = DSI_STR("CODE_ERROR")},
              .detail = &detail}};

/* ------------------------------------------------------------------------ the check */

/* The memory in which the whole copy must lie. */
typedef struct bounds {
    const char *begin;
    const char *end;
} bounds;

static void check_within(const bounds *room, const void *bytes, size_t size)
{
    const char *first = bytes;

    ck_assert(first >= room->begin && size <= (size_t)(room->end - first));
}

static bool check_enter(void *context, const dsi_walk *walk)
{
    const dsi_frame *frame = dsi_walk_frame(walk);

    if (frame->type->kind == DSI_KIND_LIST) {
        check_within(context, frame->object, frame->count * frame->type->element->size);
    } else {
        check_within(context, frame->object, frame->type->size);
        ck_assert_uint_eq((uintptr_t)frame->object % sizeof(void *), 0);
    }
    return true;
}

static bool check_leave(void *context, const dsi_walk *walk)
{
    (void)context;
    (void)walk;
    return true;
}

static bool check_member(void *context, const dsi_walk *walk, bool present)
{
    (void)present;
    return check_leave(context, walk);
}

static bool check_scalar(void *context, const dsi_walk *walk, const dsi_type *type,
                         const void *value)
{
    dsi_string text;

    (void)walk;
    if (dsi_type_is_text(type)) {
        text = dsi_type_text(type, value);
        check_within(context, text.data, text.length + 1);
        ck_assert_int_eq(text.data[text.length], '\0');
    }
    return true;
}

/* Everything that a structure points to lies in the room, and texts are terminated. */
static void check_lies_in(const dsi_type *type, const void *object, const void *memory,
                          size_t size)
{
    static const dsi_visitor visitor = {.enter = check_enter,
                                        .leave = check_leave,
                                        .member = check_member,
                                        .scalar = check_scalar};
    bounds room = {.begin = memory, .end = (const char *)memory + size};
    static dsi_frame frames[DSI_DEPTH_MAX];
    dsi_walk walk = {.frames = frames, .capacity = DSI_DEPTH_MAX};

    ck_assert_int_eq(dsi_walk_run(&walk, type, object, &visitor, &room), DSI_WALK_DONE);
}

static void check_same_json(const dsi_message *message, const void *left,
                            const void *right)
{
    static char first[8192];
    static char second[8192];

    ck_assert_uint_gt(odd_encode(message, left, true, first, sizeof first), 0);
    ck_assert_uint_gt(odd_encode(message, right, true, second, sizeof second), 0);
    ck_assert_str_eq(first, second);
}

/* ------------------------------------------------------------------------- messages */

typedef struct copy_row {
    const char *name;
    const char *message;
    const void *object;
} copy_row;

static const dsi_rds_data_api_config config = {.resource_arn = DSI_STR("r"),
                                               .database_name = DSI_STR("d")};

static const copy_row rows[] = {
    {"nothing", "start-request", &(const dsi_start_request){NULL}},
    {"a structure", "start-request", &(const dsi_start_request){&config}},
    {"an output with models", "get-response", &output},
    {"a service error", "get-response", &failure},
    {"an empty output", "start-response",
     &(const dsi_start_answer){.kind = DSI_OUTPUT, .status = 204}},
    {"an empty service error", "start-response",
     &(const dsi_start_answer){.kind = DSI_SERVICE_ERROR}},
    {"every kind in a target", "find-request", &odd_find_sample},
    {"every kind in a body", "put-request", &odd_put_sample},
};

/* The part of a message's struct that lies at `object`, and its shape. */
static const dsi_type *row_part(const copy_row *row, size_t *offset)
{
    const dsi_operation *operation = any_message_named(row->message)->operation;

    if (any_message_named(row->message)->is_request) {
        *offset = 0;
        return operation->input;
    }
    if (dsi_answer_face(row->object).kind == DSI_OUTPUT) {
        *offset = operation->answer.output;
        return operation->output;
    }
    *offset = operation->answer.error;
    return &dsi_shape_service_error;
}

static size_t needed(const copy_row *row, void *memory)
{
    dsi_room room = {.memory = memory, .size = 0};
    dsi_error error;

    ck_assert_ptr_null(
        dsi_message_copy(any_message_named(row->message), row->object, &room, &error));
    ck_assert_int_eq(error.code, DSI_E_MEMORY);
    ck_assert_uint_eq(error.limit, 0);
    ck_assert_ptr_eq(room.memory, memory);
    return (size_t)error.actual;
}

/* Copies into a room of exactly the needed size, at any alignment. */
static void check_copy(const copy_row *row, size_t shift)
{
    char *block = malloc(65536);
    char *memory = block + shift;
    size_t size = needed(row, memory);
    dsi_room room = {.memory = memory, .size = size};
    size_t offset = 0;
    const dsi_type *part = row_part(row, &offset);
    dsi_error error;
    char *copy;

    ck_assert_uint_lt(size, 65536 - shift);
    memset(block, 0xa5, 65536);
    copy = dsi_message_copy(any_message_named(row->message), row->object, &room,
                            &error);
    ck_assert_msg(copy != NULL, "%s: %s", row->name, dsi_code_name(error.code));
    ck_assert_int_eq(error.code, DSI_OK);
    ck_assert_ptr_eq(room.memory, memory + size);
    ck_assert_uint_eq(room.size, 0);
    check_lies_in(part, copy + offset, memory, size);
    check_same_json(any_message_named(row->message), row->object, copy);
    for (size_t i = size; i < 65536 - shift; i++) {
        expect(memory[i] == (char)0xa5, "%s: written at %zu", row->name, i);
    }
    free(block);
}

START_TEST(a_copy_is_whole)
{
    for (size_t shift = 0; shift < DSI_ALIGNMENT; shift++) {
        check_copy(&rows[_i], shift);
    }
    ck_assert_uint_eq(needed(&rows[_i], NULL),
                      needed(&rows[_i], &(dsi_aligned){.size = 0}));
}
END_TEST

/*
 * A smaller room is refused with the same needed size. Nothing is taken from it, and
 * nothing is written outside.
 */
START_TEST(a_room_that_is_too_small_is_refused)
{
    const copy_row *row = &rows[_i];
    size_t size = needed(row, NULL);

    for (size_t given = 0; given < size; given++) {
        char *memory = malloc(given + 1); /* so that a sanitizer sees its end */
        dsi_room room = {.memory = memory, .size = given};
        dsi_error error;

        ck_assert_ptr_null(dsi_message_copy(any_message_named(row->message),
                                            row->object, &room, &error));
        expect(error.code == DSI_E_MEMORY && error.limit == given &&
                   error.actual == size && room.memory == memory && room.size == given,
               "%s: %zu of %zu", row->name, given, size);
        ck_assert_ptr_null(dsi_message_copy(any_message_named(row->message),
                                            row->object, &room, NULL));
        free(memory);
    }
}
END_TEST

/* Members without pointers are copied, also those of an answer that no table lists. */
START_TEST(numbers_and_counts_are_copied)
{
    static dsi_aligned memory[1024];
    dsi_room room = {.memory = memory, .size = sizeof memory};
    const dsi_message *message = dsi_message_find(dsi_str("get-response"));
    const dsi_get_answer *copy = dsi_message_copy(message, &output, &room, NULL);
    const dsi_get_answer *failed = dsi_message_copy(message, &failure, &room, NULL);

    ck_assert_int_eq(copy->status, 200);
    ck_assert_str_eq(copy->request_id.data, "request");
    ck_assert_ptr_ne(copy->request_id.data, output.request_id.data);
    ck_assert_uint_eq(copy->models_taken, 7);
    ck_assert_int_eq(copy->output.introspection_status.value, DSI_STATUS_SUCCESS);
    ck_assert_int_eq(failed->error.error_class, DSI_CLASS_MODELLED);
    ck_assert_int_eq(failed->error.fault, DSI_FAULT_CLIENT);
    ck_assert(failed->error.message_is_raw);
    ck_assert_int_eq(failed->error.unread.code, DSI_E_SYNTAX);
    ck_assert_int_eq(failed->error.retry_after_ms.value, 9);
    ck_assert_int_eq(failed->error.reason.value, DSI_REASON_CODE_ERROR);
    ck_assert_int_eq(failed->error.detail->code_errors.items[0].location->line.value,
                     3);
    ck_assert_ptr_null(failed->request_id.data);
    ck_assert_uint_gt(room.size, 0);
}
END_TEST

/*
 * Only the part of an answer that its kind names is copied. The other may be garbage.
 */
START_TEST(the_other_part_of_an_answer_is_not_read)
{
    static dsi_aligned memory[1024];
    dsi_room room = {.memory = memory, .size = sizeof memory};
    dsi_start_answer answer;
    const dsi_start_answer *copy;

    memset(&answer, 0xff, sizeof answer);
    answer.kind = DSI_OUTPUT;
    answer.request_id = dsi_str(NULL);
    answer.output = (dsi_start_response){.introspection_id = DSI_STR("i")};
    copy = dsi_message_copy(dsi_message_find(dsi_str("start-response")), &answer, &room,
                            NULL);
    ck_assert_ptr_null(copy->error.message.data);
    ck_assert_int_eq(copy->error.status, 0);
}
END_TEST

START_TEST(missing_or_invalid_messages_are_refused)
{
    static dsi_aligned memory[64];
    dsi_room room = {.memory = memory, .size = sizeof memory};
    const dsi_start_answer nothing = {.status = 200};
    const dsi_message *request = dsi_message_find(dsi_str("start-request"));
    const dsi_message *response = dsi_message_find(dsi_str("start-response"));
    dsi_error error;

    ck_assert_ptr_null(dsi_message_copy(request, NULL, &room, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_ptr_null(dsi_message_copy(response, NULL, &room, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_ptr_null(dsi_message_copy(response, &nothing, &room, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_ptr_null(dsi_model_copy(NULL, &room, &error));
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_uint_eq(error.limit, 0);
    ck_assert_uint_eq(room.size, sizeof memory);
}
END_TEST

/* A size alone is no memory. */
START_TEST(a_room_without_memory_is_full)
{
    dsi_room room = {.memory = NULL, .size = 1 << 20};
    dsi_error error;

    ck_assert_ptr_null(dsi_model_copy(&sample, &room, &error));
    ck_assert_int_eq(error.code, DSI_E_MEMORY);
    ck_assert_uint_eq(error.limit, 0);
}
END_TEST

/* --------------------------------------------------------------------------- models */

START_TEST(a_copied_model_outlives_its_original)
{
    static dsi_aligned memory[1024];
    dsi_room room = {.memory = memory, .size = sizeof memory};
    dsi_model changed = sample;
    dsi_error error;
    const dsi_model *copy = dsi_model_copy(&changed, &room, &error);

    memset(&changed, 0xff, sizeof changed);
    ck_assert_ptr_eq(copy, memory);
    check_lies_in(&dsi_shape_model, copy, memory, sizeof memory - room.size);
    ck_assert_str_eq(copy->name.data, "orders");
    ck_assert_uint_eq(copy->fields.dropped, 3);
    ck_assert_uint_eq(copy->fields.items[0].type->type->name.length, 3);
    ck_assert_mem_eq(copy->fields.items[0].type->type->name.data, "a\0b", 4);
    ck_assert_ptr_nonnull(copy->fields.items[0].type->type->values.items);
    ck_assert_uint_eq(copy->fields.items[0].type->type->values.count, 0);
    ck_assert_ptr_null(copy->fields.items[1].name.data);
    ck_assert_ptr_null(copy->indexes.items[0].fields.items);
    ck_assert_str_eq(copy->primary_key->fields.items[0].data, "id");
}
END_TEST

/*
 * Many items can share one long text, so together they can need more than SIZE_MAX. The
 * lengths here are invented: without room, no byte of a text is read.
 */
START_TEST(the_needed_size_does_not_wrap)
{
    static dsi_aligned memory[1024];
    const dsi_string half = {.data = "", .length = SIZE_MAX / 2 + 1};
    const dsi_string texts[] = {half, half, DSI_STR("one more")};
    const dsi_model_index key = {.fields = {.items = texts, .count = COUNT(texts)}};
    const dsi_model model = {.primary_key = &key};
    dsi_room room = {.memory = memory, .size = sizeof memory};
    dsi_error error;

    ck_assert_ptr_null(dsi_model_copy(&model, &room, &error));
    ck_assert_int_eq(error.code, DSI_E_MEMORY);
    ck_assert_uint_eq(error.actual, SIZE_MAX);
    ck_assert_uint_eq(room.size, sizeof memory);
}
END_TEST

/*
 * A model of this depth: model, list and field are three levels, types are the others.
 */
static const dsi_model *deep_model(size_t depth)
{
    static dsi_model_field_type types[DSI_DEPTH_MAX];
    static dsi_model_field field;
    static dsi_model model;

    for (size_t i = 0; i < depth; i++) {
        types[i] = (dsi_model_field_type){.type = i + 1 < depth ? &types[i + 1] : NULL};
    }
    field = (dsi_model_field){.type = types};
    model = (dsi_model){.fields = {.items = &field, .count = 1}};
    return &model;
}

START_TEST(a_deep_model_is_copied)
{
    static dsi_aligned memory[4096];
    dsi_room room = {.memory = memory, .size = sizeof memory};
    dsi_error error;

    ck_assert_ptr_nonnull(dsi_model_copy(deep_model(DSI_DEPTH_MAX - 3), &room, &error));
    ck_assert_ptr_null(dsi_model_copy(deep_model(DSI_DEPTH_MAX - 2), &room, &error));
    ck_assert_int_eq(error.code, DSI_E_MAX_DEPTH);
    ck_assert_uint_eq(error.limit, DSI_DEPTH_MAX);
    ck_assert_ptr_null(dsi_model_copy(deep_model(DSI_DEPTH_MAX - 2), &room, NULL));
}
END_TEST

START_TEST(an_endless_model_is_refused)
{
    dsi_model_field_type self = {.kind = DSI_STR("List")};
    dsi_model_field field = {.type = &self};
    dsi_model model = {.fields = {.items = &field, .count = 1}};
    dsi_room room = {.memory = NULL, .size = 64};
    dsi_error error;

    self.type = &self;
    ck_assert_ptr_null(dsi_model_copy(&model, &room, &error));
    ck_assert_int_eq(error.code, DSI_E_MAX_DEPTH);
    ck_assert_int_eq(strncmp(error.path, "/fields/0/type/type", 19), 0);
    ck_assert_ptr_null(room.memory);
    ck_assert_uint_eq(room.size, 64);
}
END_TEST

SUITE(copy)
{
    Suite *suite = suite_create("copy");

    add_rows(suite, "a copy is whole", a_copy_is_whole, COUNT(rows));
    add_rows(suite, "a room that is too small is refused",
             a_room_that_is_too_small_is_refused, COUNT(rows));
    add_test(suite, "numbers and counts are copied", numbers_and_counts_are_copied);
    add_test(suite, "the other part of an answer is not read",
             the_other_part_of_an_answer_is_not_read);
    add_test(suite, "missing or invalid messages are refused",
             missing_or_invalid_messages_are_refused);
    add_test(suite, "a copied model outlives its original",
             a_copied_model_outlives_its_original);
    add_test(suite, "the needed size does not wrap", the_needed_size_does_not_wrap);
    add_test(suite, "a room without memory is full", a_room_without_memory_is_full);
    add_test(suite, "a deep model is copied", a_deep_model_is_copied);
    add_test(suite, "an endless model is refused", an_endless_model_is_refused);
    return suite;
}
