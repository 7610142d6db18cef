/*
 * dsi/get.hpp - GetDataSourceIntrospection, for C++.
 *
 * In a name, get_ stands for this operation. None of these functions is a getter.
 *
 *     std::array<char, DSI_POLL_TARGET_MAX> buffer;
 *     auto target = dsi::encode_target(request, buffer);
 *     ... send dsi::get_request_head(*target), receive `head` and `text`
 *     if (auto answer = dsi::decode<dsi::get_answer>(block, head, text)) {
 *         for (dsi::model model : answer->models()) {
 *
 * Or each model is handed over as it arrives, so that no page needs to be in memory:
 *
 *     auto take = [&](dsi::model model) { ...; return true; };
 *     dsi::decoder<dsi::get_answer> decoder(block, head, take);
 *
 * dsi/poll.hpp says when to ask again, and for what.
 */
#ifndef DSI_GET_HPP
#define DSI_GET_HPP

#include <dsi/decode.hpp>
#include <dsi/get.h>
#include <dsi/introspection.hpp>
#include <dsi/model.hpp>
#include <dsi/violation.hpp>

namespace dsi
{

/* A request to send, or one that a server received; see dsi_get_request. */
struct get_request {
    std::optional<text> introspection_id = std::nullopt; /* required */
    std::optional<bool> include_models_sdl = std::nullopt;
    std::optional<text> next_token = std::nullopt;
    std::optional<std::int32_t> max_results = std::nullopt;
};

class introspection_result : public view_of<dsi_introspection_result>
{
  public:
    using view_of::view_of;

    dsi::models models() const noexcept
    {
        return dsi::models(c().models);
    }
    /* Absent: this is the last page. */
    std::optional<std::string_view> next_token() const noexcept
    {
        return view(c().next_token);
    }
};

/* The success shape; see dsi_get_response. */
class get_response : public introspection_of<dsi_get_response>
{
  public:
    using introspection_of::introspection_of;

    std::optional<dsi::introspection_result> introspection_result() const noexcept
    {
        return detail::value<dsi::introspection_result>(c().introspection_result);
    }
};

class get_answer : public answer_of<dsi_get_answer, get_response>
{
  public:
    using answer_of::answer_of;

