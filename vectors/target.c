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

static void target_byte(dsi_writer *writer, unsigned char byte)
{
    static const char *const digits[] = {"0123456789abcdef", "0123456789ABCDEF"};
    const char *from = digits[dsi_random_below(&writer->random, 2)];
    const char escape[3] = {'%', from[byte >> 4], from[byte & 0xf]};

    if (target_may_stand(byte) && !dsi_random_one_in(&writer->random, 6)) {
        dsi_writer_put(writer, (const char *)&byte, 1);
    } else {
        dsi_writer_put(writer, escape, sizeof escape);
    }
}

/* Where a break between two characters is put. */
static void target_between(dsi_writer *writer)
{
    char first = writer->path[0];
    size_t length = writer->path_length;

    dsi_writer_break(writer, DSI_SITE_ENCODED);
    /* A byte that no target has is the whole target's fault. */
    dsi_writer_leave(writer, 0);
    dsi_writer_break(writer, DSI_SITE_TARGET_BYTE);
    writer->path[0] = first;
    writer->path_length = length;
}

static void target_text(dsi_writer *writer, const char *bytes, size_t length)
{
    size_t at = 0;

    while (at < length) {
        size_t end = at;

        target_between(writer);
        dsi_text_next(bytes, &end);
        for (; at < end; at++) {
            target_byte(writer, (unsigned char)bytes[at]);
        }
    }
    target_between(writer);
}

/* ---------------------------------------------------------------------- the members */

static void target_string(dsi_writer *writer, const dsi_type *type)
{
    dsi_text text;

    dsi_text_constrained(writer, type, &text);
    target_text(writer, text.bytes, text.length);
}

/* A value that the model lists; in a query, sometimes one that it does not. */
static void target_enum(dsi_writer *writer, const dsi_member *member)
{
    const dsi_type *type = member->type;
    size_t more = member->location == DSI_IN_QUERY ? 1 : 0;
    size_t which = dsi_random_below(&writer->random, type->value_count + more);

    if (which < type->value_count) {
        target_text(writer, type->values[which], strlen(type->values[which]));
    } else {
        target_string(writer, type);
    }
}

static void target_boolean(dsi_writer *writer)
{
    static const char *const booleans[] = {"true", "false", "%74rue", "fals%65"};

    dsi_writer_text(writer,
                    booleans[dsi_random_below(&writer->random, DSI_COUNT(booleans))]);
}

static void target_good_value(dsi_writer *writer, const dsi_member *member)
{
    switch (member->type->kind) {
    case DSI_KIND_BOOLEAN:
        target_boolean(writer);
        break;
    case DSI_KIND_INT32:
    case DSI_KIND_INT64:
        dsi_number_value(writer, member->type);
        break;
    case DSI_KIND_ENUM:
        target_enum(writer, member);
        break;
    case DSI_KIND_STRING:
    default:
        target_string(writer, member->type);
        break;
    }
}

/* Passes the site of a text that its rule alone forbids. */
static bool target_break_text(dsi_writer *writer, const dsi_type *type)
{
    dsi_site site = dsi_text_site(type);

    return site != DSI_SITES && dsi_writer_break(writer, site);
}

/* Of another kind than text there is nothing in a path but what it can be broken into:
 * an empty one is no segment. */
static void target_label(dsi_writer *writer, const dsi_member *member)
{
    bool broken = dsi_writer_break(writer, DSI_SITE_SEGMENT);
    size_t path = dsi_writer_enter(writer, member->name);

    if (!broken &&
        !(dsi_type_is_text(member->type) && target_break_text(writer, member->type))) {
        target_good_value(writer, member);
    }
    dsi_writer_leave(writer, path);
}

static bool target_break_parameter(dsi_writer *writer, const dsi_type *type)
{
    switch (type->kind) {
    case DSI_KIND_BOOLEAN:
        return dsi_writer_break(writer, DSI_SITE_BOOLEAN);
    case DSI_KIND_INT64:
        return dsi_writer_break(writer, DSI_SITE_INTEGER) ||
               dsi_writer_break(writer, DSI_SITE_INT64) ||
               dsi_number_break(writer, type, true);
    case DSI_KIND_INT32:
        return dsi_writer_break(writer, DSI_SITE_INTEGER) ||
               dsi_number_break(writer, type, true);
    default:
        return target_break_text(writer, type);
    }
}

