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
const dsi_string right_words[] = {DSI_VALUE(DSI_STATUS_PROCESSING, "PROCESSING")};
const dsi_type right_enum = {
    DSI_ENUM("Status", dsi_introspection_status_text, right_words)};
const dsi_operation right_answer = {DSI_ANSWER_LAYOUT(dsi_start_answer)};
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
const dsi_type list = {DSI_LIST("NoList", no_list, dsi_shape_string)};
#endif

#ifdef ROWS_NO_ENUM
typedef struct no_enum {
    dsi_string text;
    dsi_introspection_status value;
} no_enum;
const dsi_string words[] = {DSI_VALUE(DSI_STATUS_PROCESSING, "PROCESSING")};
const dsi_type no_enum_type = {DSI_ENUM("NoEnum", no_enum, words)};
#endif

#ifdef ROWS_NO_ANSWER
typedef struct no_answer {
    int status;
    dsi_answer_kind kind;
    dsi_string request_id;
    dsi_start_response output;
    dsi_service_error error;
} no_answer;
const dsi_operation no_answer_operation = {DSI_ANSWER_LAYOUT(no_answer)};
#endif

#ifdef ROWS_OTHER_ERROR
typedef struct other_error {
    dsi_answer_kind kind;
    int status;
    dsi_string request_id;
    dsi_start_response output;
    const dsi_service_error *error;
} other_error;
const dsi_operation other_error_operation = {DSI_ANSWER_LAYOUT(other_error)};
#endif

#ifdef ROWS_NO_LITERAL
extern const char *const text;
const dsi_string no_literal = DSI_STR(text);
#endif
