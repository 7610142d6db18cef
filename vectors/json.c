#include "vectors/json.h"

#include "schema/rows.h"
#include "vectors/number.h"
#include "vectors/string.h"

/* Deep enough for the shape that has itself as a member. */
#define JSON_DEPTH 12

/* Where a value is written. `request`: see dsi_json_message. */
typedef struct json_place {
    dsi_pen *pen;
    bool request;
    unsigned depth; /* open objects and arrays */
    bool is_item;   /* of a list that is known */
} json_place;

static void json_value(const json_place *place, const dsi_type *type);

/* ------------------------------------------------------------------ between tokens */

static void json_blank(dsi_pen *pen)
{
    static const char *const blanks[] = {"", "", "", "", "", " ", "\r\n", "\n\t\t"};

    dsi_pen_text(pen, blanks[dsi_draw_below(&pen->draw, DSI_COUNT(blanks))]);
}

static void json_gap(dsi_pen *pen)
{
    json_blank(pen);
    dsi_pen_break(pen, DSI_SITE_GAP);
}

/* A token that a break can stand for. */
static void json_token(dsi_pen *pen, dsi_site site, const char *token)
{
    if (!dsi_pen_break(pen, site)) {
        dsi_pen_text(pen, token);
    }
}

static void json_comma(dsi_pen *pen, bool *first)
{
    if (!*first) {
        json_gap(pen);
        json_token(pen, DSI_SITE_COMMA, ",");
    }
    *first = false;
    json_gap(pen);
}

/* The end of an object or array. */
static void json_end(dsi_pen *pen, bool empty, dsi_site site, const char *token)
{
    json_gap(pen);
    if (!empty) {
        dsi_pen_break(pen, DSI_SITE_FULL_END);
    }
    json_token(pen, site, token);
}

/* The colon behind a name, and what is around it. */
static void json_colon(dsi_pen *pen)
{
    json_gap(pen);
    json_token(pen, DSI_SITE_COLON, ":");
    json_gap(pen);
}

/* --------------------------------------------------------- what the shape does not know */

static void json_number(dsi_pen *pen, const char *const *numbers, size_t count)
{
    json_token(pen, DSI_SITE_NUMBER, numbers[dsi_draw_below(&pen->draw, count)]);
}

static void json_any_list(const json_place *place);
static void json_any_object(const json_place *place);

static void json_any(const json_place *place)
{
    static const char *const numbers[] = {"0", "-0.0", "1E400", "12.5e-3",
                                          "123456789012345678901234567890"};
    static const char *const literals[] = {"true", "false", "null"};
    dsi_pen *pen = place->pen;

    switch (dsi_draw_below(&pen->draw, place->depth < JSON_DEPTH ? 5 : 3)) {
    case 0:
        json_number(pen, numbers, DSI_COUNT(numbers));
        break;
    case 1:
        json_token(pen, DSI_SITE_LITERAL,
                   literals[dsi_draw_below(&pen->draw, DSI_COUNT(literals))]);
        break;
    case 2:
        dsi_string_any(pen);
        break;
    case 3:
        json_any_list(place);
        break;
    default:
        json_any_object(place);
        break;
    }
}

static void json_any_list(const json_place *place)
{
    json_place inside = {place->pen, place->request, place->depth + 1, false};
    bool first = true;

    dsi_pen_text(place->pen, "[");
    while (dsi_draw_one_in(&place->pen->draw, 2)) {
        json_comma(place->pen, &first);
        json_any(&inside);
    }
    json_end(place->pen, first, DSI_SITE_LIST_END, "]");
}

static void json_any_object(const json_place *place)
{
    json_place inside = {place->pen, place->request, place->depth + 1, false};
    bool first = true;

    dsi_pen_text(place->pen, "{");
    while (dsi_draw_one_in(&place->pen->draw, 2)) {
        json_comma(place->pen, &first);
        dsi_string_any(place->pen);
        json_colon(place->pen);
        json_any(&inside);
    }
    json_end(place->pen, first, DSI_SITE_OBJECT_END, "}");
}

