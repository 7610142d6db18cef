// simdjson On-Demand: one pass over the message, member by member. The parser is reused
// and the input is padded beforehand, as its documentation says.
#include <simdjson.h>

#include "bench.h"
#include "lists.hpp"
#include "rules.h"

namespace
{

namespace ondemand = simdjson::ondemand;

struct simd_peer {
    bench_typed typed = {};
    bench_lists lists;
    bench_rules *rules = nullptr;
    simdjson::padded_string body;
    ondemand::parser parser;
};

// -------------------------------------------------------------------------- values

// Calls `member` for each member whose value is not null. Returns false if `value` is
// not an object or `member` returned false.
template <typename Value, typename Member>
bool simd_object(Value &&value, Member member)
{
    ondemand::object object;

    if (value.get_object().get(object)) {
        return false;
    }
    for (auto field : object) {
        ondemand::raw_json_string name;
        ondemand::value content;
        bool null;

        if (field.key().get(name) || field.value().get(content) ||
            content.is_null().get(null) || (!null && !member(name, content))) {
            return false;
        }
    }
    return true;
}

// The same for items; counts the nulls.
template <typename Item>
bool simd_array(ondemand::value value, size_t *dropped, Item item)
{
    ondemand::array array;

    if (value.get_array().get(array)) {
        return false;
    }
    for (auto element : array) {
        ondemand::value content;
        bool null;

        if (element.get(content) || content.is_null().get(null) ||
            (!null && !item(content))) {
            return false;
        }
        *dropped += null;
    }
    return true;
}

bool simd_text(ondemand::value value, dsi_string *text)
{
    std::string_view view;

    if (value.get_string().get(view)) {
        return false;
    }
    text->data = view.data();
    text->length = view.size();
    return true;
}

bool simd_status(ondemand::value value, dsi_introspection_status_text *status)
{
    if (!simd_text(value, &status->text)) {
        return false;
    }
    status->value = bench_status_value(status->text);
    return true;
}

bool simd_strings(simd_peer &peer, ondemand::value value, dsi_strings *strings)
{
    return simd_array(value, &strings->dropped,
                      [&](ondemand::value item) {
                          peer.lists.strings.emplace_back();
                          return simd_text(item, &peer.lists.strings.back());
                      }) &&
           bench_list_end(&peer.typed.arena, peer.lists.strings, strings);
}

// -------------------------------------------------------------------------- models

bool simd_type(simd_peer &peer, ondemand::value value,
               const dsi_model_field_type **place)
{
    auto *type = bench_new<dsi_model_field_type>(&peer.typed.arena);

    *place = type;
    return type != nullptr && simd_object(value, [&](ondemand::raw_json_string name,
                                                     ondemand::value item) {
               if (name == "kind") {
                   return simd_text(item, &type->kind);
               }
               if (name == "name") {
                   return simd_text(item, &type->name);
               }
               if (name == "type") {
                   return simd_type(peer, item, &type->type);
               }
               return name != "values" || simd_strings(peer, item, &type->values);
           });
}

bool simd_field(simd_peer &peer, ondemand::value value, dsi_model_field *field)
{
    return simd_object(value,
                       [&](ondemand::raw_json_string name, ondemand::value item) {
                           if (name == "name") {
                               return simd_text(item, &field->name);
                           }
                           if (name == "type") {
                               return simd_type(peer, item, &field->type);
                           }
                           if (name == "length") {
                               field->length.present = true;
                               return !item.get_int64().get(field->length.value);
                           }
                           return true;
                       });
}

bool simd_index(simd_peer &peer, ondemand::value value, dsi_model_index *index)
{
    return simd_object(
        value, [&](ondemand::raw_json_string name, ondemand::value item) {
            if (name == "name") {
                return simd_text(item, &index->name);
            }
            return name != "fields" || simd_strings(peer, item, &index->fields);
        });
}

bool simd_fields(simd_peer &peer, ondemand::value value, dsi_model_fields *fields)
{
    return simd_array(value, &fields->dropped,
                      [&](ondemand::value item) {
                          peer.lists.fields.emplace_back();
                          return simd_field(peer, item, &peer.lists.fields.back());
                      }) &&
           bench_list_end(&peer.typed.arena, peer.lists.fields, fields);
}

bool simd_indexes(simd_peer &peer, ondemand::value value, dsi_model_indexes *indexes)
{
    return simd_array(value, &indexes->dropped,
                      [&](ondemand::value item) {
                          peer.lists.indexes.emplace_back();
                          return simd_index(peer, item, &peer.lists.indexes.back());
                      }) &&
           bench_list_end(&peer.typed.arena, peer.lists.indexes, indexes);
}

bool simd_key(simd_peer &peer, ondemand::value value, const dsi_model_index **place)
{
    auto *key = bench_new<dsi_model_index>(&peer.typed.arena);

    *place = key;
    return key != nullptr && simd_index(peer, value, key);
}

bool simd_model(simd_peer &peer, ondemand::value value, dsi_model *model)
{
    return simd_object(value,
                       [&](ondemand::raw_json_string name, ondemand::value item) {
                           if (name == "name") {
                               return simd_text(item, &model->name);
                           }
                           if (name == "fields") {
                               return simd_fields(peer, item, &model->fields);
                           }
                           if (name == "primaryKey") {
                               return simd_key(peer, item, &model->primary_key);
                           }
                           if (name == "indexes") {
                               return simd_indexes(peer, item, &model->indexes);
                           }
                           return name != "sdl" || simd_text(item, &model->sdl);
                       });
}

bool simd_models(simd_peer &peer, ondemand::value value, dsi_models *models)
{
    return simd_array(value, &models->dropped,
                      [&](ondemand::value item) {
                          peer.lists.models.emplace_back();
                          return simd_model(peer, item, &peer.lists.models.back());
                      }) &&
           bench_list_end(&peer.typed.arena, peer.lists.models, models);
}

// ------------------------------------------------------------------------ messages

bool simd_config(simd_peer &peer, ondemand::value value)
{
    dsi_rds_data_api_config &config = peer.typed.config;

    config = {};
    peer.typed.request.rds_data_api_config = &config;
    return simd_object(
        value, [&](ondemand::raw_json_string name, ondemand::value item) {
            if (name == "resourceArn") {
                return simd_text(item, &config.resource_arn);
            }
            if (name == "secretArn") {
                return simd_text(item, &config.secret_arn);
            }
            return name != "databaseName" || simd_text(item, &config.database_name);
        });
}

bool simd_result(simd_peer &peer, ondemand::value value)
{
    dsi_introspection_result &result = peer.typed.result;

    result = {};
    peer.typed.get.output.introspection_result = &result;
    return simd_object(
        value, [&](ondemand::raw_json_string name, ondemand::value item) {
            if (name == "models") {
                return simd_models(peer, item, &result.models);
            }
            return name != "nextToken" || simd_text(item, &result.next_token);
        });
}

// The members that both answers have.
template <typename Output>
bool simd_output(Output &output, ondemand::raw_json_string name, ondemand::value item)
{
    if (name == "introspectionId") {
        return simd_text(item, &output.introspection_id);
    }
    if (name == "introspectionStatus") {
        return simd_status(item, &output.introspection_status);
    }
    return name != "introspectionStatusDetail" ||
           simd_text(item, &output.introspection_status_detail);
}

bool simd_request_member(simd_peer &peer, ondemand::raw_json_string name,
                         ondemand::value item)
{
    return name != "rdsDataApiConfig" || simd_config(peer, item);
}

bool simd_start_member(simd_peer &peer, ondemand::raw_json_string name,
                       ondemand::value item)
{
    return simd_output(peer.typed.start.output, name, item);
}

bool simd_get_member(simd_peer &peer, ondemand::raw_json_string name,
                     ondemand::value item)
{
    return name == "introspectionResult"
               ? simd_result(peer, item)
               : simd_output(peer.typed.get.output, name, item);
}

// Reads the whole message; nothing may follow it.
template <typename Member> bool simd_document(simd_peer &peer, Member member)
{
    ondemand::document document;

    peer.typed.arena.used = 0;
    return !peer.parser.iterate(peer.body).get(document) &&
           simd_object(document,
                       [&](ondemand::raw_json_string name, ondemand::value item) {
                           return member(peer, name, item);
                       }) &&
           document.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

// --------------------------------------------------------------------- contestants

void simd_close(void *state)
{
    auto *peer = static_cast<simd_peer *>(state);

    bench_arena_close(&peer->typed.arena);
    bench_rules_close(peer->rules);
    delete peer;
}

void *simd_open(const bench_input *input)
{
    auto *peer = new simd_peer;

    peer->rules = bench_rules_open(BENCH_PCRE2_JIT);
    peer->body = simdjson::padded_string(input->body.data, input->body.length);
    if (peer->rules == nullptr ||
        !bench_arena_open(&peer->typed.arena, BENCH_TYPED_ROOM(input->body.length))) {
        simd_close(peer);
        return nullptr;
    }
    return peer;
}

bool simd_run_request(void *state, bench_result *result)
{
    auto &peer = *static_cast<simd_peer *>(state);

    peer.typed.request = {};
    result->request = &peer.typed.request;
    return simd_document(peer, simd_request_member) &&
           bench_rules_hold(peer.rules, &peer.typed.request);
}

bool simd_run_start(void *state, bench_result *result)
{
    auto &peer = *static_cast<simd_peer *>(state);

    peer.typed.start = {};
    peer.typed.start.kind = DSI_OUTPUT;
    peer.typed.start.status = 200;
    result->start = &peer.typed.start;
    return simd_document(peer, simd_start_member);
}

bool simd_run_get(void *state, bench_result *result)
{
    auto &peer = *static_cast<simd_peer *>(state);

    peer.typed.get = {};
    peer.typed.get.kind = DSI_OUTPUT;
    peer.typed.get.status = 200;
    result->get = &peer.typed.get;
    return simd_document(peer, simd_get_member);
}

size_t simd_room(void *state)
{
    return static_cast<simd_peer *>(state)->typed.arena.used;
}

const char simd_note[] = "On-Demand; the input is padded beforehand";

} // namespace

extern "C" const bench_contestant bench_simdjson[] = {
    {"simdjson", BENCH_DECODE_REQUEST, 0, simd_note, simd_open, simd_run_request,
     nullptr, simd_close, simd_room},
    {"simdjson", BENCH_DECODE_START, 0, simd_note, simd_open, simd_run_start, nullptr,
     simd_close, simd_room},
    {"simdjson", BENCH_DECODE_GET, 0, simd_note, simd_open, simd_run_get, nullptr,
     simd_close, simd_room},
    {nullptr, BENCH_MATCH, 0, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr},
};
