// Which member stands in which object: dsi's structs as a table, for the handler.
#ifndef BENCH_SAX_SHAPES_HPP
#define BENCH_SAX_SHAPES_HPP

#include <cstddef>
#include <string_view>

#include <dsi/dsi.h>

enum class sax_kind { text, status, integer, object, strings, fields, indexes, models };

struct sax_shape;

// item: the shape of the object, or of the list's items.
struct sax_member {
    std::string_view name;
    sax_kind kind;
    std::size_t offset;
    const sax_shape *item;
};

struct sax_shape {
    const sax_member *members;
    std::size_t count;
    std::size_t size;
};

extern const sax_shape sax_type;

inline constexpr sax_member sax_type_members[] = {
    {"kind", sax_kind::text, offsetof(dsi_model_field_type, kind), nullptr},
    {"name", sax_kind::text, offsetof(dsi_model_field_type, name), nullptr},
    {"type", sax_kind::object, offsetof(dsi_model_field_type, type), &sax_type},
    {"values", sax_kind::strings, offsetof(dsi_model_field_type, values), nullptr},
};
inline const sax_shape sax_type = {sax_type_members, 4, sizeof(dsi_model_field_type)};

inline constexpr sax_member sax_field_members[] = {
    {"name", sax_kind::text, offsetof(dsi_model_field, name), nullptr},
    {"type", sax_kind::object, offsetof(dsi_model_field, type), &sax_type},
    {"length", sax_kind::integer, offsetof(dsi_model_field, length), nullptr},
};
inline constexpr sax_shape sax_field = {sax_field_members, 3, sizeof(dsi_model_field)};

inline constexpr sax_member sax_index_members[] = {
    {"name", sax_kind::text, offsetof(dsi_model_index, name), nullptr},
    {"fields", sax_kind::strings, offsetof(dsi_model_index, fields), nullptr},
};
inline constexpr sax_shape sax_index = {sax_index_members, 2, sizeof(dsi_model_index)};

inline constexpr sax_member sax_model_members[] = {
    {"name", sax_kind::text, offsetof(dsi_model, name), nullptr},
    {"fields", sax_kind::fields, offsetof(dsi_model, fields), &sax_field},
    {"primaryKey", sax_kind::object, offsetof(dsi_model, primary_key), &sax_index},
    {"indexes", sax_kind::indexes, offsetof(dsi_model, indexes), &sax_index},
    {"sdl", sax_kind::text, offsetof(dsi_model, sdl), nullptr},
};
inline constexpr sax_shape sax_model = {sax_model_members, 5, sizeof(dsi_model)};

inline constexpr sax_member sax_result_members[] = {
    {"models", sax_kind::models, offsetof(dsi_introspection_result, models),
     &sax_model},
    {"nextToken", sax_kind::text, offsetof(dsi_introspection_result, next_token),
     nullptr},
};
inline constexpr sax_shape sax_result = {sax_result_members, 2,
                                         sizeof(dsi_introspection_result)};

inline constexpr sax_member sax_get_members[] = {
    {"introspectionId", sax_kind::text, offsetof(dsi_get_response, introspection_id),
     nullptr},
    {"introspectionStatus", sax_kind::status,
     offsetof(dsi_get_response, introspection_status), nullptr},
    {"introspectionStatusDetail", sax_kind::text,
     offsetof(dsi_get_response, introspection_status_detail), nullptr},
    {"introspectionResult", sax_kind::object,
     offsetof(dsi_get_response, introspection_result), &sax_result},
};
inline constexpr sax_shape sax_get = {sax_get_members, 4, sizeof(dsi_get_response)};

inline constexpr sax_member sax_start_members[] = {
    {"introspectionId", sax_kind::text, offsetof(dsi_start_response, introspection_id),
     nullptr},
    {"introspectionStatus", sax_kind::status,
     offsetof(dsi_start_response, introspection_status), nullptr},
    {"introspectionStatusDetail", sax_kind::text,
     offsetof(dsi_start_response, introspection_status_detail), nullptr},
};
inline constexpr sax_shape sax_start = {sax_start_members, 3,
                                        sizeof(dsi_start_response)};

inline constexpr sax_member sax_config_members[] = {
    {"resourceArn", sax_kind::text, offsetof(dsi_rds_data_api_config, resource_arn),
     nullptr},
    {"secretArn", sax_kind::text, offsetof(dsi_rds_data_api_config, secret_arn),
     nullptr},
    {"databaseName", sax_kind::text, offsetof(dsi_rds_data_api_config, database_name),
     nullptr},
};
inline constexpr sax_shape sax_config = {sax_config_members, 3,
                                         sizeof(dsi_rds_data_api_config)};

inline constexpr sax_member sax_request_members[] = {
    {"rdsDataApiConfig", sax_kind::object,
     offsetof(dsi_start_request, rds_data_api_config), &sax_config},
};
inline constexpr sax_shape sax_request = {sax_request_members, 1,
                                          sizeof(dsi_start_request)};

#endif
