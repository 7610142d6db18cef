/*
 * What clang must warn of: views of an object that ends with its statement. With -verify
 * clang itself compares its warnings with the comments, in both directions.
 */
#include <dsi/dsi.hpp>

void dangling(dsi::memory memory);
dsi::poll_step last_step(dsi::memory memory);

/* Whatever a function returns. */
template <class Value> Value made();

void dangling(dsi::memory memory)
{
    using result = const dsi::result<int>;
    using pointer = dsi::models::iterator::pointer;

    /* expected-warning@+1 {{destroyed}} */
    [[maybe_unused]] std::string_view path = made<dsi::error>().path();
    /* expected-warning@+1 {{destroyed}} */
    [[maybe_unused]] std::string_view path_of_result = made<result>().error().path();
    /* expected-warning@+1 {{destroyed}} */
    [[maybe_unused]] std::string_view words = made<dsi::error>().words();
    /* expected-warning@+1 {{destroyed}} */
    [[maybe_unused]] std::string_view view = made<dsi::error>().words().view();
    /* expected-warning@+1 {{destroyed}} */
    [[maybe_unused]] const char *text = made<dsi::error>().words().c_str();
    /* expected-warning@+1 {{destroyed}} */
    [[maybe_unused]] const dsi_error &c = made<dsi::error>().c();
    /* expected-warning@+1 {{destroyed}} */
    [[maybe_unused]] const dsi_error *out = made<dsi::error>().out();

    /* expected-warning@+1 {{destroyed}} */
    [[maybe_unused]] const int &star = *made<result>();
    /* expected-warning@+1 {{destroyed}} */
    [[maybe_unused]] const int &value = made<result>().value();
    /* expected-warning@+1 {{destroyed}} */
    [[maybe_unused]] const int *arrow = made<result>().operator->();
    /* expected-warning@+1 {{destroyed}} */
    [[maybe_unused]] const dsi::error &error = made<result>().error();

    /* expected-warning@+1 {{destroyed}} */
    [[maybe_unused]] const dsi_arn_mismatch *why = made<dsi::arn_mismatch>().out();
    /* expected-warning@+1 {{destroyed}} */
    [[maybe_unused]] dsi_received_head head = dsi::received_head(200).c();
    /* expected-warning@+1 {{destroyed}} */
    [[maybe_unused]] const dsi_poll_step &step = made<dsi::poll_step>().c();
    /* expected-warning@+1 {{destroyed}} */
    [[maybe_unused]] dsi::poll::iterator first = dsi::poll(memory).begin();
    /* expected-warning@+1 {{destroyed}} */
    [[maybe_unused]] const dsi::model *item = made<pointer>().operator->();
}

/* The last step points to nothing of its machine, so this is right. */
dsi::poll_step last_step(dsi::memory memory)
{
    const dsi::poll poll(memory);

    return poll.last();
}
