/*
 * The whole round trip in C++: introspect.c, by dsi.hpp. It starts an introspection,
 * polls until that is done, fetches page after page, and uses each model as it arrives.
 *
 * The transport is yours; here a function in service.c stands for the wire and the
 * service at its end.
 */
#include <cstdio>

#include <dsi/dsi.hpp>

extern "C" {
#include "service.h"
#include "show.h"
#include "steps.h"
}

namespace
{

/* The whole memory of a decode; of models, the largest must fit. */
std::array<unsigned char, DSI_DECODER_SIZE_DEFAULT> block;

/* Evenly spread numbers that nobody needs to be unable to guess. */
std::uint32_t any_number()
{
    static std::uint32_t state = 20170725;

    state = state * 1664525 + 1013904223;
    return state;
}

/* Where you would sleep. */
void wait_before(const dsi::poll_step &step)
{
    if (step.delay().count() > 0) {
        std::printf("    %s: wait %lld ms\n", step.cause_text().data(),
                    static_cast<long long>(step.delay().count()));
    }
}

service_reply call(const dsi::request_head &head, std::string_view body)
{
    service_reply reply;

    std::printf("%s %.*s\n", head.method.data(), DSI_PRINT(dsi::to_c(head.target)));
    service_call(head.method.data(), dsi::to_c(head.target), dsi::to_c(body), &reply);
    return reply;
}

dsi::received_head received(const service_reply &reply)
{
    dsi::received_head head(reply.status);

    head.add(reply.error_type);
    return head;
}

/* Bytes come as they come. */
template <class Message>
dsi::result<Message> finish_in_pieces(dsi::decoder<Message> &decoder,
                                      const service_reply &reply)
{
    std::string_view left(reply.body, reply.length);

    while (!left.empty()) {
        decoder.feed(left.substr(0, 64));
        left.remove_prefix(left.size() < 64 ? left.size() : 64);
    }
    return std::move(decoder).finish();
}

void send_start(dsi::poll &poll, const dsi::start_request &request)
{
    std::array<char, DSI_START_REQUEST_MAX> buffer;
    const auto body = dsi::encode(request, buffer);

    if (!body) {
        return poll.advance(body.error(), any_number());
    }
    const service_reply reply = call(dsi::start_request_head(), *body);
    dsi::decoder<dsi::start_answer> decoder(block, received(reply));
    poll.advance(finish_in_pieces(decoder, reply), any_number());
}

template <class Take>
void send_get(dsi::poll &poll, const dsi::get_request &request, Take &use_model)
{
    std::array<char, DSI_POLL_TARGET_MAX> buffer;
    const auto target = dsi::encode_target(request, buffer);

    if (!target) {
        return poll.advance(target.error(), any_number());
    }
    const service_reply reply = call(dsi::get_request_head(*target), {});
    dsi::decoder<dsi::get_answer> decoder(block, received(reply), use_model);
    poll.advance(finish_in_pieces(decoder, reply), any_number());
}

} // namespace

int main()
{
    const dsi::start_request request{dsi::rds_data_api_config{
        "arn:aws:rds:us-east-1:123456789012:cluster:orders",
        "arn:aws:secretsmanager:us-east-1:123456789012:secret:db/orders-AbCdEf",
        "orders"}};
    std::array<char, DSI_POLL_MEMORY_DEFAULT> memory;
    dsi::poll_options options;
    std::size_t models = 0;
    /* Called with each model, before the rest of the page is there. */
    auto use_model = [&](dsi::model model) {
        std::fputs("    model ", stdout);
        show_text(stdout, dsi::to_c(model.name().value_or("(no name)")));
        std::printf(": %zu field(s)\n", model.fields().size());
        models++;
        return true;
    };

    options.include_models_sdl = true;
    dsi::poll poll(memory, options);
    for (dsi::poll_step step : poll) {
        wait_before(step);
        if (step.is_start()) {
            send_start(poll, request);
        } else {
            send_get(poll, step.request(), use_model);
        }
    }

    char words[CLIENT_END_TEXT_MAX];
    client_end_text(&poll.last().c(), words, sizeof words);
    std::printf("%zu models; %s\n", models, words);
    return poll.last().action() == DSI_POLL_DONE ? 0 : 1;
}
