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
 */
#include "codec/direct/direct.h"

#include "codec/direct/text.h"
#include "codec/stream/guard.h"

#include <string.h>

/*
 * A smaller limit could refuse a literal or a short number. The stream checks those;
 * the direct reader does not.
 */
#define DIRECT_TOKEN_MIN 32

/* No integer with so many digits is out of the range of its kind. */
#define DIRECT_INT32_DIGITS 9
#define DIRECT_INT64_DIGITS 18

/* One read. The cursor passes each byte once, and each look at a byte is checked. */
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
} direct;

/* The byte at the cursor; NUL after the end. JSON has no NUL outside of strings. */
static inline unsigned char direct_peek(const direct *self)
{
    return self->cursor < self->length ? self->bytes[self->cursor] : '\0';
}

static inline unsigned char direct_skip_blanks(direct *self)
{
    unsigned char byte = direct_peek(self);

    while (dsi_guard_is_blank(byte)) {
        self->cursor++;
        byte = direct_peek(self);
    }
    return byte;
}

/* Steps over a byte that must be there. */
static inline bool direct_pass(direct *self, unsigned char byte)
{
    if (direct_peek(self) != byte) {
        return false;
    }
    self->cursor++;
    return true;
}

static bool direct_pass_literal(direct *self, const char *literal, size_t length)
{
    if (self->length - self->cursor < length ||
        memcmp(self->bytes + self->cursor, literal, length) != 0) {
        return false;
    }
    self->cursor += length;
    return true;
}

static inline bool direct_text(direct *self, dsi_string *text)
{
    return direct_pass(self, '"') &&
           dsi_direct_text(self->bytes, self->length, self->longest, &self->cursor,
                           &self->arena, text);
}

/* ------------------------------------------------------------------------- numbers */

/* Steps over digits and returns their number. */
static size_t direct_pass_digits(direct *self)
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
static bool direct_integer(direct *self, const dsi_type *type, void *place)
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
static bool direct_pass_number(direct *self)
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

