/* The poll machine's memory: which texts fit, and that nothing else is written. */
#include "tests/support.h"

#include <stdlib.h>

#define ID "the id"
#define TOKEN "the token"

/* A machine with memory of its own, so that a sanitizer detects writes past its end. */
typedef struct small_poll {
    dsi_poll poll;
    char *memory;
} small_poll;

static void small_poll_begin(small_poll *self, size_t capacity)
{
    self->memory = capacity == 0 ? NULL : malloc(capacity);
    ck_assert(capacity == 0 || self->memory != NULL);
    (void)dsi_poll_begin(&self->poll, self->memory, capacity, NULL);
}

static dsi_poll_step tell_page(small_poll *self, dsi_string token)
{
    dsi_introspection_result result = {.next_token = token};
    dsi_get_answer answer = {.kind = DSI_OUTPUT,
                             .output = {.introspection_result = &result}};

    return dsi_poll_get_advance(&self->poll, &answer, NULL, 0);
}

static void check_too_long(dsi_poll_step step)
{
    ck_assert_int_eq(step.action, DSI_POLL_FAILED);
    ck_assert_int_eq(step.cause, DSI_CAUSE_TOO_LONG);
    ck_assert_uint_eq(step.delay_ms, 0);
    ck_assert_ptr_null(step.request);
    ck_assert_ptr_null(step.detail.data);
}

/* The id and its terminator must fit. */
START_TEST(an_id_that_does_not_fit)
{
    for (size_t capacity = 0; capacity <= sizeof ID + 1; capacity++) {
        small_poll self;
        dsi_poll_step step;

        small_poll_begin(&self, capacity);
        step = dsi_poll_resume(&self.poll, TEXT(ID), TEXT(""));
        if (capacity < sizeof ID) {
            check_too_long(step);
        } else {
            ck_assert_int_eq(step.action, DSI_POLL_FETCH);
            ck_assert_str_eq(step.request->introspection_id.data, ID);
        }
        free(self.memory);
    }
}
END_TEST

START_TEST(a_token_that_does_not_fit)
{
    for (size_t room = 0; room <= sizeof TOKEN + 1; room++) {
        small_poll self;
        dsi_poll_step step;

        small_poll_begin(&self, sizeof ID + room);
        ck_assert_ptr_nonnull(dsi_poll_resume(&self.poll, TEXT(ID), TEXT("")).request);
        step = tell_page(&self, TEXT(TOKEN));
        if (room < sizeof TOKEN) {
            check_too_long(step);
        } else {
            ck_assert_int_eq(step.action, DSI_POLL_FETCH);
            ck_assert_str_eq(step.request->introspection_id.data, ID);
            ck_assert_str_eq(step.request->next_token.data, TOKEN);
        }
        free(self.memory);
    }
}
END_TEST

/* A token overwrites the one of the page before. */
START_TEST(a_token_overwrites_the_one_before)
{
    static const char *const tokens[] = {"123456789", "1", "12345", "12345678", "9"};
    small_poll self;

    small_poll_begin(&self, sizeof ID + 10);
    (void)dsi_poll_resume(&self.poll, TEXT(ID), TEXT(""));
    for (size_t i = 0; i < COUNT(tokens); i++) {
        dsi_poll_step step = tell_page(&self, dsi_str(tokens[i]));

        ck_assert_ptr_nonnull(step.request);
        ck_assert_str_eq(step.request->introspection_id.data, ID);
        ck_assert_str_eq(step.request->next_token.data, tokens[i]);
        ck_assert_uint_eq(step.request->next_token.length, strlen(tokens[i]));
    }
    free(self.memory);
}
END_TEST

/* NUL does not end an id, and two tokens may differ only after it. */
START_TEST(texts_may_hold_nul)
{
    small_poll self;
    dsi_poll_step step;

    small_poll_begin(&self, 64);
    step = dsi_poll_resume(&self.poll, TEXT("i\0d"), TEXT(""));
    ck_assert(dsi_string_equal(step.request->introspection_id, TEXT("i\0d")));
    step = tell_page(&self, TEXT("t\0001"));
    ck_assert(dsi_string_equal(step.request->next_token, TEXT("t\0001")));
    step = tell_page(&self, TEXT("t\0002"));
    ck_assert_int_eq(step.action, DSI_POLL_FETCH);
    ck_assert(dsi_string_equal(step.request->next_token, TEXT("t\0002")));
    ck_assert(dsi_string_equal(step.request->introspection_id, TEXT("i\0d")));
    ck_assert_int_eq(tell_page(&self, TEXT("t\0002")).cause, DSI_CAUSE_TOKEN_REPEATED);
    free(self.memory);
}
END_TEST

