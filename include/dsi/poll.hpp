/*
 * dsi/poll.hpp - the machine that says when to ask again, as a range of steps.
 *
 *     std::array<char, DSI_POLL_MEMORY_DEFAULT> memory;
 *     dsi::poll poll(memory);
 *     for (dsi::poll_step step : poll) {
 *         std::this_thread::sleep_for(step.delay());
 *         if (step.is_start()) {
 *             poll.advance(send(request), random());
 *         } else {
 *             poll.advance(send(step.request()), random());
 *         }
 *     }
 *     if (poll.last().action() == DSI_POLL_DONE) { // the last page has come
 *
 * The range ends with the machine. last() says how: DONE, FAILED or GIVE_UP.
 */
#ifndef DSI_POLL_HPP
#define DSI_POLL_HPP

#include <chrono>

#include <dsi/get.hpp>
#include <dsi/poll.h>
#include <dsi/start.hpp>

namespace dsi
{

/* A step; see dsi_poll_step. */
class poll_step
{
  public:
    poll_step() noexcept = default;
    explicit poll_step(const dsi_poll_step &step) noexcept : step_(step)
    {
    }

    dsi_poll_action action() const noexcept
    {
        return step_.action;
    }
    dsi_poll_cause cause() const noexcept
    {
        return step_.cause;
    }
    /* In English, without full stop. */
    std::string_view cause_text() const noexcept
    {
        return dsi_poll_cause_text(cause());
    }
    dsi_poll_cause last_cause() const noexcept
    {
        return step_.last_cause;
    }
    /* True if Start's request is to be sent, false for a Get request. */
    bool is_start() const noexcept
    {
        return action() == DSI_POLL_START || action() == DSI_POLL_RESTART;
    }
    /* True for DONE, FAILED and GIVE_UP. */
    bool is_end() const noexcept
    {
        return action() >= DSI_POLL_DONE;
    }
    /* How long to wait first. */
    std::chrono::milliseconds delay() const noexcept
    {
        return std::chrono::milliseconds(step_.delay_ms);
    }
    /* The Get request to send; empty if there is none. Valid until the next step. */
    get_request request() const noexcept
    {
        return step_.request != nullptr ? from_c(*step_.request) : get_request();
    }
    /* After a FAILED, what the service said. It lives as long as the answer. */
    std::optional<std::string_view> detail() const noexcept
    {
        return view(step_.detail);
    }

    const dsi_poll_step &c() const noexcept DSI_OF_OBJECT
    {
        return step_;
    }

  private:
    dsi_poll_step step_ = {};
};

/* Budgets and delays; see dsi_poll_options. 0 is the default. */
struct poll_options {
    std::uint32_t max_requests = 0;
    std::uint32_t max_retries = 0;
    std::uint32_t max_wait_ms = 0;
    std::uint32_t base_delay_ms = 0;
    std::uint32_t max_delay_ms = 0;
    std::optional<bool> include_models_sdl = std::nullopt;
    std::optional<std::int32_t> max_results = std::nullopt;
};

namespace detail
{

inline dsi_poll_options to_c(const poll_options &from) noexcept
{
    dsi_poll_options to = {};

    to.max_requests = from.max_requests;
    to.max_retries = from.max_retries;
    to.max_wait_ms = from.max_wait_ms;
    to.base_delay_ms = from.base_delay_ms;
    to.max_delay_ms = from.max_delay_ms;
    if (from.include_models_sdl) {
        to.include_models_sdl = {true, *from.include_models_sdl};
    }
    if (from.max_results) {
        to.max_results = {true, *from.max_results};
    }
    return to;
}

} // namespace detail

/* The machine. It cannot be moved, and nor can its memory. */
class poll
{
  public:
    /* Begins; see dsi_poll_begin. */
    explicit poll(memory memory) noexcept
    {
        step_ = dsi_poll_begin(&poll_, memory.text(), memory.size(), nullptr);
    }
    poll(memory memory, const poll_options &options) noexcept
    {
        const dsi_poll_options how = detail::to_c(options); /* C copies it */

        step_ = dsi_poll_begin(&poll_, memory.text(), memory.size(), &how);
    }
    poll(const poll &) = delete;
    poll &operator=(const poll &) = delete;

    /* Goes on with an introspection that was started before. Call it first. */
    void resume(text introspection_id,
                std::optional<text> next_token = std::nullopt) noexcept
    {
        step_ = dsi_poll_resume(&poll_, to_c(introspection_id), to_c(next_token));
        told_ = true;
    }

    /* What to do now, or how it ended. */
    poll_step last() const noexcept
    {
        return poll_step(step_);
    }

    /*
     * Tells what became of the step's request. `random` is any number, evenly spread,
     * and chooses the delay. See dsi_poll_start_advance.
     */
    void advance(const result<start_answer> &answer, std::uint32_t random) noexcept
    {
        step_ = dsi_poll_start_advance(&poll_, answer ? &answer->c() : nullptr,
                                       &answer.error().c(), random);
        told_ = true;
    }
    void advance(const result<get_answer> &answer, std::uint32_t random) noexcept
    {
        step_ = dsi_poll_get_advance(&poll_, answer ? &answer->c() : nullptr,
                                     &answer.error().c(), random);
        told_ = true;
    }
    /* Tells that the step's request cannot be made: such an error is the end. */
    void advance(const error &failed, std::uint32_t random) noexcept
    {
        fail(&failed.c(), random);
    }
    /* Tells that no answer came. */
    void lose(std::uint32_t random) noexcept
    {
        fail(nullptr, random);
    }
    /* Goes on after a FAILED of the introspection itself; see dsi_poll_restart. */
    void restart(std::uint32_t random) noexcept
    {
        step_ = dsi_poll_restart(&poll_, random);
        told_ = true;
    }

    /* The id and the token of the last request, for a later resume. */
    get_request request() const noexcept
    {
        return from_c(poll_.request);
    }

    struct end_of_steps {
    };

    class iterator
    {
      public:
        using value_type = poll_step;
        using reference = poll_step;
        using pointer = void;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::input_iterator_tag;

        explicit iterator(poll &machine) noexcept : machine_(&machine)
        {
        }

        poll_step operator*() const noexcept
        {
            return machine_->last();
        }
        /* A step for which nothing was told counts as lost, and costs the longest wait.
         * So a loop always ends. */
        iterator &operator++() noexcept
        {
            if (!machine_->told_) {
                machine_->lose(UINT32_MAX);
            }
            machine_->told_ = false;
            return *this;
        }
        void operator++(int) noexcept
        {
            ++*this;
        }
        friend bool operator==(const iterator &at, end_of_steps /*end*/) noexcept
        {
            return at.machine_->last().is_end();
        }
        friend bool operator!=(const iterator &at, end_of_steps end) noexcept
        {
            return !(at == end);
        }

      private:
        poll *machine_;
    };

    iterator begin() noexcept DSI_OF_OBJECT
    {
        told_ = false;
        return iterator(*this);
    }
    static end_of_steps end() noexcept
    {
        return {};
    }

  private:
    void fail(const dsi_error *failed, std::uint32_t random) noexcept
    {
        step_ = last().is_start()
                    ? dsi_poll_start_advance(&poll_, nullptr, failed, random)
                    : dsi_poll_get_advance(&poll_, nullptr, failed, random);
        told_ = true;
    }

    dsi_poll poll_;
    dsi_poll_step step_;
    bool told_ = false;
};

} // namespace dsi

#endif
