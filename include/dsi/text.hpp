/*
 * dsi/text.hpp - strings, lists and memory, as C++ has them.
 *
 * A text goes in as std::string_view, and comes out as one. A member that may be absent
 * is a std::optional of it. Nothing here copies a text or owns memory.
 */
#ifndef DSI_TEXT_HPP
#define DSI_TEXT_HPP

#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include <dsi/optional.h>
#include <dsi/text.h>

namespace dsi
{

/* ------------------------------------------------------------------------- strings */

/* The text as dsi's C functions take it. It is present, even if it is empty. */
inline dsi_string to_c(std::string_view text) noexcept
{
    return {text.data() != nullptr ? text.data() : "", text.size()};
}

/* A template, so that a literal is no candidate. */
template <class Text>
std::enable_if_t<std::is_same_v<Text, std::string_view>, dsi_string> to_c(
    const std::optional<Text> &text) noexcept
{
    return text ? to_c(*text) : dsi_string{nullptr, 0};
}

/* The text, or nothing if it is absent. */
inline std::optional<std::string_view> view(dsi_string text) noexcept
{
    if (text.data == nullptr) {
        return std::nullopt;
    }
    return std::string_view(text.data, text.length);
}

/*
 * Words that dsi wrote, in the object itself. Capacity is enough for all of them, with
 * their terminator.
 */
template <std::size_t Capacity> class words
{
  public:
    /* `write` is called with a buffer and its capacity, and returns the length. */
    template <class Write> explicit words(Write write) noexcept
    {
        length_ = write(text_.data(), text_.size());
    }
    std::string_view view() const noexcept
    {
        return {text_.data(), length_};
    }
    operator std::string_view() const noexcept
    {
        return view();
    }
    const char *c_str() const noexcept
    {
        return text_.data();
    }

  private:
    std::array<char, Capacity> text_;
    std::size_t length_;
};

template <class Stream, std::size_t Capacity>
Stream &operator<<(Stream &stream, const words<Capacity> &text)
{
    stream << text.view();
    return stream;
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

  private:
    const Struct *shown_ = nullptr;
};

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
        using pointer = void;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::input_iterator_tag; /* a reference is a value */
#if __cplusplus > 201703L
        using iterator_concept = std::random_access_iterator_tag;
#endif

        iterator() noexcept = default;
        explicit iterator(const Struct *at) noexcept : at_(at)
        {
        }

        View operator*() const noexcept
        {
            return detail::show<View>(*at_);
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
    template <class List>
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

#endif
