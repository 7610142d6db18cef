#include "vectors/target.h"

#include "schema/operation.h"
#include "vectors/text.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

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
    char path[DSI_PATH_MAX];
    size_t length = pen->path_length;

    dsi_pen_break(pen, DSI_SITE_ENCODED);
    /* A byte that no target has is the whole target's fault. */
    memcpy(path, pen->path, sizeof path);
    dsi_pen_leave(pen, 0);
    dsi_pen_break(pen, DSI_SITE_TARGET_BYTE);
    memcpy(pen->path, path, sizeof path);
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

static void target_label(dsi_pen *pen, const dsi_member *member)
{
    bool broken = dsi_pen_break(pen, DSI_SITE_SEGMENT);
    size_t path = dsi_pen_enter(pen, member->name);
    dsi_text text;

    if (!broken && !dsi_pen_break(pen, DSI_SITE_LABEL)) {
        dsi_text_free(pen, &text);
        text.bytes[text.length++] = 'i'; /* neither empty nor a dot segment */
        target_text(pen, text.bytes, text.length);
    }
    dsi_pen_leave(pen, path);
}

static void target_integer(dsi_pen *pen)
{
    static const char *const numbers[] = {"0", "-0", "1", "9", "10", "24", "25"};

    if (!dsi_pen_break(pen, DSI_SITE_INTEGER)) {
        dsi_pen_text(pen, numbers[dsi_draw_below(&pen->draw, COUNT(numbers))]);
    }
}

static void target_boolean(dsi_pen *pen)
{
    static const char *const booleans[] = {"true", "false", "%74rue", "fals%65"};

    if (!dsi_pen_break(pen, DSI_SITE_BOOLEAN)) {
        dsi_pen_text(pen, booleans[dsi_draw_below(&pen->draw, COUNT(booleans))]);
    }
}

static void target_token(dsi_pen *pen)
{
    dsi_text text;

    if (!dsi_pen_break(pen, DSI_SITE_TOKEN)) {
        dsi_text_token(pen, "", &text);
        target_text(pen, text.bytes, text.length);
    }
}

/* What is skipped: parameters that are not known, and none at all. */
static void target_skipped(dsi_pen *pen)
{
    static const char *const skipped[] = {"&",   "a=b", "nexttoken=x",  "=",
                                          "b=%", "%FF", "max%Results=x"};

    dsi_pen_text(pen, skipped[dsi_draw_below(&pen->draw, COUNT(skipped))]);
}

static void target_parameter(dsi_pen *pen, const dsi_member *member)
{
    size_t path = dsi_pen_enter(pen, member->name);

    dsi_pen_text(pen, member->name);
    dsi_pen_text(pen, "=");
    if (member->type->kind == DSI_KIND_BOOLEAN) {
        target_boolean(pen);
    } else if (member->type->kind == DSI_KIND_INT32) {
        target_integer(pen);
    } else {
        target_token(pen);
    }
    dsi_pen_leave(pen, path);
    if (dsi_draw_one_in(&pen->draw, 8)) { /* the first counts */
        dsi_pen_text(pen, "&");
        dsi_pen_text(pen, member->name);
        dsi_pen_text(pen, "=%zz");
    }
}

/* The parameters, beginning with any of them. */
static void target_query(dsi_pen *pen, const dsi_type *type)
{
    size_t first = dsi_draw_below(&pen->draw, type->member_count);
    const char *before = "?";

    for (size_t i = 0; i < type->member_count; i++) {
        const dsi_member *member = &type->members[(first + i) % type->member_count];

        if (member->location == DSI_IN_QUERY && !dsi_draw_one_in(&pen->draw, 3)) {
            dsi_pen_text(pen, before);
            target_parameter(pen, member);
            before = "&";
        } else if (dsi_draw_one_in(&pen->draw, 6)) {
            dsi_pen_text(pen, before);
            target_skipped(pen);
            before = "&";
        }
    }
}

/* The operation's path, its labels filled in. */
static void target_path(dsi_pen *pen, const dsi_operation *operation)
{
    const char *rest = operation->path;

    for (;;) {
        size_t literal = strcspn(rest, "{");

        if (rest != operation->path || !dsi_pen_break(pen, DSI_SITE_ROUTE)) {
            dsi_pen_put(pen, rest, literal);
        }
        rest += literal;
        if (*rest == '\0') {
            return;
        }
        target_label(pen, dsi_operation_label(operation, &rest));
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
