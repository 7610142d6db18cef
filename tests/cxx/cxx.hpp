/* What the tests of dsi.hpp share: Check with C++'s texts, and messages to decode. */
#ifndef DSI_TESTS_CXX_HPP
#define DSI_TESTS_CXX_HPP

#include <array>
#include <string>
#include <vector>

#include <dsi/dsi.hpp>

extern "C" {
#include "tests/support.h"
}

/* Begins the function that makes the suite; see SUITE. */
#define CXX_SUITE(name)                                                                \
    extern "C" Suite *suite_##name(void);                                              \
    Suite *suite_##name(void)

inline constexpr std::string_view cluster =
    "arn:aws:rds:us-east-1:123456789012:cluster:orders";
inline constexpr std::string_view secret =
    "arn:aws:secretsmanager:us-east-1:123456789012:secret:db/orders-AbCdEf";
inline constexpr std::string_view request_text =
    R"({"rdsDataApiConfig":{"resourceArn":"arn:aws:rds:us-east-1:123456789012:)"
    R"(cluster:orders","secretArn":"arn:aws:secretsmanager:us-east-1:123456789012:)"
    R"(secret:db/orders-AbCdEf","databaseName":"orders"}})";

/* The memory of every decode; a test uses it for one at a time. */
inline std::array<unsigned char, DSI_DECODER_SIZE_DEFAULT> block;

inline dsi::start_request good_request()
{
    return {dsi::rds_data_api_config{cluster, secret, "orders"}};
}

/* A function that takes pieces, and adds them to the text. */
inline auto gather(std::string &text)
{
    return [&text](std::string_view piece) {
        text += piece;
        return true;
    };
}

/* Whether `Call` compiles with an argument of this type. */
template <template <class> class Call, class Given, class = void>
struct takes : std::false_type {
};
template <template <class> class Call, class Given>
struct takes<Call, Given, std::void_t<Call<Given>>> : std::true_type {
};

/* Feeds a text byte by byte. */
template <class Message>
void feed_bytes(dsi::decoder<Message> &decoder, std::string_view text)
{
    for (const char &byte : text) {
        decoder.feed(&byte, 1);
    }
}

#endif
