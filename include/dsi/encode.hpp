/*
 * dsi/encode.hpp - a message into a buffer, or piece by piece into a function.
 *
 *     auto body = dsi::encode(request, buffer); // a result: the text in `buffer`
 *     dsi::error failed = dsi::write(request, [&](std::string_view piece) {
 *         return out.write(piece);
 *     });
 *
 * A message is a start_request, or an answer that a server made: a dsi_start_answer or
 * dsi_get_answer, the structs of C. A proxy gives an answer that it decoded. A get_request
 * goes into a target instead, see get.hpp, and can only be written.
 *
 * A function that takes pieces returns true to go on. C calls it, so it must not throw:
 * that ends the program.
 */
#ifndef DSI_ENCODE_HPP
#define DSI_ENCODE_HPP

#include <dsi/encode.h>
#include <dsi/error.hpp>

namespace dsi
{

/* How to write; see dsi_encode_options. */
struct encode_options {
    bool nulls = false;
    bool pretty = false;
};

namespace detail
{

/* C calls this function, so nothing may be thrown through it. */
template <class Take>
bool take_bytes(void *take, const char *bytes, std::size_t length) noexcept
{
    return function_of<Take>(take)(std::string_view(bytes, length));
}

/* A sink that calls `take` with each piece. */
template <class Take> dsi_sink sink_of(Take &take) noexcept
{
    static_assert(std::is_invocable_r_v<bool, Take &, std::string_view>,
                  "a sink is called with a std::string_view, and returns bool");
    return {take_bytes<Take>, context_of(take)};
}

/*
 * Writes by a function of C, whose last arguments are a sink, options and an error.
 * `write` is called with these.
 */
template <class Take, class Write>
error written(Take &take, const encode_options &options, Write write) noexcept
{
    const dsi_encode_options how = {options.nulls, options.pretty};
    const dsi_sink sink = sink_of(take);
    error failed;

    (void)write(&sink, &how, failed.out());
    return failed;
}

/* Makes the result of a function that returns the length of what it wrote. */
template <class Encode>
result<std::string_view> encoded(memory buffer, Encode encode) noexcept
{
    return result<std::string_view>([&](error &failed) {
        return std::string_view(buffer.text(),
                                encode(buffer.text(), buffer.size(), failed.out()));
    });
}

template <class Size> result<std::size_t> measured(Size size) noexcept
{
    return result<std::size_t>([&](error &failed) { return size(failed.out()); });
}

} // namespace detail

/*
 * Encodes a message: the text in `buffer`, without terminator. A buffer of
 * DSI_START_REQUEST_MAX bytes is enough for every valid start_request. See
 * dsi_start_request_encode and dsi_start_answer_encode.
 */
template <class Message, auto Encode = operations_of<Message>::encode>
result<std::string_view> encode(const Message &message, memory buffer) noexcept
{
    const auto &c = operations_of<Message>::c(message);

    return detail::encoded(buffer,
                           [&](char *text, std::size_t size, dsi_error *failed) {
                               return Encode(&c, text, size, failed);
                           });
}

/* The length of the encoded message, in bytes. */
template <class Message, auto Size = operations_of<Message>::size>
result<std::size_t> size(const Message &message) noexcept
{
    const auto &c = operations_of<Message>::c(message);

    return detail::measured([&](dsi_error *failed) { return Size(&c, failed); });
}

/*
 * Calls `take` with the encoded message, piece by piece; see dsi_start_request_write. A
 * get_request is written as a JSON object for logs, which is never sent.
 */
template <class Message, class Take, auto Write = operations_of<Message>::write>
error write(const Message &message, Take &&take,
            const encode_options &options = {}) noexcept
{
    const auto &c = operations_of<Message>::c(message);

    return detail::written(take, options,
                           [&](auto... rest) { return Write(&c, rest...); });
}

} // namespace dsi

#endif
