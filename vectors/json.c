/*
 * vectors/json.c - writes a message from its type.
 *
 * The functions follow the grammar of JSON. Each one passes the sites that a mutation
 * can choose, and writes the mutation's bytes if it has reached the chosen one. All
 * choices come from writer->random, so a seed gives one message.
 *
 * A request is written so that it satisfies its constraints. A response has none, so
 * its texts and numbers are arbitrary.
 */
#include "vectors/json.h"

#include "schema/rows.h"
#include "vectors/number.h"
#include "vectors/string.h"

/*
 * No optional value is nested deeper than this. A shape that has itself as a member
 * would have no end without it.
 */
#define JSON_DEPTH 12

/* Where a value is written. `request`: see dsi_json_message. */
typedef struct json_place {
    dsi_writer *writer;
    bool request;
    unsigned depth; /* how many objects and arrays are open */
    bool is_item;   /* the value is an item of a list that the shape knows */
} json_place;

static void json_value(const json_place *place, const dsi_type *type);

/* ------------------------------------------------------------------ between tokens */

/* White space that RFC 8259 allows; mostly there is no white space. */
static void json_blank(dsi_writer *writer)
{
    static const char *const blanks[] = {"", "", "", "", "", " ", "\r\n", "\n\t\t"};

    dsi_writer_text(writer,
                    blanks[dsi_random_below(&writer->random, DSI_COUNT(blanks))]);
}

static void json_gap(dsi_writer *writer)
{
    json_blank(writer);
    dsi_writer_mutate(writer, DSI_SITE_GAP);
}

/* Writes a token, or the mutation's bytes in its place. */
static void json_token(dsi_writer *writer, dsi_site site, const char *token)
{
    if (!dsi_writer_mutate(writer, site)) {
        dsi_writer_text(writer, token);
    }
}

/* Writes the comma before an item or member, unless it is the first. */
static void json_comma(dsi_writer *writer, bool *first)
{
    if (!*first) {
        json_gap(writer);
        json_token(writer, DSI_SITE_COMMA, ",");
    }
    *first = false;
    json_gap(writer);
}

/* Ends an object or array. Only a full one can be mutated with a trailing comma. */
static void json_end(dsi_writer *writer, bool empty, dsi_site site, const char *token)
{
    json_gap(writer);
    if (!empty) {
        dsi_writer_mutate(writer, DSI_SITE_FULL_END);
    }
    json_token(writer, site, token);
}

/* Writes the colon after a name, with the white space on both sides of it. */
static void json_colon(dsi_writer *writer)
{
    json_gap(writer);
    json_token(writer, DSI_SITE_COLON, ":");
    json_gap(writer);
}

/* ---------------------------------------------- values that the shape does not know */

static void json_number(dsi_writer *writer, const char *const *numbers, size_t count)
{
    json_token(writer, DSI_SITE_NUMBER,
               numbers[dsi_random_below(&writer->random, count)]);
}

static void json_any_list(const json_place *place);
static void json_any_object(const json_place *place);

/*
 * Writes a value of any type. A decoder skips it, so it may be what no member could
 * hold: a number that fits no C type, or an arbitrary name.
 */
