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
#include <dsi/introspection.hpp>
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
class start_response : public introspection_of<dsi_start_response>
{
  public:
    using introspection_of::introspection_of;
};

class start_answer : public answer_of<dsi_start_answer, start_response>
{
  public:
    using answer_of::answer_of;
};

/* A request as C has it: it is that struct. It points into itself, and to the texts of
 * `from`. */
class start_request_c : public dsi_start_request
{
  public:
    explicit start_request_c(const start_request &from) noexcept
        : dsi_start_request{nullptr}
    {
        if (const auto &config = from.rds_data_api_config) {
            config_ = {to_c(config->resource_arn), to_c(config->secret_arn),
                       to_c(config->database_name)};
            dsi_start_request::rds_data_api_config = &config_;
        }
    }
    start_request_c(const start_request_c &) = delete;
    start_request_c &operator=(const start_request_c &) = delete;

  private:
    dsi_rds_data_api_config config_ = {};
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

inline request_head start_request_head() noexcept
{
    return detail::show_head(dsi_start_request_head());
}

/* What a server sends before the answer's body; see dsi_start_answer_head. */
inline answer_head start_answer_head(const dsi_start_answer &answer) noexcept
{
    return detail::show_head(dsi_start_answer_head(&answer));
}

template <> struct operations_of<start_request> {
    static constexpr bool is_answer = false;
    static constexpr auto validate = dsi_start_request_validate;
    static constexpr auto encode = dsi_start_request_encode;
    static constexpr auto size = dsi_start_request_size;
    static constexpr auto write = dsi_start_request_write;
    static constexpr auto begin = dsi_start_request_begin;
    static constexpr auto finish = dsi_start_request_finish;
    static constexpr auto decode = dsi_start_request_decode;
    static start_request_c c(const start_request &from) noexcept
    {
        return start_request_c(from);
    }
    static start_request show(const dsi_start_request &from) noexcept
    {
        return from_c(from);
    }
};

/* An answer that a server made. */
template <> struct operations_of<dsi_start_answer> {
    static constexpr auto encode = dsi_start_answer_encode;
    static constexpr auto size = dsi_start_answer_size;
    static constexpr auto write = dsi_start_answer_write;
    static const dsi_start_answer &c(const dsi_start_answer &from) noexcept
    {
        return from;
    }
};

template <> struct operations_of<start_answer> : operations_of<dsi_start_answer> {
    static constexpr bool is_answer = true;
    static constexpr auto begin = dsi_start_answer_begin;
    static constexpr auto finish = dsi_start_answer_finish;
    static constexpr auto decode = dsi_start_answer_decode;
    static start_answer show(const dsi_start_answer &from) noexcept
    {
        return start_answer(from);
    }
};

} // namespace dsi

#endif
