/* Texts, lists, memory and ARNs as C++ has them. */
#include <algorithm>
#include <string>
#if __cplusplus > 201703L
#include <ranges>
#include <span>
#endif

#include "cxx.hpp"

/* ------------------------------------------------------------------------- texts */

START_TEST(a_text_is_present_even_if_it_is_empty)
{
    ck_assert_ptr_nonnull(dsi::to_c(std::string_view()).data);
    ck_assert_uint_eq(dsi::to_c(std::string_view()).length, 0);
    ck_assert_ptr_nonnull(dsi::to_c(std::optional(std::string_view())).data);
    ck_assert_ptr_null(dsi::to_c(std::optional<std::string_view>()).data);
    ck_assert(dsi::view(dsi_str("")) == std::string_view());
    ck_assert(dsi::view(dsi_str(nullptr)) == std::nullopt);
}
END_TEST

START_TEST(a_nul_is_a_character)
{
    const std::string_view text("a\0b", 3);

    ck_assert(dsi::view(dsi::to_c(text)) == text);
}
END_TEST

/* An array that is no literal may lack a terminator, so it must not be read as a text. */
template <template <class> class Call>
inline constexpr bool refuses_buffers =
    takes<Call, const char (&)[4]>::value &&takes<Call, const char *>::value
        &&takes<Call, const std::string &>::value &&takes<Call, std::string_view>::value
            &&takes<Call, dsi::words<9> &>::value &&
    !takes<Call, char (&)[4]>::value && !takes<Call, std::vector<char> &>::value;

#define REFUSES_BUFFERS(name, ...)                                                     \
    template <class Text> using name = decltype(__VA_ARGS__);                          \
    static_assert(refuses_buffers<name>)
#define GIVEN std::declval<Text>()
using start_decoder = dsi::decoder<dsi::start_request>;
extern const dsi::received_head head;
bool take_model(dsi::model);

REFUSES_BUFFERS(make_text, dsi::text(GIVEN));
REFUSES_BUFFERS(make_string, dsi::to_c(GIVEN));
REFUSES_BUFFERS(feed, std::declval<start_decoder &>().feed(GIVEN));
REFUSES_BUFFERS(decode, dsi::decode<dsi::start_request>(block, GIVEN));
REFUSES_BUFFERS(decode_answer, dsi::decode<dsi::get_answer>(block, head, GIVEN));
REFUSES_BUFFERS(decode_models,
                dsi::decode<dsi::get_answer>(block, head, GIVEN, take_model));
REFUSES_BUFFERS(decode_target, dsi::decode_target(GIVEN, block));
REFUSES_BUFFERS(add_name, std::declval<dsi::received_head &>().add(GIVEN, ""));
REFUSES_BUFFERS(add_value, std::declval<dsi::received_head &>().add("", GIVEN));
REFUSES_BUFFERS(parse, dsi::parse_arn(GIVEN));
REFUSES_BUFFERS(make_head, dsi::get_request_head(GIVEN));
REFUSES_BUFFERS(resume, std::declval<dsi::poll &>().resume(GIVEN, "token"));
REFUSES_BUFFERS(resume_at, std::declval<dsi::poll &>().resume("id", GIVEN));
REFUSES_BUFFERS(make_config, dsi::rds_data_api_config{GIVEN, "", ""});
REFUSES_BUFFERS(make_request, dsi::get_request{GIVEN});
REFUSES_BUFFERS(set_member, std::declval<dsi::get_request &>().next_token = GIVEN);

START_TEST(a_text_is_a_view)
{
    const std::optional<dsi::text> given = "ab";
    const std::optional<std::string_view> got = given;
    char bytes[] = {'a', 'b', 'c'};

    ck_assert(given == "ab" && given == got && *given == std::string("ab"));
    ck_assert(given != std::nullopt && given.value_or("?") == "ab");
    ck_assert(dsi::text(bytes, 2) == *given && dsi::as_text(bytes) == "abc");
    ck_assert(dsi::text().empty() && dsi::text(dsi::text("x")) == "x");
#ifdef __cpp_lib_format
    ck_assert(std::format("{:>3}", *given) == " ab");
#endif
}
END_TEST

/* ------------------------------------------------------------------------ memory */

START_TEST(memory_is_counted_in_bytes)
{
    std::array<char, 7> chars;
    std::uint64_t numbers[3];
    std::vector<std::uint16_t> shorts(5);
    std::string text = "four";

    ck_assert_uint_eq(dsi::memory(chars).size(), 7);
    ck_assert_uint_eq(dsi::memory(numbers).size(), 24);
    ck_assert_uint_eq(dsi::memory(shorts).size(), 10);
    ck_assert_uint_eq(dsi::memory(text).size(), 4);
    ck_assert_uint_eq(dsi::memory(numbers, 9).size(), 9);
    ck_assert_ptr_eq(dsi::memory(chars).data(), chars.data());
#ifdef __cpp_lib_span
    ck_assert_uint_eq(dsi::memory(std::span(numbers).first(2)).size(), 16);
#endif
}
END_TEST

