/*
 * tests/install/consumer/consumer_hpp.cpp - consumer.c, by dsi.hpp.
 */
#include <iostream>

#include <dsi/dsi.hpp>

static std::array<unsigned char, DSI_DECODER_SIZE_DEFAULT> block;

int main()
{
    const dsi::start_request request{dsi::rds_data_api_config{
        "arn:aws:rds:us-east-1:123456789012:cluster:orders", {}, "orders"}};
    std::array<char, DSI_START_REQUEST_MAX> buffer;
    const auto body = dsi::encode(request, buffer);
    const auto answer = dsi::decode<dsi::start_answer>(
        block, dsi::received_head(200),
        R"({"introspectionId":"a1","introspectionStatus":"PROCESSING"})");

    if (!body || !answer) {
        return 1;
    }
    std::cout << "dsi " << dsi_version() << '\n'
              << *body << '\n'
              << *answer->output()->introspection_id() << " is "
              << *answer->output()->introspection_status_text() << '\n';
    return 0;
}
