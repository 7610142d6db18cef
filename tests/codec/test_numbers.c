/*
 * Every number that a public header or a document promises, as a literal. Each name has
 * its number, and the library keeps the promise at this number and at the next one.
 *
 * The bounds of the model's members are tested in tests/schema/validate_rows.c and
 * get_rows.c, the delays of polling in poll_delay_rows.c.
 */
#include <string.h>

#include "codec/decoder.h"
#include "tests/support.h"

#include <dsi/vectors.h>

typedef struct name_row {
    const char *name;
    uint64_t value;
    uint64_t number;
} name_row;

#define NAME(name, number)                                                             \
    {                                                                                  \
#name, (name), (number)                                                        \
    }

/* tests/headers looks for each name here. */
static const name_row names[] = {
    NAME(DSI_MAX_BYTES_DEFAULT, 268435456),
    NAME(DSI_MAX_DEPTH_DEFAULT, 64),
    NAME(DSI_MAX_DEPTH_MAX, 126),
    NAME(DSI_MAX_TOKEN_DEFAULT, 131071),
    NAME(DSI_MAX_TOKEN_MAX, SIZE_MAX / 16),
    NAME(DSI_DECODER_SIZE_DEFAULT, 655360),
    NAME(DSI_PATH_MAX, 768),
    NAME(DSI_ERROR_TEXT_MAX, 1024),
    NAME(DSI_VIOLATION_PATH_MAX, 64),
    NAME(DSI_VIOLATION_TEXT_MAX, 512),
    NAME(DSI_VIOLATIONS_MAX, 8),
    NAME(DSI_FIELD_OPTION_MAX, 64),
    NAME(DSI_START_REQUEST_MAX, 4936),
    NAME(DSI_GET_TARGET_MAX(0, 0), 89),
    NAME(DSI_GET_TARGET_MAX(1, 0), 92),
    NAME(DSI_GET_TARGET_MAX(0, 1), 92),
    NAME(DSI_HEADER_VALUE_MAX, 1024),
    NAME(DSI_RAW_MESSAGE_MAX, 4096),
    NAME(DSI_POLL_REQUESTS_DEFAULT, 1000),
    NAME(DSI_POLL_RETRIES_DEFAULT, 5),
    NAME(DSI_POLL_WAIT_DEFAULT, 900000),
    NAME(DSI_POLL_BASE_DELAY_DEFAULT, 1000),
    NAME(DSI_POLL_MAX_DELAY_DEFAULT, 20000),
    NAME(DSI_POLL_HINT_MAX_MS, 5000),
    NAME(DSI_POLL_MEMORY_DEFAULT, 8192),
    NAME(DSI_POLL_TARGET_MAX, 24665),
    NAME(DSI_VECTOR_MAX, 65536),
};

START_TEST(a_name_stands_for_its_number)
{
    ck_assert_msg(names[_i].value == names[_i].number, "%s", names[_i].name);
}
END_TEST

/* ------------------------------------------------------------- what a decode takes */

static unsigned char block[655360];

/* A string of `length` equal bytes. */
static dsi_string filled(size_t length, char byte)
{
    static char text[131072];

    ck_assert_uint_le(length, sizeof text);
    memset(text, byte, length);
    return (dsi_string){.data = text, .length = length};
}

static dsi_decoder *begin_answer(int status)
{
    dsi_received_head head = {.status = status};

    return dsi_start_answer_begin(block, sizeof block, &head, NULL, NULL);
}

static void feed(dsi_decoder *decoder, dsi_string text)
{
    (void)dsi_feed(decoder, text.data, text.length);
}

static bool is_output(dsi_decoder *decoder)
{
    return dsi_start_answer_finish(decoder, NULL) != NULL;
}

/* Decodes a message and white space after it, `length` bytes together. */
static bool takes_bytes(size_t length)
{
    dsi_decoder *decoder = begin_answer(200);

    feed(decoder, TEXT("{}"));
    for (size_t left = length - 2; left > 0;) {
        size_t piece = left < 131072 ? left : 131072;

        feed(decoder, filled(piece, ' '));
        left -= piece;
    }
    return is_output(decoder);
}