static void json_unknown_member(const json_place *place, const dsi_type *type)
{
    dsi_string_unknown_name(place->pen, type);
    json_colon(place->pen);
    if (!dsi_pen_break(place->pen, DSI_SITE_UNKNOWN_VALUE)) {
        json_any(place);
    }
}

/* -------------------------------------------------------------- what it knows */

/* Where a byte begins no value there is no item yet: the path would be the list's. */
static bool json_break_number(const json_place *place)
{
    return !place->is_item && dsi_pen_break(place->pen, DSI_SITE_NUMBER);
}

static void json_bound_integer(const json_place *place, const dsi_type *type)
{
    if (!json_break_number(place) &&
        !dsi_number_break(place->pen, type, place->request)) {
        dsi_number_value(place->pen, type);
    }
}

static void json_integer(const json_place *place, const dsi_type *type)
{
    static const char *const numbers[] = {
        "0", "-0", "-1", "255", "9223372036854775807", "-9223372036854775808"};

    if (place->request || place->is_item || type->kind == DSI_KIND_INT32) {
        json_bound_integer(place, type);
    } else {
        json_number(place->pen, numbers, DSI_COUNT(numbers));
    }
}

static void json_boolean(dsi_pen *pen)
{
    json_token(pen, DSI_SITE_LITERAL,
               dsi_draw_one_in(&pen->draw, 2) ? "true" : "false");
}

/* In a response, a null item is dropped, but counted. */
static void json_item(const json_place *place, const dsi_type *type)
{
    dsi_pen *pen = place->pen;

    if (place->request && dsi_pen_break(pen, DSI_SITE_NULL_ITEM)) {
        return;
    }
    if (!place->request && dsi_draw_one_in(&pen->draw, 8)) {
        json_token(pen, DSI_SITE_LITERAL, "null");
        return;
    }
    json_value(place, type);
}

static void json_list(const json_place *place, const dsi_type *type)
{
    dsi_pen *pen = place->pen;
    json_place inside = {pen, place->request, place->depth + 1, true};
    size_t count = dsi_pen_has_room(pen) ? dsi_draw_below(&pen->draw, 4) : 0;
    bool first = true;

    dsi_pen_text(pen, "[");
    for (size_t i = 0; i < count; i++) {
        size_t path;

        json_comma(pen, &first);
        path = dsi_pen_enter_item(pen, i);
        json_item(&inside, type->element);
        dsi_pen_leave(pen, path);
    }
    json_end(pen, first, DSI_SITE_LIST_END, "]");
}

/* Behind a member: the same once more. */
static void json_twice(dsi_pen *pen, const dsi_member *member)
{
    const dsi_break *planned = dsi_pen_pass(pen, DSI_SITE_TWICE);

    if (planned != NULL) {
        dsi_pen_text(pen, ",");
        dsi_string_name(pen, member->name);
        dsi_pen_text(pen, ":");
        dsi_pen_put(pen, planned->bytes.data, planned->bytes.length);
    }
}

static void json_member_value(const json_place *place, const dsi_member *member)
{
    dsi_pen *pen = place->pen;
    bool required = place->request && member->required;

    if (required && dsi_pen_break(pen, DSI_SITE_REQUIRED_VALUE)) {
        return;
    }
    if (!required && dsi_draw_one_in(&pen->draw, 8)) {
        json_token(pen, DSI_SITE_LITERAL, "null");
        return;
    }
    json_value(place, member->type);
}

/* True if the member is not written at all. The path is the member's. */
static bool json_left_out(const json_place *place, const dsi_member *member)
{
    dsi_pen *pen = place->pen;

    if (place->request && member->required) {
        return dsi_pen_pass(pen, DSI_SITE_REQUIRED_MEMBER) != NULL;
    }
    return place->depth == JSON_DEPTH || !dsi_pen_has_room(pen) ||
           dsi_draw_one_in(&pen->draw, 4);
}