START_TEST(the_default_holds_what_the_header_says)
{
    static char long_text[DSI_POLL_MEMORY_DEFAULT];
    dsi_string text = {.data = long_text, .length = DSI_POLL_MEMORY_DEFAULT / 2 - 1};
    small_poll self;

    memset(long_text, 't', sizeof long_text);
    small_poll_begin(&self, DSI_POLL_MEMORY_DEFAULT);
    ck_assert_ptr_nonnull(dsi_poll_resume(&self.poll, text, TEXT("")).request);
    ck_assert_int_eq(tell_page(&self, text).action, DSI_POLL_FETCH);
    text.length++;
    check_too_long(tell_page(&self, text));
    free(self.memory);
}
END_TEST

/* A machine that resumes with a token asks for that token's page, if the token fits. */
START_TEST(resumed_at_a_token)
{
    for (size_t room = 0; room <= sizeof TOKEN; room++) {
        small_poll self;
        dsi_poll_step step;

        small_poll_begin(&self, sizeof ID + room);
        step = dsi_poll_resume(&self.poll, TEXT(ID), TEXT(TOKEN));
        if (room < sizeof TOKEN) {
            check_too_long(step);
        } else {
            ck_assert_int_eq(step.action, DSI_POLL_FETCH);
            ck_assert_str_eq(step.request->introspection_id.data, ID);
            ck_assert_str_eq(step.request->next_token.data, TOKEN);
            ck_assert_int_eq(tell_page(&self, TEXT(TOKEN)).cause,
                             DSI_CAUSE_TOKEN_REPEATED);
        }
        free(self.memory);
    }
}
END_TEST

/* The id is checked first. A token that does not fit is not noticed then. */
START_TEST(resumed_without_an_id)
{
    static const size_t capacities[] = {0, 1, 64};

    for (size_t i = 0; i < COUNT(capacities); i++) {
        small_poll self;
        dsi_poll_step step;

        small_poll_begin(&self, capacities[i]);
        step = dsi_poll_resume(&self.poll, TEXT(".."), TEXT(TOKEN));
        ck_assert_int_eq(step.action, DSI_POLL_FAILED);
        ck_assert_int_eq(step.cause, DSI_CAUSE_NO_ID);
        free(self.memory);
    }
}
END_TEST

/*
 * After the end, the last request stays readable in the memory. So another machine can
 * resume from it, in the same memory.
 */
START_TEST(resumed_in_the_same_memory)
{
    dsi_poll_options one = {.max_requests = 1};
    char memory[sizeof ID + sizeof TOKEN];
    dsi_poll first;
    dsi_poll second;
    dsi_poll_step step;

    (void)dsi_poll_begin(&first, memory, sizeof memory, &one);
    step = dsi_poll_resume(&first, TEXT(ID), TEXT(TOKEN));
    ck_assert_ptr_nonnull(step.request);
    step = dsi_poll_get_advance(&first, NULL, NULL, 0);
    ck_assert_int_eq(step.cause, DSI_CAUSE_REQUESTS_SPENT);
    ck_assert_ptr_null(step.request);
    (void)dsi_poll_begin(&second, memory, sizeof memory, NULL);
    step = dsi_poll_resume(&second, first.request.introspection_id,
                           first.request.next_token);
    ck_assert_str_eq(step.request->introspection_id.data, ID);
    ck_assert_str_eq(step.request->next_token.data, TOKEN);
}
END_TEST

/* The machine writes to no byte around the memory that it was given. */
START_TEST(nothing_else_is_written_to)
{
    char around[sizeof ID + sizeof TOKEN + 2];
    char *memory = around + 1;
    small_poll self;

    memset(around, '#', sizeof around);
    (void)dsi_poll_begin(&self.poll, memory, sizeof around - 2, NULL);
    ck_assert_ptr_nonnull(dsi_poll_resume(&self.poll, TEXT(ID), TEXT("")).request);
    ck_assert_ptr_nonnull(tell_page(&self, TEXT(TOKEN)).request);
    check_too_long(tell_page(&self, TEXT(TOKEN "!")));
    ck_assert_int_eq(around[0], '#');
    ck_assert_int_eq(around[sizeof around - 1], '#');
}
END_TEST

SUITE(memory)
{
    Suite *suite = suite_create("memory");

    add_test(suite, "id", an_id_that_does_not_fit);
    add_test(suite, "token", a_token_that_does_not_fit);
    add_test(suite, "one token at a time", a_token_overwrites_the_one_before);
    add_test(suite, "resumed at a token", resumed_at_a_token);
    add_test(suite, "resumed without an id", resumed_without_an_id);
    add_test(suite, "resumed in the same memory", resumed_in_the_same_memory);
    add_test(suite, "NUL", texts_may_hold_nul);
    add_test(suite, "default", the_default_holds_what_the_header_says);
    add_test(suite, "nothing else", nothing_else_is_written_to);
    return suite;
}
