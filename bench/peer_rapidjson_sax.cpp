// RapidJSON's Reader with a handler that fills structs. Texts are copied into the
// arena, because they are valid only until the handler returns.
#if defined(__SSE2__)
#define RAPIDJSON_SSE2
#endif

#include <array>

#include <rapidjson/reader.h>

#include "bench.h"
#include "lists.hpp"
#include "rules.h"
#include "sax_shapes.hpp"

namespace
{

// --------------------------------------------------------------------- the handler

constexpr std::size_t sax_depth_max = 128;

// An object that is being read (list is null), or a list with the member that it is.
struct sax_frame {
    const sax_shape *shape;
    unsigned char *target;
    const sax_member *list;
    const sax_member *member;
    std::size_t dropped;
};

// The reader checks the syntax, so every object and array that begins also ends.
class sax_handler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, sax_handler>
{
  public:
    sax_handler(bench_arena &arena, bench_lists &lists, const sax_shape &shape,
                void *target)
        : arena_(arena), lists_(lists), root_(shape),
          target_(static_cast<unsigned char *>(target))
    {
    }

    bool Null()
    {
        if (skipped_ == 0 && depth_ > 0 && top().list != nullptr) {
            top().dropped++;
        }
        return depth_ > 0;
    }

    // Handles the rest: booleans and doubles, which no known member takes.
    bool Default()
    {
        return is_unknown();
    }

    bool Int(int value)
    {
        return Int64(value);
    }

    bool Uint(unsigned value)
    {
        return Int64(value);
    }

    bool Int64(int64_t value)
    {
        if (is_unknown()) {
            return true;
        }
        if (depth_ == 0 || top().list != nullptr ||
            top().member->kind != sax_kind::integer) {
            return false;
        }
        *place<dsi_optional_int64>() = {true, value};
        return true;
    }

    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        dsi_string copied;

        if (is_unknown()) {
            return true;
        }
        return depth_ > 0 && copy(text, length, copied) &&
               (top().list != nullptr ? add_text(copied) : set_text(copied));
    }

    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        if (skipped_ == 0) {
            top().member = find(*top().shape, {text, length});
        }
        return true;
    }

    bool StartObject()
    {
        if (depth_ == 0) {
            return push({&root_, target_, nullptr, nullptr, 0});
        }
        if (skips()) {
            return true;
        }
        return top().list != nullptr ? begin_item() : begin_object();
    }

    bool EndObject(rapidjson::SizeType)
    {
        return end();
    }

    bool StartArray()
    {
        if (depth_ == 0) {
            return false;
        }
        if (skips()) {
            return true;
        }
        return top().list == nullptr && top().member->kind >= sax_kind::strings &&
               push({nullptr, top().target, top().member, nullptr, 0});
    }

    bool EndArray(rapidjson::SizeType)
    {
        return (skipped_ > 0 || end_list()) && end();
    }

  private:
    sax_frame &top()
    {
        return frames_[depth_ - 1];
    }

    template <typename Type> Type *place()
    {
        return reinterpret_cast<Type *>(top().target + top().member->offset);
    }

    bool is_unknown()
    {
        return skipped_ > 0 ||
               (depth_ > 0 && top().list == nullptr && top().member == nullptr);
    }

    // Inside an unknown value, or at the beginning of one.
    bool skips()
    {
        bool unknown = is_unknown();

        skipped_ += unknown;
        return unknown;
    }

    bool push(const sax_frame &frame)
    {
        if (depth_ == frames_.size()) {
            return false;
        }
        frames_[depth_++] = frame;
        return true;
    }

    bool end()
    {
        if (skipped_ > 0) {
            skipped_--;
        } else {
            depth_--;
        }
        return true;
    }

    static const sax_member *find(const sax_shape &shape, std::string_view name)
    {
        for (std::size_t i = 0; i < shape.count; i++) {
            if (shape.members[i].name == name) {
                return &shape.members[i];
            }
        }
        return nullptr;
    }

    bool copy(const char *text, std::size_t length, dsi_string &copied)
    {
        auto *bytes = static_cast<char *>(bench_arena_take(&arena_, length + 1));

        if (bytes == nullptr) {
            return false;
        }
        std::memcpy(bytes, text, length);
        bytes[length] = '\0';
        copied = {bytes, length};
        return true;
    }

    bool add_text(const dsi_string &text)
    {
        if (top().list->kind != sax_kind::strings) {
            return false;
        }
        lists_.strings.push_back(text);
        return true;
    }

    bool set_text(const dsi_string &text)
    {
        if (top().member->kind == sax_kind::text) {
            *place<dsi_string>() = text;
            return true;
        }
        if (top().member->kind == sax_kind::status) {
            *place<dsi_introspection_status_text>() = {bench_status_value(text), text};
            return true;
        }
        return false;
    }

    bool begin_object()
    {
        const sax_member &member = *top().member;
        void *object;

        if (member.kind != sax_kind::object) {
            return false;
        }
        object = bench_arena_take(&arena_, member.item->size);
        if (object == nullptr) {
            return false;
        }
        std::memset(object, 0, member.item->size);
        *place<void *>() = object;
        return push(
            {member.item, static_cast<unsigned char *>(object), nullptr, nullptr, 0});
    }

    template <typename Item> bool begin_item_of(std::vector<Item> &items)
    {
        items.emplace_back();
        return push({top().list->item, reinterpret_cast<unsigned char *>(&items.back()),
                     nullptr, nullptr, 0});
    }

    bool begin_item()
    {
        switch (top().list->kind) {
        case sax_kind::fields:
            return begin_item_of(lists_.fields);
        case sax_kind::indexes:
            return begin_item_of(lists_.indexes);
        case sax_kind::models:
            return begin_item_of(lists_.models);
        default:
            return false;
        }
    }

    template <typename List, typename Item> bool end_list_of(std::vector<Item> &items)
    {
        auto *list = reinterpret_cast<List *>(top().target + top().list->offset);

        list->dropped = top().dropped;
        return bench_list_end(&arena_, items, list);
    }

    bool end_list()
    {
        switch (top().list->kind) {
        case sax_kind::strings:
            return end_list_of<dsi_strings>(lists_.strings);
        case sax_kind::fields:
            return end_list_of<dsi_model_fields>(lists_.fields);
        case sax_kind::indexes:
            return end_list_of<dsi_model_indexes>(lists_.indexes);
        default:
            return end_list_of<dsi_models>(lists_.models);
        }
    }

    bench_arena &arena_;
    bench_lists &lists_;
    const sax_shape &root_;
    unsigned char *target_;
    std::array<sax_frame, sax_depth_max> frames_;
    std::size_t depth_ = 0;
    std::size_t skipped_ = 0;
};

