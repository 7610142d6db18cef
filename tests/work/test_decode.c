/* Decoding is linear, however the bytes are cut. */
#include <stdio.h>
#include <stdlib.h>

#include "tests/support.h"
#include "tests/work/decode_rows.h"

/* Whole, a byte at a time, and two sizes in between that fit nothing. */
static const size_t chunks[] = {SIZE_MAX, 1, 3, 1021};

/* A call of dsi_feed costs something: shared by few bytes, it is more for each. */
static const work most_by_chunk[] = {
    {.steps = 40, .touched = 4, .calls = 1, .given = 1},
    {.steps = 90, .touched = 4, .calls = 1, .given = 1},
    {.steps = 60, .touched = 4, .calls = 1, .given = 1},
    {.steps = 40, .touched = 4, .calls = 1, .given = 1},
};

typedef struct decode_run {
    const decode_row *row;
    size_t chunk;
} decode_run;

static bool take(void *context, const dsi_model *model)
{
    (void)context;
    (void)model;
    return true;
}

static dsi_decoder *begin_answer(decode_kind kind, void *block, size_t size,
                                 const dsi_decode_options *options)
{
    static const dsi_model_sink sink = {.take = take};
    dsi_received_head head = {.status = kind == ERROR_ANSWER ? 400 : 200};

    if (kind == START_ANSWER || kind == ERROR_ANSWER) {
        return dsi_start_answer_begin(block, size, &head, options, NULL);
    }
    return dsi_get_answer_begin(block, size, &head, kind == GET_STREAMED ? &sink : NULL,
                                options, NULL);
}

static dsi_decoder *begin(decode_kind kind, void *block, size_t size,
                          const dsi_decode_options *options)
{
    switch (kind) {
    case START_REQUEST:
    case STRICT_REQUEST:
        return dsi_start_request_begin(block, size, options, NULL);
    case GET_REQUEST:
        return dsi_get_request_begin(block, size, options, NULL);
    default:
        return begin_answer(kind, block, size, options);
    }
}

static dsi_code finish(decode_kind kind, dsi_decoder *decoder)
{
    dsi_error error = {.code = DSI_OK};

    switch (kind) {
    case START_REQUEST:
    case STRICT_REQUEST:
        (void)dsi_start_request_finish(decoder, &error);
        break;
    case GET_REQUEST:
        (void)dsi_get_request_finish(decoder, &error);
        break;
    case START_ANSWER:
    case ERROR_ANSWER:
        (void)dsi_start_answer_finish(decoder, &error);
        break;
    default:
        (void)dsi_get_answer_finish(decoder, &error);
    }
    return error.code;
}

static work_done decode(const void *context, size_t size)
{
    const decode_run *run = context;
    const decode_row *row = run->row;
    dsi_string text = work_text(row->before, row->unit, row->behind, size);
    dsi_decode_options options = {.strict = row->kind == STRICT_REQUEST,
                                  .limits = {.max_token = text.length}};
    size_t room = dsi_decoder_size(&options.limits) + 64 * text.length;
    void *block = malloc(room);
    work_done done = {.bytes = text.length};
    dsi_decoder *decoder;
    dsi_code code;

    work_begin();
    decoder = begin(row->kind, block, room, &options);
    for (size_t i = 0; i < text.length; i += run->chunk) {
        size_t left = text.length - i;

        (void)dsi_feed(decoder, text.data + i, left < run->chunk ? left : run->chunk);
        if (left <= run->chunk) {
            break;
        }
    }
    code = finish(row->kind, decoder);
    done.work = work_end();
    ck_assert_msg(code == row->code, "%s: %s", row->name, dsi_code_name(code));
    free(block);
    free((char *)text.data);
    return done;
}

START_TEST(decoding)
{
    const decode_row *row = &decode_rows[_i];

    for (size_t i = 0; i < COUNT(chunks); i++) {
        decode_run run = {.row = row, .chunk = chunks[i]};
        work most = most_by_chunk[i];
        char name[96];

        (void)snprintf(name, sizeof name, i == 0 ? "%s, whole" : "%s, by %zu",
                       row->name, chunks[i]);
        most.touched += row->structs;
        work_check(name, decode, &run, &most);
    }
}
END_TEST

SUITE(decode)
{
    Suite *suite = suite_create("work of decoding");

    set_long(add_rows(suite, "decoding", decoding, decode_row_count));
    return suite;
}
