/*
 * dsi/encode.hpp - a message into a buffer, or piece by piece into a function.
 *
 *     auto body = dsi::encode(request, buffer); // a result: the text in `buffer`
 *     dsi::error failed = dsi::write(request, [&](std::string_view piece) {
 *         return out.write(piece);
 *     });
 *
 * The functions themselves are in start.hpp, get.hpp and model.hpp. A function that takes
 * pieces returns true to go on. C calls it, so it must not throw: that ends the program.
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

} // namespace dsi

#endif
