/*
 * codec/direct/direct.c - one structure in one pass.
 *
 *     1. A step reads the next member or item of the innermost frame, or its end.
 *     2. A member's name is first compared with the row after the last one, because
 *        messages keep the model's order. Any other name is unescaped, and looked for
 *        in all rows.
 *     3. A value goes where the build would put it: a string to the arena's bottom, an
 *        item to its top, a list from the top to the bottom when it ends.
 *     4. The arena is a copy until the structure has ended, so giving up undoes it all.
 *
 * Each function returns false to give up. Then the stream finds out why.
 *
 * What is frequent is inlined into one function. In optimised builds no other function
 * sees the address of `direct`, so its members stay in registers.
 */
#include "codec/direct/direct.h"

#include "codec/direct/plain.h"
#include "codec/direct/text.h"
#include "codec/stream/guard.h"
#include "schema/text/same.h"

#include <string.h>

/*
 * A smaller limit could refuse a literal, a short number or a text of one block. The
 * stream checks those; the direct reader does not.
 */
#define DIRECT_TOKEN_MIN 32
_Static_assert(SPAN_BLOCK + 1 <= DIRECT_TOKEN_MIN, "a short text is no long token");

/* No integer with so many digits is out of the range of its kind. */
#define DIRECT_INT32_DIGITS 9
#define DIRECT_INT64_DIGITS 18

/*
 * One read. The last of the bytes is a closing brace. What is neither a literal nor in a
 * string passes single bytes, and none of these but a brace that closes can be the last
 * one. So no look at the byte under the cursor needs a check, if only direct_close
 * checks that there are more.
 */
typedef struct direct {
    const unsigned char *bytes;
    size_t length;
    size_t cursor;
    size_t longest; /* of a string, without its quotes */
    dsi_arena arena;
    const dsi_build *build;
    dsi_build_frame *frame; /* the innermost */
    dsi_build_frame *base;  /* the outermost */
    dsi_build_frame *last;  /* that max_depth allows */
    bool first;             /* nothing of the innermost frame has been read */
    bool ended;

    /* What the innermost frame says; if that is a list, only the type counts. */
    const dsi_type *type;
    char *target;
    const dsi_member *next; /* the row after the last one that was read */
    const dsi_member *end;  /* of the rows */
    uint64_t bit;           /* of the next row */
    uint64_t seen;          /* as in the frame */
} direct;

DSI_INLINED unsigned char direct_peek(const direct *self)
{
    return self->bytes[self->cursor];
}

/* Steps over blanks, and returns the byte after them. */
DSI_INLINED unsigned char direct_next(direct *self)
{
    unsigned char byte = direct_peek(self);

    while (byte <= ' ' && dsi_guard_is_blank(byte)) {
        self->cursor++;
        byte = direct_peek(self);
    }
    return byte;
}

/* Steps over a byte that must be there. */
DSI_INLINED bool direct_pass(direct *self, unsigned char byte)
{
    if (direct_peek(self) != byte) {
        return false;
    }
    self->cursor++;
    return true;
}

/* Steps over a sign and the blanks before it. Most messages have no blanks. */
DSI_INLINED bool direct_sign(direct *self, unsigned char sign)
{
    if (direct_peek(self) != sign && direct_next(self) != sign) {
        return false;
    }
    self->cursor++;
    return true;
}

DSI_INLINED bool direct_pass_literal(direct *self, const char *literal, size_t length)
{
    if (self->length - self->cursor < length ||
        memcmp(self->bytes + self->cursor, literal, length) != 0) {
        return false;
    }
    self->cursor += length;
    return true;
}

/* --------------------------------------------------------------------------- texts */

/* Any text. The cursor is after its quote. The first `copied` bytes are copied. */
DSI_INLINED bool direct_any_text(direct *self, size_t copied, dsi_string *text)
{
    size_t read = dsi_direct_text(
        self->bytes + self->cursor, self->length - self->cursor, self->longest,
        self->arena.bottom, dsi_arena_room(&self->arena), copied, text);

    if (read == 0) {
        return false;
    }
    self->cursor += read;
    self->arena.bottom += text->length + 1;
    return true;
}