/* The message itself is the first level. */
static bool takes_levels(size_t depth)
{
    dsi_decoder *decoder = begin_answer(200);

    feed(decoder, TEXT("{\"a\":"));
    feed(decoder, filled(depth - 1, '['));
    feed(decoder, filled(depth - 1, ']'));
    feed(decoder, TEXT("}"));
    return is_output(decoder);
}

static bool takes_limit_of_depth(size_t depth)
{
    return dsi_decoder_size(&(dsi_limits){.max_depth = depth}) != 0;
}

/* A string of an unknown member, its quotes included. */
static bool takes_token(size_t length)
{
    dsi_decoder *decoder = begin_answer(200);

    feed(decoder, TEXT("{\"a\":\""));
    feed(decoder, filled(length - 2, 't'));
    feed(decoder, TEXT("\"}"));
    return is_output(decoder);
}

static bool takes_limit_of_token(size_t length)
{
    return dsi_decoder_size(&(dsi_limits){.max_token = length}) != 0;
}

static bool takes_header(size_t length)
{
    dsi_header header = {TEXT("x-amzn-errortype"), filled(length, 'T')};
    dsi_received_head head = {.status = 400, .headers = &header, .header_count = 1};
    dsi_decoder *decoder = dsi_start_answer_begin(block, sizeof block, &head, NULL,
                                                  NULL);

    return dsi_start_answer_finish(decoder, NULL)->error.type.length == length;
}

/* The text of a body that is not JSON. */
static bool keeps_raw_message(size_t length)
{
    dsi_decoder *decoder = begin_answer(502);
    const dsi_service_error *error;

    feed(decoder, filled(length, 'x'));
    error = &dsi_start_answer_finish(decoder, NULL)->error;
    return !error->message_cut && error->message.length == length;
}

/* True if a result of this length fits the smallest block, at its worst alignment. */
static bool smallest_block_has_room(size_t length)
{
    dsi_received_head head = {.status = 400};
    size_t size = dsi_decoder_size(NULL);
    size_t least = SIZE_MAX;

    for (size_t shift = 0; shift < _Alignof(max_align_t); shift++) {
        const dsi_decoder *decoder = dsi_start_answer_begin(block + shift, size, &head,
                                                            NULL, NULL);
        size_t room = (size_t)(decoder->arena.top - (const char *)decoder->answer);

        least = room < least ? room : least;
    }
    return length <= least;
}

/* ------------------------------------------------------------ what a buffer is for */

static bool buffer_has_room_for_a_request(size_t capacity)
{
    static char resource[2048];
    static char secret[2048];
    static char name[128];
    static char body[5000];
    const dsi_rds_data_api_config config = {.resource_arn = {resource, sizeof resource},
                                            .secret_arn = {secret, sizeof secret},
                                            .database_name = {name, sizeof name}};
    const dsi_start_request request = {.rds_data_api_config = &config};

    memset(resource, 'a', sizeof resource);
    memset(secret, 'a', sizeof secret);
    memset(name, 0x01, sizeof name);
    return dsi_start_request_encode(&request, body, capacity, NULL) > 0;
}

/* An id and a token of one byte each. */
static bool buffer_has_room_for_a_target(size_t capacity)
{
    static char buffer[128];
    const dsi_get_request request = {.introspection_id = TEXT("/"),
                                     .include_models_sdl = {true, false},
                                     .next_token = TEXT("/"),
                                     .max_results = {true, INT32_MIN}};

    return dsi_get_request_target_encode(&request, buffer, capacity, NULL) > 0;
}

/* An id and a token that need `length` bytes together, terminators included. */
static bool poll_memory_has_room(size_t length)
{
    static char memory[8192];
    dsi_string token = filled(length - 2 - 36, 't');
    dsi_introspection_result result = {.next_token = token};
    dsi_get_answer answer = {.kind = DSI_OUTPUT,
                             .output = {.introspection_result = &result}};
    dsi_poll poll;

    (void)dsi_poll_begin(&poll, memory, sizeof memory, NULL);
    (void)dsi_poll_resume(&poll, TEXT("a1234567-8910-abcd-efgh-identifier00"),
                          TEXT(""));
    return dsi_poll_get_advance(&poll, &answer, NULL, 0).action == DSI_POLL_FETCH;
}