// --------------------------------------------------------------------- contestants

struct sax_peer {
    bench_typed typed;
    bench_lists lists;
    bench_rules *rules;
    dsi_string body;
};

void sax_close(void *state)
{
    auto *peer = static_cast<sax_peer *>(state);

    bench_arena_close(&peer->typed.arena);
    bench_rules_close(peer->rules);
    delete peer;
}

void *sax_open(const bench_input *input)
{
    auto *peer = new sax_peer{};

    peer->body = input->body;
    peer->rules = bench_rules_open(BENCH_PCRE2_JIT);
    if (peer->rules == nullptr ||
        !bench_arena_open(&peer->typed.arena, BENCH_TYPED_ROOM(input->body.length))) {
        sax_close(peer);
        return nullptr;
    }
    return peer;
}

// RapidJSON uses SIMD only for NUL-terminated text.
bool sax_parse(sax_peer &peer, const sax_shape &shape, void *target)
{
    rapidjson::Reader reader;
    rapidjson::StringStream stream(peer.body.data);
    sax_handler handler(peer.typed.arena, peer.lists, shape, target);

    peer.typed.arena.used = 0;
    return !reader.Parse<rapidjson::kParseValidateEncodingFlag>(stream, handler)
                .IsError();
}

bool sax_run_request(void *state, bench_result *result)
{
    auto &peer = *static_cast<sax_peer *>(state);

    peer.typed.request = {};
    result->request = &peer.typed.request;
    return sax_parse(peer, sax_request, &peer.typed.request) &&
           bench_rules_hold(peer.rules, &peer.typed.request);
}

bool sax_run_start(void *state, bench_result *result)
{
    auto &peer = *static_cast<sax_peer *>(state);

    peer.typed.start = {};
    peer.typed.start.kind = DSI_OUTPUT;
    peer.typed.start.status = 200;
    result->start = &peer.typed.start;
    return sax_parse(peer, sax_start, &peer.typed.start.output);
}

bool sax_run_get(void *state, bench_result *result)
{
    auto &peer = *static_cast<sax_peer *>(state);

    peer.typed.get = {};
    peer.typed.get.kind = DSI_OUTPUT;
    peer.typed.get.status = 200;
    result->get = &peer.typed.get;
    return sax_parse(peer, sax_get, &peer.typed.get.output);
}

size_t sax_room(void *state)
{
    return static_cast<sax_peer *>(state)->typed.arena.used;
}

} // namespace

extern "C" const bench_contestant bench_rapidjson_sax[] = {
    {"rapidjson-sax", BENCH_DECODE_REQUEST, 0, nullptr, sax_open, sax_run_request,
     nullptr, sax_close, sax_room},
    {"rapidjson-sax", BENCH_DECODE_START, 0, nullptr, sax_open, sax_run_start, nullptr,
     sax_close, sax_room},
    {"rapidjson-sax", BENCH_DECODE_GET, 0, nullptr, sax_open, sax_run_get, nullptr,
     sax_close, sax_room},
    {nullptr, BENCH_MATCH, 0, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr},
};
