/*
 * fuzz/vocabulary.c - the names and values of dsi's messages.
 *
 * The names are collected once from tests/model, so a new operation brings its members
 * along. Values and pieces are lists of what parsers get wrong.
 */
#include "fuzz/vocabulary.h"

#include "tests/count.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ------------------------------------------------------------------- known members */

#define KNOWN_MAX 512

typedef struct vocabulary {
    known_member rows[KNOWN_MAX];
    size_t count;
} vocabulary;

/* Adds a row once: operations have members in common. */
static void vocabulary_add(vocabulary *self, known_member row)
{
    for (size_t i = 0; i < self->count; i++) {
        if (strcmp(self->rows[i].within, row.within) == 0 &&
            strcmp(self->rows[i].name, row.name) == 0) {
            return;
        }
    }
    if (self->count == KNOWN_MAX) {
        fputs("KNOWN_MAX is too small\n", stderr);
        abort();
    }
    self->rows[self->count++] = row;
}

/* Adds the members of the structure, or of the list's items, that has this name. */
static void vocabulary_add_members(vocabulary *self, const char *within,
                                   const model_shape *shape)
{
    while (shape->kind == MODEL_LIST) {
        shape = shape->element;
    }
    if (shape->kind != MODEL_STRUCT) {
        return;
    }
    for (const model_member *member = shape->members; member->name != NULL; member++) {
        vocabulary_add(self, (known_member){within, member->name, member->shape, NULL});
    }
}

/* Adds the members of service errors, with those that front ends send. */
static void vocabulary_add_errors(vocabulary *self)
{
    static const known_member rows[] = {
        {"", "Message", &model_string, NULL},
        {"", "errorMessage", &model_string, NULL},
        {"", "code", NULL, "\"ns#BadRequestException:uri\""},
        {"", "Code", NULL, "\"ThrottlingException\""},
        {"", "__type", NULL, "\"NotFoundException\""}};

    vocabulary_add_members(self, "", &model_exception);
    for (size_t i = 0; i < COUNT(rows); i++) {
        vocabulary_add(self, rows[i]);
    }
}

static const vocabulary *vocabulary_known(void)
{
    static vocabulary known;
    const model_set *all = model_all();

    if (known.count > 0) {
        return &known;
    }
    for (size_t i = 0; model_operations[i] != NULL; i++) {
        vocabulary_add_members(&known, "", model_operations[i]->input);
        vocabulary_add_members(&known, "", model_operations[i]->output);
    }
    vocabulary_add_errors(&known);
    for (size_t i = 0; i < all->count; i++) {
        const model_member *member = all->shapes[i]->members;

        for (; member != NULL && member->name != NULL; member++) {
            vocabulary_add_members(&known, member->name, member->shape);
        }
    }
    return &known;
}

const known_member *vocabulary_member(edit *self, const span *container)
{
    /* A name that no shape has, for a container that is not known. */
    static const known_member unknown = {"", "unknown", NULL, "[{}]"};
    const vocabulary *known = vocabulary_known();
    const known_member *chosen = &unknown;
    size_t count = 0;

    if (edit_pick(self, 4) == 0) {
        return edit_pick(self, 4) == 0 ? chosen
                                       : &known->rows[edit_pick(self, known->count)];
    }
    for (size_t i = 0; i < known->count; i++) {
        if (edit_is_called(self, container, known->rows[i].within) &&
            edit_pick(self, ++count) == 0) {
            chosen = &known->rows[i];
        }
    }
    return chosen;
}

/* Adds one of the enumeration's texts. */
static void vocabulary_add_text(edit *self, const model_shape *shape)
{
    size_t count = 0;

    while (shape->values[count] != NULL) {
        count++;
    }
    edit_add(self, "\"");
    edit_add(self, shape->values[edit_pick(self, count)]);
    edit_add(self, "\"");
}

void vocabulary_add_fitting(edit *self, const known_member *row)
{
    static const char *const fitting[] = {[MODEL_STRING] = "\"a\"",
                                          [MODEL_INT32] = "-2147483648",
                                          [MODEL_INT64] = "-9223372036854775808",
                                          [MODEL_BOOLEAN] = "true",
                                          [MODEL_STRUCT] = "{}"};

    if (row->value != NULL) {
        edit_add(self, row->value);
    } else if (row->shape->kind == MODEL_ENUM) {
        vocabulary_add_text(self, row->shape);
    } else if (row->shape->kind == MODEL_LIST) {
        edit_add(self, row->shape->element->kind == MODEL_STRUCT
                           ? "[{},null,{}]"
                           : "[\"a\",null,\"b\"]");
    } else {
        edit_add(self, fitting[row->shape->kind]);
    }
}

/* ----------------------------------------------------------- values and characters */

static const char *const values[] = {"null",
                                     "true",
                                     "false",
                                     "0",
                                     "-0",
                                     "25",
                                     "-1",
                                     "1.0",
                                     "1e0",
                                     "2147483647",
                                     "2147483648",
                                     "-2147483648",
                                     "-2147483649",
                                     "9223372036854775807",
                                     "-9223372036854775808",
                                     "\"\"",
                                     "\"a\"",
                                     "\"SUCCESS\"",
                                     "[]",
                                     "[null]",
                                     "{}",
                                     "[{},null,{}]",
                                     "[\"a\",null,\"b\"]"};

static const char *const pieces[] = {"a",
                                     "0123456789abcdef",
                                     "arn:aws:rds:us-east-1:123456789012:cluster:x",
                                     "\\n",
                                     "\\\"",
                                     "\\\\",
                                     "\\/",
                                     "\\u0000",
                                     "\\u00e9",
                                     "\\uD83D\\uDe00",
                                     "\x7f",
                                     "\xc2\x80",
                                     "\xe2\x80\xa8",
                                     "\xef\xbf\xbf",
                                     "\xf0\x9f\x98\x80",
                                     "\xf4\x8f\xbf\xbf"};

const char *vocabulary_value(edit *self)
{
    return values[edit_pick(self, COUNT(values))];
}

const char *vocabulary_piece(edit *self)
{
    return pieces[edit_pick(self, COUNT(pieces))];
}
