#include "same.h"

static bool same_text(dsi_string left, dsi_string right)
{
    if (left.data == NULL || right.data == NULL) {
        return left.data == right.data;
    }
    return left.length == right.length &&
           memcmp(left.data, right.data, left.length) == 0;
}

/* What is true of every list before its items are compared. */
static bool same_list(const void *left, size_t left_count, const void *right,
                      size_t right_count)
{
    return (left == NULL) == (right == NULL) && left_count == right_count;
}

static bool same_texts(dsi_strings left, dsi_strings right)
{
    bool same = same_list(left.items, left.count, right.items, right.count);

    for (size_t i = 0; same && i < left.count; i++) {
        same = same_text(left.items[i], right.items[i]);
    }
    return same;
}

static bool same_type(const dsi_model_field_type *left,
                      const dsi_model_field_type *right)
{
    while (left != NULL && right != NULL) {
        if (!same_text(left->kind, right->kind) ||
            !same_text(left->name, right->name) ||
            !same_texts(left->values, right->values)) {
            return false;
        }
        left = left->type;
        right = right->type;
    }
    return left == right;
}

static bool same_fields(dsi_model_fields left, dsi_model_fields right)
{
    bool same = same_list(left.items, left.count, right.items, right.count);

    for (size_t i = 0; same && i < left.count; i++) {
        const dsi_model_field *one = &left.items[i];
        const dsi_model_field *other = &right.items[i];

        same = same_text(one->name, other->name) && same_type(one->type, other->type) &&
               one->length.present == other->length.present &&
               (!one->length.present || one->length.value == other->length.value);
    }
    return same;
}

static bool same_index(const dsi_model_index *left, const dsi_model_index *right)
{
    if (left == NULL || right == NULL) {
        return left == right;
    }
    return same_text(left->name, right->name) &&
           same_texts(left->fields, right->fields);
}

static bool same_indexes(dsi_model_indexes left, dsi_model_indexes right)
{
    bool same = same_list(left.items, left.count, right.items, right.count);

    for (size_t i = 0; same && i < left.count; i++) {
        same = same_index(&left.items[i], &right.items[i]);
    }
    return same;
}

bool bench_same_model(const dsi_model *left, const dsi_model *right)
{
    return same_text(left->name, right->name) &&
           same_fields(left->fields, right->fields) &&
           same_index(left->primary_key, right->primary_key) &&
           same_indexes(left->indexes, right->indexes) &&
           same_text(left->sdl, right->sdl);
}

bool bench_same_request(const dsi_start_request *left, const dsi_start_request *right)
{
    const dsi_rds_data_api_config *one = left->rds_data_api_config;
    const dsi_rds_data_api_config *other = right->rds_data_api_config;

    if (one == NULL || other == NULL) {
        return one == other;
    }
    return same_text(one->resource_arn, other->resource_arn) &&
           same_text(one->secret_arn, other->secret_arn) &&
           same_text(one->database_name, other->database_name);
}

static bool same_status(dsi_introspection_status_text left,
                        dsi_introspection_status_text right)
{
    return left.value == right.value && same_text(left.text, right.text);
}

bool bench_same_start(const dsi_start_answer *left, const dsi_start_answer *right)
{
    const dsi_start_response *one = &left->output;
    const dsi_start_response *other = &right->output;

    return left->kind == right->kind && left->status == right->status &&
           same_text(one->introspection_id, other->introspection_id) &&
           same_status(one->introspection_status, other->introspection_status) &&
           same_text(one->introspection_status_detail,
                     other->introspection_status_detail);
}

bool bench_same_get(const dsi_get_answer *left, const dsi_get_answer *right)
{
    const dsi_get_response *one = &left->output;
    const dsi_get_response *other = &right->output;
    const dsi_introspection_result *result = one->introspection_result;
    const dsi_introspection_result *second = other->introspection_result;

    return left->kind == right->kind && left->status == right->status &&
           same_text(one->introspection_id, other->introspection_id) &&
           same_status(one->introspection_status, other->introspection_status) &&
           same_text(one->introspection_status_detail,
                     other->introspection_status_detail) &&
           (result == NULL) == (second == NULL) &&
           (result == NULL || same_text(result->next_token, second->next_token));
}