/* What is skipped: parameters that are not known, and none at all. */
static void target_skipped(dsi_writer *writer, const dsi_type *type)
{
    static const char *const skipped[] = {"&",   "a=b", "nexttoken=x",  "=",
                                          "b=%", "%FF", "max%Results=x"};
    const char *chosen = skipped[dsi_random_below(&writer->random, DSI_COUNT(skipped))];
    dsi_string name = {.data = chosen, .length = strcspn(chosen, "=")};

    dsi_writer_text(writer, dsi_type_find(type, name) == NULL ? chosen : "&");
}

static void target_name(dsi_writer *writer, const dsi_member *member)
{
    dsi_writer_text(writer, member->name);
    dsi_writer_text(writer, "=");
}

static void target_parameter(dsi_writer *writer, const dsi_member *member)
{
    size_t path = dsi_writer_enter(writer, member->name);

    target_name(writer, member);
    if (!target_break_parameter(writer, member->type)) {
        target_good_value(writer, member);
    }
    dsi_writer_leave(writer, path);
    if (dsi_random_one_in(&writer->random, 8)) { /* the first counts */
        dsi_writer_text(writer, "&");
        target_name(writer, member);
        dsi_writer_text(writer, "%zz");
    }
}

/* True if a break leaves a required parameter out. */
static bool target_is_missing(dsi_writer *writer, const dsi_member *member)
{
    size_t path = dsi_writer_enter(writer, member->name);
    bool missing = dsi_writer_pass(writer, DSI_SITE_REQUIRED_MEMBER) != NULL;

    dsi_writer_leave(writer, path);
    return missing;
}

static bool target_has(dsi_writer *writer, const dsi_member *member)
{
    if (member->location != DSI_IN_QUERY) {
        return false;
    }
    return member->required ? !target_is_missing(writer, member)
                            : !dsi_random_one_in(&writer->random, 3) && !writer->brief;
}

/* The parameters, beginning with any of them. */
static void target_query(dsi_writer *writer, const dsi_type *type)
{
    size_t first = dsi_random_below(&writer->random, type->member_count);
    const char *before = "?";

    for (size_t i = 0; i < type->member_count; i++) {
        const dsi_member *member = &type->members[(first + i) % type->member_count];

        if (target_has(writer, member)) {
            dsi_writer_text(writer, before);
            target_parameter(writer, member);
            before = "&";
        } else if (dsi_random_one_in(&writer->random, 6)) {
            dsi_writer_text(writer, before);
            target_skipped(writer, type);
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
static size_t target_version(dsi_writer *writer, const char *literal)
{
    static const char version[] = "/v1";

    if (strncmp(literal, version, sizeof version - 1) != 0) {
        return 0;
    }
    if (!dsi_writer_break(writer, DSI_SITE_VERSION)) {
        dsi_writer_text(writer, version);
    }
    return sizeof version - 1;
}

/* What stands before the first label, in the parts that can be broken. */
static void target_literal(dsi_writer *writer, const char *literal, size_t length)
{
    size_t slash = target_last_slash(literal, length);
    size_t version = target_version(writer, literal);

    if (slash == 0) { /* without it, there would be no path */
        dsi_writer_put(writer, literal + version, length - version);
        return;
    }
    dsi_writer_put(writer, literal + version, slash - version);
    if (!dsi_writer_break(writer, DSI_SITE_SLASH)) {
        dsi_writer_text(writer, "/");
    }
    dsi_writer_put(writer, literal + slash + 1, length - slash - 1);
}

static void target_begin(dsi_writer *writer, const char *literal, size_t length)
{
    const dsi_mutation *planned = dsi_writer_pass(writer, DSI_SITE_ROUTE);

    if (planned != NULL) {
        dsi_writer_put(writer, planned->bytes.data, planned->bytes.length);
    }
    if (planned == NULL || planned->effect == DSI_PUT) {
        target_literal(writer, literal, length);
    }
}

/* The operation's path, its labels filled in. */
static void target_path(dsi_writer *writer, const dsi_operation *operation)
{
    const char *rest = operation->path;
    size_t literal = strcspn(rest, "{");

    target_begin(writer, rest, literal);
    rest += literal;
    while (*rest != '\0') {
        target_label(writer, dsi_operation_label(operation, &rest));
        literal = strcspn(rest, "{");
        dsi_writer_put(writer, rest, literal);
        rest += literal;
    }
}

void dsi_target_message(dsi_writer *writer, const dsi_operation *operation)
{
    target_path(writer, operation);
    if (dsi_random_one_in(&writer->random, 8)) {
        dsi_writer_text(writer, "/");
    }
    target_query(writer, operation->input);
}
