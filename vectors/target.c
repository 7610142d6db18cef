/*
 * vectors/target.c - writes a target from its operation: the path with its labels, then
 * the query with its parameters.
 *
 * What RFC 3986 leaves open is chosen at random: which characters are percent-encoded,
 * in which case, and what stands between the parameters. The functions pass the sites
 * of a target as they write it.
 */
#include "vectors/target.h"

#include "schema/rows.h"
#include "vectors/number.h"
#include "vectors/text.h"

/* ---------------------------------------------------------------- percent-coding */

/* True if RFC 3986 lets the byte stand as it is, in a segment and in a value. */
static bool target_may_stand(unsigned char byte)
{
    return byte != '\0' &&
           (strchr("-._~!$'()*+,;:@", byte) != NULL || (byte >= '0' && byte <= '9') ||
            (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z'));
}

/* Encodes a byte if it must be encoded, and sometimes if it need not be. */
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

/* Passes the two sites between characters, which differ in the path of the error. */
static void target_between(dsi_writer *writer)
{
    char first = writer->path[0];
    size_t length = writer->path_length;

    dsi_writer_mutate(writer, DSI_SITE_ENCODED);
    /* A byte that no target has is an error of the whole target, with the path "". */
    dsi_writer_leave(writer, 0);
    dsi_writer_mutate(writer, DSI_SITE_TARGET_BYTE);
    writer->path[0] = first;
    writer->path_length = length;
}

/* A site lies between characters, not bytes: each character stays whole. */
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

/*
 * Writes a value that the model lists, and in a query sometimes another text. In a
 * path, another text could be empty or a dot segment.
 */
static void target_enum(dsi_writer *writer, const dsi_member *member)
{
    const dsi_type *type = member->type;
    size_t more = member->location == DSI_IN_QUERY ? 1 : 0;
    size_t which = dsi_random_below(&writer->random, type->value_count + more);

    if (which < type->value_count) {
        target_text(writer, type->values[which].data, type->values[which].length);
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

static void target_valid_value(dsi_writer *writer, const dsi_member *member)
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

/* Passes the site that the text's own rule has, if it has one. */
static bool target_mutate_text(dsi_writer *writer, const dsi_type *type)
{
    dsi_site site = dsi_text_site(type);

    return site != DSI_SITES && dsi_writer_mutate(writer, site);
}

/*
 * Writes a label. An empty segment is an error of the route and so has the path "": its
 * site is passed before the label is entered.
 */
static void target_label(dsi_writer *writer, const dsi_member *member)
{
    bool mutated = dsi_writer_mutate(writer, DSI_SITE_SEGMENT);
    size_t path = dsi_writer_enter(writer, member->name);

    if (!mutated &&
        !(dsi_type_is_text(member->type) && target_mutate_text(writer, member->type))) {
        target_valid_value(writer, member);
    }
    dsi_writer_leave(writer, path);
}

/* Passes the sites of a parameter's kind. True if a mutation wrote the value. */
static bool target_mutate_parameter(dsi_writer *writer, const dsi_type *type)
{
    switch (type->kind) {
    case DSI_KIND_BOOLEAN:
        return dsi_writer_mutate(writer, DSI_SITE_BOOLEAN);
    case DSI_KIND_INT64:
        return dsi_writer_mutate(writer, DSI_SITE_INTEGER) ||
               dsi_writer_mutate(writer, DSI_SITE_INT64) ||
               dsi_number_mutate(writer, type, true);
    case DSI_KIND_INT32:
        return dsi_writer_mutate(writer, DSI_SITE_INTEGER) ||
               dsi_number_mutate(writer, type, true);
    default:
        return target_mutate_text(writer, type);
    }
}

/*
 * Writes what a decoder must skip: an unknown parameter, even one with an invalid
 * escape, or nothing between two "&". If the operation knows the name, it is "&".
 */
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

/* Writes a parameter. The first of a name counts, so a second one may be invalid. */
static void target_parameter(dsi_writer *writer, const dsi_member *member)
{
    size_t path = dsi_writer_enter(writer, member->name);

    target_name(writer, member);
    if (!target_mutate_parameter(writer, member->type)) {
        target_valid_value(writer, member);
    }
    dsi_writer_leave(writer, path);
    if (dsi_random_one_in(&writer->random, 8)) {
        dsi_writer_text(writer, "&");
        target_name(writer, member);
        dsi_writer_text(writer, "%zz");
    }
}

/* Passes the site of a required parameter. True if a mutation leaves it out. */
static bool target_is_missing(dsi_writer *writer, const dsi_member *member)
{
    size_t path = dsi_writer_enter(writer, member->name);
    bool missing = dsi_writer_pass(writer, DSI_SITE_REQUIRED_MEMBER) != NULL;

    dsi_writer_leave(writer, path);
    return missing;
}

/* True if the member is a parameter that is written this time. */
static bool target_has(dsi_writer *writer, const dsi_member *member)
{
    if (member->location != DSI_IN_QUERY) {
        return false;
    }
    return member->required ? !target_is_missing(writer, member)
                            : !dsi_random_one_in(&writer->random, 3) && !writer->brief;
}

/* Writes the parameters in their order, beginning with any of them. */
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

/* ------------------------------------------------------------------------- the path */

/* The place of the literal's last slash. It begins with a slash, so there is one. */
static size_t target_last_slash(const char *literal, size_t length)
{
    while (literal[length - 1] != '/') {
        length--;
    }
    return length - 1;
}

/* Writes the version, or a mutation of it. Returns its length, 0 if it is absent. */
static size_t target_version(dsi_writer *writer, const char *literal)
{
    static const char version[] = "/v1";

    if (strncmp(literal, version, sizeof version - 1) != 0) {
        return 0;
    }
    if (!dsi_writer_mutate(writer, DSI_SITE_VERSION)) {
        dsi_writer_text(writer, version);
    }
    return sizeof version - 1;
}

/* Writes what stands before the first label, in parts that a mutation can change. */
static void target_literal(dsi_writer *writer, const char *literal, size_t length)
{
    size_t slash = target_last_slash(literal, length);
    size_t version = target_version(writer, literal);

    if (slash == 0) { /* without it, there would be no path; see DSI_SITE_ROUTE */
        dsi_writer_put(writer, literal + version, length - version);
        return;
    }
    dsi_writer_put(writer, literal + version, slash - version);
    if (!dsi_writer_mutate(writer, DSI_SITE_SLASH)) {
        dsi_writer_text(writer, "/");
    }
    dsi_writer_put(writer, literal + slash + 1, length - slash - 1);
}

/* Passes the site of the whole literal: a mutation stands before it or replaces it. */
static void target_begin(dsi_writer *writer, const char *literal, size_t length)
{
    const dsi_mutation *mutation = dsi_writer_pass(writer, DSI_SITE_ROUTE);

    if (mutation != NULL) {
        dsi_writer_put(writer, mutation->bytes.data, mutation->bytes.length);
    }
    if (mutation == NULL || mutation->effect == DSI_PUT) {
        target_literal(writer, literal, length);
    }
}

/* Writes the operation's path, with a value for each label. */
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

/* A slash at the end of the path is allowed, and does not change the route. */
void dsi_target_message(dsi_writer *writer, const dsi_operation *operation)
{
    target_path(writer, operation);
    if (dsi_random_one_in(&writer->random, 8)) {
        dsi_writer_text(writer, "/");
    }
    target_query(writer, operation->input);
}
