/* Errors, results and std::error_code. */
#include <cstdio>
#include <memory>
#include <string>

#include "cxx.hpp"

#define CODE_ROW(name, number, text) {name, #name},
static const struct {
    dsi_code code;
    const char *name;
} codes[] = {DSI_CODES(CODE_ROW)};

START_TEST(a_code_is_an_error_code)
{
    const dsi_code code = codes[_i].code;
    const std::error_code made = code;

    ck_assert(made == code && made.category() == dsi::error_category());
    ck_assert(made.message() == dsi_code_text(code));
    ck_assert_msg(static_cast<bool>(made) == (code != DSI_OK), "%s", codes[_i].name);
    for (int band = DSI_BAND_NONE; band <= DSI_BAND_INTERNAL; band++) {
        ck_assert_msg((made == static_cast<dsi_band>(band)) ==
                          (dsi_code_band(code) == static_cast<dsi_band>(band)),
                      "%s, band %d", codes[_i].name, band);
    }
}
END_TEST

START_TEST(other_categories_differ)
{
    const std::error_code other(DSI_E_TYPE, std::generic_category());

    ck_assert(other != DSI_E_TYPE && other != DSI_BAND_SHAPE);
    ck_assert(std::error_code(DSI_E_TYPE) != std::errc::invalid_argument);
    ck_assert_str_eq(dsi::error_category().name(), "dsi");
}
END_TEST

START_TEST(an_error_says_what_c_says)
{
    const auto answer = dsi::decode<dsi::start_answer>(block, dsi::received_head(200),
                                                       R"({"introspectionStatus":17})");
    std::array<char, DSI_ERROR_TEXT_MAX> words;
    const dsi::error &failed = answer.error();
    const std::error_code code = failed;

    ck_assert(!answer && failed);
    dsi_error_describe(&failed.c(), words.data(), words.size());
    ck_assert(failed.words().view() == words.data());
    ck_assert_int_eq(failed.code(), DSI_E_TYPE);
    ck_assert_int_eq(failed.band(), DSI_BAND_SHAPE);
    ck_assert(code == DSI_E_TYPE && code == DSI_BAND_SHAPE);
    ck_assert(failed == DSI_E_TYPE && failed != DSI_E_UTF8);
    ck_assert(failed == DSI_BAND_SHAPE && failed != DSI_BAND_TEXT);
    ck_assert(failed.code_name() == "DSI_E_TYPE");
    ck_assert(failed.path() == "/introspectionStatus");
    ck_assert_uint_eq(failed.offset(), 23);
    ck_assert_uint_eq(failed.limit(), DSI_JSON_STRING);
    ck_assert_uint_eq(failed.actual(), DSI_JSON_NUMBER);
}
END_TEST

START_TEST(no_error_is_false)
{
    const dsi::error none;

    ck_assert(!none && none.code() == DSI_OK && none.path().empty());
    ck_assert(none.words().view() == "no error");
    ck_assert(!std::error_code(none));
    ck_assert(dsi::error(DSI_E_ARGUMENT).words().view() ==
              dsi_code_text(DSI_E_ARGUMENT));
}
END_TEST

/* Something that can be written to, as a std::ostream can. */
struct stream {
    std::string text;
    stream &operator<<(std::string_view more)
    {
        text += more;
        return *this;
    }
};

START_TEST(words_can_be_written)
{
    stream out;

    out << dsi::error(DSI_E_ARGUMENT) << dsi::error().words();
    ck_assert(out.text == std::string(dsi_code_text(DSI_E_ARGUMENT)) + "no error");
    ck_assert(dsi::error().words() == "no error" && dsi::error().words() != "");
    ck_assert(dsi::error().words().str() == "no error");
}
END_TEST

/* Compares in all ways; `same` is what == must say. */
template <class Left, class Right>
static void compare(const Left &left, const Right &right, bool same)
{
    ck_assert((left == right) == same && (right == left) == same);
    ck_assert((left != right) != same && (right != left) != same);
}

START_TEST(errors_are_compared)
{
    const dsi::error type(DSI_E_TYPE);
    dsi::error numbers[] = {type, type, type, type};

    compare(type, dsi::error(DSI_E_TYPE), true);
    compare(type, dsi::error(), false);
    numbers[0].out()->offset = 1;
    numbers[1].out()->limit = 1;
    numbers[2].out()->actual = 1;
    numbers[3].out()->path[0] = '/';
    numbers[3].out()->path[1] = '\0';
    for (const dsi::error &other : numbers) {
        compare(type, other, false);
        compare(other, other, true);
        compare(other, DSI_E_TYPE, true);
    }
    compare(type, DSI_OK, false);
    compare(DSI_OK, dsi::error(), true);
    compare(type, DSI_BAND_SHAPE, true);
    compare(DSI_BAND_TEXT, type, false);
    compare(type, make_error_code(DSI_E_TYPE), true);
    compare(type, make_error_code(DSI_E_UTF8), false);
    compare(type, make_error_condition(DSI_BAND_SHAPE), true);
}
END_TEST

