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

/* The default limits; unknown members are skipped. */
inline constexpr dsi_decode_options decode_default{};

/* What C has for a message; start.hpp and get.hpp say it. */
template <class Message> struct operations_of;

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
    explicit decoder(memory into,
                     const dsi_decode_options &options = decode_default) noexcept
        : decoder_(c_of::begin(into.data(), into.size(), &options, begun_.c()))
    {
    }
    /* Begins to decode an answer. */
    decoder(memory into, const received_head &head,
            const dsi_decode_options &options = decode_default) noexcept
        : decoder_(c_of::begin(into.data(), into.size(), head, &options, begun_.c()))
    {
    }
    /*
     * Begins to decode an answer whose models are handed over. `take` is called with
     * each model, and returns true to go on. It must outlive the decoder, and must not
     * throw. The model is gone when it returns.
     */
    template <class Take, class = std::enable_if_t<
                              !std::is_convertible_v<Take &, dsi_decode_options>>>
    decoder(memory into, const received_head &head, Take &take,
            const dsi_decode_options &options = decode_default) noexcept
        : decoder_(
              c_of::begin(into.data(), into.size(), head, take, &options, begun_.c()))
    {
    }
    decoder(const decoder &) = delete;
    decoder &operator=(const decoder &) = delete;
    decoder(decoder &&from) noexcept
        : begun_(from.begun_), decoder_(std::exchange(from.decoder_, nullptr))
    {
    }
    decoder &operator=(decoder &&) = delete;

    /* Takes the next bytes, cut anywhere. Returns true while more are of use. */
    bool feed(std::string_view bytes) noexcept
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
                c_of::finish(std::exchange(decoder_, nullptr), failed.c()));
        });
    }

  private:
    error begun_; /* what begin said; first, because begin fills it */
    dsi_decoder *decoder_;
};

/* Decodes a whole request. */
template <class Message>
result<Message> decode(memory into, std::string_view body,
                       const dsi_decode_options &options = decode_default) noexcept
{
    return result<Message>([&](error &failed) {
        return detail::show_message<Message>(operations_of<Message>::decode(
            into.data(), into.size(), to_c(body), &options, failed.c()));
    });
}

/* Decodes a whole answer. */
template <class Message>
result<Message> decode(memory into, const received_head &head, std::string_view body,
                       const dsi_decode_options &options = decode_default) noexcept
{
    return result<Message>([&](error &failed) {
        return detail::show_message<Message>(operations_of<Message>::decode(
            into.data(), into.size(), head, to_c(body), &options, failed.c()));
    });
}

/* Decodes a whole answer whose models are handed over to `take`; see decoder. */
template <class Message, class Take,
          class = std::enable_if_t<!std::is_convertible_v<Take, dsi_decode_options>>>
result<Message> decode(memory into, const received_head &head, std::string_view body,
                       Take &&take,
                       const dsi_decode_options &options = decode_default) noexcept
{
    return result<Message>([&](error &failed) {
        return detail::show_message<Message>(operations_of<Message>::decode(
            into.data(), into.size(), head, to_c(body), take, &options, failed.c()));
    });
}

} // namespace dsi

#endif
