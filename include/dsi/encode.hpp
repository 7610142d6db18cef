/*
 * dsi/encode.hpp - a message into a buffer, or piece by piece into a function.
 *
 *     auto body = dsi::encode(request, buffer); // a result: the text in `buffer`
 *     dsi::error failed = dsi::write(request, [&](std::string_view piece) {
 *         return out.write(piece);
 *     });
 *
 * The functions themselves are in start.hpp, get.hpp and model.hpp.
 */
#ifndef DSI_ENCODE_HPP
#define DSI_ENCODE_HPP

#include <dsi/encode.h>
#include <dsi/error.hpp>

namespace dsi
{

/* Compact, absent members left out. */
inline constexpr dsi_encode_options encode_default{};

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

/* Makes the result of a function that returns the length of what it wrote. */
template <class Encode>
result<std::string_view> encoded(memory buffer, Encode encode) noexcept
{
    return result<std::string_view>([&](error &failed) {
        return std::string_view(buffer.text(),
                                encode(buffer.text(), buffer.size(), failed.c()));
    });
}

template <class Size> result<std::size_t> measured(Size size) noexcept
{
    return result<std::size_t>([&](error &failed) { return size(failed.c()); });
}

} // namespace detail

} // namespace dsi

#endif