START_TEST(words_are_compared)
{
    const auto none = dsi::error().words();
    const dsi::words<9> other([](char *buffer, std::size_t size) -> std::size_t {
        return static_cast<std::size_t>(std::snprintf(buffer, size, "no error"));
    });
    const char *const pointer = "no error";

    compare(none, none, true);
    compare(none, other, true);
    compare(none, dsi::error(DSI_E_TYPE).words(), false);
    compare(none, "no error", true);
    compare(none, "no", false);
    compare(none, pointer, true);
    compare(none, std::string("no error"), true);
    compare(none, std::string_view("no error"), true);
    compare(none, dsi::text("no error"), true);
    compare(none, std::optional<std::string_view>("no error"), true);
}
END_TEST

START_TEST(conditions_have_words)
{
    std::error_condition none(DSI_OK, dsi::error_category());

    ck_assert(std::error_condition(DSI_BAND_LIMIT).message() == "refused for its size");
    ck_assert(none.message() == "no error");
    ck_assert(std::error_code(DSI_E_MEMORY).default_error_condition() ==
              DSI_BAND_LIMIT);
    for (int number : {-1, 9, 0xFFF, 0x1000, 99999}) {
        ck_assert(dsi::error_category().message(number) == "unknown error");
    }
}
END_TEST

/* A function of a user, with an error of its own step. */
static dsi::result<std::size_t> twice(const dsi::start_request &request)
{
    const auto length = dsi::size(request);

    if (!length) {
        return length.error();
    }
    return 2 * *length;
}

START_TEST(a_result_is_made_of_a_value_or_an_error)
{
    ck_assert_uint_eq(twice({}).value(), 4);
    ck_assert_uint_eq(*twice({}), 4);
    const auto failed = twice({dsi::rds_data_api_config{"\xff", {}, {}}});
    ck_assert(!failed && failed.error() == DSI_E_UTF8);
    ck_assert_uint_eq(failed.value_or(9), 9);
    static_assert(!std::is_constructible_v<dsi::result<dsi::model>, int>);
    static_assert(!std::is_constructible_v<dsi::models, int>);
}
END_TEST

/* Functions of a user, with a value that cannot be copied. */
static dsi::result<std::unique_ptr<int>> make(int number)
{
    std::unique_ptr<int> made(new int(number));

    if (number < 0) {
        return dsi::error(DSI_E_ARGUMENT);
    }
    return made;
}

START_TEST(a_value_is_moved)
{
    auto made = make(1);

    *made.value() += 1;
    ck_assert_int_eq(**made, 2);
    ck_assert_int_eq(**made.operator->(), 2);
    const std::unique_ptr<int> taken = *std::move(made);
    ck_assert(*taken == 2 && *made == nullptr);
    ck_assert_int_eq(*make(3).value(), 3);
    ck_assert_int_eq(*make(4).value_or(nullptr), 4);
    ck_assert(make(-1).value_or(nullptr) == nullptr);
    ck_assert(make(-1).error() == DSI_E_ARGUMENT);
}
END_TEST

/* What a result does with a string: a copy may throw, a move does not. */
using text_result = dsi::result<std::string>;
static_assert(std::is_nothrow_constructible_v<text_result, std::string>);
static_assert(!std::is_nothrow_constructible_v<text_result, const std::string &>);
static_assert(std::is_nothrow_constructible_v<text_result, const dsi::error &>);
static_assert(std::is_nothrow_move_constructible_v<text_result>);
static_assert(!std::is_nothrow_copy_constructible_v<text_result>);
static_assert(noexcept(std::declval<text_result>().value()));
static_assert(!noexcept(std::declval<text_result &>().value_or({})));
static_assert(
    !std::is_nothrow_constructible_v<text_result, std::string (&)(dsi::error &)>);
using owner_result = dsi::result<std::unique_ptr<int>>;
static_assert(!std::is_copy_constructible_v<owner_result>);
static_assert(std::is_nothrow_move_assignable_v<owner_result>);

/* An enum that means an error is no value, though it converts to a number. */
template <class Given, class Value, class Error = dsi::error>
inline constexpr bool makes = std::is_constructible_v<dsi::result<Value, Error>, Given>
    &&std::is_convertible_v<Given, dsi::result<Value, Error>>;
static_assert(!makes<dsi_code, int> && !makes<dsi_code, std::uint64_t>);
static_assert(!makes<dsi_code, bool> && !makes<dsi_code, std::error_code>);
static_assert(!makes<dsi_band, int> && !makes<const dsi_code &, int>);
static_assert(makes<dsi_code, dsi_code> && makes<dsi_band, dsi_band>);
static_assert(makes<dsi_poll_action, int> && makes<char, int> && makes<int, long>);
static_assert(makes<dsi_code, std::string, dsi_code>);

CXX_SUITE(cxx_errors)
{
    Suite *suite = suite_create("C++ errors");

    add_rows(suite, "a code is a std::error_code", a_code_is_an_error_code,
             sizeof codes / sizeof *codes);
    add_test(suite, "other categories differ", other_categories_differ);
    add_test(suite, "an error says what C says", an_error_says_what_c_says);
    add_test(suite, "no error", no_error_is_false);
    add_test(suite, "words", words_can_be_written);
    add_test(suite, "errors are compared", errors_are_compared);
    add_test(suite, "words are compared", words_are_compared);
    add_test(suite, "words of conditions", conditions_have_words);
    add_test(suite, "results of a user", a_result_is_made_of_a_value_or_an_error);
    add_test(suite, "a value is moved", a_value_is_moved);
    return suite;
}