static_assert(!std::is_constructible_v<dsi::memory, const std::array<char, 7> &>);
static_assert(!std::is_constructible_v<dsi::memory, std::string_view &>);
/* Their bytes would be gone. */
static_assert(!std::is_constructible_v<dsi::memory, std::array<char, 7>>);
static_assert(!std::is_constructible_v<dsi::memory, std::string>);
static_assert(!std::is_constructible_v<dsi::memory, std::vector<char>>);
static_assert(!std::is_constructible_v<dsi::memory, std::vector<std::string> &>);
/* A view of a temporary would dangle at once. */
static_assert(!std::is_constructible_v<dsi::model, dsi_model>);

/* ------------------------------------------------------------------------- lists */

static const dsi_string three[] = {DSI_STR("c"), DSI_STR("a"), DSI_STR("b")};

static dsi::strings strings_of(const dsi_string *items, std::size_t count)
{
    dsi_strings shown;

    shown.items = items;
    shown.count = count;
    shown.dropped = 4;
    return dsi::strings(shown);
}

START_TEST(a_list_is_a_range)
{
    const dsi::strings list = strings_of(three, 3);
    std::string all;

    for (std::string_view item : list) {
        all += item;
    }
    ck_assert_str_eq(all.c_str(), "cab");
    ck_assert(list.present() && !list.empty());
    ck_assert_uint_eq(list.size(), 3);
    ck_assert_uint_eq(list.dropped(), 4);
    ck_assert(list[2] == "b");
    ck_assert(std::find(list.begin(), list.end(), "a") - list.begin() == 1);
    ck_assert(list.front() == "c" && list.back() == "b");
    ck_assert(*std::prev(list.end()) == "b" && *std::next(list.begin(), 2) == "b");
    ck_assert(list.begin()->size() == 1);
}
END_TEST

START_TEST(an_iterator_has_random_access)
{
    const dsi::strings list = strings_of(three, 3);
    dsi::strings::iterator at = list.begin();

    ck_assert(at[1] == "a" && *(at + 2) == "b" && *(2 + at) == "b");
    ck_assert(*at++ == "c" && *at == "a" && *++at == "b");
    ck_assert(*at-- == "b" && *--at == "c" && at == list.begin());
    at += 3;
    ck_assert(at == list.end() && at - list.begin() == 3 && *(at - 1) == "b");
    at -= 3;
    ck_assert(at < list.end() && at <= list.end() && list.end() > at &&
              list.end() >= at && at != list.end());
}
END_TEST

START_TEST(absent_and_empty_lists_differ)
{
    ck_assert(!strings_of(nullptr, 0).present());
    ck_assert(strings_of(three, 0).present());
    for (std::string_view item : strings_of(nullptr, 0)) {
        ck_abort_msg("an absent list has %zu bytes", item.size());
    }
    ck_assert(!dsi::strings().present() && dsi::strings().empty());
}
END_TEST

#if __cplusplus > 201703L && defined(__cpp_lib_ranges)
static_assert(std::ranges::random_access_range<dsi::models>);
static_assert(std::ranges::sized_range<dsi::strings>);
static_assert(std::ranges::random_access_range<dsi::violations>);
static_assert(std::ranges::input_range<dsi::poll>);
/* The items are not the list's, so an iterator may outlive it. */
static_assert(std::ranges::view<dsi::models>);
static_assert(std::ranges::borrowed_range<dsi::models>);
static_assert(!std::ranges::borrowed_range<dsi::violations>);
#endif

/* -------------------------------------------------------------------------- ARNs */

START_TEST(an_arn_has_parts)
{
    const auto arn = dsi::parse_arn(cluster, DSI_ARN_RDS_CLUSTER);

    ck_assert(arn.has_value());
    ck_assert(arn->partition == "aws" && arn->service == "rds");
    ck_assert(arn->region == "us-east-1" && arn->account == "123456789012");
    ck_assert(arn->resource == "cluster:orders");
    ck_assert(!arn.error() && arn.error().rule().empty());
}
END_TEST

START_TEST(a_mismatch_has_a_place)
{
    const auto arn = dsi::parse_arn("arn:aws:rds:us-east-1:12:cluster:orders",
                                    DSI_ARN_RDS_CLUSTER, DSI_LEVEL_DOCUMENTED);

    ck_assert(!arn);
    ck_assert_int_eq(arn.error().part(), DSI_ARN_ACCOUNT);
    ck_assert(arn.error().part_name() == "account");
    ck_assert_uint_eq(arn.error().offset(), 24);
    ck_assert(!arn.error().rule().empty());
    ck_assert(arn.value_or({"p", "", "", "", ""}).partition == "p");
}
END_TEST

CXX_SUITE(cxx_text)
{
    Suite *suite = suite_create("C++ texts and lists");

    add_test(suite, "a text is present", a_text_is_present_even_if_it_is_empty);
    add_test(suite, "a NUL is a character", a_nul_is_a_character);
    add_test(suite, "a text is a view", a_text_is_a_view);
    add_test(suite, "memory in bytes", memory_is_counted_in_bytes);
    add_test(suite, "a list is a range", a_list_is_a_range);
    add_test(suite, "random access", an_iterator_has_random_access);
    add_test(suite, "absent and empty", absent_and_empty_lists_differ);
    add_test(suite, "parts of an ARN", an_arn_has_parts);
    add_test(suite, "mismatch of an ARN", a_mismatch_has_a_place);
    return suite;
}
