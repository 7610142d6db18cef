/*
 * fuzz/poll.c - G14: whatever is answered, polling stays within its budgets and goes on
 * while there is a reason to. An end is final.
 *
 * Most answers come from the decoder, with an attacker's heads and with bodies that are
 * cut. Some are made by hand, and can be what no decoder returns.
 */
#include "fuzz/account.h"
#include "fuzz/fuzz.h"
#include "fuzz/head.h"

#include <stdlib.h>
#include <string.h>

/* A machine, and what the account says of it. */
typedef struct conversation {
    fuzz_input input;
    fuzz_how how; /* how answers are decoded */
    dsi_poll poll;
    account account;
} conversation;

static bool asks_for_start(const conversation *self)
{
    dsi_poll_action action = self->account.last.action;

    return action == DSI_POLL_START || action == DSI_POLL_RESTART;
}

static dsi_string choose_text(fuzz_input *input)
{
    static const char *const texts[] = {
        NULL, "", "a", "b", "c", "page", "..", "SUCCESS", "FAILED", "PROCESSING"};

    return dsi_str(texts[fuzz_byte(input) % COUNT(texts)]);
}

static void tell_start(conversation *self, const dsi_start_answer *answer,
                       const dsi_error *error)
{
    account_news news = account_read_start(answer, error);

    account_answered(
        &self->account, &news,
        dsi_poll_start_advance(&self->poll, answer, error, fuzz_number(&self->input)));
}

static void tell_get(conversation *self, const dsi_get_answer *answer,
                     const dsi_error *error)
{
    account_news news = account_read_get(answer, error);

    account_answered(
        &self->account, &news,
        dsi_poll_get_advance(&self->poll, answer, error, fuzz_number(&self->input)));
}

/* --------------------------------------------------------- answers from the decoder */

static const char *const bodies[] = {
    "{}",
    "{\"introspectionStatus\":\"PROCESSING\",\"introspectionId\":\"i\"}",
    "{\"introspectionId\":\"id\",\"introspectionStatus\":\"SUCCESS\"}",
    "{\"introspectionStatus\":\"FAILED\",\"introspectionStatusDetail\":\"paused\"}",
    "{\"introspectionResult\":{\"models\":[{},{}],\"nextToken\":\"a\"}}",
    "{\"introspectionResult\":{\"nextToken\":\"b\"}}",
    "{\"introspectionStatus\":\"SUCCESS\",\"introspectionResult\":{\"models\":[]}}",
    "{\"introspectionResult\":{},\"introspectionStatus\":\"NEW\"}",
    "{\"__type\":\"x#ThrottlingException:u\",\"message\":\"slow\"}",
    "{\"code\":\"BadRequestException\",\"reason\":\"CODE_ERROR\"}",
    "{\"Code\":\"InternalFailureException\",\"Message\":null}",
    "{\"message\":\"twice\",\"message\":\"twice\"}",
    "<html><body>busy</body></html>"};

/* A body: a known one or any bytes, whole or cut. */
static size_t make_body(fuzz_input *input, const char **body)
{
    size_t choice = fuzz_byte(input);
    size_t cut = fuzz_byte(input);
    size_t length;

    if (choice < 192) {
        *body = bodies[choice % COUNT(bodies)];
        length = strlen(*body);
    } else {
        length = choice - 192 < input->size ? choice - 192 : input->size;
        *body = (const char *)input->data;
        input->data += length;
        input->size -= length;
    }
    return cut < length ? cut : length;
}

/* Stops after as many items as its context says. */
static bool take_item(void *context, const void *item)
{
    uint8_t *left = context;

    (void)item;
    if (*left == 0) {
        return false;
    }
    (*left)--;
    return true;
}

/* Decodes an answer to the request at hand. Its items may be handed over. */
static void decode_asked(conversation *self, const fuzz_block *block,
                         const dsi_received_head *received)
{
    const char *name = asks_for_start(self) ? "start-response" : "get-response";
    const dsi_message *message = dsi_message_find(dsi_str(name));
    dsi_message_options options = {.decode = self->how.options, .head = *received};
    uint8_t items = dsi_message_has_items(message) ? fuzz_byte(&self->input) % 4 : 3;
    const char *body;
    dsi_error error;
    dsi_decoder *decoder;
    const void *answer;
    size_t length;

    if (items != 3) {
        options.items = (dsi_item_sink){.take = take_item, .context = &items};
    }
    decoder = dsi_message_begin(message, block->memory, block->size, &options, &error);
    fuzz_hold(decoder != NULL, "any answer can be begun");
    length = make_body(&self->input, &body);
    (void)fuzz_feed(decoder, (const uint8_t *)body, length, self->how.chunk);
    answer = dsi_message_finish(message, decoder, &error);
    if (asks_for_start(self)) {
        tell_start(self, answer, &error);
    } else {
        tell_get(self, answer, &error);
    }
}