/* --------------------------------------------------------------------- the bounds */

typedef struct bound_row {
    const char *what;
    bool (*holds)(size_t number);
    size_t last; /* the largest number for which it holds */
} bound_row;

/* For a buffer `last` is the largest capacity that is too small. */
static bool target_is_cut(size_t capacity)
{
    return !buffer_has_room_for_a_target(capacity);
}

static bool request_is_cut(size_t capacity)
{
    return !buffer_has_room_for_a_request(capacity);
}

static const bound_row bounds[] = {
    {"levels by default", takes_levels, 64},
    {"a limit of depth", takes_limit_of_depth, 126},
    {"a token by default", takes_token, 131071},
    {"a limit of tokens", takes_limit_of_token, SIZE_MAX / 16},
    {"a header's value", takes_header, 1024},
    {"the text of a body", keeps_raw_message, 4096},
    {"results in the smallest block", smallest_block_has_room, 4096},
    {"a Start request does not fit", request_is_cut, 4935},
    {"a Get request's target does not fit", target_is_cut, 94},
    {"id and token", poll_memory_has_room, 8192},
};

START_TEST(a_bound_holds_up_to_its_number)
{
    const bound_row *row = &bounds[_i];

    ck_assert_msg(row->holds(row->last), "%s: not %zu", row->what, row->last);
    ck_assert_msg(!row->holds(row->last + 1), "%s: %zu", row->what, row->last + 1);
}
END_TEST

/* Feeds 256 MiB, which takes long under an emulator. */
START_TEST(bytes_by_default)
{
    ck_assert(takes_bytes(268435456));
    ck_assert(!takes_bytes(268435457));
}
END_TEST

/* "About 240 KiB" means 245,760 bytes, and less than a tenth more. */
START_TEST(room_in_the_default_block)
{
    const dsi_decoder *decoder = begin_answer(400);
    size_t room = (size_t)(decoder->arena.top - (const char *)decoder->object);

    ck_assert_uint_ge(room, 245760);
    ck_assert_uint_lt(room, 270336);
}
END_TEST

static bool count_columns(void *context, const dsi_model *model)
{
    *(size_t *)context += model->fields.count;
    return true;
}

/* A model of 1,000 columns that are NonNull, as the service writes them. */
START_TEST(columns_in_the_default_block)
{
    static const char column[] = "{\"name\":\"created_at\",\"type\":{\"kind\":"
                                 "\"NonNull\",\"name\":null,\"type\":{\"kind\":"
                                 "\"Scalar\",\"name\":\"String\",\"type\":null,"
                                 "\"values\":null},\"values\":null},\"length\":0}";
    dsi_received_head head = {.status = 200};
    size_t columns = 0;
    dsi_model_sink sink = {.take = count_columns, .context = &columns};
    dsi_decoder *decoder = dsi_get_answer_begin(block, sizeof block, &head, &sink, NULL,
                                                NULL);

    feed(decoder, TEXT("{\"introspectionResult\":{\"models\":[{\"fields\":["));
    for (int i = 0; i < 1000; i++) {
        feed(decoder, i == 0 ? TEXT("") : TEXT(","));
        feed(decoder, TEXT(column));
    }
    feed(decoder, TEXT("]}]}}"));
    ck_assert_ptr_nonnull(dsi_get_answer_finish(decoder, NULL));
    ck_assert_uint_eq(columns, 1000);
}
END_TEST

SUITE(numbers)
{
    Suite *suite = suite_create("numbers");

    add_rows(suite, "names", a_name_stands_for_its_number, COUNT(names));
    add_rows(suite, "bounds", a_bound_holds_up_to_its_number, COUNT(bounds));
    set_long(add_test(suite, "bytes by default", bytes_by_default));
    add_test(suite, "room in the default block", room_in_the_default_block);
    add_test(suite, "columns in the default block", columns_in_the_default_block);
    return suite;
}