static void json_any(const json_place *place)
{
    static const char *const numbers[] = {"0", "-0.0", "1E400", "12.5e-3",
                                          "123456789012345678901234567890"};
    static const char *const literals[] = {"true", "false", "null"};
    dsi_writer *writer = place->writer;

    switch (dsi_random_below(&writer->random, place->depth < JSON_DEPTH ? 5 : 3)) {
    case 0:
        json_number(writer, numbers, DSI_COUNT(numbers));
        break;
    case 1:
        json_token(writer, DSI_SITE_LITERAL,
                   literals[dsi_random_below(&writer->random, DSI_COUNT(literals))]);
        break;
    case 2:
        dsi_string_any(writer);
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
    json_place inside = {place->writer, place->request, place->depth + 1, false};
    bool first = true;

    dsi_writer_text(place->writer, "[");
    while (dsi_random_one_in(&place->writer->random, 2)) {
        json_comma(place->writer, &first);
        json_any(&inside);
    }
    json_end(place->writer, first, DSI_SITE_LIST_END, "]");
}

static void json_any_object(const json_place *place)
{
    json_place inside = {place->writer, place->request, place->depth + 1, false};
    bool first = true;

    dsi_writer_text(place->writer, "{");
    while (dsi_random_one_in(&place->writer->random, 2)) {
        json_comma(place->writer, &first);
        dsi_string_any(place->writer);
        json_colon(place->writer);
        json_any(&inside);
    }
    json_end(place->writer, first, DSI_SITE_OBJECT_END, "}");
}

/* Writes a member that a decoder must skip. */
static void json_unknown_member(const json_place *place, const dsi_type *type)
{
    dsi_string_unknown_name(place->writer, type);
    json_colon(place->writer);
    if (!dsi_writer_mutate(place->writer, DSI_SITE_UNKNOWN_VALUE)) {
        json_any(place);
    }
}

/* --------------------------------------------------- values that the shape knows */

/*
 * Passes the site of a number's syntax, but not in a list. A byte that cannot begin a
 * value begins no item, so the error's path is the list's and not the item's.
 */
static bool json_mutate_number(const json_place *place)
{
    return !place->is_item && dsi_writer_mutate(place->writer, DSI_SITE_NUMBER);
}

static void json_bound_integer(const json_place *place, const dsi_type *type)
{
    if (!json_mutate_number(place) &&
        !dsi_number_mutate(place->writer, type, place->request)) {
        dsi_number_value(place->writer, type);
    }
}

/*
 * A 64-bit member of a response takes any number of its type, so it comes from a list.
 * Any other integer has a range, or is an item, whose syntax has no site.
 */
static void json_integer(const json_place *place, const dsi_type *type)
{
    static const char *const numbers[] = {
        "0", "-0", "-1", "255", "9223372036854775807", "-9223372036854775808"};

    if (place->request || place->is_item || type->kind == DSI_KIND_INT32) {
        json_bound_integer(place, type);
    } else {
        json_number(place->writer, numbers, DSI_COUNT(numbers));
    }
}

static void json_boolean(dsi_writer *writer)
{
    json_token(writer, DSI_SITE_LITERAL,
               dsi_random_one_in(&writer->random, 2) ? "true" : "false");
}

/* A null item is an error in a request. In a response, decoders drop and count it. */
static void json_item(const json_place *place, const dsi_type *type)
{
    dsi_writer *writer = place->writer;

    if (place->request && dsi_writer_mutate(writer, DSI_SITE_NULL_ITEM)) {
        return;
    }
    if (!place->request && dsi_random_one_in(&writer->random, 8)) {
        json_token(writer, DSI_SITE_LITERAL, "null");
        return;
    }
    json_value(place, type);
}

/* Writes up to three items, or an empty list if the message is already long. */
static void json_list(const json_place *place, const dsi_type *type)
{
    dsi_writer *writer = place->writer;
    json_place inside = {writer, place->request, place->depth + 1, true};
    size_t count = dsi_writer_has_room(writer) ? dsi_random_below(&writer->random, 4)
                                               : 0;
    bool first = true;

    dsi_writer_text(writer, "[");
    for (size_t i = 0; i < count; i++) {
        size_t path;

        json_comma(writer, &first);
        path = dsi_writer_enter_item(writer, i);
        json_item(&inside, type->element);
        dsi_writer_leave(writer, path);
    }
    json_end(writer, first, DSI_SITE_LIST_END, "]");
}

/* Passes the site after a member. The mutation writes the same member once more. */
static void json_twice(dsi_writer *writer, const dsi_member *member)
{
    const dsi_mutation *mutation = dsi_writer_pass(writer, DSI_SITE_TWICE);

    if (mutation != NULL) {
        dsi_writer_text(writer, ",");
        dsi_string_name(writer, member->name);
        dsi_writer_text(writer, ":");
        dsi_writer_put(writer, mutation->bytes.data, mutation->bytes.length);
    }
}

/* Writes a member's value. Null means absent, so a required member cannot be null. */
static void json_member_value(const json_place *place, const dsi_member *member)
{
    dsi_writer *writer = place->writer;
    bool required = place->request && member->required;

    if (required && dsi_writer_mutate(writer, DSI_SITE_REQUIRED_VALUE)) {
        return;
    }
    if (!required && dsi_random_one_in(&writer->random, 8)) {
        json_token(writer, DSI_SITE_LITERAL, "null");
        return;
    }
    json_value(place, member->type);
}

/*
 * True if the member is left out. Only a mutation leaves out a member that a request
 * requires. The writer's path is the member's, which is where its absence is reported.
 */
static bool json_left_out(const json_place *place, const dsi_member *member)
{
    dsi_writer *writer = place->writer;

    if (place->request && member->required) {
        return dsi_writer_pass(writer, DSI_SITE_REQUIRED_MEMBER) != NULL;
    }
    return place->depth == JSON_DEPTH || !dsi_writer_has_room(writer) ||
           dsi_random_one_in(&writer->random, 4);
}

/* The comma and the name still belong to the structure, so its path is theirs. */
static void json_member(const json_place *place, const dsi_member *member, bool *first)
{
    dsi_writer *writer = place->writer;
    size_t path = dsi_writer_enter(writer, member->name);
    bool left_out = json_left_out(place, member);

    dsi_writer_leave(writer, path);
    if (left_out) {
        return;
    }
    json_comma(writer, first);
    dsi_string_name(writer, member->name);
    dsi_writer_enter(writer, member->name);
    json_colon(writer);
    json_member_value(place, member);
    json_twice(writer, member);
    dsi_writer_leave(writer, path);
}

/* Fills `order` with one of all orders of the members (Fisher-Yates). */
static void json_shuffle(dsi_random *random, size_t *order, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        order[i] = i;
    }
    for (size_t i = count; i > 1; i--) {
        size_t j = dsi_random_below(random, i);
        size_t moved = order[j];

        order[j] = order[i - 1];
        order[i - 1] = moved;
    }
}

