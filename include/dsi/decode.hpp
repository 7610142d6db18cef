/*
 * dsi/decode.hpp - decoding, in one call or as the bytes arrive.
 *
 *     auto answer = dsi::decode<dsi::start_answer>(block, head, body);
 *
 *     dsi::decoder<dsi::start_answer> decoder(block, head);
 *     while (auto chunk = next_chunk()) {
 *         decoder.feed(*chunk);
 *     }
 *     auto answer = std::move(decoder).finish();
 *
 * Both return a result. What is in it lives in the block, until its next use.
 *
 * A message is one of start_request, start_answer, get_request and get_answer. An answer
 * needs the head that came before it; a get_answer can also take a function that is
 * called with each model.
 */
#ifndef DSI_DECODE_HPP
#define DSI_DECODE_HPP

#include <dsi/decode.h>
#include <dsi/error.hpp>
#include <dsi/http.hpp>

namespace dsi
{

/* How large a message may be; see dsi_limits. 0 is the default. */
struct limits {
    std::uint64_t max_bytes = 0;
    std::size_t max_depth = 0;
    std::size_t max_token = 0;
};

/* A member that the model does not list; see dsi_unknown_member. */
class unknown_member : public view_of<dsi_unknown_member>
{
  public:
    using view_of::view_of;

    std::string_view path() const noexcept
    {
        return c().path;
    }
    std::string_view name() const noexcept
    {
        return detail::show<std::string_view>(c().name);
    }
    std::uint64_t offset() const noexcept
    {
        return c().offset;
    }
};

/* How to decode; see dsi_decode_options. */
struct decode_options {
    dsi::limits limits = {};
    bool strict = false;
    dsi_unknown_sink unknown = {nullptr, nullptr}; /* see unknown_to */
};

namespace detail
{

/* C calls this function, so nothing may be thrown through it. */
template <class Found>
void found_unknown(void *found, const dsi_unknown_member *member) noexcept
{
    function_of<Found>(found)(unknown_member(*member));
}

inline dsi_decode_options to_c(const decode_options &from) noexcept
{
    return {{from.limits.max_bytes, from.limits.max_depth, from.limits.max_token},
            from.strict,
            from.unknown};
}

} // namespace detail

/*
 * A sink for decode_options: `found` is called with each unknown member that is skipped.
 * It must outlive the decode, and must not throw.
 */
template <class Found> dsi_unknown_sink unknown_to(Found &found) noexcept
{
    return {detail::found_unknown<Found>, detail::context_of(found)};
}

namespace detail
{

/* The message of a decode that went well, or an empty one. */
template <class Message, class Struct> Message show_message(const Struct *from) noexcept
{
    return from != nullptr ? operations_of<Message>::show(*from) : Message();
}

} // namespace detail

/*
 * A decode in progress. It owns nothing: to drop it, destroy it. It can be moved, but
 * its block cannot.
 */
template <class Message> class decoder
{
    using c_of = operations_of<Message>;

  public:
    /* Begins to decode a request. If that fails, finish says why. */
    template <class Asked = c_of, class = std::enable_if_t<!Asked::is_answer>>
    explicit decoder(memory into, const decode_options &options = {}) noexcept
    {
        const dsi_decode_options how = detail::to_c(options);

        decoder_ = c_of::begin(into.data(), into.size(), &how, begun_.out());
    }
    /* Begins to decode an answer. */
    template <class Asked = c_of, class = std::enable_if_t<Asked::is_answer>>
    decoder(memory into, const received_head &head,
            const decode_options &options = {}) noexcept
    {
        const dsi_decode_options how = detail::to_c(options);
        const dsi_received_head received = head.c();

        decoder_ = c_of::begin(into.data(), into.size(), &received, &how, begun_.out());
    }
    /*
     * Begins to decode an answer whose models are handed over. `take` is called with
     * each model, and returns true to go on. It must outlive the decoder, and must not
     * throw. The model is gone when it returns.
     */
    template <class Take,
              class = std::enable_if_t<!std::is_convertible_v<Take &, decode_options>>>
    decoder(memory into, const received_head &head, Take &take,
            const decode_options &options = {}) noexcept
    {
        const dsi_decode_options how = detail::to_c(options);
        const dsi_received_head received = head.c();

        decoder_ = c_of::begin(into.data(), into.size(), &received, take, &how,
                               begun_.out());
    }
    template <class Take,
              class = std::enable_if_t<!std::is_convertible_v<Take, decode_options>>>
    decoder(memory into, const received_head &head, const Take &&take,
            const decode_options &options = {}) = delete; /* it would not outlive it */
    decoder(const decoder &) = delete;
    decoder &operator=(const decoder &) = delete;
    decoder(decoder &&from) noexcept
        : begun_(from.begun_), decoder_(std::exchange(from.decoder_, nullptr))
    {
    }
    decoder &operator=(decoder &&) = delete;

    /* Takes the next bytes, cut anywhere. Returns true while more are of use. */
    bool feed(text bytes) noexcept
    {
        return dsi_feed(decoder_, bytes.data(), bytes.size());
    }
    bool feed(const void *bytes, std::size_t size) noexcept
    {
        return dsi_feed(decoder_, bytes, size);
    }

    /*
     * Ends the decode: std::move(decoder).finish(). It can be done once; a second time,
     * or of a decoder that was moved from, gives DSI_E_ARGUMENT.
     */
    result<Message> finish() &&noexcept
    {
        return result<Message>([this](error &failed) {
            if (decoder_ == nullptr) {
                failed = begun_ ? begun_ : error(DSI_E_ARGUMENT);
                return Message();
            }
            return detail::show_message<Message>(
                c_of::finish(std::exchange(decoder_, nullptr), failed.out()));
        });
    }

  private:
    error begun_; /* what begin said */
    dsi_decoder *decoder_;
};

/* Decodes a whole request. */
template <class Message>
result<Message> decode(memory into, text body,
                       const decode_options &options = {}) noexcept
{
    const dsi_decode_options how = detail::to_c(options);

    return result<Message>([&](error &failed) {
        return detail::show_message<Message>(operations_of<Message>::decode(
            into.data(), into.size(), to_c(body), &how, failed.out()));
    });
}

/* Decodes a whole answer. */
template <class Message>
result<Message> decode(memory into, const received_head &head, text body,
                       const decode_options &options = {}) noexcept
{
    const dsi_decode_options how = detail::to_c(options);
    const dsi_received_head received = head.c();

    return result<Message>([&](error &failed) {
        return detail::show_message<Message>(operations_of<Message>::decode(
            into.data(), into.size(), &received, to_c(body), &how, failed.out()));
    });
}

/* Decodes a whole answer whose models are handed over to `take`; see decoder. */
template <class Message, class Take,
          class = std::enable_if_t<!std::is_convertible_v<Take, decode_options>>>
result<Message> decode(memory into, const received_head &head, text body, Take &&take,
                       const decode_options &options = {}) noexcept
{
    const dsi_decode_options how = detail::to_c(options);
    const dsi_received_head received = head.c();

    return result<Message>([&](error &failed) {
        return detail::show_message<Message>(operations_of<Message>::decode(
            into.data(), into.size(), &received, to_c(body), take, &how, failed.out()));
    });
}

} // namespace dsi

#endif
