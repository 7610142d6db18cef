/*
 * dsi/introspection.hpp - what the answers of both operations have.
 *
 * The members are those of dsi/start.h and dsi/get.h.
 */
#ifndef DSI_INTROSPECTION_HPP
#define DSI_INTROSPECTION_HPP

#include <dsi/introspection.h>
#include <dsi/service_error.hpp>

namespace dsi
{

/* The base of an answer: an output or a service error, never both. */
template <class Struct, class Output> class answer_of : public view_of<Struct>
{
  public:
    using view_of<Struct>::view_of;

    int status() const noexcept
    {
        return this->c().status;
    }
    std::optional<std::string_view> request_id() const noexcept
    {
        return view(this->c().request_id);
    }
    std::optional<Output> output() const noexcept
    {
        return this->c().kind == DSI_OUTPUT ? std::optional(Output(this->c().output))
                                            : std::nullopt;
    }
    std::optional<service_error> error() const noexcept
    {
        return this->c().kind == DSI_SERVICE_ERROR
                   ? std::optional(service_error(this->c().error))
                   : std::nullopt;
    }
};

/* The base of start_response and get_response. */
template <class Struct> class introspection_of : public view_of<Struct>
{
  public:
    using view_of<Struct>::view_of;

    std::optional<std::string_view> introspection_id() const noexcept
    {
        return view(this->c().introspection_id);
    }
    dsi_introspection_status introspection_status() const noexcept
    {
        return this->c().introspection_status.value;
    }
    std::optional<std::string_view> introspection_status_text() const noexcept
    {
        return view(this->c().introspection_status.text);
    }
    std::optional<std::string_view> introspection_status_detail() const noexcept
    {
        return view(this->c().introspection_status_detail);
    }
};

} // namespace dsi

#endif
