/*
 * dsi/text.hpp - strings, lists and memory, as C++ has them.
 *
 * A text goes in as dsi::text, and comes out as std::string_view. A member that may be
 * absent is a std::optional of it. Nothing here copies a text or owns memory.
 */
#ifndef DSI_TEXT_HPP
#define DSI_TEXT_HPP

#if __cplusplus < 201703L
#error "dsi.hpp needs C++17"
#endif

#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#if __cplusplus > 201703L
#include <version>
#endif
#ifdef __cpp_lib_ranges
#include <ranges>
#endif
#ifdef __cpp_lib_format
#include <format>
#endif

#include <dsi/optional.h>
#include <dsi/text.h>

/* A view of an object that must outlive it; a compiler that knows it warns. */
#if defined(__has_cpp_attribute)
#if __has_cpp_attribute(clang::lifetimebound)
#define DSI_OF_OBJECT [[clang::lifetimebound]]
#endif
#endif
#ifndef DSI_OF_OBJECT
#define DSI_OF_OBJECT
#endif

namespace dsi
{

/* ------------------------------------------------------------------------- strings */

template <std::size_t Capacity> class words;

namespace detail
{

template <class Type>
inline constexpr bool is_text = std::is_convertible_v<const Type &, std::string_view>;
/* A text that is not words, which are their own other side of a comparison. */
template <class Type> inline constexpr bool is_foreign_text = is_text<Type>;
template <std::size_t Capacity>
inline constexpr bool is_foreign_text<words<Capacity>> = false;

} // namespace detail

/*
 * A text that a caller gives. It is made of all that a std::string_view is made of, but
 * of no array of char that can be written to. Such an array is a buffer, and bytes that
 * arrive in one have no terminator, so a search for it would leave the array. For a
 * buffer give as_text(), which takes all of it, or a pointer and a length.
 */
class text : public std::string_view
{
  public:
    constexpr text() noexcept = default;
    constexpr text(const char *data, std::size_t size) noexcept
        : std::string_view(data, size)
    {
    }
    template <class From, class = std::enable_if_t<detail::is_text<From>>>
    constexpr text(const From &from) noexcept : std::string_view(from)
    {
    }
    template <std::size_t Size> text(char (&)[Size]) = delete;
};

/* The text as dsi's C functions take it. It is present, even if it is empty. */
inline dsi_string to_c(text from) noexcept
{
    return {from.data() != nullptr ? from.data() : "", from.size()};
}

/* A template, so that a literal is no candidate. */
template <class Text>
std::enable_if_t<std::is_base_of_v<std::string_view, Text>, dsi_string> to_c(
    const std::optional<Text> &from) noexcept
{
    return from ? to_c(*from) : dsi_string{nullptr, 0};
}

/* The text, or nothing if it is absent. */
inline std::optional<std::string_view> view(dsi_string text) noexcept
{
    if (text.data == nullptr) {
        return std::nullopt;
    }
    return std::string_view(text.data, text.length);
}

/* The bytes of any array, vector, span or the like of single bytes, as a text. */
template <class Range> std::string_view as_text(const Range &range) noexcept
{
    static_assert(sizeof *std::data(range) == 1, "a text is made of bytes");
    return {reinterpret_cast<const char *>(std::data(range)), std::size(range)};
}

/*
 * Words that dsi wrote, in the object itself: a view of them lives no longer. Capacity is
 * enough for all of them, with their terminator.
 */
template <std::size_t Capacity> class words
{
  public:
    /* `write` is called with a buffer and its capacity, and returns the length. */
    template <class Write, class = std::enable_if_t<std::is_invocable_r_v<
                               std::size_t, Write, char *, std::size_t>>>
    explicit words(Write write) noexcept
    {
        length_ = write(text_.data(), text_.size());
    }
    std::string_view view() const noexcept DSI_OF_OBJECT
    {
        return {text_.data(), length_};
    }
    operator std::string_view() const noexcept DSI_OF_OBJECT
    {
        return view();
    }
    const char *c_str() const noexcept DSI_OF_OBJECT
    {
        return text_.data();
    }
    /* A copy; only this uses the heap. */
    std::string str() const
    {
        return std::string(view());
    }
    /* With any text on either side. Templates match both sides exactly, so nothing is
     * ambiguous in C++20, which also swaps the sides. */
    template <class Text, std::enable_if_t<detail::is_text<Text>, int> = 0>
    friend bool operator==(const words &left, const Text &right) noexcept
    {
        return left.view() == std::string_view(right);
    }
    template <class Text, std::enable_if_t<detail::is_text<Text>, int> = 0>
    friend bool operator!=(const words &left, const Text &right) noexcept
    {
        return !(left == right);
    }
    template <class Text, std::enable_if_t<detail::is_foreign_text<Text>, int> = 0>
    friend bool operator==(const Text &left, const words &right) noexcept
    {
        return right == left;
    }
    template <class Text, std::enable_if_t<detail::is_foreign_text<Text>, int> = 0>
    friend bool operator!=(const Text &left, const words &right) noexcept
    {
        return !(right == left);
    }

  private:
    std::array<char, Capacity> text_;
    std::size_t length_;
};

/* For a stream of the standard library, and any other that takes a std::string_view. */
template <class Stream, std::size_t Capacity>
auto operator<<(Stream &stream, const words<Capacity> &text)
    -> decltype(stream << text.view())
{
    return stream << text.view();
}

/* -------------------------------------------------------------------------- memory */

/*
 * Bytes that the caller owns, into which dsi writes: a block for a decode, a buffer for
 * a message. It is made of any array, std::array, std::vector, std::span or string of
 * plain values, or of a pointer and a size in bytes.
 */
class memory
{
  public:
    memory(void *data, std::size_t size) noexcept : data_(data), size_(size)
    {
    }

