/*
 * dsi/start.hpp - StartDataSourceIntrospection, for C++.
 *
 *     dsi::start_request request{
 *         dsi::rds_data_api_config{resource_arn, secret_arn, "orders"}};
 *     if (dsi::validate(request).empty()) {
 *         std::array<char, DSI_START_REQUEST_MAX> buffer;
 *         auto body = dsi::encode(request, buffer);
 *         ... send dsi::start_request_head() and *body, receive `head` and `text`
 *         auto answer = dsi::decode<dsi::start_answer>(block, head, text);
 *     }
 *
 * A server decodes a start_request. It fills a dsi_start_answer, the struct of C, with
 * dsi::to_c() for texts.
 */
#ifndef DSI_START_HPP
#define DSI_START_HPP

#include <dsi/decode.hpp>
#include <dsi/encode.hpp>
#include <dsi/service_error.hpp>
#include <dsi/start.h>
#include <dsi/violation.hpp>

namespace dsi
{

/* See dsi_rds_data_api_config. All three are required. */
struct rds_data_api_config {
    std::optional<text> resource_arn = std::nullopt;
    std::optional<text> secret_arn = std::nullopt;
    std::optional<text> database_name = std::nullopt;
};

/* A request to send, or one that a server received. The texts are the caller's. */
struct start_request {
    std::optional<dsi::rds_data_api_config> rds_data_api_config = std::nullopt;
};

/* The success shape; see dsi_start_response. */
class start_response : public view_of<dsi_start_response>
{
  public:
    using view_of::view_of;

    std::optional<std::string_view> introspection_id() const noexcept
    {
        return view(c().introspection_id);
    }
    dsi_introspection_status introspection_status() const noexcept
    {
        return c().introspection_status.value;
    }
    std::optional<std::string_view> introspection_status_text() const noexcept
    {
        return view(c().introspection_status.text);
    }
    std::optional<std::string_view> introspection_status_detail() const noexcept
    {
        return view(c().introspection_status_detail);
    }
};

/* An output or a service error, never both. */
class start_answer : public view_of<dsi_start_answer>
{
  public:
    using view_of::view_of;

    int status() const noexcept
    {
        return c().status;
    }
    std::optional<std::string_view> request_id() const noexcept
    {
        return view(c().request_id);
    }
    std::optional<start_response> output() const noexcept
    {
        return c().kind == DSI_OUTPUT ? std::optional(start_response(c().output))
                                      : std::nullopt;
    }
    std::optional<service_error> error() const noexcept
    {
        return c().kind == DSI_SERVICE_ERROR ? std::optional(service_error(c().error))
                                             : std::nullopt;
    }
};

/* A request as C has it. It points into itself, and to the texts of `from`. */
class start_request_c
{
  public:
    explicit start_request_c(const start_request &from) noexcept
    {
        if (from.rds_data_api_config) {
            config_ = {to_c(from.rds_data_api_config->resource_arn),
                       to_c(from.rds_data_api_config->secret_arn),
                       to_c(from.rds_data_api_config->database_name)};
            request_.rds_data_api_config = &config_;
        }
    }
    start_request_c(const start_request_c &) = delete;
    start_request_c &operator=(const start_request_c &) = delete;

    const dsi_start_request &c() const noexcept DSI_OF_OBJECT
    {
        return request_;
    }

