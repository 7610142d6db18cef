/*
 * tests/rows/rows.c - rows that the compiler must refuse, each under a macro of its
 * own. It must accept only ROWS_RIGHT. CMakeLists.txt compiles each case alone.
 */
#include <dsi/get.h>
#include <dsi/start.h>

#include "schema/operation.h"
#include "schema/rows.h"
#include "schema/shared.h"

DSI_SHAPE(extern, index_pointer, const dsi_model_index *);
DSI_SHAPE(extern, index_value, dsi_model_index);

#ifdef ROWS_RIGHT
static const dsi_member right[] = {
    {DSI_OPTIONAL(dsi_start_response, introspection_id, "introspectionId",
                  dsi_shape_string)},
    {DSI_OPTIONAL(dsi_start_response, introspection_status, "introspectionStatus",
                  dsi_shape_status)},
    {DSI_QUERY(dsi_get_request, max_results, "maxResults", dsi_shape_integer)},
    {DSI_QUERY(dsi_get_request, include_models_sdl, "sdl", dsi_shape_boolean)},
    {DSI_REQUIRED(dsi_model_field, length, "length", dsi_shape_long)},
    {DSI_OPTIONAL(dsi_model, primary_key, "primaryKey", index_pointer)},
    {DSI_OPTIONAL(dsi_model_index, fields, "fields", dsi_shape_strings)},
};
const dsi_type right_type = {DSI_STRUCTURE("Right", dsi_model, right)};
const dsi_type right_pointers = {DSI_LIST("Indexes", dsi_model_indexes, index_pointer)};
const dsi_type right_values = {DSI_LIST("Indexes", dsi_model_indexes, index_value)};
const dsi_string right_text = DSI_STR("right");
DSI_SAME_LIST(dsi_strings);
DSI_SAME_ENUM(dsi_introspection_status_text);
DSI_SAME_ANSWER(dsi_start_answer);
#endif

#ifdef ROWS_ENUM_FOR_A_TEXT
const dsi_member row = {DSI_OPTIONAL(dsi_start_response, introspection_id,
                                     "introspectionId", dsi_shape_status)};
#endif

#ifdef ROWS_TEXT_FOR_AN_ENUM
const dsi_member row = {DSI_OPTIONAL(dsi_start_response, introspection_status,
                                     "introspectionStatus", dsi_shape_string)};
#endif

#ifdef ROWS_INT64_FOR_AN_INT32
const dsi_member row = {
    DSI_QUERY(dsi_get_request, max_results, "maxResults", dsi_shape_long)};
#endif

#ifdef ROWS_BOOLEAN_FOR_AN_INT32
const dsi_member row = {
    DSI_QUERY(dsi_get_request, max_results, "maxResults", dsi_shape_boolean)};
#endif

#ifdef ROWS_VALUE_FOR_A_POINTER
const dsi_member row = {
    DSI_OPTIONAL(dsi_model, primary_key, "primaryKey", index_value)};
#endif

#ifdef ROWS_OTHER_STRUCTURE
const dsi_member row = {DSI_OPTIONAL(dsi_start_request, rds_data_api_config,
                                     "rdsDataApiConfig", index_pointer)};
#endif

#ifdef ROWS_OTHER_LIST
const dsi_member row = {DSI_OPTIONAL(dsi_model, fields, "fields", dsi_shape_strings)};
#endif

#ifdef ROWS_OTHER_ITEMS
const dsi_type list = {DSI_LIST("Fields", dsi_model_fields, index_pointer)};
#endif

#ifdef ROWS_ITEMS_OF_A_VALUE
const dsi_type list = {DSI_LIST("Strings", dsi_strings, dsi_shape_integer)};
#endif

#ifdef ROWS_TOO_MANY
static const dsi_member rows[DSI_MEMBERS_MAX + 1];
const dsi_type too_many = {DSI_STRUCTURE("TooMany", dsi_model, rows)};
#endif

#ifdef ROWS_NO_LIST
typedef struct no_list {
    size_t count;
    const dsi_string *items;
    size_t dropped;
} no_list;
DSI_SAME_LIST(no_list);
#endif

#ifdef ROWS_NO_ENUM
typedef struct no_enum {
    dsi_string text;
    dsi_introspection_status value;
} no_enum;
DSI_SAME_ENUM(no_enum);
#endif

#ifdef ROWS_NO_ANSWER
typedef struct no_answer {
    int status;
    dsi_answer_kind kind;
    dsi_string request_id;
} no_answer;
DSI_SAME_ANSWER(no_answer);
#endif

#ifdef ROWS_NO_LITERAL
extern const char *const text;
const dsi_string no_literal = DSI_STR(text);
#endif