static bool direct_boolean(direct *self, void *place)
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
static bool direct_skip_value(direct *self)
{
    const dsi_arena before = self->arena;
    dsi_string text;

    switch (direct_peek(self)) {
    case '"':
        if (!direct_text(self, &text)) {
            return false;
        }
        self->arena = before;
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

/* The frame of a structure or a list that begins. */
static dsi_build_frame *direct_push(direct *self, const dsi_type *type, void *target)
{
    dsi_build_frame *frame = self->frame;

    if (frame == self->last) {
        return NULL;
    }
    frame++;
    frame->at.type = type;
    frame->target = target;
    self->frame = frame;
    self->first = true;
    return frame;
}

static bool direct_open_object(direct *self, const dsi_type *type, void *place)
{
    dsi_build_frame *frame;
    void *object = place;

    if (self->frame->at.type->kind == DSI_KIND_STRUCT) {
        object = dsi_arena_take(&self->arena, type->size);
        memcpy(place, &object, sizeof object);
    }
    frame = direct_push(self, type, object);
    if (frame == NULL || object == NULL) {
        return false;
    }
    frame->seen = 0;
    frame->next = 0;
    return true;
}

static bool direct_open_list(direct *self, const dsi_type *type, void *place)
{
    char *mark = self->arena.top;
    dsi_build_frame *frame = direct_push(self, type, place);

    /* It is not the list whose items are handed over: no item of that one holds it. */
    if (frame == NULL || !dsi_arena_align_top(&self->arena)) {
        return false;
    }
    frame->count = 0;
    frame->dropped = 0;
    frame->mark = mark;
    return true;
}

static inline bool direct_value(direct *self, const dsi_type *type, void *place)
{
    dsi_string text;

    switch (type->kind) {
    case DSI_KIND_STRING:
        return direct_text(self, place);
    case DSI_KIND_ENUM:
        if (!direct_text(self, &text)) {
            return false;
        }
        dsi_type_set_text(type, place, text);
        return true;
    case DSI_KIND_INT32:
    case DSI_KIND_INT64:
        return direct_integer(self, type, place);
    case DSI_KIND_BOOLEAN:
        return direct_boolean(self, place);
    case DSI_KIND_STRUCT:
        return direct_pass(self, '{') && direct_open_object(self, type, place);
    case DSI_KIND_LIST:
    default:
        return direct_pass(self, '[') && direct_open_list(self, type, place);
    }
}

/* ------------------------------------------------------------------------- members */

/* The same eight bytes? */
static inline bool direct_same_word(const unsigned char *left, const char *right)
{
    uint64_t words[2];

    memcpy(&words[0], left, sizeof words[0]);
    memcpy(&words[1], right, sizeof words[1]);
    return words[0] == words[1];
}

/*
 * Is this the name, and its quote after it? Compares words, the last of which overlap.
 */
static inline bool direct_is_name(const direct *self, const dsi_member *member)
{
    const unsigned char *bytes = self->bytes + self->cursor;
    size_t length = member->name_length;

    if (self->length - self->cursor <= length || bytes[length] != '"') {
        return false;
    }
    if (length < sizeof(uint64_t)) {
        return memcmp(bytes, member->name, length) == 0;
    }
    for (size_t i = 0; i + sizeof(uint64_t) < length; i += sizeof(uint64_t)) {
        if (!direct_same_word(bytes + i, member->name + i)) {
            return false;
        }
    }
    length -= sizeof(uint64_t);
    return direct_same_word(bytes + length, member->name + length);
}

/*
 * Reads a name that is not the expected one. It may have escapes. `member` is NULL if
 * no row has it.
 */
static bool direct_find(direct *self, const dsi_member **member)
{
    const dsi_arena before = self->arena;
    dsi_string name;

    if (!dsi_direct_text(self->bytes, self->length, self->longest, &self->cursor,
                         &self->arena, &name)) {
        return false;
    }
    *member = dsi_type_find(self->frame->at.type, name);
    self->arena = before;
    return true;
}

/* Reads a name. Sets `member` to its row, or to NULL if no row has that name. */
static inline bool direct_key(direct *self, const dsi_member **member)
{
    const dsi_type *type = self->frame->at.type;
    size_t next = self->frame->next;

    if (!direct_pass(self, '"')) {
        return false;
    }
    if (next < type->member_count && direct_is_name(self, &type->members[next])) {
        *member = &type->members[next];
        self->cursor += type->members[next].name_length + 1;
        return true;
    }
    return direct_find(self, member);
}

/* Counts a member as given. False if it was given before, or belongs to the target. */
static inline bool direct_see(direct *self, const dsi_member *member)
{
    dsi_build_frame *frame = self->frame;
    size_t row = (size_t)(member - frame->at.type->members);
    uint64_t bit = UINT64_C(1) << row;
    bool good = (frame->seen & bit) == 0 &&
                !dsi_member_is_beside(frame->at.type, member);

    frame->seen |= bit;
    frame->next = row + 1;
    return good;
}

/* Only if the caller neither refuses unknown members nor wants to hear of them. */
static bool direct_unknown(direct *self)
{
    return !self->build->rules.strict && self->build->unknown.found == NULL &&
           direct_skip_value(self);
}

static inline bool direct_member(direct *self)
{
    const dsi_member *member;
    char *target = self->frame->target;

    if (!direct_key(self, &member) || direct_skip_blanks(self) != ':') {
        return false;
    }
    self->cursor++;
    if (direct_skip_blanks(self) == 'n' && member != NULL) {
        return direct_see(self, member) && direct_pass_literal(self, "null", 4);
    }
    if (member == NULL) {
        return direct_unknown(self);
    }
    return direct_see(self, member) &&
           direct_value(self, member->type, target + member->offset);
}

static bool direct_item(direct *self)
{
    dsi_build_frame *frame = self->frame;
    const dsi_type *type = frame->at.type->element;
    void *place;

    if (direct_peek(self) == 'n') {
        frame->dropped++;
        return self->build->rules.null_items && direct_pass_literal(self, "null", 4);
    }
    place = dsi_arena_push(&self->arena, type->size);
    frame->count++;
    return place != NULL && direct_value(self, type, place);
}

/* ---------------------------------------------------------------------------- ends */

static inline bool direct_close(direct *self)
{
    self->cursor++;
    if (self->frame->at.type->kind == DSI_KIND_LIST &&
        !dsi_build_end_list(self->frame, &self->arena)) {
        return false;
    }
    self->ended = self->frame == self->base;
    if (!self->ended) {
        self->frame--;
    }
    self->first = false;
    return true;
}

/* The next member or item of the innermost frame with its value, or the frame's end. */
static inline bool direct_step(direct *self)
{
    bool is_object = self->frame->at.type->kind == DSI_KIND_STRUCT;
    unsigned char byte = direct_skip_blanks(self);

    if (byte == (is_object ? '}' : ']')) {
        return direct_close(self);
    }
    if (!self->first) {
        if (byte != ',') {
            return false;
        }
        self->cursor++;
        (void)direct_skip_blanks(self);
    }
    self->first = false;
    return is_object ? direct_member(self) : direct_item(self);
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
                   .first = true};

    if (length == 0 || bytes[0] != '{' || build->depth >= limits->max_depth ||
        limits->max_token < DIRECT_TOKEN_MIN) {
        return 0;
    }
    *base = (dsi_build_frame){.at = {.type = type}, .target = object};
    while (!self.ended) {
        if (!direct_step(&self)) {
            return 0;
        }
    }
    *build->arena = self.arena;
    return self.cursor;
}
