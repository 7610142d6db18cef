/*
 * A peer that reads a tree. The including file, in C or C++, defines first
 *
 *     dom_node, dom_cursor, dom_document    types; a node is a pointer or like one
 *     dom_parse, dom_free                   body to document, with a root
 *     dom_root, dom_member                  nodes; the member with a name, if any
 *     dom_is_absent                         no node, or null
 *     dom_is_object, dom_is_array, dom_text, dom_integer
 *     dom_count, dom_first, dom_next        items of an array
 *
 * all of them static, so the compiler can inline them. This file has what every user of
 * such a library writes by hand: tree to structs.
 */
#ifndef BENCH_DOM_H
#define BENCH_DOM_H

#include <stdlib.h>

#include "rules.h"
#include "typed.h"

typedef struct dom_peer {
    bench_typed typed;
    dsi_string body;
    bench_rules *rules;
    dom_document document;
} dom_peer;

/* ---------------------------------------------------------------------- members */

static bool dom_text_member(dom_node object, const char *name, dsi_string *text)
{
    dom_node member = dom_member(object, name);

    text->data = NULL;
    text->length = 0;
    return dom_is_absent(member) || dom_text(member, text);
}

static bool dom_status_member(dom_node object, const char *name,
                              dsi_introspection_status_text *status)
{
    if (!dom_text_member(object, name, &status->text)) {
        return false;
    }
    status->value = status->text.data != NULL ? bench_status_value(status->text)
                                              : DSI_STATUS_UNKNOWN;
    return true;
}

static bool dom_strings_member(dom_node object, const char *name, bench_arena *arena,
                               dsi_strings *strings)
{
    dom_node array = dom_member(object, name);
    dsi_string *items;

    memset(strings, 0, sizeof *strings);
    if (dom_is_absent(array)) {
        return true;
    }
    if (!dom_is_array(array)) {
        return false;
    }
    items = (dsi_string *)bench_arena_take(arena, dom_count(array) * sizeof *items);
    strings->items = items;
    for (dom_cursor at = dom_first(array); items != NULL && at.left; dom_next(&at)) {
        if (dom_is_absent(at.node)) {
            strings->dropped++;
        } else if (!dom_text(at.node, &items[strings->count++])) {
            return false;
        }
    }
    return items != NULL;
}

/* ----------------------------------------------------------------------- models */

static bool dom_type_member(dom_node object, const char *name, bench_arena *arena,
                            const dsi_model_field_type **place)
{
    dom_node node = dom_member(object, name);
    dsi_model_field_type *type;

    *place = NULL;
    if (dom_is_absent(node)) {
        return true;
    }
    type = (dsi_model_field_type *)bench_arena_take(arena, sizeof *type);
    *place = type;
    return type != NULL && dom_is_object(node) &&
           dom_text_member(node, "kind", &type->kind) &&
           dom_text_member(node, "name", &type->name) &&
           dom_type_member(node, "type", arena, &type->type) &&
           dom_strings_member(node, "values", arena, &type->values);
}

static bool dom_field(dom_node node, bench_arena *arena, dsi_model_field *field)
{
    dom_node length;

    if (!dom_is_object(node) || !dom_text_member(node, "name", &field->name) ||
        !dom_type_member(node, "type", arena, &field->type)) {
        return false;
    }
    length = dom_member(node, "length");
    field->length.present = !dom_is_absent(length);
    field->length.value = 0;
    return !field->length.present || dom_integer(length, &field->length.value);
}

static bool dom_index(dom_node node, bench_arena *arena, dsi_model_index *index)
{
    return dom_is_object(node) && dom_text_member(node, "name", &index->name) &&
           dom_strings_member(node, "fields", arena, &index->fields);
}

static bool dom_fields_member(dom_node model, bench_arena *arena,
                              dsi_model_fields *fields)
{
    dom_node array = dom_member(model, "fields");
    dsi_model_field *items;

    memset(fields, 0, sizeof *fields);
    if (dom_is_absent(array)) {
        return true;
    }
    if (!dom_is_array(array)) {
        return false;
    }
    items = (dsi_model_field *)bench_arena_take(arena,
                                                dom_count(array) * sizeof *items);
    fields->items = items;
    for (dom_cursor at = dom_first(array); items != NULL && at.left; dom_next(&at)) {
        if (dom_is_absent(at.node)) {
            fields->dropped++;
        } else if (!dom_field(at.node, arena, &items[fields->count++])) {
            return false;
        }
    }
    return items != NULL;
}

static bool dom_indexes_member(dom_node model, bench_arena *arena,
                               dsi_model_indexes *indexes)
{
    dom_node array = dom_member(model, "indexes");
    dsi_model_index *items;

    memset(indexes, 0, sizeof *indexes);
    if (dom_is_absent(array)) {
        return true;
    }
    if (!dom_is_array(array)) {
        return false;
    }
    items = (dsi_model_index *)bench_arena_take(arena,
                                                dom_count(array) * sizeof *items);
    indexes->items = items;
    for (dom_cursor at = dom_first(array); items != NULL && at.left; dom_next(&at)) {
        if (dom_is_absent(at.node)) {
            indexes->dropped++;
        } else if (!dom_index(at.node, arena, &items[indexes->count++])) {
            return false;
        }
    }
    return items != NULL;
}

static bool dom_key_member(dom_node model, bench_arena *arena,
                           const dsi_model_index **place)
{
    dom_node node = dom_member(model, "primaryKey");
    dsi_model_index *key;

    *place = NULL;
    if (dom_is_absent(node)) {
        return true;
    }
    key = (dsi_model_index *)bench_arena_take(arena, sizeof *key);
    *place = key;
    return key != NULL && dom_index(node, arena, key);
}

