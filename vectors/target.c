#include "vectors/target.h"

#include "schema/rows.h"
#include "vectors/number.h"
#include "vectors/text.h"

/* ---------------------------------------------------------------- percent-coding */

/* May stand in a segment and in a parameter's value as it is, by RFC 3986, and is often
 * encoded all the same. */
static bool target_may_stand(unsigned char byte)
{
    return byte != '\0' &&
           (strchr("-._~!$'()*+,;:@", byte) != NULL || (byte >= '0' && byte <= '9') ||
            (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z'));
}

static void target_byte(dsi_pen *pen, unsigned char byte)
{
    static const char *const digits[] = {"0123456789abcdef", "0123456789ABCDEF"};
    const char *from = digits[dsi_draw_below(&pen->draw, 2)];
    const char escape[3] = {'%', from[byte >> 4], from[byte & 0xf]};

    if (target_may_stand(byte) && !dsi_draw_one_in(&pen->draw, 6)) {
        dsi_pen_put(pen, (const char *)&byte, 1);
    } else {
        dsi_pen_put(pen, escape, sizeof escape);
    }
}

/* Where a break between two characters is put. */
static void target_between(dsi_pen *pen)
{
    char first = pen->path[0];
    size_t length = pen->path_length;

    dsi_pen_break(pen, DSI_SITE_ENCODED);
    /* A byte that no target has is the whole target's fault. */
    dsi_pen_leave(pen, 0);
    dsi_pen_break(pen, DSI_SITE_TARGET_BYTE);
    pen->path[0] = first;
    pen->path_length = length;
}

static void target_text(dsi_pen *pen, const char *bytes, size_t length)
{
    size_t at = 0;

    while (at < length) {
        size_t end = at;

        target_between(pen);
        dsi_text_next(bytes, &end);
        for (; at < end; at++) {
            target_byte(pen, (unsigned char)bytes[at]);
        }
    }
    target_between(pen);
}

/* ---------------------------------------------------------------------- the members */

static void target_string(dsi_pen *pen, const dsi_type *type)
{
    dsi_text text;

    dsi_text_constrained(pen, type, &text);
    target_text(pen, text.bytes, text.length);
}

/* A value that the model lists; in a query, sometimes one that it does not. */
static void target_enum(dsi_pen *pen, const dsi_member *member)
{
    const dsi_type *type = member->type;
    size_t more = member->location == DSI_IN_QUERY ? 1 : 0;
    size_t which = dsi_draw_below(&pen->draw, type->value_count + more);

    if (which < type->value_count) {
        target_text(pen, type->values[which], strlen(type->values[which]));
    } else {
        target_string(pen, type);
    }
}

static void target_boolean(dsi_pen *pen)
{
    static const char *const booleans[] = {"true", "false", "%74rue", "fals%65"};

    dsi_pen_text(pen, booleans[dsi_draw_below(&pen->draw, DSI_COUNT(booleans))]);
}

static void target_good_value(dsi_pen *pen, const dsi_member *member)
{
    switch (member->type->kind) {
    case DSI_KIND_BOOLEAN:
        target_boolean(pen);
        break;
    case DSI_KIND_INT32:
    case DSI_KIND_INT64:
        dsi_number_value(pen, member->type);
        break;
    case DSI_KIND_ENUM:
        target_enum(pen, member);
        break;
    case DSI_KIND_STRING:
    default:
        target_string(pen, member->type);
        break;
    }
}

/* Passes the site of a text that its rule alone forbids. */
static bool target_break_text(dsi_pen *pen, const dsi_type *type)
{
    dsi_site site = dsi_text_site(type);

    return site != DSI_SITES && dsi_pen_break(pen, site);
}

/* Of another kind than text there is nothing in a path but what it can be broken into:
 * an empty one is no segment. */
static void target_label(dsi_pen *pen, const dsi_member *member)
{
    bool broken = dsi_pen_break(pen, DSI_SITE_SEGMENT);
    size_t path = dsi_pen_enter(pen, member->name);

    if (!broken &&
        !(dsi_type_is_text(member->type) && target_break_text(pen, member->type))) {
        target_good_value(pen, member);
    }
    dsi_pen_leave(pen, path);
}

static bool target_break_parameter(dsi_pen *pen, const dsi_type *type)
{
    switch (type->kind) {
    case DSI_KIND_BOOLEAN:
        return dsi_pen_break(pen, DSI_SITE_BOOLEAN);
    case DSI_KIND_INT64:
        return dsi_pen_break(pen, DSI_SITE_INTEGER) ||
               dsi_pen_break(pen, DSI_SITE_INT64) || dsi_number_break(pen, type, true);
    case DSI_KIND_INT32:
        return dsi_pen_break(pen, DSI_SITE_INTEGER) ||
               dsi_number_break(pen, type, true);
    default:
        return target_break_text(pen, type);
    }
}

/* What is skipped: parameters that are not known, and none at all. */
static void target_skipped(dsi_pen *pen, const dsi_type *type)
{
    static const char *const skipped[] = {"&",   "a=b", "nexttoken=x",  "=",
                                          "b=%", "%FF", "max%Results=x"};
    const char *chosen = skipped[dsi_draw_below(&pen->draw, DSI_COUNT(skipped))];
    dsi_string name = {.data = chosen, .length = strcspn(chosen, "=")};

    dsi_pen_text(pen, dsi_type_find(type, name) == NULL ? chosen : "&");
}

static void target_name(dsi_pen *pen, const dsi_member *member)
{
    dsi_pen_text(pen, member->name);
    dsi_pen_text(pen, "=");
}

static void target_parameter(dsi_pen *pen, const dsi_member *member)
{
    size_t path = dsi_pen_enter(pen, member->name);

    target_name(pen, member);
    if (!target_break_parameter(pen, member->type)) {
        target_good_value(pen, member);
    }
    dsi_pen_leave(pen, path);
    if (dsi_draw_one_in(&pen->draw, 8)) { /* the first counts */
        dsi_pen_text(pen, "&");
        target_name(pen, member);
        dsi_pen_text(pen, "%zz");
    }
}

/* True if a break leaves a required parameter out. */
static bool target_is_missing(dsi_pen *pen, const dsi_member *member)
{
    size_t path = dsi_pen_enter(pen, member->name);
    bool missing = dsi_pen_pass(pen, DSI_SITE_REQUIRED_MEMBER) != NULL;

    dsi_pen_leave(pen, path);
    return missing;
}

static bool target_has(dsi_pen *pen, const dsi_member *member)
{
    if (member->location != DSI_IN_QUERY) {
        return false;
    }
    return member->required ? !target_is_missing(pen, member)
                            : !dsi_draw_one_in(&pen->draw, 3) && !pen->brief;
}

/* The parameters, beginning with any of them. */
static void target_query(dsi_pen *pen, const dsi_type *type)
{
    size_t first = dsi_draw_below(&pen->draw, type->member_count);
    const char *before = "?";

    for (size_t i = 0; i < type->member_count; i++) {
        const dsi_member *member = &type->members[(first + i) % type->member_count];

        if (target_has(pen, member)) {
            dsi_pen_text(pen, before);
            target_parameter(pen, member);
            before = "&";
        } else if (dsi_draw_one_in(&pen->draw, 6)) {
            dsi_pen_text(pen, before);
            target_skipped(pen, type);
            before = "&";
        }
    }
}

/* --------------------------------------------------------------------------- the path */

/* Where the last slash of the literal is, which begins with one. */
static size_t target_last_slash(const char *literal, size_t length)
{
    while (literal[length - 1] != '/') {
        length--;
    }
    return length - 1;
}

/* Writes the version, or another one. Its length; 0: there is none. */
static size_t target_version(dsi_pen *pen, const char *literal)
{
    static const char version[] = "/v1";

    if (strncmp(literal, version, sizeof version - 1) != 0) {
        return 0;
    }
    if (!dsi_pen_break(pen, DSI_SITE_VERSION)) {
        dsi_pen_text(pen, version);
    }
    return sizeof version - 1;
}

/* What stands before the first label, in the parts that can be broken. */
static void target_literal(dsi_pen *pen, const char *literal, size_t length)
{
    size_t slash = target_last_slash(literal, length);
    size_t version = target_version(pen, literal);

    if (slash == 0) { /* without it, there would be no path */
        dsi_pen_put(pen, literal + version, length - version);
        return;
    }
    dsi_pen_put(pen, literal + version, slash - version);
    if (!dsi_pen_break(pen, DSI_SITE_SLASH)) {
        dsi_pen_text(pen, "/");
    }
    dsi_pen_put(pen, literal + slash + 1, length - slash - 1);
}

static void target_begin(dsi_pen *pen, const char *literal, size_t length)
{
    const dsi_break *planned = dsi_pen_pass(pen, DSI_SITE_ROUTE);

    if (planned != NULL) {
        dsi_pen_put(pen, planned->bytes.data, planned->bytes.length);
    }
    if (planned == NULL || planned->effect == DSI_PUT) {
        target_literal(pen, literal, length);
    }
}

/* The operation's path, its labels filled in. */
static void target_path(dsi_pen *pen, const dsi_operation *operation)
{
    const char *rest = operation->path;
    size_t literal = strcspn(rest, "{");

    target_begin(pen, rest, literal);
    rest += literal;
    while (*rest != '\0') {
        target_label(pen, dsi_operation_label(operation, &rest));
        literal = strcspn(rest, "{");
        dsi_pen_put(pen, rest, literal);
        rest += literal;
    }
}

void dsi_target_message(dsi_pen *pen, const dsi_operation *operation)
{
    target_path(pen, operation);
    if (dsi_draw_one_in(&pen->draw, 8)) {
        dsi_pen_text(pen, "/");
    }
    target_query(pen, operation->input);
}
