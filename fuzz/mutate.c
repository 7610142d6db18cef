/*
 * fuzz/mutate.c - the table of mutations.
 *
 * Each mutation copies the old text, with a change at a value that it picks. The change
 * is made of whole values, names, characters or white space, so JSON stays well-formed.
 * A mutation that finds nothing to change writes nothing.
 */
#include "fuzz/mutate.h"

#include "fuzz/vocabulary.h"
#include "tests/count.h"

#include <stdio.h>
#include <string.h>

static void add_name(edit *self, const known_member *row)
{
    edit_add(self, "\"");
    edit_add(self, row->name);
    edit_add(self, "\"");
}

/* ----------------------------------------------------------------- the mutations */

static void replace_value(edit *self)
{
    const span *value = edit_any_value(self);

    edit_keep(self, 0, value->start);
    edit_add(self, vocabulary_value(self));
    edit_keep_rest(self, value->end);
}

static void copy_value(edit *self)
{
    const span *value = edit_any_value(self);
    const span *other = edit_any_value(self);

    edit_keep(self, 0, value->start);
    edit_keep(self, other->start, other->end);
    edit_keep_rest(self, value->end);
}

static void rename_member(edit *self)
{
    const span *value = edit_any_element(self);

    if (value != NULL && span_is_member(value)) {
        edit_keep(self, 0, value->element);
        add_name(self, vocabulary_member(self, edit_parent(self, value)));
        edit_keep_rest(self, value->name_end);
    }
}

/* Repeats an element, mostly once. Lists grow, and members become duplicates. */
static void repeat_element(edit *self)
{
    const span *value = edit_any_element(self);
    size_t times = edit_pick(self, 16) == 0 ? edit_pick(self, 40) : 0;

    if (value == NULL) {
        return;
    }
    edit_keep(self, 0, value->end);
    for (size_t i = 0; i <= times; i++) {
        edit_add(self, ",");
        edit_keep(self, value->element, value->end);
    }
    edit_keep_rest(self, value->end);
}

/* Deletes an element with the comma before it or, for the first, the one after it. */
static void delete_element(edit *self)
{
    const span *value = edit_any_element(self);
    size_t start;
    size_t end;

    if (value == NULL) {
        return;
    }
    start = value->element;
    end = value->end;
    while (memchr(" \t\r\n", self->text[start - 1], 4) != NULL) {
        start--;
    }
    while (memchr(" \t\r\n", self->text[end], 4) != NULL) {
        end++;
    }
    if (self->text[start - 1] == ',') {
        start--;
    } else if (self->text[end] == ',') {
        end++;
    }
    edit_keep(self, 0, start);
    edit_keep_rest(self, end);
}

/* Both must lie in the same container, so a name never lands in an array. */
static void swap_elements(edit *self)
{
    const span *first = edit_any_element(self);
    const span *second = edit_any_element(self);

    if (first == NULL || first->parent != second->parent || first == second) {
        return;
    }
    if (first > second) {
        const span *other = first;

        first = second;
        second = other;
    }
    edit_keep(self, 0, first->element);
    edit_keep(self, second->element, second->end);
    edit_keep(self, first->end, second->element);
    edit_keep(self, first->element, first->end);
    edit_keep_rest(self, second->end);
}

/* Begins an element at the start of a container. The caller adds its value. */
static void open_element(edit *self, const span *container, const known_member *row)
{
    edit_keep(self, 0, container->start + 1);
    if (self->text[container->start] == '{') {
        add_name(self, row);
        edit_add(self, ":");
    }
}

static void close_element(edit *self, const span *container)
{
    if (!edit_is_empty(self, container)) {
        edit_add(self, ",");
    }
    edit_keep_rest(self, container->start + 1);
}