/* Most texts are plain and end in their first block, for which there is room. */
DSI_INLINED bool direct_text(direct *self, dsi_string *text)
{
    const unsigned char *block;
    char *copy = self->arena.bottom;
    size_t plain = 0;

    if (!direct_pass(self, '"')) {
        return false;
    }
    block = self->bytes + self->cursor;
    if (self->length - self->cursor >= SPAN_BLOCK &&
        dsi_arena_room(&self->arena) >= SPAN_BLOCK) {
        memcpy(copy, block, SPAN_BLOCK);
        plain = span_first_plain(block, 0);
        if (plain < SPAN_BLOCK && block[plain] == '"') {
            copy[plain] = '\0';
            *text = (dsi_string){.data = copy, .length = plain};
            self->arena.bottom = copy + plain + 1;
            self->cursor += plain + 1;
            return true;
        }
    }
    return direct_any_text(self, plain, text);
}

/* ------------------------------------------------------------------------- numbers */

/* Steps over digits and returns their number. */
DSI_INLINED size_t direct_pass_digits(direct *self)
{
    size_t start = self->cursor;

    while (direct_peek(self) >= '0' && direct_peek(self) <= '9') {
        self->cursor++;
    }
    return self->cursor - start;
}

/*
 * An integer with so few digits that its kind holds every such number. So the sum
 * cannot overflow. More digits are left to the stream, which knows the exact bounds.
 */
DSI_INLINED bool direct_integer(direct *self, const dsi_type *type, void *place)
{
    bool minus = direct_pass(self, '-');
    size_t start = self->cursor;
    size_t count = direct_pass_digits(self);
    int64_t value = 0;

    if (count == 0 || (count > 1 && self->bytes[start] == '0') ||
        count > (type->kind == DSI_KIND_INT32 ? DIRECT_INT32_DIGITS
                                              : DIRECT_INT64_DIGITS)) {
        return false;
    }
    for (size_t i = start; i < self->cursor; i++) {
        value = value * 10 + (self->bytes[i] - '0');
    }
    dsi_type_set_integer(type, place, minus ? -value : value);
    return true;
}

/*
 * Any number of JSON. A byte that must not follow one, such as a digit after a leading
 * zero, is neither a comma nor an end: the next step gives up on it.
 */
DSI_INLINED bool direct_pass_number(direct *self)
{
    size_t start = self->cursor;

    (void)direct_pass(self, '-');
    if (!direct_pass(self, '0') && direct_pass_digits(self) == 0) {
        return false;
    }
    if (direct_pass(self, '.') && direct_pass_digits(self) == 0) {
        return false;
    }
    if (direct_pass(self, 'e') || direct_pass(self, 'E')) {
        (void)(direct_pass(self, '+') || direct_pass(self, '-'));
        if (direct_pass_digits(self) == 0) {
            return false;
        }
    }
    return self->cursor - start <= self->longest;
}

/* -------------------------------------------------------------------------- values */

DSI_INLINED bool direct_boolean(direct *self, void *place)
{
    dsi_optional_bool boolean = {.present = true};

    boolean.value = direct_pass_literal(self, "true", 4);
    if (!boolean.value && !direct_pass_literal(self, "false", 5)) {
        return false;
    }
    memcpy(place, &boolean, sizeof boolean);
    return true;
}

/*
 * A value of a member that no row has, if it has no parts: AWS may add such a member
 * any day. Its text is copied to be checked, and the copy is dropped.
 */
DSI_INLINED bool direct_skip_value(direct *self)
{
    char *before = self->arena.bottom;
    dsi_string text;

    switch (direct_peek(self)) {
    case '"':
        self->cursor++;
        if (!direct_any_text(self, 0, &text)) {
            return false;
        }
        self->arena.bottom = before;
        return true;
    case 't':
        return direct_pass_literal(self, "true", 4);
    case 'f':
        return direct_pass_literal(self, "false", 5);
    case 'n':
        return direct_pass_literal(self, "null", 4);
    default:
        return direct_pass_number(self);
    }
}

/* The innermost frame becomes that of a structure. */
DSI_INLINED void direct_enter(direct *self, char *target, uint64_t seen, size_t next)
{
    self->target = target;
    self->next = self->type->members + next;
    self->end = self->type->members + self->type->member_count;
    self->bit = UINT64_C(1) << (next % DSI_MEMBERS_MAX); /* unused after the last */
    self->seen = seen;
}

