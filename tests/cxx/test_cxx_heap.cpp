/* Nothing of dsi.hpp uses the heap, but the message of a std::error_code. */
#include <cstdlib>
#include <new>

#include "cxx.hpp"

static std::size_t allocations;

/* Not inlined: gcc would take the pair for a mistake. */
[[gnu::noinline]] void *operator new(std::size_t size)
{
    void *memory = std::malloc(size != 0 ? size : 1);

    allocations++;
    if (memory == nullptr) {
        std::abort();
    }
    return memory;
}

[[gnu::noinline]] void operator delete(void *memory) noexcept
{
    std::free(memory);
}

[[gnu::noinline]] void operator delete(void *memory, std::size_t size) noexcept
{
    static_cast<void>(size);
    std::free(memory);
}

static void whole_exchange()
{
    std::array<char, DSI_POLL_MEMORY_DEFAULT> memory;
    std::array<char, DSI_POLL_TARGET_MAX> buffer;
    std::size_t models = 0;
    auto take = [&](dsi::model model) { return ++models > 0 && !model.name(); };
    dsi::poll poll(memory);
    dsi::received_head head(200);

    head.add("x-amzn-requestid", "r");
    for (dsi::poll_step step : poll) {
        if (step.is_start()) {
            ck_assert(dsi::validate(good_request()).empty());
            ck_assert(dsi::encode(good_request(), buffer).has_value());
            poll.advance(dsi::decode<dsi::start_answer>(block, head,
                                                        R"({"introspectionId":"i"})"),
                         0);
        } else {
            ck_assert(dsi::encode_target(step.request(), buffer).has_value());
            dsi::decoder<dsi::get_answer> decoder(block, head, take);
            feed_bytes(decoder, R"({"introspectionStatus":"SUCCESS",)"
                                R"("introspectionResult":{"models":[{},{}]}})");
            poll.advance(std::move(decoder).finish(), 0);
        }
    }
    ck_assert_int_eq(poll.last().action(), DSI_POLL_DONE);
    ck_assert_uint_eq(models, 2);
}

START_TEST(a_whole_exchange_takes_no_heap)
{
    const std::size_t before = allocations;

    whole_exchange();
    ck_assert_uint_eq(allocations, before);
}
END_TEST

START_TEST(faults_take_no_heap)
{
    const std::size_t before = allocations;
    const auto answer = dsi::decode<dsi::start_answer>(block, dsi::received_head(200),
                                                       "[");
    const std::error_code code = answer.error();

    ck_assert(code == DSI_E_NOT_OBJECT && code == DSI_BAND_SYNTAX);
    ck_assert(!answer.error().words().view().empty());
    ck_assert(!dsi::validate(dsi::get_request()).words().view().empty());
    ck_assert(!dsi::parse_arn("arn").has_value());
    ck_assert_uint_eq(allocations, before);
}
END_TEST

START_TEST(the_count_counts)
{
    const std::size_t before = allocations;

    ::operator delete(::operator new(1)); /* a new expression may be left out */
    ck_assert_uint_eq(allocations, before + 1);
}
END_TEST

CXX_SUITE(cxx_heap)
{
    Suite *suite = suite_create("C++ heap");

    add_test(suite, "a whole exchange", a_whole_exchange_takes_no_heap);
    add_test(suite, "faults", faults_take_no_heap);
    add_test(suite, "the count counts", the_count_counts);
    return suite;
}