  private:
    dsi_rds_data_api_config config_ = {};
    dsi_start_request request_ = {nullptr};
};

/* A request that C has. The texts stay where they are. */
inline start_request from_c(const dsi_start_request &from) noexcept
{
    const dsi_rds_data_api_config *config = from.rds_data_api_config;

    if (config == nullptr) {
        return {};
    }
    return {dsi::rds_data_api_config{view(config->resource_arn),
                                     view(config->secret_arn),
                                     view(config->database_name)}};
}

/* ------------------------------------------------------------------- the request */

inline request_head start_request_head() noexcept
{
    return detail::show_head(dsi_start_request_head());
}

/* Everything that is wrong with the request; see dsi_start_request_validate. */
inline violations validate(const start_request &request,
                           dsi_level level = DSI_LEVEL_MODEL) noexcept
{
    const start_request_c c(request);

    return violations(level, [&](dsi_violations &report) {
        dsi_start_request_validate(&c.c(), &report);
    });
}

/*
 * Encodes the request: the text in `buffer`, without terminator. A buffer of
 * DSI_START_REQUEST_MAX bytes is enough for every valid request.
 */
inline result<std::string_view> encode(const start_request &request,
                                       memory buffer) noexcept
{
    const start_request_c c(request);

    return detail::encoded(
        buffer, [&](char *text, std::size_t size, dsi_error *failed) {
            return dsi_start_request_encode(&c.c(), text, size, failed);
        });
}

/* The length of the encoded request, in bytes. */
inline result<std::size_t> size(const start_request &request) noexcept
{
    const start_request_c c(request);

    return detail::measured(
        [&](dsi_error *failed) { return dsi_start_request_size(&c.c(), failed); });
}

/* Calls `take` with the encoded request, piece by piece; see dsi_start_request_write. */
template <class Take>
error write(const start_request &request, Take &&take,
            const encode_options &options = {}) noexcept
{
    const start_request_c c(request);
    return detail::written(take, options, [&](auto... rest) {
        return dsi_start_request_write(&c.c(), rest...);
    });
}

template <> struct operations_of<start_request> {
    static constexpr bool is_answer = false;
    static constexpr auto begin = dsi_start_request_begin;
    static constexpr auto finish = dsi_start_request_finish;
    static constexpr auto decode = dsi_start_request_decode;
    static start_request show(const dsi_start_request &from) noexcept
    {
        return from_c(from);
    }
};

/* -------------------------------------------------------------------- the answer */

/*
 * What a server sends before the answer's body; see dsi_start_answer_head. A proxy gives
 * this function, and those below, an answer that it decoded.
 */
inline answer_head start_answer_head(const dsi_start_answer &answer) noexcept
{
    return detail::show_head(dsi_start_answer_head(&answer));
}

/* Encodes an answer's body, for servers; see dsi_start_answer_encode. */
inline result<std::string_view> encode(const dsi_start_answer &answer,
                                       memory buffer) noexcept
{
    return detail::encoded(
        buffer, [&](char *text, std::size_t size, dsi_error *failed) {
            return dsi_start_answer_encode(&answer, text, size, failed);
        });
}

inline result<std::size_t> size(const dsi_start_answer &answer) noexcept
{
    return detail::measured(
        [&](dsi_error *failed) { return dsi_start_answer_size(&answer, failed); });
}

template <class Take>
error write(const dsi_start_answer &answer, Take &&take,
            const encode_options &options = {}) noexcept
{
    return detail::written(take, options, [&](auto... rest) {
        return dsi_start_answer_write(&answer, rest...);
    });
}

template <> struct operations_of<start_answer> {
    static constexpr bool is_answer = true;
    static dsi_decoder *begin(void *block, std::size_t size, const received_head &head,
                              const dsi_decode_options *options,
                              dsi_error *failed) noexcept
    {
        const dsi_received_head received = head.c();

        return dsi_start_answer_begin(block, size, &received, options, failed);
    }
    static constexpr auto finish = dsi_start_answer_finish;
    static const dsi_start_answer *decode(void *block, std::size_t size,
                                          const received_head &head, dsi_string body,
                                          const dsi_decode_options *options,
                                          dsi_error *failed) noexcept
    {
        const dsi_received_head received = head.c();

        return dsi_start_answer_decode(block, size, &received, body, options, failed);
    }
    static start_answer show(const dsi_start_answer &from) noexcept
    {
        return start_answer(from);
    }
};

} // namespace dsi

#endif
