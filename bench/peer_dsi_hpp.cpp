// bench/peer_dsi_hpp.cpp - dsi through dsi.hpp, doing what peer_dsi.c does through C.
#include <memory>
#include <new>

#include <dsi/dsi.hpp>

#include "bench.h"

namespace
{

const dsi::received_head hpp_head(200);

// --------------------------------------------------------------------- open and close

// As in peer_dsi.c, a whole answer is kept in the block.
struct hpp_peer {
    explicit hpp_peer(const bench_input &from)
        : input(from),
          size(dsi_decoder_size(&from.limits) + 8 * from.body.length + 65536),
          block(new (std::nothrow) unsigned char[size])
    {
        options.limits = {from.limits.max_bytes, from.limits.max_depth,
                          from.limits.max_token};
    }

    bench_input input;
    dsi::decode_options options = {};
    std::size_t size;
    std::unique_ptr<unsigned char[]> block;
    std::size_t taken = 0;
    dsi_start_request request = {};
    dsi_rds_data_api_config config = {};
};

void *hpp_open(const bench_input *input)
{
    auto peer = std::unique_ptr<hpp_peer>(new (std::nothrow) hpp_peer(*input));

    return peer != nullptr && peer->block != nullptr ? peer.release() : nullptr;
}

template <class State> void hpp_close(void *state)
{
    delete static_cast<State *>(state);
}

// ---------------------------------------------------------------------------- decoding

template <class Message>
dsi::result<Message> hpp_feed(dsi::decoder<Message> decoder, const bench_input &input)
{
    std::string_view left(input.body.data, input.body.length);
    std::size_t chunk = input.chunk != 0 ? input.chunk : left.size();

    while (!left.empty()) {
        std::string_view next = left.substr(0, chunk);

        decoder.feed(next);
        left.remove_prefix(next.size());
    }
    return std::move(decoder).finish();
}

// The benchmark compares structs of C, so the value is put into one.
bool hpp_request(void *state, bench_result *result)
{
    auto &peer = *static_cast<hpp_peer *>(state);
    dsi::memory block(peer.block.get(), peer.size);
    auto request = hpp_feed(dsi::decoder<dsi::start_request>(block, peer.options),
                            peer.input);

    if (!request || !dsi::validate(*request).empty()) {
        return false;
    }
    if (const auto &config = request->rds_data_api_config) {
        peer.config = {dsi::to_c(config->resource_arn), dsi::to_c(config->secret_arn),
                       dsi::to_c(config->database_name)};
        peer.request.rds_data_api_config = &peer.config;
    }
    result->request = &peer.request;
    return true;
}

bool hpp_start(void *state, bench_result *result)
{
    auto &peer = *static_cast<hpp_peer *>(state);
    dsi::memory block(peer.block.get(), peer.size);
    auto answer = hpp_feed(
        dsi::decoder<dsi::start_answer>(block, hpp_head, peer.options), peer.input);

    result->start = answer ? &answer->c() : nullptr;
    return answer.has_value();
}

bool hpp_get(void *state, bench_result *result)
{
    auto &peer = *static_cast<hpp_peer *>(state);
    dsi::memory block(peer.block.get(), peer.size);
    auto answer = hpp_feed(dsi::decoder<dsi::get_answer>(block, hpp_head, peer.options),
                           peer.input);

    result->get = answer ? &answer->c() : nullptr;
    return answer.has_value();
}

bool hpp_get_models(void *state, bench_result *result)
{
    auto &peer = *static_cast<hpp_peer *>(state);
    dsi::memory block(peer.block.get(), peer.size);
    const dsi_model_sink *watch = peer.input.watch;
    auto take = [&peer, watch](dsi::model model) {
        peer.taken += model.name().has_value();
        return watch == nullptr || watch->take(watch->context, &model.c());
    };
    auto answer = hpp_feed(
        dsi::decoder<dsi::get_answer>(block, hpp_head, take, peer.options), peer.input);

    result->get = answer ? &answer->c() : nullptr;
    return answer.has_value();
}

// ---------------------------------------------------------------------------- encoding

struct hpp_encoding {
    dsi::start_request request;
    std::array<char, DSI_START_REQUEST_MAX> buffer;
};

void *hpp_open_encoding(const bench_input *input)
{
    auto *encoding = new (std::nothrow) hpp_encoding;

    if (encoding != nullptr) {
        encoding->request = dsi::from_c(*input->request);
    }
    return encoding;
}

bool hpp_encode(void *state, bench_result *result)
{
    auto &encoding = *static_cast<hpp_encoding *>(state);

    if (!dsi::validate(encoding.request).empty()) {
        return false;
    }
    auto body = dsi::encode(encoding.request, encoding.buffer);

    result->bytes = body ? dsi::to_c(*body) : dsi_string{};
    return body.has_value();
}

} // namespace

extern "C" const bench_contestant bench_dsi_hpp[] = {
    {"dsi.hpp", BENCH_DECODE_REQUEST, BENCH_CHUNKS, nullptr, hpp_open, hpp_request,
     nullptr, hpp_close<hpp_peer>, nullptr},
    {"dsi.hpp", BENCH_DECODE_START, BENCH_CHUNKS, nullptr, hpp_open, hpp_start, nullptr,
     hpp_close<hpp_peer>, nullptr},
    {"dsi.hpp", BENCH_DECODE_GET, BENCH_CHUNKS, nullptr, hpp_open, hpp_get, nullptr,
     hpp_close<hpp_peer>, nullptr},
    {"dsi.hpp-sink", BENCH_DECODE_GET, BENCH_CHUNKS | BENCH_GIVES_AWAY,
     "each model is handed over and its memory used again", hpp_open, hpp_get_models,
     nullptr, hpp_close<hpp_peer>, nullptr},
    {"dsi.hpp", BENCH_ENCODE_REQUEST, 0, nullptr, hpp_open_encoding, hpp_encode,
     nullptr, hpp_close<hpp_encoding>, nullptr},
    {nullptr, BENCH_MATCH, 0, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr},
};