/*
 * Opens the frame of a structure or a list that begins. The one that it is in keeps what
 * was read so far.
 */
DSI_INLINED bool direct_push(direct *self, const dsi_type *type, void *target)
{
    if (self->frame == self->last) {
        return false;
    }
    if (self->type->kind == DSI_KIND_STRUCT) {
        self->frame->seen = self->seen;
        self->frame->next = (size_t)(self->next - self->type->members);
    }
    self->frame++;
    self->frame->at.type = type;
    self->frame->target = target;
    self->type = type;
    self->first = true;
    return true;
}

DSI_INLINED bool direct_open_object(direct *self, const dsi_type *type, void *place)
{
    void *object = place;

    if (self->type->kind == DSI_KIND_STRUCT) {
        object = dsi_arena_take(&self->arena, type->size);
        memcpy(place, &object, sizeof object);
    }
    if (object == NULL || !direct_push(self, type, object)) {
        return false;
    }
    direct_enter(self, object, 0, 0);
    return true;
}

DSI_INLINED bool direct_open_list(direct *self, const dsi_type *type, void *place)
{
    char *mark = self->arena.top;

    /* It is not the list whose items are handed over: no item of that one holds it. */
    if (!dsi_arena_align_top(&self->arena) || !direct_push(self, type, place)) {
        return false;
    }
    self->frame->count = 0;
    self->frame->dropped = 0;
    self->frame->mark = mark;
    return true;
}

DSI_INLINED bool direct_enum(direct *self, const dsi_type *type, void *place)
{
    dsi_string text;

    if (!direct_text(self, &text)) {
        return false;
    }
    dsi_type_set_text(type, place, text);
    return true;
}

/* The most frequent kind comes first. */
DSI_INLINED bool direct_value(direct *self, const dsi_type *type, void *place)
{
    if (type->kind == DSI_KIND_STRING) {
        return direct_text(self, place);
    }
    switch (type->kind) {
    case DSI_KIND_STRUCT:
        return direct_pass(self, '{') && direct_open_object(self, type, place);
    case DSI_KIND_LIST:
        return direct_pass(self, '[') && direct_open_list(self, type, place);
    case DSI_KIND_ENUM:
        return direct_enum(self, type, place);
    case DSI_KIND_BOOLEAN:
        return direct_boolean(self, place);
    case DSI_KIND_INT32:
    case DSI_KIND_INT64:
    default:
        return direct_integer(self, type, place);
    }
}

/* ------------------------------------------------------------------------- members */

/* Is this the name, and its quote after it? */
DSI_INLINED bool direct_is_name(const direct *self, const dsi_member *member)
{
    const char *bytes = (const char *)self->bytes + self->cursor;
    size_t length = member->name_length;

    return length <= self->longest && self->length - self->cursor > length &&
           bytes[length] == '"' && dsi_same(bytes, member->name, length);
}

/*
 * Reads a name that is not the expected one. It may have escapes. If a row has it, that
 * one is the next.
 */
DSI_INLINED bool direct_find(direct *self, bool *known)
{
    char *before = self->arena.bottom;
    const dsi_member *member;
    dsi_string name;

    if (!direct_any_text(self, 0, &name)) {
        return false;
    }
    self->arena.bottom = before;
    member = dsi_type_find(self->type, name);
    *known = member != NULL;
    if (*known) {
        self->next = member;
        self->bit = UINT64_C(1) << (member - self->type->members);
    }
    return true;
}

/* Reads a name. The next row is the one that has it, unless it is not known. */
DSI_INLINED bool direct_key(direct *self, bool *known)
{
    if (!direct_sign(self, '"')) {
        return false;
    }
    if (self->next != self->end && direct_is_name(self, self->next)) {
        self->cursor += self->next->name_length + 1;
        *known = true;
        return true;
    }
    return direct_find(self, known);
}

/* Counts the next row as given, and goes on. False if it was given before. */
DSI_INLINED bool direct_see(direct *self)
{
    uint64_t before = self->seen;

    self->seen |= self->bit;
    self->bit <<= 1;
    self->next++;
    return self->seen != before;
}

/*
 * A member that no row has. It is skipped, but only if the caller neither refuses such
 * members nor wants to hear of them.
 */
