/*
 * dsi/violation.hpp - every rule that a request breaks, as a range.
 *
 *     for (dsi::violation broken : dsi::validate(request)) {
 *         std::cerr << broken.words() << '\n';
 *     }
 *
 * A violation is a view of the object that validate returns. To keep one, keep that.
 */
#ifndef DSI_VIOLATION_HPP
#define DSI_VIOLATION_HPP

#include <dsi/error.hpp>
#include <dsi/violation.h>

namespace dsi
{

/* One broken rule; see dsi_violation. */
class violation : public view_of<dsi_violation>
{
  public:
    using view_of::view_of;

    dsi_code code() const noexcept
    {
        return c().code;
    }
    dsi_level level() const noexcept
    {
        return c().level;
    }
    /* A JSON Pointer to the member. */
    std::string_view path() const noexcept
    {
        return c().path;
    }
    std::size_t minimum() const noexcept
    {
        return c().minimum;
    }
    std::size_t maximum() const noexcept
    {
        return c().maximum;
    }
    std::size_t actual() const noexcept
    {
        return c().actual;
    }
    /* In bytes, the place in the value that breaks the rule. */
    std::size_t offset() const noexcept
    {
        return c().offset;
    }
    std::optional<std::string_view> rule() const noexcept
    {
        return view(dsi_str(c().rule));
    }
    std::optional<std::string_view> part() const noexcept
    {
        return view(dsi_str(c().part));
    }
    /* The text that breaks the rule, as it is in the request. */
    std::optional<std::string_view> value() const noexcept
    {
        return view(c().value);
    }
    dsi::words<DSI_VIOLATION_TEXT_MAX> words() const noexcept
    {
        return dsi::words<DSI_VIOLATION_TEXT_MAX>(
            [this](char *buffer, std::size_t size) {
                return dsi_violation_describe(&c(), buffer, size);
            });
    }
};

/* The violations of a request. Their values are views into its texts. */
class [[nodiscard]] violations
{
  public:
    /* `find` is called with the report to fill. */
    template <class Find> violations(dsi_level level, Find find) noexcept
    {
        dsi_violations report = {items_.data(), items_.size(), level, 0};

        find(report);
        count_ = report.count;
    }

    bool empty() const noexcept
    {
        return count_ == 0;
    }
    std::size_t size() const noexcept
    {
        return stored();
    }
    /* All that were found; a later release could find more than are stored. */
    std::size_t count() const noexcept
    {
        return count_;
    }
    /* Its parts are in this object, as those of an iterator. */
    violation operator[](std::size_t index) const &noexcept
    {
        return violation(items_[index]);
    }

    using iterator = list<violation, dsi_violation>::iterator;
    using const_iterator = iterator;
    violation operator[](std::size_t index) const && = delete;
    iterator begin() const &noexcept
    {
        return iterator(items_.data());
    }
    iterator end() const &noexcept
    {
        return iterator(items_.data() + stored());
    }
    iterator begin() const && = delete;
    iterator end() const && = delete;

    /* The whole report, in the words that the protocol's own servers use. */
    dsi::words<64 + DSI_VIOLATIONS_MAX * DSI_VIOLATION_TEXT_MAX> words() const noexcept
    {
        return dsi::words<64 + DSI_VIOLATIONS_MAX * DSI_VIOLATION_TEXT_MAX>(
            [this](char *buffer, std::size_t size) {
                dsi_violations report = {const_cast<dsi_violation *>(items_.data()),
                                         items_.size(), DSI_LEVEL_MODEL, count_};

                return dsi_violations_describe(&report, buffer, size);
            });
    }

  private:
    std::size_t stored() const noexcept
    {
        return count_ < items_.size() ? count_ : items_.size();
    }

    std::array<dsi_violation, DSI_VIOLATIONS_MAX> items_;
    std::size_t count_;
};

/* Everything that is wrong with a request; see dsi_start_request_validate. */
template <class Request, auto Validate = operations_of<Request>::validate>
violations validate(const Request &request, dsi_level level = DSI_LEVEL_MODEL) noexcept
{
    const auto &c = operations_of<Request>::c(request);

    return violations(level, [&](dsi_violations &report) { Validate(&c, &report); });
}

} // namespace dsi

#endif