static void answer_asked(conversation *self)
{
    fuzz_block block = fuzz_take_block(&self->how);
    fuzz_head made;

    head_make(&self->input, &made);
    decode_asked(self, &block, &made.received);
    head_free(&made);
    free(block.own);
}

/* ------------------------------------------------------------- answers made by hand */

static dsi_service_error choose_error(fuzz_input *input)
{
    static const dsi_code codes[] = {DSI_OK, DSI_E_TRUNCATED, DSI_E_NOT_OBJECT};
    dsi_optional_int64 hint = {.present = fuzz_byte(input) % 2 == 0};

    hint.value = (int64_t)fuzz_number(input) << fuzz_byte(input) % 32;
    return (dsi_service_error){.status = 100 * (1 + fuzz_byte(input) % 6),
                               .error_class = (dsi_error_class)(fuzz_byte(input) % 8),
                               .fault = (dsi_fault)(fuzz_byte(input) % 3),
                               .type = choose_text(input),
                               .unread = {.code = codes[fuzz_byte(input) % 3]},
                               .retry_after_ms = hint,
                               .message = choose_text(input)};
}

static void make_start(conversation *self)
{
    fuzz_input *input = &self->input;
    dsi_start_answer made = {
        .kind = (dsi_answer_kind)(1 + fuzz_byte(input) % 2),
        .output = {.introspection_id = choose_text(input),
                   .introspection_status = {.text = choose_text(input)},
                   .introspection_status_detail = choose_text(input)},
        .error = choose_error(input)};

    tell_start(self, &made, NULL);
}

static void make_get(conversation *self)
{
    fuzz_input *input = &self->input;
    dsi_introspection_result result = {.next_token = choose_text(input)};
    dsi_get_answer made = {
        .kind = (dsi_answer_kind)(1 + fuzz_byte(input) % 2),
        .output = {.introspection_status = {.text = choose_text(input)},
                   .introspection_result = fuzz_byte(input) % 4 == 0 ? NULL : &result},
        .error = choose_error(input)};

    tell_get(self, &made, NULL);
}

/* Says that no answer came, without an error or with one of any kind. */
static void make_nothing(conversation *self)
{
    static const dsi_code codes[] = {DSI_OK,       DSI_E_TRUNCATED, DSI_E_SYNTAX,
                                     DSI_E_MEMORY, DSI_E_STOPPED,   DSI_E_BLOCK_SIZE};
    uint8_t choice = fuzz_byte(&self->input);
    dsi_error error = {.code = codes[choice / 2 % COUNT(codes)]};
    const dsi_error *told = choice >= 128 ? NULL : &error;

    if (asks_for_start(self) == (choice % 8 != 0)) {
        tell_start(self, NULL, told);
    } else {
        tell_get(self, NULL, told);
    }
}

/* ------------------------------------------------------------------- a conversation */

/* One event. Mostly it is an answer to the request; sometimes it comes out of turn. */
static void tell(conversation *self)
{
    fuzz_input *input = &self->input;
    dsi_string id;

    switch (fuzz_byte(input) % 16) {
    case 0:
        id = choose_text(input);
        account_resumed(&self->account,
                        dsi_poll_resume(&self->poll, id, choose_text(input)));
        return;
    case 1:
    case 2:
        account_restarted(&self->account,
                          dsi_poll_restart(&self->poll, fuzz_number(input)));
        return;
    case 3:
        make_nothing(self);
        return;
    case 4:
        make_start(self);
        return;
    case 5:
        make_get(self);
        return;
    default:
        answer_asked(self);
    }
}

static dsi_poll_options choose_options(fuzz_input *input)
{
    return (dsi_poll_options){.max_requests = 1u + fuzz_byte(input) % 32,
                              .max_retries = 1u + fuzz_byte(input) % 8,
                              .max_wait_ms = 1 + fuzz_number(input) / 2,
                              .base_delay_ms = 1 + fuzz_number(input) / 2,
                              .max_delay_ms = 1 + fuzz_number(input) / 2};
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    conversation self = {.input = {.data = data, .size = size}};
    dsi_poll_options options = choose_options(&self.input);
    size_t capacity = fuzz_byte(&self.input) % 13;
    char *memory = fuzz_memory(capacity);

    self.how = fuzz_choose(&self.input);
    account_begun(&self.account, &options,
                  dsi_poll_begin(&self.poll, memory, capacity, &options));
    while (self.input.size > 0) {
        tell(&self);
    }
    free(memory);
    return 0;
}