static void insert_element(edit *self)
{
    const span *container = edit_any_container(self);
    const known_member *row = vocabulary_member(self, container);

    if (!edit_is_container(self, container)) {
        return;
    }
    open_element(self, container, row);
    if (edit_pick(self, 4) == 0) {
        edit_add(self, vocabulary_value(self));
    } else if (self->text[container->start] == '{') {
        vocabulary_add_fitting(self, row);
    } else {
        edit_add(self, "{}");
    }
    close_element(self, container);
}

/* Copies an element into any container. A member keeps its name in an object. */
static void copy_element(edit *self)
{
    const span *container = edit_any_container(self);
    const span *value = edit_any_value(self);

    if (!edit_is_container(self, container)) {
        return;
    }
    if (self->text[container->start] == '{' && span_is_member(value)) {
        edit_keep(self, 0, container->start + 1);
        edit_keep(self, value->element, value->end);
    } else {
        open_element(self, container, vocabulary_member(self, container));
        edit_keep(self, value->start, value->end);
    }
    close_element(self, container);
}

/* Seldom nests deeper than the limit. "type" is a member that can nest by the model. */
static void nest_value(edit *self)
{
    const span *value = edit_any_value(self);
    size_t times = 1 + (edit_pick(self, 16) == 0 ? edit_pick(self, 130)
                                                 : edit_pick(self, 2));
    bool list = edit_pick(self, 2) == 0;

    edit_keep(self, 0, value->start);
    for (size_t i = 0; i < times; i++) {
        edit_add(self, list ? "[" : "{\"type\":");
    }
    edit_keep(self, value->start, value->end);
    for (size_t i = 0; i < times; i++) {
        edit_add(self, list ? "]" : "}");
    }
    edit_keep_rest(self, value->end);
}

static void unnest_value(edit *self)
{
    const span *value = edit_any_element(self);

    if (value != NULL) {
        edit_keep(self, 0, edit_parent(self, value)->start);
        edit_keep(self, value->start, value->end);
        edit_keep_rest(self, edit_parent(self, value)->end);
    }
}

static void add_blank(edit *self)
{
    static const char *const blanks[] = {" ", "\t", "\r\n", "\n\n\n", "    "};
    const span *value = edit_any_value(self);
    const size_t places[] = {value->element, value->start, value->end};
    size_t place = places[edit_pick(self, COUNT(places))];

    edit_keep(self, 0, place);
    edit_add(self, blanks[edit_pick(self, COUNT(blanks))]);
    edit_keep_rest(self, place);
}

/*
 * Finds any string or the name of any member. Returns false if it picked another value.
 */
static bool any_string(edit *self, size_t *start, size_t *end)
{
    const span *value = edit_any_value(self);
    bool is_text = self->text[value->start] == '"';

    if (span_is_member(value) && (!is_text || edit_pick(self, 4) == 0)) {
        *start = value->element;
        *end = value->name_end;
        return true;
    }
    *start = value->start;
    *end = value->end;
    return is_text;
}

/* Adds a piece at one end of a string. Seldom adds so many that the text gets long. */
static void lengthen_string(edit *self)
{
    const char *piece = vocabulary_piece(self);
    size_t times = 1 + (edit_pick(self, 16) == 0 ? edit_pick(self, 300) : 0);
    size_t start;
    size_t end;
    size_t place;

    if (!any_string(self, &start, &end)) {
        return;
    }
    place = edit_pick(self, 2) == 0 ? start + 1 : end - 1;
    edit_keep(self, 0, place);
    for (size_t i = 0; i < times; i++) {
        edit_add(self, piece);
    }
    edit_keep_rest(self, place);
}

