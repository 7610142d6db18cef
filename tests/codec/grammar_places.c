/*
 * tests/codec/grammar_places.c - the places: unknown members, and known members of each
 * type. The places that every message has are in test_grammar.c.
 */
#include <string.h>

#include "tests/codec/grammar.h"

#define RESULT(text) "{\"introspectionResult\":" text "}"
#define MODEL(text) RESULT("{\"models\":[{" text "}]}")

const grammar_place grammar_places[] = {
    {"a streamed answer", "get-response", true, 0, "", "", TAKES_DOCUMENT, false, NULL,
     "{}"},

    {"unknown, of a structure", "start-request", false, 0,
     "{\"rdsDataApiConfig\":{\"x\":", "}}", TAKES_ANY, false, NULL,
     "{\"rdsDataApiConfig\":{}}"},
    {"unknown, in a list", "start-response", false, 0, "{\"x\":[", "]}", TAKES_ANY,
     false, NULL, "{}"},
    {"unknown, between items", "start-response", false, 0, "{\"x\":[1, ",
     " ,\"2\"],\"y\":0}", TAKES_ANY, false, NULL, "{}"},
    {"unknown, in a structure", "get-request", false, 0,
     "{\"x\":{\"y\":[{\"z\":", "}]}}", TAKES_ANY, false, NULL, "{}"},
    {"unknown, of a model", "get-response", false, 0,
     "{\"introspectionResult\":{\"models\":[{\"x\":", "}]}}", TAKES_ANY, false, NULL,
     MODEL("")},
    {"unknown, of a model that is taken", "get-response", true, 0,
     "{\"introspectionResult\":{\"models\":[{\"x\":", "}]}}", TAKES_ANY, false, NULL,
     MODEL("")},

    {"a name", "start-request", false, 0, "{", ":1}", TAKES_NAME, false, NULL, "{}"},
    {"a name after another member", "start-response", false, 0, "{\"x\":1,", ":2}",
     TAKES_NAME, false, NULL, "{}"},
    {"a name in an unknown structure", "get-response", false, 0, "{\"x\":{", ":[]}}",
     TAKES_NAME, false, NULL, "{}"},

    {"a string", "start-response", false, 0, "{\"introspectionId\":", "}", TAKES_STRING,
     false, "/introspectionId", NULL},
    {"a string of a structure", "start-request", false, 0,
     "{\"rdsDataApiConfig\":{\"databaseName\":", "}}", TAKES_STRING, false,
     "/rdsDataApiConfig/databaseName", NULL},
    {"an enum", "get-response", false, 0, "{\"introspectionStatus\":", "}",
     TAKES_STRING, false, "/introspectionStatus", NULL},
    {"a string of a model that is taken", "get-response", true, 0,
     "{\"introspectionResult\":{\"models\":[{\"sdl\":", "}]}}", TAKES_STRING, false,
     "/introspectionResult/models/0/sdl", NULL},
    {"a string in a list", "get-response", false, 0,
     "{\"introspectionResult\":{\"models\":[{\"primaryKey\":{\"fields\":[", "]}}]}}",
     TAKES_STRING, false, "/introspectionResult/models/0/primaryKey/fields/0", NULL},
    {"an int32", "get-request", false, 0, "{\"maxResults\":", "}", TAKES_INTEGER, false,
     "/maxResults", NULL},
    {"an int64", "get-response", false, 0,
     "{\"introspectionResult\":{\"models\":[{\"fields\":[{\"length\":", "}]}]}}",
     TAKES_INTEGER, false, "/introspectionResult/models/0/fields/0/length", NULL},
    {"a boolean", "get-request", false, 0, "{\"includeModelsSDL\":", "}", TAKES_BOOLEAN,
     false, "/includeModelsSDL", NULL},
    {"a structure", "start-request", false, 0, "{\"rdsDataApiConfig\":", "}",
     TAKES_OBJECT, false, "/rdsDataApiConfig", NULL},
    {"an item of a list", "get-response", false, 0,
     "{\"introspectionResult\":{\"models\":[", "]}}", TAKES_OBJECT, false,
     "/introspectionResult/models/0", NULL},
    {"an item that is taken", "get-response", true, 0,
     "{\"introspectionResult\":{\"models\":[", "]}}", TAKES_OBJECT, false,
     "/introspectionResult/models/0", NULL},
    {"a list of structures", "get-response", false, 0,
     "{\"introspectionResult\":{\"models\":", "}}", TAKES_OBJECTS, false,
     "/introspectionResult/models", NULL},
    {"a list of strings", "get-response", false, 0,
     "{\"introspectionResult\":{\"models\":[{\"primaryKey\":{\"fields\":", "}}]}}",
     TAKES_STRINGS, false, "/introspectionResult/models/0/primaryKey/fields", NULL},

    {"an error's message", "start-response", false, 400, "{\"message\":", "}",
     TAKES_STRING, true, "/message", NULL},
    {"an error's int32", "start-response", false, 400,
     "{\"detail\":{\"codeErrors\":[{\"location\":{\"line\":", "}}]}}", TAKES_INTEGER,
     true, "/detail/codeErrors/0/location/line", NULL},
    {"an error's list", "get-response", false, 400, "{\"detail\":{\"codeErrors\":",
     "}}", TAKES_OBJECTS, true, "/detail/codeErrors", NULL},
};

