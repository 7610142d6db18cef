/*
 * fuzz/edit.c - the steps of an edit, and the choice of values.
 *
 * The new text grows in a buffer of its own; text and spans stay as they were. A piece
 * that does not fit clears `fits`, and the whole edit is dropped at its end.
 */
#include "fuzz/edit.h"

#include <string.h>

/* Xorshift: the same seed makes the same edit, so a crash can be replayed. */
size_t edit_pick(edit *self, size_t count)
{
    self->random ^= self->random << 13;
    self->random ^= self->random >> 17;
    self->random ^= self->random << 5;
    return self->random % count;
}

static void edit_add_bytes(edit *self, const char *bytes, size_t length)
{
    if (length > self->capacity - self->out_length) {
        self->fits = false;
        return;
    }
    memcpy(self->out + self->out_length, bytes, length);
    self->out_length += length;
}

void edit_add(edit *self, const char *text)
{
    edit_add_bytes(self, text, strlen(text));
}

void edit_keep(edit *self, size_t start, size_t end)
{
    edit_add_bytes(self, self->text + start, end - start);
}

void edit_keep_rest(edit *self, size_t start)
{
    edit_keep(self, start, self->length);
}

const span *edit_any_value(edit *self)
{
    return &self->values->items[edit_pick(self, self->values->count)];
}

const span *edit_parent(const edit *self, const span *value)
{
    return &self->values->items[value->parent];
}

const span *edit_any_element(edit *self)
{
    size_t count = self->values->count;

    return count > 1 ? &self->values->items[1 + edit_pick(self, count - 1)] : NULL;
}

bool edit_is_container(const edit *self, const span *value)
{
    return self->text[value->start] == '{' || self->text[value->start] == '[';
}

bool edit_is_empty(const edit *self, const span *container)
{
    size_t next = (size_t)(container - self->values->items) + 1;

    return next == self->values->count ||
           self->values->items[next].start > container->end;
}

/* Picks a value, and goes back to the nearest object or array before it. */
const span *edit_any_container(edit *self)
{
    size_t i = edit_pick(self, self->values->count);

    while (i > 0 && !edit_is_container(self, &self->values->items[i])) {
        i--;
    }
    return &self->values->items[i];
}

/* An item has no name, so the name of the list it is in counts. */
bool edit_is_called(const edit *self, const span *value, const char *name)
{
    size_t length = strlen(name);

    while (!span_is_member(value) && value != edit_parent(self, value)) {
        value = edit_parent(self, value);
    }
    if (!span_is_member(value)) {
        return length == 0;
    }
    return value->name_end - value->element == length + 2 &&
           memcmp(self->text + value->element + 1, name, length) == 0;
}