    /* The models of its page; none if there is no page. */
    dsi::models models() const noexcept
    {
        const dsi_introspection_result *page = c().output.introspection_result;

        return page != nullptr ? dsi::models(page->models) : dsi::models();
    }
    /* How many models a function has taken. They are not in models(). */
    std::size_t models_taken() const noexcept
    {
        return c().models_taken;
    }
};

/* A request as C has it. It points to the texts of `from`. */
inline dsi_get_request to_c(const get_request &from) noexcept
{
    dsi_get_request to = {};

    to.introspection_id = to_c(from.introspection_id);
    if (from.include_models_sdl) {
        to.include_models_sdl = {true, *from.include_models_sdl};
    }
    to.next_token = to_c(from.next_token);
    if (from.max_results) {
        to.max_results = {true, *from.max_results};
    }
    return to;
}

/* A request that C has. The texts stay where they are. */
inline get_request from_c(const dsi_get_request &from) noexcept
{
    return {view(from.introspection_id), detail::value(from.include_models_sdl),
            view(from.next_token), detail::value(from.max_results)};
}

namespace detail
{

/* C calls this function, so nothing may be thrown through it. */
template <class Take> bool take_model(void *take, const dsi_model *from) noexcept
{
    return function_of<Take>(take)(model(*from));
}

template <class Take> dsi_model_sink model_sink_of(Take &take) noexcept
{
    static_assert(std::is_invocable_r_v<bool, Take &, model>,
                  "a function that takes models is called with a dsi::model, and "
                  "returns bool");
    return {take_model<Take>, context_of(take)};
}

/* As take_model; sets the next model, or NULL after the last. */
template <class Next> bool next_model(void *next, const dsi_model **to) noexcept
{
    return function_of<Next>(next)(*to);
}

} // namespace detail

/* ------------------------------------------------------------------- the request */

inline request_head get_request_head(text target) noexcept
{
    return detail::show_head(dsi_get_request_head(to_c(target)));
}

/* Builds the target, path and query; see dsi_get_request_target_encode. */
inline result<std::string_view> encode_target(const get_request &request,
                                              memory buffer) noexcept
{
    const dsi_get_request c = to_c(request);

    return detail::encoded(
        buffer, [&](char *text, std::size_t size, dsi_error *failed) {
            return dsi_get_request_target_encode(&c, text, size, failed);
        });
}

/* The target's length in bytes; the buffer needs one more. */
inline result<std::size_t> target_size(const get_request &request) noexcept
{
    const dsi_get_request c = to_c(request);

    return detail::measured(
        [&](dsi_error *failed) { return dsi_get_request_target_size(&c, failed); });
}

/*
 * Takes a target apart, for servers. The texts are put into `buffer`; as many bytes as
 * the target has are always enough. See dsi_get_request_target_decode.
 */
inline result<get_request> decode_target(text target, memory buffer,
                                         const decode_options &options = {}) noexcept
{
    const dsi_decode_options how = detail::to_c(options);

    return result<get_request>([&](error &failed) {
        dsi_get_request request;

        return dsi_get_request_target_decode(to_c(target), buffer.text(), buffer.size(),
                                             &how, &request, failed.out())
                   ? from_c(request)
                   : get_request();
    });
}

template <> struct operations_of<get_request> {
    static constexpr bool is_answer = false;
    static constexpr auto validate = dsi_get_request_validate;
    static constexpr auto write = dsi_get_request_write;
    static constexpr auto begin = dsi_get_request_begin;
    static constexpr auto finish = dsi_get_request_finish;
    static constexpr auto decode = dsi_get_request_decode;
    static dsi_get_request c(const get_request &from) noexcept
    {
        return to_c(from);
    }
    static get_request show(const dsi_get_request &from) noexcept
    {
        return from_c(from);
    }
};

/* -------------------------------------------------------------------- the answer */

/* What a server sends before the answer's body; see dsi_get_answer_head. */
inline answer_head get_answer_head(const dsi_get_answer &answer) noexcept
{
    return detail::show_head(dsi_get_answer_head(&answer));
}

/*
 * Writes an output whose models come one by one: `next` sets the pointer that it is
 * called with to the next model, or to nullptr after the last, and returns true to go
 * on. See dsi_get_answer_models_write.
 */
template <class Next, class Take>
error write_models(const dsi_get_answer &answer, Next &&next, Take &&take,
                   const encode_options &options = {}) noexcept
{
    static_assert(std::is_invocable_r_v<bool, Next &, const dsi_model *&>,
                  "`next` is called with a pointer to set, and returns bool");
    const dsi_model_source source = {detail::next_model<std::remove_reference_t<Next>>,
                                     detail::context_of(next)};

    return detail::written(take, options, [&](auto... rest) {
        return dsi_get_answer_models_write(&answer, &source, rest...);
    });
}

/* An answer that a server made. */
template <> struct operations_of<dsi_get_answer> {
    static constexpr auto encode = dsi_get_answer_encode;
    static constexpr auto size = dsi_get_answer_size;
    static constexpr auto write = dsi_get_answer_write;
    static const dsi_get_answer &c(const dsi_get_answer &from) noexcept
    {
        return from;
    }
};

template <> struct operations_of<get_answer> : operations_of<dsi_get_answer> {
    static constexpr bool is_answer = true;
    static dsi_decoder *begin(void *block, std::size_t capacity,
                              const dsi_received_head *head,
                              const dsi_decode_options *options,
                              dsi_error *failed) noexcept
    {
        return dsi_get_answer_begin(block, capacity, head, nullptr, options, failed);
    }
    template <class Take>
    static dsi_decoder *begin(void *block, std::size_t capacity,
                              const dsi_received_head *head, Take &take,
                              const dsi_decode_options *options,
                              dsi_error *failed) noexcept
    {
        const dsi_model_sink sink = detail::model_sink_of(take);

        return dsi_get_answer_begin(block, capacity, head, &sink, options, failed);
    }
    static constexpr auto finish = dsi_get_answer_finish;
    static const dsi_get_answer *decode(void *block, std::size_t capacity,
                                        const dsi_received_head *head, dsi_string body,
                                        const dsi_decode_options *options,
                                        dsi_error *failed) noexcept
    {
        return dsi_get_answer_decode(block, capacity, head, body, nullptr, options,
                                     failed);
    }
    template <class Take>
    static const dsi_get_answer *decode(void *block, std::size_t capacity,
                                        const dsi_received_head *head, dsi_string body,
                                        Take &take, const dsi_decode_options *options,
                                        dsi_error *failed) noexcept
    {
        const dsi_model_sink sink = detail::model_sink_of(take);

        return dsi_get_answer_decode(block, capacity, head, body, &sink, options,
                                     failed);
    }
    static get_answer show(const dsi_get_answer &from) noexcept
    {
        return get_answer(from);
    }
};

} // namespace dsi

#endif
