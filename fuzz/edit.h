/*
 * fuzz/edit.h - an edit of a JSON text: the old text, the places of its values, and the
 * new text, which is put together piece by piece.
 */
#ifndef DSI_FUZZ_EDIT_H
#define DSI_FUZZ_EDIT_H

#include "fuzz/spans.h"

#include <stdint.h>

typedef struct edit {
    const char *text;
    size_t length;
    const spans *values;
    uint32_t random;
    char *out;
    size_t capacity;
    size_t out_length;
    bool fits;
} edit;

/* A number below `count`, which is not 0. */
size_t edit_pick(edit *self, size_t count);

/* Adds to the new text: any text, or a part of the old text. */
void edit_add(edit *self, const char *text);
void edit_keep(edit *self, size_t start, size_t end);
void edit_keep_rest(edit *self, size_t start);

/* Pick any value; any item or member, or NULL; any object or array. */
const span *edit_any_value(edit *self);
const span *edit_any_element(edit *self);
const span *edit_any_container(edit *self);

const span *edit_parent(const edit *self, const span *value);
bool edit_is_container(const edit *self, const span *value);
bool edit_is_empty(const edit *self, const span *container);

/*
 * True if the value, or the list it is in, has this name. The message has the name "".
 */
bool edit_is_called(const edit *self, const span *value, const char *name);

#endif