DSI_INLINED bool direct_unknown(direct *self)
{
    (void)direct_next(self);
    return !self->build->rules.strict && self->build->unknown.found == NULL &&
           direct_skip_value(self);
}

DSI_INLINED bool direct_member(direct *self)
{
    const dsi_member *member;
    bool known;

    if (!direct_key(self, &known) || !direct_sign(self, ':')) {
        return false;
    }
    if (!known) {
        return direct_unknown(self);
    }
    member = self->next;
    if (!direct_see(self)) {
        return false;
    }
    return direct_next(self) == 'n'
               ? direct_pass_literal(self, "null", 4)
               : direct_value(self, member->type, self->target + member->offset);
}

DSI_INLINED bool direct_item(direct *self)
{
    dsi_build_frame *frame = self->frame;
    const dsi_type *type = self->type->element;
    void *place;

    if (direct_next(self) == 'n') {
        frame->dropped++;
        return self->build->rules.null_items && direct_pass_literal(self, "null", 4);
    }
    place = dsi_arena_push(&self->arena, type->size);
    frame->count++;
    return place != NULL && direct_value(self, type, place);
}

/* ---------------------------------------------------------------------------- ends */

/* Goes back to the frame that the innermost one is in. */
DSI_INLINED void direct_pop(direct *self)
{
    const dsi_build_frame *frame = self->frame - 1;

    self->frame--;
    self->type = frame->at.type;
    if (self->type->kind == DSI_KIND_STRUCT) {
        direct_enter(self, frame->target, frame->seen, frame->next);
    }
}

DSI_INLINED bool direct_close(direct *self)
{
    self->cursor++;
    if (self->type->kind == DSI_KIND_LIST &&
        !dsi_build_end_list(self->frame, &self->arena)) {
        return false;
    }
    self->first = false;
    if (self->frame == self->base) {
        self->ended = true;
        return false;
    }
    direct_pop(self);
    return self->cursor < self->length;
}

/* Members until one opens a frame, or no comma follows. */
DSI_INLINED bool direct_members(direct *self)
{
    do {
        if (!direct_member(self)) {
            return false;
        }
    } while (!self->first && direct_sign(self, ','));
    return true;
}

/* Items until one opens a frame, or no comma follows. */
DSI_INLINED bool direct_items(direct *self)
{
    do {
        if (!direct_item(self)) {
            return false;
        }
    } while (!self->first && direct_sign(self, ','));
    return true;
}

/*
 * Reads what comes next in the innermost frame: members, items, or its end. The end of
 * the whole structure returns false as well, and sets `ended`.
 */
DSI_INLINED bool direct_step(direct *self)
{
    bool is_object = self->type->kind == DSI_KIND_STRUCT;

    if (direct_next(self) == (is_object ? '}' : ']')) {
        return direct_close(self);
    }
    if (!self->first && !direct_pass(self, ',')) {
        return false;
    }
    self->first = false;
    return is_object ? direct_members(self) : direct_items(self);
}

/*
 * The members that belong to the target, as if they had been given already. Only the
 * structure of a whole request has any.
 */
DSI_INLINED uint64_t direct_beside(const dsi_type *type)
{
    uint64_t rows = 0;

    for (size_t i = 0; i < type->member_count; i++) {
        if (dsi_member_is_beside(type, &type->members[i])) {
            rows |= UINT64_C(1) << i;
        }
    }
    return rows;
}

size_t dsi_direct_read(dsi_build *build, const dsi_limits *limits, const dsi_type *type,
                       void *object, const unsigned char *bytes, size_t length)
{
    dsi_build_frame *base = build->frames + build->depth;
    direct self = {.bytes = bytes,
                   .length = length,
                   .cursor = 1,
                   .longest = limits->max_token - 2,
                   .arena = *build->arena,
                   .build = build,
                   .frame = base,
                   .base = base,
                   .last = build->frames + limits->max_depth - 1,
                   .first = true,
                   .type = type};

    if (length < 2 || bytes[0] != '{' || build->depth >= limits->max_depth ||
        limits->max_token < DIRECT_TOKEN_MIN) {
        return 0;
    }
    base->at.type = type;
    base->target = object;
    direct_enter(&self, object, direct_beside(type), 0);
    while (direct_step(&self)) {
    }
    if (!self.ended) {
        return 0;
    }
    *build->arena = self.arena;
    return self.cursor;
}