const size_t grammar_place_count = COUNT(grammar_places);

const grammar_row *grammar_at(size_t index)
{
    if (index < grammar_values.count) {
        return &grammar_values.items[index];
    }
    index -= grammar_values.count;
    return index < grammar_texts.count ? &grammar_texts.items[index] : NULL;
}

static bool takes_list(const grammar_place *place)
{
    return place->takes == TAKES_STRINGS || place->takes == TAKES_OBJECTS;
}

bool grammar_fits(const grammar_place *place, const grammar_row *row)
{
    switch (place->takes) {
    case TAKES_DOCUMENT:
        return row->form == FORM_DOCUMENT ||
               (row->form == FORM_OBJECT && row->offset < row->text.length);
    case TAKES_NAME:
        return row->form == FORM_STRING;
    default:
        return row->form != FORM_DOCUMENT && !(takes_list(place) && row->nested);
    }
}

/* Null is accepted everywhere, because it means absent. */
static bool has_type(const grammar_place *place, dsi_json_type type)
{
    static const dsi_json_type types[] = {
        [TAKES_STRING] = DSI_JSON_STRING,   [TAKES_INTEGER] = DSI_JSON_NUMBER,
        [TAKES_BOOLEAN] = DSI_JSON_BOOLEAN, [TAKES_OBJECT] = DSI_JSON_OBJECT,
        [TAKES_STRINGS] = DSI_JSON_ARRAY,   [TAKES_OBJECTS] = DSI_JSON_ARRAY};

    return place->takes < TAKES_STRING || type == DSI_JSON_NULL ||
           types[place->takes] == type;
}

grammar_verdict grammar_judge(const grammar_place *place, const grammar_row *row)
{
    size_t first = strspn(row->text.data, " \t\r\n");

    if (!place->lenient && row->first != 0 && !has_type(place, row->first)) {
        return (grammar_verdict){.code = DSI_E_TYPE, .offset = first};
    }
    if (!place->lenient && place->takes == TAKES_INTEGER && row->integer != DSI_OK) {
        return (grammar_verdict){.code = row->integer, .offset = first};
    }
    return (grammar_verdict){.code = row->code, .offset = row->offset};
}

/* ------------------------------------------------------------- a fragment in place */

static const char *item_of(const grammar_place *place)
{
    if (place->takes == TAKES_STRINGS) {
        return "\"an item\"";
    }
    return place->takes == TAKES_OBJECTS ? "{}" : "1";
}

static void append(grammar_message *message, size_t *at, const char *bytes,
                   size_t length)
{
    expect(*at + length <= sizeof message->bytes, "no room");
    memcpy(message->bytes + *at, bytes, length);
    *at += length;
}

void grammar_put(const grammar_place *place, const grammar_row *row,
                 grammar_message *message)
{
    const char *item = item_of(place);
    size_t error_at = grammar_judge(place, row).offset;
    size_t at = 0;

    append(message, &at, place->before, strlen(place->before));
    message->start = at;
    for (size_t i = 0; i < row->text.length; i++) {
        if (i == error_at) {
            message->error_at = at;
        }
        if (row->text.data[i] == '@') {
            append(message, &at, item, strlen(item));
        } else {
            append(message, &at, &row->text.data[i], 1);
        }
    }
    message->end = at;
    if (error_at >= row->text.length) {
        message->error_at = at;
    }
    append(message, &at, place->after, strlen(place->after));
    message->row = (vector){.name = row->name,
                            .why = place->name,
                            .message = place->message,
                            .streamed = place->streamed,
                            .status = place->status,
                            .bytes = {.data = message->bytes, .length = at}};
}
