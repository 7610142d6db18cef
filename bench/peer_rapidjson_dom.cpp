// RapidJSON's Document, a new one for each message, as in its tutorial.
#if defined(__SSE2__)
#define RAPIDJSON_SSE2
#endif

#include <new>

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/writer.h>

#include "bench.h"

using dom_node = const rapidjson::Value *;

struct dom_cursor {
    dom_node node;
    bool left;
    dom_node end;
};

// The document lies in the peer, which C's calloc made.
struct dom_document {
    alignas(rapidjson::Document) unsigned char place[sizeof(rapidjson::Document)];
    rapidjson::Document *tree;
};

static bool dom_parse(dom_document *document, dsi_string body)
{
    document->tree = new (document->place) rapidjson::Document;
    // RapidJSON uses SIMD only for NUL-terminated text.
    document->tree->Parse<rapidjson::kParseValidateEncodingFlag>(body.data);
    return !document->tree->HasParseError();
}

static void dom_free(dom_document *document)
{
    document->tree->~GenericDocument();
}

static dom_node dom_root(const dom_document *document)
{
    return document->tree;
}

static inline dom_node dom_member(dom_node object, const char *name)
{
    auto member = object->FindMember(rapidjson::StringRef(name));

    return member == object->MemberEnd() ? nullptr : &member->value;
}

static inline bool dom_is_absent(dom_node node)
{
    return node == nullptr || node->IsNull();
}

static inline bool dom_is_object(dom_node node)
{
    return node->IsObject();
}

static inline bool dom_is_array(dom_node node)
{
    return node->IsArray();
}

static inline bool dom_text(dom_node node, dsi_string *text)
{
    if (!node->IsString()) {
        return false;
    }
    text->data = node->GetString();
    text->length = node->GetStringLength();
    return true;
}

static inline bool dom_integer(dom_node node, int64_t *value)
{
    if (!node->IsInt64()) {
        return false;
    }
    *value = node->GetInt64();
    return true;
}

static inline size_t dom_count(dom_node array)
{
    return array->Size();
}

static inline dom_cursor dom_first(dom_node array)
{
    return {array->Begin(), array->Begin() != array->End(), array->End()};
}

static inline void dom_next(dom_cursor *cursor)
{
    cursor->node++;
    cursor->left = cursor->node != cursor->end;
}

#include "dom.h"
#include "encoding.h"

using rapid_writer =
    rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF8<>, rapidjson::UTF8<>,
                      rapidjson::CrtAllocator, rapidjson::kWriteValidateEncodingFlag>;

static void rapid_member(rapid_writer &writer, const char *name, dsi_string text)
{
    writer.Key(name);
    writer.String(text.data, static_cast<rapidjson::SizeType>(text.length));
}

static bool rapid_encode(encoding_peer *encoding, const dsi_start_request *request)
{
    const dsi_rds_data_api_config *config = request->rds_data_api_config;
    rapidjson::StringBuffer buffer;
    rapid_writer writer(buffer);

    writer.StartObject();
    writer.Key("rdsDataApiConfig");
    writer.StartObject();
    rapid_member(writer, "resourceArn", config->resource_arn);
    rapid_member(writer, "secretArn", config->secret_arn);
    rapid_member(writer, "databaseName", config->database_name);
    writer.EndObject();
    writer.EndObject();
    encoding->length = buffer.GetSize();
    if (!writer.IsComplete() || encoding->length > ENCODING_ROOM) {
        return false;
    }
    memcpy(encoding->buffer, buffer.GetString(), encoding->length);
    return true;
}

static bool rapid_run_encode(void *state, bench_result *result)
{
    return encoding_run(state, result, rapid_encode);
}

extern "C" const bench_contestant bench_rapidjson_dom[] = {
    {"rapidjson-dom", BENCH_DECODE_REQUEST, 0, nullptr, dom_open, dom_run_request,
     dom_release, dom_close, dom_room},
    {"rapidjson-dom", BENCH_DECODE_START, 0, nullptr, dom_open, dom_run_start,
     dom_release, dom_close, dom_room},
    {"rapidjson-dom", BENCH_DECODE_GET, 0, nullptr, dom_open, dom_run_get, dom_release,
     dom_close, dom_room},
    {"rapidjson", BENCH_ENCODE_REQUEST, 0, nullptr, encoding_open, rapid_run_encode,
     nullptr, encoding_close, nullptr},
    {nullptr, BENCH_MATCH, 0, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr},
};
