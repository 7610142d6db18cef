/* The poll machine of dsi.hpp: a range of steps that always ends. */
#include "cxx.hpp"

/* What a service answers, in the order in which it is asked. */
struct exchange {
    int status;
    std::string_view body;
};

static constexpr std::string_view started =
    R"({"introspectionId":"i","introspectionStatus":"PROCESSING"})";
static constexpr std::string_view ready =
    R"({"introspectionStatus":"SUCCESS","introspectionResult":{"models":[]}})";

static dsi::result<dsi::start_answer> start_of(const exchange &came)
{
    return dsi::decode<dsi::start_answer>(block, dsi::received_head(came.status),
                                          came.body);
}

static dsi::result<dsi::get_answer> get_of(const exchange &came)
{
    return dsi::decode<dsi::get_answer>(block, dsi::received_head(came.status),
                                        came.body);
}

START_TEST(a_loop_runs_to_the_last_page)
{
    static constexpr exchange service[] = {
        {500, ""}, {200, started}, {200, started}, {200, ready}};
    static constexpr dsi_poll_action actions[] = {DSI_POLL_START, DSI_POLL_RESTART,
                                                  DSI_POLL_WAIT, DSI_POLL_WAIT};
    std::array<char, DSI_POLL_MEMORY_DEFAULT> memory;
    dsi::poll poll(memory);
    std::size_t asked = 0;

    for (dsi::poll_step step : poll) {
        ck_assert_int_eq(step.action(), actions[asked]);
        const exchange &came = service[asked++];
        ck_assert_int_eq(step.is_start(), asked < 3);
        ck_assert(!step.is_end());
        if (step.is_start()) {
            ck_assert(!step.request().introspection_id);
            poll.advance(start_of(came), 7);
        } else {
            ck_assert(step.request().introspection_id == "i");
            poll.advance(get_of(came), UINT32_MAX);
        }
    }
    ck_assert_uint_eq(asked, 4);
    ck_assert_int_eq(poll.last().action(), DSI_POLL_DONE);
    ck_assert(poll.last().is_end());
}
END_TEST

START_TEST(a_step_has_a_delay_and_a_cause)
{
    std::array<char, DSI_POLL_MEMORY_DEFAULT> memory;
    dsi::poll_options options;

    options.base_delay_ms = 100;
    options.max_results = 5;
    dsi::poll poll(memory, options);
    ck_assert(poll.last().delay() == std::chrono::milliseconds(0));
    poll.advance(start_of({200, started}), 0);
    poll.advance(get_of({200, started}), UINT32_MAX);
    ck_assert(poll.last().delay() == std::chrono::milliseconds(200));
    ck_assert(poll.last().request().max_results == 5);
    ck_assert(!poll.last().request().include_models_sdl);
    ck_assert_int_eq(poll.last().cause(), DSI_CAUSE_PROCESSING);
    ck_assert(poll.last().cause_text() == dsi_poll_cause_text(DSI_CAUSE_PROCESSING));
}
END_TEST

START_TEST(a_body_that_tells_nothing_ends)
{
    std::array<char, DSI_POLL_MEMORY_DEFAULT> memory;
    dsi::poll poll(memory);
    std::size_t steps = 0;

    for (dsi::poll_step step : poll) {
        ck_assert(step.is_start());
        steps++;
    }
    ck_assert_uint_eq(steps, 1 + DSI_POLL_RETRIES_DEFAULT);
    ck_assert_int_eq(poll.last().action(), DSI_POLL_GIVE_UP);
    ck_assert_int_eq(poll.last().cause(), DSI_CAUSE_RETRIES_SPENT);
    ck_assert_int_eq(poll.last().last_cause(), DSI_CAUSE_LOST);
}
END_TEST

START_TEST(a_failure_has_a_detail_and_can_go_on)
{
    static constexpr exchange failed = {
        200,
        R"({"introspectionStatus":"FAILED","introspectionStatusDetail":"paused"})"};
    std::array<char, DSI_POLL_MEMORY_DEFAULT> memory;
    dsi::poll poll(memory);

    poll.resume("id", "token");
    ck_assert(poll.request().introspection_id == "id");
    ck_assert(poll.last().request().next_token == "token");
    poll.lose(0);
    ck_assert_int_eq(poll.last().action(), DSI_POLL_RETRY);
    poll.advance(get_of(failed), 0);
    ck_assert_int_eq(poll.last().cause(), DSI_CAUSE_STATUS_FAILED);
    ck_assert(poll.last().detail() == "paused");
    poll.restart(0);
    ck_assert_int_eq(poll.last().action(), DSI_POLL_RESTART);
    ck_assert_int_eq(poll.last().c().action, DSI_POLL_RESTART);
}
END_TEST

/* To look at a step changes nothing. */
START_TEST(a_step_can_be_read_again)
{
    std::array<char, DSI_POLL_MEMORY_DEFAULT> memory;
    dsi::poll poll(memory);
    auto at = poll.begin();

    ck_assert_int_eq((*at).action(), DSI_POLL_START);
    poll.advance(start_of({200, started}), 0);
    ck_assert_int_eq((*at).action(), DSI_POLL_WAIT);
    ++at;
    ck_assert_int_eq((*at).action(), DSI_POLL_WAIT);
    ++at; /* nothing was told of this one */
    ck_assert_int_eq((*at).action(), DSI_POLL_RETRY);
}
END_TEST

START_TEST(a_request_that_cannot_be_made_is_the_end)
{
    std::array<char, DSI_POLL_MEMORY_DEFAULT> memory;
    dsi::poll poll(memory);
    std::array<char, 9> small;
    std::size_t steps = 0;

    for (dsi::poll_step step : poll) {
        steps += step.is_start() ? 1 : 0;
        poll.advance(
            dsi::encode(dsi::start_request{dsi::rds_data_api_config{}}, small).error(),
            0);
    }
    ck_assert_uint_eq(steps, 1);
    ck_assert_int_eq(poll.last().action(), DSI_POLL_FAILED);
}
END_TEST

START_TEST(an_undecodable_answer_is_the_end)
{
    std::array<char, DSI_POLL_MEMORY_DEFAULT> memory;
    dsi::poll poll(memory);

    poll.advance(start_of({200, "[]"}), 0);
    ck_assert_int_eq(poll.last().action(), DSI_POLL_FAILED);
    ck_assert_int_eq(poll.last().cause(), DSI_CAUSE_UNREADABLE);
}
END_TEST

static_assert(!std::is_move_constructible_v<dsi::poll>);

CXX_SUITE(cxx_poll)
{
    Suite *suite = suite_create("C++ poll");

    add_test(suite, "to the last page", a_loop_runs_to_the_last_page);
    add_test(suite, "delay and cause", a_step_has_a_delay_and_a_cause);
    add_test(suite, "nothing told", a_body_that_tells_nothing_ends);
    add_test(suite, "detail, resume, restart", a_failure_has_a_detail_and_can_go_on);
    add_test(suite, "a step is read again", a_step_can_be_read_again);
    add_test(suite, "a request that cannot be made",
             a_request_that_cannot_be_made_is_the_end);
    add_test(suite, "an undecodable answer", an_undecodable_answer_is_the_end);
    return suite;
}