/*
 * Writes the members in any order, with unknown ones between them. A member that lies
 * in the target beside the body is left out.
 */
static void json_struct(const json_place *place, const dsi_type *type)
{
    dsi_writer *writer = place->writer;
    json_place inside = {writer, place->request, place->depth + 1, false};
    size_t count = type->member_count;
    size_t order[DSI_MEMBERS_MAX];
    bool first = true;

    json_shuffle(&writer->random, order, count);
    dsi_writer_text(writer, "{");
    for (size_t i = 0; i < count; i++) {
        const dsi_member *member = &type->members[order[i]];

        if (dsi_random_one_in(&writer->random, 6) && !writer->brief) {
            json_comma(writer, &first);
            json_unknown_member(&inside, type);
        }
        if (!dsi_member_is_beside(type, member)) {
            json_member(&inside, member, &first);
        }
    }
    json_end(writer, first, DSI_SITE_OBJECT_END, "}");
}

/* By dsi_kind: the site at which a mutation writes a value of another type. */
static const dsi_site json_sites[] = {
    [DSI_KIND_STRING] = DSI_SITE_TEXT_VALUE,
    [DSI_KIND_ENUM] = DSI_SITE_TEXT_VALUE,
    [DSI_KIND_INT32] = DSI_SITE_INTEGER_VALUE,
    [DSI_KIND_INT64] = DSI_SITE_INTEGER_VALUE,
    [DSI_KIND_BOOLEAN] = DSI_SITE_BOOLEAN_VALUE,
    [DSI_KIND_STRUCT] = DSI_SITE_STRUCT_VALUE,
    [DSI_KIND_LIST] = DSI_SITE_LIST_VALUE,
};

static void json_valid_value(const json_place *place, const dsi_type *type)
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
        json_boolean(place->writer);
        break;
    case DSI_KIND_ENUM:
        dsi_string_enum(place->writer, type);
        break;
    case DSI_KIND_STRING:
    default:
        dsi_string_value(place->writer, type, place->request);
        break;
    }
}

/* A mutation inside the value does not change what follows it; see dsi_random_fork. */
static void json_value(const json_place *place, const dsi_type *type)
{
    dsi_random after = dsi_random_fork(&place->writer->random);

    if (!dsi_writer_mutate(place->writer, json_sites[type->kind])) {
        json_valid_value(place, type);
    }
    place->writer->random = after;
}

void dsi_json_message(dsi_writer *writer, const dsi_type *type, bool request)
{
    json_place place = {writer, request, 0, false};

    if (request) {
        dsi_writer_mutate(writer, DSI_SITE_REQUEST);
    }
    dsi_writer_mutate(writer, DSI_SITE_BEGIN);
    json_blank(writer);
    json_struct(&place, type);
    json_blank(writer);
    dsi_writer_mutate(writer, DSI_SITE_END);
}
