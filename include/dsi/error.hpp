/*
 * dsi/error.hpp - what went wrong, as a value.
 *
 * A function that makes something returns a result: the value, or the error.
 *
 *     if (auto body = dsi::encode(request, buffer)) {
 *         send(*body);
 *     } else {
 *         std::cerr << body.error() << '\n';
 *     }
 *
 * dsi throws nothing. A code is also a std::error_code, and a band is a condition:
 *
 *     if (body.error() == DSI_BAND_LIMIT) { // raise a limit, or give a larger block
 *     std::error_code code = body.error();
 */
#ifndef DSI_ERROR_HPP
#define DSI_ERROR_HPP

#include <cstdint>
#include <string>
#include <system_error>
#include <utility>

#include <dsi/error.h>
#include <dsi/text.hpp>

template <> struct std::is_error_code_enum<dsi_code> : std::true_type {
};
template <> struct std::is_error_condition_enum<dsi_band> : std::true_type {
};

namespace dsi
{

namespace detail
{

/* Codes are numbers from 0x100 on, and the conditions below it are bands. */
class DSI_API category final : public std::error_category
{
  public:
    const char *name() const noexcept override
    {
        return "dsi";
    }
    std::string message(int number) const override
    {
        constexpr int most = 0xFFF; /* of any code */

        if (number > 0 && number <= DSI_BAND_INTERNAL) {
            return bands[number];
        }
        return number >= 0 && number <= most
                   ? dsi_code_text(static_cast<dsi_code>(number))
                   : "unknown error";
    }
    /* The high byte of a code is its band. */
    std::error_condition default_error_condition(int code) const noexcept override
    {
        return {code >> 8, *this};
    }

  private:
    static constexpr const char *bands[] = {
        "no error",
        "the calling program is wrong",
        "not JSON",
        "not Unicode",
        "JSON, but not this message",
        "refused for its size",
        "a constraint is violated",
        "the caller's function ended it",
        "internal error",
    };
};

} // namespace detail

/*
 * The category of dsi's codes: "dsi". Its conditions are dsi's bands. It is one object in
 * a process, also if shared libraries hide their symbols.
 */
DSI_API inline const std::error_category &error_category() noexcept
{
    static const detail::category only;

    return only;
}

/* The first thing that went wrong; see dsi_error. It is a value without a heap. */
class [[nodiscard]] error
{
  public:
    error() noexcept : error(DSI_OK)
    {
    }
    /* A code without a place. */
    explicit error(dsi_code code) noexcept
    {
        error_.code = code;
        error_.offset = error_.limit = error_.actual = 0;
        error_.path[0] = '\0';
    }
    explicit error(const dsi_error &from) noexcept : error_(from)
    {
    }

    /* True if something went wrong. */
    explicit operator bool() const noexcept
    {
        return error_.code != DSI_OK;
    }
    operator std::error_code() const noexcept
    {
        return {static_cast<int>(error_.code), error_category()};
    }
    dsi_code code() const noexcept
    {
        return error_.code;
    }
    /* "DSI_E_SYNTAX" */
    std::string_view code_name() const noexcept
    {
        return dsi_code_name(error_.code);
    }
    dsi_band band() const noexcept
    {
        return dsi_code_band(error_.code);
    }
    /* In bytes from the start of the message; see dsi_error for what stands there. */
    std::uint64_t offset() const noexcept
    {
        return error_.offset;
    }
    std::uint64_t limit() const noexcept
    {
        return error_.limit;
    }
    std::uint64_t actual() const noexcept
    {
        return error_.actual;
    }
    /* A JSON Pointer, in this object. */
    std::string_view path() const noexcept DSI_OF_OBJECT
    {
        return error_.path;
    }
    /* All of it in English; no value of a message is repeated. */
    dsi::words<DSI_ERROR_TEXT_MAX> words() const noexcept
    {
        return dsi::words<DSI_ERROR_TEXT_MAX>([this](char *buffer, std::size_t size) {
            return dsi_error_describe(&error_, buffer, size);
        });
    }

    const dsi_error &c() const noexcept DSI_OF_OBJECT
    {
        return error_;
    }
    /* For a function of C that fills it. */
    dsi_error *out() noexcept DSI_OF_OBJECT
    {
        return &error_;
    }

    /* The same code, with the same numbers and at the same place. */
    friend bool operator==(const error &left, const error &right) noexcept
    {
        return left.code() == right.code() && left.offset() == right.offset() &&
               left.limit() == right.limit() && left.actual() == right.actual() &&
               left.path() == right.path();
    }
    friend bool operator!=(const error &left, const error &right) noexcept
    {
        return !(left == right);
    }
    friend bool operator==(const error &left, dsi_code right) noexcept
    {
        return left.code() == right;
    }
    friend bool operator!=(const error &left, dsi_code right) noexcept
    {
        return left.code() != right;
    }
    friend bool operator==(dsi_code left, const error &right) noexcept
    {
        return left == right.code();
    }
    friend bool operator!=(dsi_code left, const error &right) noexcept
    {
        return left != right.code();
    }
    friend bool operator==(const error &left, dsi_band right) noexcept
    {
        return left.band() == right;
    }
    friend bool operator!=(const error &left, dsi_band right) noexcept
    {
        return left.band() != right;
    }
    friend bool operator==(dsi_band left, const error &right) noexcept
    {
        return left == right.band();
    }
    friend bool operator!=(dsi_band left, const error &right) noexcept
    {
        return left != right.band();
    }

