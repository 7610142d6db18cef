/* Decoding takes linear time, for any sizes of chunks. */
#include <stdio.h>
#include <stdlib.h>

#include <dsi/message.h>

#include "tests/support.h"
#include "tests/work/decode_rows.h"

/* All bytes at once, one at a time, and two sizes that align with no buffer. */
static const size_t chunks[] = {SIZE_MAX, 1, 3, 1021};

/*
 * The most work for a byte, by chunk. Each call of dsi_feed has a fixed cost, which
 * weighs more on small chunks.
 */
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

static bool take(void *context, const void *item)
{
    (void)context;
    (void)item;
    return true;
}

static work_done decode(const void *context, size_t size)
{
    const decode_run *run = context;
    const decode_row *row = run->row;
    dsi_string text = work_text(row->before, row->unit, row->after, size);
    dsi_message_options options = {
        .decode = {.strict = row->form == STRICT, .limits = {.max_token = text.length}},
        .head = {.status = row->form == SERVICE_ERROR ? 400 : 200},
        .items = {.take = row->form == STREAMED ? take : NULL}};
    size_t room = dsi_decoder_size(&options.decode.limits) + 64 * text.length;
    void *block = malloc(room);
    work_done done = {.bytes = text.length};
    const dsi_message *message = dsi_message_find(dsi_str(row->message));
    dsi_error error = {.code = DSI_OK};
    dsi_decoder *decoder;

    ck_assert_msg(message != NULL, "%s: the library has no %s", row->name,
                  row->message);
    work_begin();
    decoder = dsi_message_begin(message, block, room, &options, &error);
    for (size_t i = 0; i < text.length; i += run->chunk) {
        size_t left = text.length - i;

        (void)dsi_feed(decoder, text.data + i, left < run->chunk ? left : run->chunk);
        if (left <= run->chunk) {
            break;
        }
    }
    (void)dsi_message_finish(message, decoder, &error);
    done.work = work_end();
    ck_assert_msg(error.code == row->code, "%s: %s", row->name,
                  dsi_code_name(error.code));
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
