/*
 * Each text of each message takes linear time: to decode it, to encode it, to validate
 * it, and to build a target of it. The other tests have special texts.
 */
#include <stdio.h>
#include <stdlib.h>

#include "tests/codec/objects.h"
#include "tests/work/work.h"

/* A text member, and the place of its structure. */
typedef struct text_row {
    const object_place *place;
    const char *name;
    bool streamed;
} text_row;

#define ROWS_MAX 256

typedef struct text_rows {
    text_row rows[ROWS_MAX];
    size_t count;
} text_rows;

static void add_texts(text_rows *all, const object_place *place)
{
    for (const model_member *at = place->shape->members; at->name != NULL; at++) {
        if (at->shape->kind == MODEL_STRING || at->shape->kind == MODEL_ENUM) {
            expect(all->count + 1 < ROWS_MAX, "make ROWS_MAX larger");
            all->rows[all->count++] = (text_row){place, at->name, false};
            if (dsi_message_has_items(place->message)) {
                all->rows[all->count++] = (text_row){place, at->name, true};
            }
        }
    }
}

static const text_rows *text_rows_make(void)
{
    static text_rows all;
    bool is_made = all.count > 0;

    for (size_t i = 0; !is_made && object_at(i) != NULL; i++) {
        add_texts(&all, object_at(i));
    }
    return &all;
}

/* ------------------------------------------------------------------- what is done */

/* A message with a long text in that member, encoded and decoded. */
typedef struct text_sample {
    const dsi_message *message;
    dsi_string body;
    void *block;
    const void *object;
    work work; /* of decoding it */
} text_sample;

static bool take(void *context, const void *item)
{
    (void)context;
    (void)item;
    return true;
}

static text_sample sample_of(const text_row *row, size_t size)
{
    char before[2 * OBJECT_TEXT_MAX];
    char after[2 * OBJECT_TEXT_MAX];
    text_sample made = {.message = row->place->message};
    dsi_message_options options = {.head = {.status = 200}};
    dsi_decoder *decoder;
    size_t room;

    (void)snprintf(before, sizeof before, "%s{\"%s\":\"", row->place->before,
                   row->name);
    (void)snprintf(after, sizeof after, "\"}%s", row->place->after);
    made.body = work_text(before, "a", after, size);
    options.decode.limits.max_token = made.body.length;
    options.items.take = row->streamed ? take : NULL;
    room = dsi_decoder_size(&options.decode.limits) + 2 * made.body.length;
    made.block = malloc(room);
    work_begin();
    decoder = dsi_message_begin(made.message, made.block, room, &options, NULL);
    (void)dsi_feed(decoder, made.body.data, made.body.length);
    made.object = dsi_message_finish(made.message, decoder, NULL);
    made.work = work_end();
    ck_assert_msg(made.object != NULL, "%s%s", row->place->path, row->name);
    return made;
}

static work_done sample_done(text_sample *made, work spent)
{
    work_done done = {.work = spent, .bytes = made->body.length};

    free(made->block);
    free((char *)made->body.data);
    return done;
}

static work_done decode(const void *row, size_t size)
{
    text_sample made = sample_of(row, size);

    return sample_done(&made, made.work);
}

static bool ignore(void *context, const char *bytes, size_t length)
{
    (void)context;
    (void)bytes;
    (void)length;
    return true;
}

static work_done encode(const void *row, size_t size)
{
    dsi_sink sink = {.write = ignore};
    text_sample made = sample_of(row, size);

    work_begin();
    ck_assert(dsi_message_write(made.message, made.object, &sink, NULL, NULL));
    return sample_done(&made, work_end());
}

static work_done validate(const void *row, size_t size)
{
    dsi_violation items[8];
    dsi_violations report = {
        .items = items, .capacity = COUNT(items), .level = DSI_LEVEL_AGREEMENT};
    text_sample made = sample_of(row, size);

    work_begin();
    (void)dsi_message_validate(made.message, made.object, &report);
    return sample_done(&made, work_end());
}

static work_done target(const void *row, size_t size)
{
    text_sample made = sample_of(row, size);
    size_t room = 3 * made.body.length + 4096;
    char *buffer = malloc(room);
    work_done done;

    work_begin();
    (void)dsi_message_target_encode(made.message, made.object, buffer, room, NULL);
    done = sample_done(&made, work_end());
    free(buffer);
    return done;
}

static void check(const text_row *row, const char *what, work_fn *run)
{
    static const work most = {.steps = 60, .touched = 16, .calls = 1, .given = 1};
    char name[2 * OBJECT_TEXT_MAX];

    (void)snprintf(name, sizeof name, "%s of %s%s: %s/%s", what,
                   row->streamed ? "streamed " : "",
                   dsi_message_name(row->place->message), row->place->path, row->name);
    work_check(name, run, row, &most);
}

START_TEST(texts_of_messages)
{
    const text_row *row = &text_rows_make()->rows[_i];

    check(row, "decode", decode);
    if (!row->streamed) {
        check(row, "encode", encode);
    }
    if (dsi_message_is_request(row->place->message)) {
        check(row, "check", validate);
        check(row, "target", target);
    }
}
END_TEST

START_TEST(every_message_has_a_text)
{
    const text_rows *all = text_rows_make();

    for (size_t i = 0; dsi_message_at(i) != NULL; i++) {
        size_t k = 0;

        while (k < all->count && all->rows[k].place->message != dsi_message_at(i)) {
            k++;
        }
        ck_assert_msg(k < all->count, "%s", dsi_message_name(dsi_message_at(i)));
    }
}
END_TEST

SUITE(message)
{
    Suite *suite = suite_create("work of messages");

    add_rows(suite, "texts of messages", texts_of_messages, text_rows_make()->count);
    add_test(suite, "every message has a text", every_message_has_a_text);
    return suite;
}
