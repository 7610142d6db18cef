/*
 * tests/odd.h - a second set of tables: operations that no service has. Their rows have
 * every kind in every location, and sizes at their limits. So the library works for
 * every row that tests/schema/row_rules.h accepts, and not only for its own operations.
 */
#ifndef DSI_TESTS_ODD_H
#define DSI_TESTS_ODD_H

#include <dsi/dsi.h>

#include "schema/operation.h"

typedef enum odd_color { ODD_COLOR_UNKNOWN, ODD_RED, ODD_DEEP_BLUE } odd_color;

typedef struct odd_color_text {
    odd_color value;
    dsi_string text;
} odd_color_text;

/* -------------------------- GET /v1/odd/{shelf}/books/{volume}/{color}/{open}/lines */

typedef struct odd_find_request {
    dsi_string shelf;
    dsi_optional_int64 volume;
    odd_color_text color;
    dsi_optional_bool open;
    dsi_optional_int64 since;
    dsi_optional_int32 limit; /* required, and in the query */
    odd_color_text shade;
    dsi_optional_bool loud;
    dsi_string words; /* of up to 65,536 characters */
    dsi_string a;     /* a name that other tests use as an unknown one */
    dsi_string token;
    dsi_optional_int32 any;
} odd_find_request;

/*
 * A structure with the most members that are possible. They are optional in a response,
 * and required in a request.
 */
typedef struct odd_wide {
    dsi_string texts[DSI_MEMBERS_MAX];
} odd_wide;

typedef struct odd_find_answer {
    dsi_answer_kind kind;
    int status;
    dsi_string request_id;
    odd_wide output;
    dsi_service_error error;
} odd_find_answer;

/* ---------------------------------------------------------- POST /odd/{shelf}/notes */

typedef struct odd_page {
    dsi_string title; /* required */
    dsi_optional_int32 number;
    dsi_optional_int64 weight;
    dsi_optional_bool torn;
    odd_color_text color;
} odd_page;

typedef struct odd_pages {
    const odd_page *items;
    size_t count;
    size_t dropped;
} odd_pages;

typedef struct odd_colors {
    const odd_color_text *items;
    size_t count;
    size_t dropped;
} odd_colors;

typedef struct odd_numbers {
    const dsi_optional_int32 *items;
    size_t count;
    size_t dropped;
} odd_numbers;

typedef struct odd_weights {
    const dsi_optional_int64 *items;
    size_t count;
    size_t dropped;
} odd_weights;

typedef struct odd_flags {
    const dsi_optional_bool *items;
    size_t count;
    size_t dropped;
} odd_flags;

typedef struct odd_grid {
    const dsi_strings *items;
    size_t count;
    size_t dropped;
} odd_grid;

/* Structures down to the deepest level of fields. */
typedef struct odd_innermost {
    dsi_string deepest;
    dsi_string long_name;
} odd_innermost;

#define ODD_LONG_NAME "aNameThatIsLongerThanThirtyBytes"

typedef struct odd_inner {
    const odd_innermost *innermost;
} odd_inner;

typedef struct odd_outer {
    const odd_inner *inner;
} odd_outer;

typedef struct odd_put_request {
    dsi_string title; /* of 1 to 4 characters, required */
    dsi_string shelf; /* in the path */
    dsi_string body;  /* of up to 65,536 characters */
    dsi_string any;   /* with a constraint that every text satisfies */
    dsi_string arn;
    dsi_optional_bool dry; /* in the query */
    dsi_optional_int32 ranged;
    dsi_optional_int64 at_least;
    odd_page const *page;
    const odd_outer *outer;
    dsi_strings tags;
    odd_colors colors;
    odd_numbers numbers;
    odd_weights weights;
    odd_flags flags;
    odd_pages pages;
    odd_grid grid;
} odd_put_request;

typedef struct odd_put_response {
    const odd_page *page;
    odd_numbers numbers;
    odd_flags flags;
    odd_grid grid;
} odd_put_response;

typedef struct odd_put_answer {
    dsi_answer_kind kind;
    int status;
    dsi_string request_id;
    odd_put_response output;
    dsi_service_error error;
} odd_put_answer;

/* ------------------------------------------------------------------------- GET /odd */

typedef struct odd_list_request {
    dsi_string token;
} odd_list_request;

typedef struct odd_list_response {
    odd_pages pages;
    dsi_string token;
} odd_list_response;

typedef struct odd_list_answer {
    dsi_answer_kind kind;
    int status;
    dsi_string request_id;
    odd_list_response output;
    dsi_service_error error;
    size_t pages_taken;
} odd_list_answer;

/* ------------------------------------------------------------------------ POST /odd */

typedef struct odd_crowd_answer {
    dsi_answer_kind kind;
    int status;
    dsi_string request_id;
    odd_list_response output;
    dsi_service_error error;
} odd_crowd_answer;

/* A list like dsi_messages. It ends with a row without a name. */
extern const dsi_message odd_messages[];

/* The message of this name. */
const dsi_message *odd_message(const char *name);

/* ------------------------------------------ the library's messages and the odd ones */

/*
 * The message of a test's row number: first the library's messages, then the odd ones.
 * NULL after the last.
 */
const dsi_message *any_message(int index);

/* The message of this name among them. */
const dsi_message *any_message_named(const char *name);

size_t any_message_count(void);

/* Holds the struct of any of these messages. */
typedef union any_object {
    dsi_start_request start_request;
    dsi_start_answer start_answer;
    dsi_get_request get_request;
    dsi_get_answer get_answer;
    odd_find_request find_request;
    odd_find_answer find_answer;
    odd_put_request put_request;
    odd_put_answer put_answer;
    odd_list_request list_request;
    odd_list_answer list_answer;
    odd_wide crowd_request;
    odd_crowd_answer crowd_answer;
} any_object;

#endif