  private:
    dsi_error error_;
};

/* Prints the words. */
template <class Stream>
auto operator<<(Stream &stream, const error &failed)
    -> decltype(stream << std::string_view())
{
    return stream << failed.words().view();
}

/*
 * What a function made, or the error that stopped it. Your own functions can return a
 * result as well: return a value, or an error that is not DSI_OK. The conversion of
 * `Error` to bool says whether something went wrong. Both types need a default
 * constructor, and need not be copyable.
 */
template <class Value, class Error = error> class [[nodiscard]] result
{
    /* What throws nothing; a result always makes one of its parts empty. */
    static constexpr bool begins = std::is_nothrow_default_constructible_v<Value> &&
                                   std::is_nothrow_default_constructible_v<Error>;
    template <class Type>
    static constexpr bool copies = std::is_nothrow_copy_constructible_v<Type> &&begins;
    template <class Type>
    static constexpr bool moves = std::is_nothrow_move_constructible_v<Type> &&begins;
    template <class Make>
    static constexpr bool calls =
        std::is_nothrow_invocable_r_v<Value, Make &, Error &> &&begins;

    /* An enum that means an error, and is not what this result is made for. */
    template <class Enum>
    static constexpr bool is_own = std::is_same_v<Enum, Value> ||
                                   std::is_same_v<Enum, Error>;
    template <class Enum>
    static constexpr bool is_fault = !is_own<Enum> &&
                                     (std::is_error_code_enum_v<Enum> ||
                                      std::is_error_condition_enum_v<Enum>);

  public:
    result(const Value &value) noexcept(copies<Value>) : value_(value)
    {
    }
    result(Value &&value) noexcept(moves<Value>) : value_(std::move(value))
    {
    }
    result(const Error &failed) noexcept(copies<Error>) : error_(failed), value_()
    {
    }
    result(Error &&failed) noexcept(moves<Error>) : error_(std::move(failed)), value_()
    {
    }
    /* A dsi_code would be taken for a number: return dsi::error(code). */
    template <class Enum, std::enable_if_t<is_fault<Enum>, int> = 0>
    result(Enum) = delete;
    /* Calls `make` with the error to fill, and keeps what it returns. */
    template <class Make,
              class = std::enable_if_t<std::is_invocable_r_v<Value, Make &, Error &>>>
    explicit result(Make make) noexcept(calls<Make>) : value_(make(error_))
    {
    }

    bool has_value() const noexcept
    {
        return !error_;
    }
    explicit operator bool() const noexcept
    {
        return has_value();
    }
    /* The value; there must be one. */
    const Value &operator*() const &noexcept DSI_OF_OBJECT
    {
        return value_;
    }
    Value &operator*() &noexcept DSI_OF_OBJECT
    {
        return value_;
    }
    Value operator*() &&noexcept(moves<Value>)
    {
        return std::move(value_);
    }
    const Value *operator->() const noexcept DSI_OF_OBJECT
    {
        return &value_;
    }
    Value *operator->() noexcept DSI_OF_OBJECT
    {
        return &value_;
    }
    const Value &value() const &noexcept DSI_OF_OBJECT
    {
        return value_;
    }
    Value &value() &noexcept DSI_OF_OBJECT
    {
        return value_;
    }
    Value value() &&noexcept(moves<Value>)
    {
        return std::move(value_);
    }
    Value value_or(Value other) const &noexcept(copies<Value>)
    {
        if (has_value()) {
            return value_;
        }
        return other;
    }
    Value value_or(Value other) &&noexcept(moves<Value>)
    {
        if (has_value()) {
            return std::move(value_);
        }
        return other;
    }
    const Error &error() const &noexcept DSI_OF_OBJECT
    {
        return error_;
    }
    Error error() &&noexcept(moves<Error>)
    {
        return std::move(error_);
    }

  private:
    Error error_; /* `make` fills it before there is a value */
    Value value_;
};

} // namespace dsi

/* Found by the std::error_code and std::error_condition that are made of an enum. */
inline std::error_code make_error_code(dsi_code code) noexcept
{
    return {static_cast<int>(code), dsi::error_category()};
}

inline std::error_condition make_error_condition(dsi_band band) noexcept
{
    return {static_cast<int>(band), dsi::error_category()};
}

#endif