/* Adds the UTF-16 code units of a character of `length` bytes, as escapes. */
static void add_escapes(edit *self, const unsigned char *bytes, size_t length)
{
    uint32_t scalar = length == 1 ? bytes[0] : bytes[0] & (0x7fu >> length);
    char escapes[16];

    for (size_t i = 1; i < length; i++) {
        scalar = scalar << 6 | (bytes[i] & 0x3fu);
    }
    if (length == 4) {
        snprintf(escapes, sizeof escapes, "\\u%04x\\u%04X",
                 0xd7c0u + (unsigned)(scalar >> 10), 0xdc00u + (scalar & 0x3ffu));
    } else {
        snprintf(escapes, sizeof escapes, "\\u%04x", (unsigned)scalar & 0xffffu);
    }
    edit_add(self, escapes);
}

/* The length of an escape, or 1 for any other byte. */
static size_t spelt_length(const unsigned char *bytes)
{
    if (bytes[0] != '\\') {
        return 1;
    }
    return bytes[1] == 'u' ? sizeof "\\u0000" - 1 : 2;
}

/* Replaces a character with its escape, unless it is one or the string ends there. */
static void respell_character(edit *self)
{
    const unsigned char *bytes = (const unsigned char *)self->text;
    size_t start;
    size_t end;
    size_t at;
    size_t length = 1;

    if (!any_string(self, &start, &end)) {
        return;
    }
    at = start + 1;
    for (size_t i = edit_pick(self, end - start); i > 0 && at + 1 < end; i--) {
        at += spelt_length(bytes + at);
    }
    at = at < end ? at : end - 1;
    while ((bytes[at] & 0xc0) == 0x80) {
        at--;
    }
    while (at + length < end && (bytes[at + length] & 0xc0) == 0x80) {
        length++;
    }
    if (at > start && at + 1 < end && bytes[at] != '\\' && length <= 4) {
        edit_keep(self, 0, at);
        add_escapes(self, bytes + at, length);
        edit_keep_rest(self, at + length);
    }
}

const mutation mutations[] = {
    {"replace a value", replace_value, 3},
    {"copy a value over another", copy_value, 1},
    {"rename a member", rename_member, 1},
    {"repeat an element", repeat_element, 1},
    {"delete an element", delete_element, 1},
    {"swap two elements", swap_elements, 1},
    {"insert an element", insert_element, 8},
    {"copy an element elsewhere", copy_element, 1},
    {"nest a value deeper", nest_value, 1},
    {"put a value in place of what is around it", unnest_value, 1},
    {"add white space", add_blank, 1},
    {"lengthen a string", lengthen_string, 1},
    {"respell a character", respell_character, 1},
};
const size_t mutation_count = COUNT(mutations);

const mutation *mutate_choose(uint32_t number)
{
    uint32_t sum = 0;
    size_t i = 0;

    for (size_t k = 0; k < mutation_count; k++) {
        sum += mutations[k].weight;
    }
    number %= sum;
    while (number >= mutations[i].weight) {
        number -= mutations[i++].weight;
    }
    return &mutations[i];
}

/* --------------------------------------------------------------------- the change */

static size_t smaller(size_t left, size_t right)
{
    return left < right ? left : right;
}

/* Copies the new text over the old one, if the edit made one that fits. */
static size_t finish(const edit *self, char *text)
{
    if (!self->fits || self->out_length == 0) {
        return 0;
    }
    memcpy(text, self->out, self->out_length);
    return self->out_length;
}

/* The seed is spread over all bits, for Xorshift's state must not be 0. */
static bool begin(edit *self, const char *text, size_t length, size_t capacity,
                  uint32_t seed)
{
    static char out[MUTATE_MAX];
    static spans found;

    *self = (edit){.text = text,
                   .length = length,
                   .values = &found,
                   .random = seed * 2654435761u | 1u,
                   .out = out,
                   .capacity = smaller(capacity, sizeof out),
                   .fits = true};
    return spans_read(&found, text, length);
}

size_t mutate(const mutation *how, char *text, size_t length, size_t capacity,
              uint32_t seed)
{
    edit self;

    if (!begin(&self, text, length, capacity, seed)) {
        return 0;
    }
    how->change(&self);
    return finish(&self, text);
}