static bool dom_model(dom_node node, bench_arena *arena, dsi_model *model)
{
    return dom_is_object(node) && dom_text_member(node, "name", &model->name) &&
           dom_fields_member(node, arena, &model->fields) &&
           dom_key_member(node, arena, &model->primary_key) &&
           dom_indexes_member(node, arena, &model->indexes) &&
           dom_text_member(node, "sdl", &model->sdl);
}

static bool dom_models_member(dom_node result, bench_arena *arena, dsi_models *models)
{
    dom_node array = dom_member(result, "models");
    dsi_model *items;

    memset(models, 0, sizeof *models);
    if (dom_is_absent(array)) {
        return true;
    }
    if (!dom_is_array(array)) {
        return false;
    }
    items = (dsi_model *)bench_arena_take(arena, dom_count(array) * sizeof *items);
    models->items = items;
    for (dom_cursor at = dom_first(array); items != NULL && at.left; dom_next(&at)) {
        if (dom_is_absent(at.node)) {
            models->dropped++;
        } else if (!dom_model(at.node, arena, &items[models->count++])) {
            return false;
        }
    }
    return items != NULL;
}

/* --------------------------------------------------------------------- messages */

static bool dom_request(dom_node root, bench_typed *typed)
{
    dsi_rds_data_api_config *config = &typed->config;
    dom_node node;

    typed->request.rds_data_api_config = NULL;
    if (!dom_is_object(root)) {
        return false;
    }
    node = dom_member(root, "rdsDataApiConfig");
    if (dom_is_absent(node)) {
        return true;
    }
    typed->request.rds_data_api_config = config;
    return dom_is_object(node) &&
           dom_text_member(node, "resourceArn", &config->resource_arn) &&
           dom_text_member(node, "secretArn", &config->secret_arn) &&
           dom_text_member(node, "databaseName", &config->database_name);
}

static bool dom_start(dom_node root, dsi_start_answer *answer)
{
    dsi_start_response *output = &answer->output;

    memset(answer, 0, sizeof *answer);
    answer->kind = DSI_OUTPUT;
    answer->status = 200;
    return dom_is_object(root) &&
           dom_text_member(root, "introspectionId", &output->introspection_id) &&
           dom_status_member(root, "introspectionStatus",
                             &output->introspection_status) &&
           dom_text_member(root, "introspectionStatusDetail",
                           &output->introspection_status_detail);
}

static bool dom_result_member(dom_node root, bench_typed *typed)
{
    dom_node node = dom_member(root, "introspectionResult");

    if (dom_is_absent(node)) {
        return true;
    }
    typed->get.output.introspection_result = &typed->result;
    return dom_is_object(node) &&
           dom_models_member(node, &typed->arena, &typed->result.models) &&
           dom_text_member(node, "nextToken", &typed->result.next_token);
}

static bool dom_get(dom_node root, bench_typed *typed)
{
    dsi_get_response *output = &typed->get.output;

    memset(&typed->get, 0, sizeof typed->get);
    typed->get.kind = DSI_OUTPUT;
    typed->get.status = 200;
    return dom_is_object(root) &&
           dom_text_member(root, "introspectionId", &output->introspection_id) &&
           dom_status_member(root, "introspectionStatus",
                             &output->introspection_status) &&
           dom_text_member(root, "introspectionStatusDetail",
                           &output->introspection_status_detail) &&
           dom_result_member(root, typed);
}

/* --------------------------------------------------------------------- the peer */

static void dom_close(void *state)
{
    dom_peer *peer = (dom_peer *)state;

    bench_arena_close(&peer->typed.arena);
    bench_rules_close(peer->rules);
    free(peer);
}

static void *dom_open_with(const bench_input *input, bench_matcher matcher)
{
    dom_peer *peer = (dom_peer *)calloc(1, sizeof *peer);

    if (peer == NULL) {
        return NULL;
    }
    peer->body = input->body;
    peer->rules = bench_rules_open(matcher);
    if (peer->rules == NULL ||
        !bench_arena_open(&peer->typed.arena, BENCH_TYPED_ROOM(input->body.length))) {
        dom_close(peer);
        return NULL;
    }
    return peer;
}

static void *dom_open(const bench_input *input)
{
    return dom_open_with(input, BENCH_PCRE2_JIT);
}

static bool dom_run_request(void *state, bench_result *result)
{
    dom_peer *peer = (dom_peer *)state;

    result->request = &peer->typed.request;
    return dom_parse(&peer->document, peer->body) &&
           dom_request(dom_root(&peer->document), &peer->typed) &&
           bench_rules_hold(peer->rules, &peer->typed.request);
}

static bool dom_run_start(void *state, bench_result *result)
{
    dom_peer *peer = (dom_peer *)state;

    result->start = &peer->typed.start;
    return dom_parse(&peer->document, peer->body) &&
           dom_start(dom_root(&peer->document), &peer->typed.start);
}

static bool dom_run_get(void *state, bench_result *result)
{
    dom_peer *peer = (dom_peer *)state;

    peer->typed.arena.used = 0;
    result->get = &peer->typed.get;
    return dom_parse(&peer->document, peer->body) &&
           dom_get(dom_root(&peer->document), &peer->typed);
}

static void dom_release(void *state)
{
    dom_free(&((dom_peer *)state)->document);
}

/* The room in the arena that the operation needs. The tree lies on the heap. */
static size_t dom_room(void *state)
{
    return ((dom_peer *)state)->typed.arena.used;
}

#endif