static void json_member(const json_place *place, const dsi_member *member, bool *first)
{
    dsi_pen *pen = place->pen;
    size_t path = dsi_pen_enter(pen, member->name);
    bool left_out = json_left_out(place, member);

    dsi_pen_leave(pen, path);
    if (left_out) {
        return;
    }
    json_comma(pen, first);
    dsi_string_name(pen, member->name);
    dsi_pen_enter(pen, member->name);
    json_colon(pen);
    json_member_value(place, member);
    json_twice(pen, member);
    dsi_pen_leave(pen, path);
}

/* An order of the members, of all that there are. */
static void json_shuffle(dsi_draw *draw, size_t *order, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        order[i] = i;
    }
    for (size_t i = count; i > 1; i--) {
        size_t j = dsi_draw_below(draw, i);
        size_t moved = order[j];

        order[j] = order[i - 1];
        order[i - 1] = moved;
    }
}

static void json_struct(const json_place *place, const dsi_type *type)
{
    dsi_pen *pen = place->pen;
    json_place inside = {pen, place->request, place->depth + 1, false};
    size_t count = type->member_count;
    size_t order[DSI_MEMBERS_MAX];
    bool first = true;

    json_shuffle(&pen->draw, order, count);
    dsi_pen_text(pen, "{");
    for (size_t i = 0; i < count; i++) {
        const dsi_member *member = &type->members[order[i]];

        if (dsi_draw_one_in(&pen->draw, 6) && !pen->brief) {
            json_comma(pen, &first);
            json_unknown_member(&inside, type);
        }
        if (!dsi_member_is_beside(type, member)) {
            json_member(&inside, member, &first);
        }
    }
    json_end(pen, first, DSI_SITE_OBJECT_END, "}");
}

/* By dsi_kind: what is broken when a value of another type stands there. */
static const dsi_site json_sites[] = {
    [DSI_KIND_STRING] = DSI_SITE_TEXT_VALUE,
    [DSI_KIND_ENUM] = DSI_SITE_TEXT_VALUE,
    [DSI_KIND_INT32] = DSI_SITE_INTEGER_VALUE,
    [DSI_KIND_INT64] = DSI_SITE_INTEGER_VALUE,
    [DSI_KIND_BOOLEAN] = DSI_SITE_BOOLEAN_VALUE,
    [DSI_KIND_STRUCT] = DSI_SITE_STRUCT_VALUE,
    [DSI_KIND_LIST] = DSI_SITE_LIST_VALUE,
};

static void json_good_value(const json_place *place, const dsi_type *type)
{
    switch (type->kind) {
    case DSI_KIND_STRUCT:
        json_struct(place, type);
        break;
    case DSI_KIND_LIST:
        json_list(place, type);
        break;
    case DSI_KIND_INT32:
    case DSI_KIND_INT64:
        json_integer(place, type);
        break;
    case DSI_KIND_BOOLEAN:
        json_boolean(place->pen);
        break;
    case DSI_KIND_ENUM:
        dsi_string_enum(place->pen, type);
        break;
    case DSI_KIND_STRING:
    default:
        dsi_string_value(place->pen, type, place->request);
        break;
    }
}

static void json_value(const json_place *place, const dsi_type *type)
{
    dsi_draw after = dsi_draw_fork(&place->pen->draw);

    if (!dsi_pen_break(place->pen, json_sites[type->kind])) {
        json_good_value(place, type);
    }
    place->pen->draw = after;
}

void dsi_json_message(dsi_pen *pen, const dsi_type *type, bool request)
{
    json_place place = {pen, request, 0, false};

    if (request) {
        dsi_pen_break(pen, DSI_SITE_REQUEST);
    }
    dsi_pen_break(pen, DSI_SITE_BEGIN);
    json_blank(pen);
    json_struct(&place, type);
    json_blank(pen);
    dsi_pen_break(pen, DSI_SITE_END);
}
