/* tests/odd.c - the tables of the odd operations. */
#include "tests/odd.h"

#include "schema/arn/arn.h"
#include "schema/label.h"
#include "schema/rows.h"
#include "schema/shared.h"
#include "tests/model/model.h"

/* ----------------------------------------------------------------- shapes of values */

static const dsi_constraint label = {.minimum = 1,
                                     .maximum = 2048,
                                     .match = dsi_match_label,
                                     .mismatch = DSI_E_DOT_SEGMENT};
static const dsi_constraint token = {.minimum = 1,
                                     .maximum = 65536,
                                     .pattern = "^[\\S]+$",
                                     .match = dsi_match_pagination_token};
static const dsi_constraint arn = {.minimum = 20,
                                   .maximum = DSI_ARN_LENGTH_MAX,
                                   .pattern = "an ARN",
                                   .match = dsi_match_rds_cluster,
                                   .ascii = true};
static const dsi_constraint title = {.minimum = 1, .maximum = 4};
static const dsi_constraint longest = {.minimum = 2, .maximum = 65536};
static const dsi_constraint crowded = {.minimum = 215, .maximum = 2048};
static const dsi_constraint limit = {.minimum = 1, .maximum = 1000};
static const dsi_constraint all = {.minimum = 0, .maximum = SIZE_MAX};
static const dsi_constraint at_least = {.minimum = 7, .maximum = SIZE_MAX};

static const dsi_string colors[] = {DSI_STR("RED"), DSI_STR("deep blue")};

#define ODD_TEXT(linkage, shape, rule)                                                 \
    DSI_SHAPE(linkage, shape, dsi_string) = {.name = #shape,                           \
                                             .kind = DSI_KIND_STRING,                  \
                                             .size = sizeof(dsi_string),               \
                                             .constraint = &(rule)}