    template <class Range, class Pointer = decltype(std::data(std::declval<Range &>())),
              class Value = std::remove_pointer_t<Pointer>,
              class = std::enable_if_t<!std::is_const_v<Value> &&
                                       std::is_trivially_copyable_v<Value>>>
    memory(Range &range) noexcept
        : data_(std::data(range)), size_(std::size(range) * sizeof(Value))
    {
    }

    /* A view of bytes, such as a std::span, may be a temporary: the bytes are not its. */
    template <class View,
              class Pointer = decltype(std::data(std::declval<const View &>())),
              class Value = std::remove_pointer_t<Pointer>,
              class = std::enable_if_t<!std::is_const_v<Value> &&
                                       std::is_trivially_copyable_v<Value>>,
              class = std::enable_if_t<!std::is_same_v<View, memory>>>
    memory(const View &view) noexcept
        : data_(std::data(view)), size_(std::size(view) * sizeof(Value))
    {
    }

    void *data() const noexcept
    {
        return data_;
    }
    char *text() const noexcept
    {
        return static_cast<char *>(data_);
    }
    std::size_t size() const noexcept
    {
        return size_;
    }

  private:
    void *data_;
    std::size_t size_; /* in bytes */
};

/* --------------------------------------------------------------------------- views */

/*
 * The base of a type that shows a struct of dsi's C interface. It copies nothing, so
 * the struct must outlive it; for an answer, that is until the next use of its block.
 */
template <class Struct> class view_of
{
  public:
    using c_type = Struct;

    view_of() noexcept = default; /* shows nothing, and may only be assigned to */
    explicit view_of(const Struct &shown) noexcept : shown_(&shown)
    {
    }
    view_of(const Struct &&) = delete;

    const Struct &c() const noexcept
    {
        return *shown_;
    }
    /* A C function that takes the struct also accepts a view of one. */
    operator const Struct &() const noexcept
    {
        return *shown_;
    }

  private:
    const Struct *shown_ = nullptr;
};

/*
 * What C has for a message: its functions, and the way to its struct and back. It is
 * defined for each message in start.hpp and get.hpp. validate, encode, size, write,
 * decode and decoder are for those messages whose functions are there.
 */
template <class Message> struct operations_of;

namespace detail
{

/* A function as the context that C keeps: a lambda, another object, or a plain one. */
template <class Function> void *context_of(Function &function) noexcept
{
    if constexpr (std::is_function_v<Function>) {
        return reinterpret_cast<void *>(&function);
    } else {
        return const_cast<void *>(static_cast<const void *>(&function));
    }
}

template <class Function> Function &function_of(void *context) noexcept
{
    if constexpr (std::is_function_v<Function>) {
        return *reinterpret_cast<Function *>(context);
    } else {
        return *static_cast<Function *>(context);
    }
}

/* A value that may be absent. */
template <class Optional> auto value(const Optional &from) noexcept
{
    return from.present ? std::optional(from.value) : std::nullopt;
}

/* A structure that may be absent. */
template <class View>
std::optional<View> value(const typename View::c_type *from) noexcept
{
    return from != nullptr ? std::optional(View(*from)) : std::nullopt;
}

template <class View, class Struct> View show(const Struct &item) noexcept
{
    if constexpr (std::is_same_v<View, std::string_view>) {
        return {item.data, item.length};
    } else {
        return View(item);
    }
}

} // namespace detail

/*
 * A list of a message, as a range with random access. An absent list has no items;
 * present() tells it from an empty one.
 */
template <class View, class Struct> class list
{
  public:
    class iterator
    {
      public:
        using value_type = View;
        using reference = View;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::random_access_iterator_tag;

        /* A reference is a value, so -> needs a place for it. */
        class pointer
        {
          public:
            explicit pointer(View item) noexcept : item_(item)
            {
            }
            const View *operator->() const noexcept DSI_OF_OBJECT
            {
                return &item_;
            }

          private:
            View item_;
        };

        iterator() noexcept = default;
        explicit iterator(const Struct *at) noexcept : at_(at)
        {
        }

        View operator*() const noexcept
        {
            return detail::show<View>(*at_);
        }
        pointer operator->() const noexcept
        {
            return pointer(**this);
        }
        View operator[](difference_type n) const noexcept
        {
            return detail::show<View>(at_[n]);
        }
        iterator &operator+=(difference_type n) noexcept
        {
            at_ += n;
            return *this;
        }
        iterator &operator-=(difference_type n) noexcept
        {
            return *this += -n;
        }
        iterator &operator++() noexcept
        {
            return *this += 1;
        }
        iterator &operator--() noexcept
        {
            return *this -= 1;
        }
        iterator operator++(int) noexcept
        {
            return iterator(at_++);
        }
        iterator operator--(int) noexcept
        {
            return iterator(at_--);
        }

        friend iterator operator+(iterator from, difference_type n) noexcept
        {
            return from += n;
        }
        friend iterator operator+(difference_type n, iterator from) noexcept
        {
            return from += n;
        }
        friend iterator operator-(iterator from, difference_type n) noexcept
        {
            return from -= n;
        }
        friend difference_type operator-(iterator left, iterator right) noexcept
        {
            return left.at_ - right.at_;
        }
        friend bool operator==(iterator left, iterator right) noexcept
        {
            return left.at_ == right.at_;
        }
        friend bool operator!=(iterator left, iterator right) noexcept
        {
            return left.at_ != right.at_;
        }
        friend bool operator<(iterator left, iterator right) noexcept
        {
            return left.at_ < right.at_;
        }
        friend bool operator>(iterator left, iterator right) noexcept
        {
            return right < left;
        }
        friend bool operator<=(iterator left, iterator right) noexcept
        {
            return !(right < left);
        }
        friend bool operator>=(iterator left, iterator right) noexcept
        {
            return !(left < right);
        }

      private:
        const Struct *at_ = nullptr;
    };
    using const_iterator = iterator;
    using value_type = View;
    using size_type = std::size_t;

    list() noexcept = default;
    template <class List,
              class = std::enable_if_t<std::is_same_v<
                  decltype(std::declval<const List &>().items), const Struct *>>>
    explicit list(const List &shown) noexcept
        : items_(shown.items), count_(shown.count), dropped_(shown.dropped)
    {
    }

    bool present() const noexcept
    {
        return items_ != nullptr;
    }
    bool empty() const noexcept
    {
        return count_ == 0;
    }
    std::size_t size() const noexcept
    {
        return count_;
    }
    /* Items of the message that are left out here: nulls. */
    std::size_t dropped() const noexcept
    {
        return dropped_;
    }
    /* `index` is less than size(). */
    View operator[](std::size_t index) const noexcept
    {
        return detail::show<View>(items_[index]);
    }
    /* There is one. */
    View front() const noexcept
    {
        return (*this)[0];
    }
    View back() const noexcept
    {
        return (*this)[count_ - 1];
    }
    iterator begin() const noexcept
    {
        return iterator(items_);
    }
    iterator end() const noexcept
    {
        return iterator(items_ + count_);
    }

  private:
    const Struct *items_ = nullptr;
    std::size_t count_ = 0;
    std::size_t dropped_ = 0;
};

} // namespace dsi

#ifdef __cpp_lib_format
template <> struct std::formatter<dsi::text> : std::formatter<std::string_view> {
};
#endif

#ifdef __cpp_lib_ranges
/* The items are not the list's: it is a view, and its iterators may outlive it. */
template <class View, class Struct>
inline constexpr bool std::ranges::enable_view<dsi::list<View, Struct>> = true;
template <class View, class Struct>
inline constexpr bool std::ranges::enable_borrowed_range<dsi::list<View, Struct>> =
    true;
#endif

#endif
