/*
 * dsi/service_error.hpp - what a service answers instead of an output.
 *
 *     if (auto failed = answer->error()) {
 *         std::cerr << failed->class_name() << ": " << failed->message().value_or("")
 *                   << '\n';
 *     }
 *
 * The members are those of dsi/service_error.h; there is what they mean.
 */
#ifndef DSI_SERVICE_ERROR_HPP
#define DSI_SERVICE_ERROR_HPP

#include <chrono>

#include <dsi/encode.hpp>
#include <dsi/service_error.h>

namespace dsi
{

class code_error_location : public view_of<dsi_code_error_location>
{
  public:
    using view_of::view_of;

    std::optional<std::int32_t> line() const noexcept
    {
        return detail::value(c().line);
    }
    std::optional<std::int32_t> column() const noexcept
    {
        return detail::value(c().column);
    }
    std::optional<std::int32_t> span() const noexcept
    {
        return detail::value(c().span);
    }
};

class code_error : public view_of<dsi_code_error>
{
  public:
    using view_of::view_of;

    std::optional<std::string_view> error_type() const noexcept
    {
        return view(c().error_type);
    }
    std::optional<std::string_view> value() const noexcept
    {
        return view(c().value);
    }
    std::optional<code_error_location> location() const noexcept
    {
        return detail::value<code_error_location>(c().location);
    }
};

using code_errors = list<code_error, dsi_code_error>;

class service_error : public view_of<dsi_service_error>
{
  public:
    using view_of::view_of;

    int status() const noexcept
    {
        return c().status;
    }
    dsi_fault fault() const noexcept
    {
        return c().fault;
    }
    dsi_error_class error_class() const noexcept
    {
        return c().error_class;
    }
    /* "client" or "server" */
    std::string_view fault_name() const noexcept
    {
        return dsi_fault_name(fault());
    }
    /* "throttle" */
    std::string_view class_name() const noexcept
    {
        return dsi_error_class_name(error_class());
    }
    std::optional<std::string_view> type() const noexcept
    {
        return view(c().type);
    }
    std::optional<std::string_view> message() const noexcept
    {
        return view(c().message);
    }
    bool message_is_raw() const noexcept
    {
        return c().message_is_raw;
    }
    bool message_cut() const noexcept
    {
        return c().message_cut;
    }
    /* Why the body could not be read: DSI_OK if it was. */
    dsi_unread unread() const noexcept
    {
        return c().unread;
    }
    std::optional<std::chrono::milliseconds> retry_after() const noexcept
    {
        if (!c().retry_after_ms.present) {
            return std::nullopt;
        }
        return std::chrono::milliseconds(c().retry_after_ms.value);
    }
    std::optional<std::string_view> request_id() const noexcept
    {
        return view(c().request_id);
    }
    dsi_bad_request_reason reason() const noexcept
    {
        return c().reason.value;
    }
    std::optional<std::string_view> reason_text() const noexcept
    {
        return view(c().reason.text);
    }
    /* An error without a detail has an absent list. */
    dsi::code_errors code_errors() const noexcept
    {
        return c().detail != nullptr ? dsi::code_errors(c().detail->code_errors)
                                     : dsi::code_errors();
    }
};

/* Writes all of it as one JSON object for a log; see dsi_service_error_write. */
template <class Take> error write(const service_error &from, Take &&take) noexcept
{
    const dsi_sink sink = detail::sink_of(take);
    error failed;

    dsi_service_error_write(&from.c(), &sink, failed.out());
    return failed;
}

} // namespace dsi

#endif