#define ODD_COLOR(linkage, shape, rule)                                                \
    DSI_SHAPE(linkage, shape, odd_color_text) = {                                      \
        DSI_ENUM(#shape, odd_color_text, colors), .constraint = (rule)}
#define ODD_INT32(linkage, shape, rule)                                                \
    DSI_SHAPE(linkage, shape,                                                          \
              dsi_optional_int32) = {.name = #shape,                                   \
                                     .kind = DSI_KIND_INT32,                           \
                                     .size = sizeof(dsi_optional_int32),               \
                                     .constraint = &(rule)}
#define ODD_INT64(linkage, shape, rule)                                                \
    DSI_SHAPE(linkage, shape,                                                          \
              dsi_optional_int64) = {.name = #shape,                                   \
                                     .kind = DSI_KIND_INT64,                           \
                                     .size = sizeof(dsi_optional_int64),               \
                                     .constraint = &(rule)}

ODD_TEXT(static, label_text, label);
ODD_TEXT(static, token_text, token);
ODD_TEXT(static, arn_text, arn);
ODD_TEXT(static, title_text, title);
ODD_TEXT(static, longest_text, longest);
ODD_TEXT(static, any_text, all);
ODD_TEXT(static, crowd_text, crowded);
ODD_COLOR(static, color_type, NULL);
ODD_COLOR(static, color_label, &label);
ODD_INT32(static, limit_type, limit);
ODD_INT64(static, all_int64, all);
ODD_INT64(static, at_least_int64, at_least);

static const dsi_member page_members[] = {
    {DSI_REQUIRED(odd_page, title, "title", title_text)},
    {DSI_OPTIONAL(odd_page, number, "number", dsi_shape_integer)},
    {DSI_OPTIONAL(odd_page, weight, "weight", dsi_shape_long)},
    {DSI_OPTIONAL(odd_page, torn, "torn", dsi_shape_boolean)},
    {DSI_OPTIONAL(odd_page, color, "color", color_type)},
};
DSI_SHAPE(static, page_type,
          const odd_page *) = {DSI_STRUCTURE("Page", odd_page, page_members)};

DSI_SHAPE(static, pages_type, odd_pages) = {DSI_LIST("Pages", odd_pages, page_type)};
DSI_SHAPE(static, colors_type,
          odd_colors) = {DSI_LIST("Colors", odd_colors, color_type)};
DSI_SHAPE(static, numbers_type,
          odd_numbers) = {DSI_LIST("Numbers", odd_numbers, dsi_shape_integer)};
DSI_SHAPE(static, weights_type,
          odd_weights) = {DSI_LIST("Weights", odd_weights, dsi_shape_long)};
DSI_SHAPE(static, flags_type,
          odd_flags) = {DSI_LIST("Flags", odd_flags, dsi_shape_boolean)};
DSI_SHAPE(static, grid_type,
          odd_grid) = {DSI_LIST("Grid", odd_grid, dsi_shape_strings)};

/* ----------------------------------------------------------------------------- find */

static const dsi_member find_request_members[] = {
    {DSI_LABEL(odd_find_request, shelf, "shelf", label_text)},
    {DSI_LABEL(odd_find_request, volume, "volume", dsi_shape_long)},
    {DSI_LABEL(odd_find_request, color, "color", color_label)},
    {DSI_LABEL(odd_find_request, open, "open", dsi_shape_boolean)},
    {DSI_QUERY(odd_find_request, since, "since", all_int64)},
    {DSI_ROW(odd_find_request, limit, "limit", limit_type, true, DSI_IN_QUERY)},
    {DSI_QUERY(odd_find_request, shade, "shade", color_type)},
    {DSI_QUERY(odd_find_request, loud, "loud", dsi_shape_boolean)},
    {DSI_QUERY(odd_find_request, words, "words", longest_text)},
    {DSI_QUERY(odd_find_request, a, "a", dsi_shape_string)},
    {DSI_QUERY(odd_find_request, token, "token", token_text)},
    {DSI_QUERY(odd_find_request, any, "any", dsi_shape_integer)},
};
static const dsi_type find_request = {
    DSI_STRUCTURE("FindRequest", odd_find_request, find_request_members)};

#define WIDE(row, shape, tens, ones)                                                   \
    {                                                                                  \
        row(odd_wide, texts[8 * (tens) + (ones)], "m" #tens #ones, shape)              \
    }
#define WIDE_8(row, shape, tens)                                                       \
    WIDE(row, shape, tens, 0), WIDE(row, shape, tens, 1), WIDE(row, shape, tens, 2),   \
        WIDE(row, shape, tens, 3), WIDE(row, shape, tens, 4),                          \
        WIDE(row, shape, tens, 5), WIDE(row, shape, tens, 6),                          \
        WIDE(row, shape, tens, 7)
#define WIDE_ROWS(row, shape)                                                          \
    WIDE_8(row, shape, 0), WIDE_8(row, shape, 1), WIDE_8(row, shape, 2),               \
        WIDE_8(row, shape, 3), WIDE_8(row, shape, 4), WIDE_8(row, shape, 5),           \
        WIDE_8(row, shape, 6), WIDE_8(row, shape, 7)

static const dsi_member wide_members[] = {WIDE_ROWS(DSI_OPTIONAL, dsi_shape_string)};
static const dsi_type wide = {DSI_STRUCTURE("Wide", odd_wide, wide_members)};

static const dsi_modelled_error errors[] = {{"OddException", 400}, {NULL, 0}};

static const dsi_operation find = {
    .name = "OddFind",
    .method = "GET",
    .path = "/v1/odd/{shelf}/books/{volume}/{color}/{open}/lines",
    .input = &find_request,
    .output = &wide,
    .errors = errors,
    DSI_ANSWER_LAYOUT(odd_find_answer)};

/* ------------------------------------------------------------------------------ put */

/* The second name is longer than some limits of tokens. */
static const dsi_member innermost_members[] = {
    {DSI_OPTIONAL(odd_innermost, deepest, "deepest", dsi_shape_string)},
    {DSI_OPTIONAL(odd_innermost, long_name, ODD_LONG_NAME, dsi_shape_string),
     DSI_NO_FIELD}};
DSI_SHAPE(static, innermost_type, const odd_innermost *) = {
    DSI_STRUCTURE("Innermost", odd_innermost, innermost_members)};

static const dsi_member inner_members[] = {
    {DSI_OPTIONAL(odd_inner, innermost, "innermost", innermost_type)}};
DSI_SHAPE(static, inner_type,
          const odd_inner *) = {DSI_STRUCTURE("Inner", odd_inner, inner_members)};

static const dsi_member outer_members[] = {
    {DSI_OPTIONAL(odd_outer, inner, "inner", inner_type)}};
DSI_SHAPE(static, outer_type,
          const odd_outer *) = {DSI_STRUCTURE("Outer", odd_outer, outer_members)};

static const dsi_member put_request_members[] = {
    {DSI_REQUIRED(odd_put_request, title, "title", title_text)},
    {DSI_LABEL(odd_put_request, shelf, "shelf", label_text)},
    {DSI_OPTIONAL(odd_put_request, body, "body", longest_text)},
    {DSI_OPTIONAL(odd_put_request, any, "any", any_text)},
    {DSI_OPTIONAL(odd_put_request, arn, "arn", arn_text)},
    {DSI_QUERY(odd_put_request, dry, "dry", dsi_shape_boolean)},
    {DSI_OPTIONAL(odd_put_request, ranged, "ranged", limit_type)},
    {DSI_OPTIONAL(odd_put_request, at_least, "atLeast", at_least_int64)},
    {DSI_OPTIONAL(odd_put_request, page, "page", page_type), DSI_NO_FIELD},
    {DSI_OPTIONAL(odd_put_request, outer, "outer", outer_type)},
    {DSI_OPTIONAL(odd_put_request, tags, "tags", dsi_shape_strings)},
    {DSI_OPTIONAL(odd_put_request, colors, "colors", colors_type)},
    {DSI_OPTIONAL(odd_put_request, numbers, "numbers", numbers_type)},
    {DSI_OPTIONAL(odd_put_request, weights, "weights", weights_type)},
    {DSI_OPTIONAL(odd_put_request, flags, "flags", flags_type)},
    {DSI_OPTIONAL(odd_put_request, pages, "pages", pages_type)},
    {DSI_OPTIONAL(odd_put_request, grid, "grid", grid_type)},
};
static const dsi_type put_request = {
    DSI_STRUCTURE("PutRequest", odd_put_request, put_request_members)};

static const dsi_member put_response_members[] = {
    {DSI_OPTIONAL(odd_put_response, page, "page", page_type)},
    {DSI_OPTIONAL(odd_put_response, numbers, "numbers", numbers_type)},
    {DSI_OPTIONAL(odd_put_response, flags, "flags", flags_type)},
    {DSI_OPTIONAL(odd_put_response, grid, "grid", grid_type)},
};
static const dsi_type put_response = {
    DSI_STRUCTURE("PutResponse", odd_put_response, put_response_members)};

static const dsi_operation put = {.name = "OddPut",
                                  .method = "POST",
                                  .path = "/odd/{shelf}/notes",
                                  .input = &put_request,
                                  .output = &put_response,
                                  .errors = errors,
                                  DSI_ANSWER_LAYOUT(odd_put_answer)};

/* ----------------------------------------------------------------------------- list */

static const dsi_member list_request_members[] = {
    {DSI_QUERY(odd_list_request, token, "token", token_text)}};
static const dsi_type list_request = {
    DSI_STRUCTURE("ListRequest", odd_list_request, list_request_members)};

static const dsi_member list_response_members[] = {
    {DSI_OPTIONAL(odd_list_response, pages, "pages", pages_type)},
    {DSI_OPTIONAL(odd_list_response, token, "token", token_text)},
};
static const dsi_type list_response = {
    DSI_STRUCTURE("ListResponse", odd_list_response, list_response_members)};

static const dsi_operation list = {
    .name = "OddList",
    .method = "GET",
    .path = "/odd",
    .input = &list_request,
    .output = &list_response,
    .errors = errors,
    .streamed = &pages_type,
    .taken_offset = offsetof(odd_list_answer, pages_taken),
    DSI_ANSWER_LAYOUT(odd_list_answer)};

/* ---------------------------------------------------------------------------- crowd */

static const dsi_member crowd_members[] = {WIDE_ROWS(DSI_REQUIRED, crowd_text)};
static const dsi_type crowd_request = {
    DSI_STRUCTURE("CrowdRequest", odd_wide, crowd_members)};

static const dsi_operation crowd = {.name = "OddCrowd",
                                    .method = "POST",
                                    .path = "/odd",
                                    .input = &crowd_request,
                                    .output = &list_response,
                                    .errors = errors,
                                    DSI_ANSWER_LAYOUT(odd_crowd_answer)};

/* ---------------------------------------------------------------------- all of them */

const dsi_message odd_messages[] = {
    {"find-request", &find, true},
    {"find-response", &find, false},
    {"put-request", &put, true},
    {"put-response", &put, false},
    {"list-request", &list, true},
    {"list-response", &list, false},
    {"crowd-request", &crowd, true},
    {"crowd-response", &crowd, false},
    {NULL, NULL, false},
};

const dsi_message *odd_message(const char *name)
{
    const dsi_message *message = odd_messages;

    while (strcmp(message->name, name) != 0) {
        message++;
    }
    return message;
}

const dsi_message *any_message(int index)
{
    const dsi_message *message = dsi_message_at((size_t)index);

    if (message == NULL) {
        message = &odd_messages[(size_t)index - message_count()];
    }
    return message->name != NULL ? message : NULL;
}

const dsi_message *any_message_named(const char *name)
{
    const dsi_message *message = dsi_message_find(dsi_str(name));

    return message != NULL ? message : odd_message(name);
}

size_t any_message_count(void)
{
    return message_count() + DSI_COUNT(odd_messages) - 1;
}
