/*
 * fuzz/spans.c - finds the values of a JSON text.
 *
 * It is a small recursive reader, not a strict one: it needs brackets, commas and names
 * to be in their places, and accepts any token. SPANS_DEPTH_MAX bounds the recursion.
 */
#include "fuzz/spans.h"

#include <string.h>

typedef struct reader {
    spans *found;
    const char *text;
    size_t length;
    size_t at;
} reader;

static char reader_peek(const reader *self)
{
    if (self->at >= self->length) {
        return '\0';
    }
    return self->text[self->at];
}

static void reader_skip(reader *self)
{
    while (reader_peek(self) != '\0' && strchr(" \t\r\n", reader_peek(self)) != NULL) {
        self->at++;
    }
}

/* Skips this byte and the white space after it. Returns false if it is not there. */
static bool reader_take(reader *self, char byte)
{
    if (reader_peek(self) != byte) {
        return false;
    }
    self->at++;
    reader_skip(self);
    return true;
}

static bool reader_string(reader *self)
{
    self->at++;
    while (self->at < self->length && self->text[self->at] != '"') {
        self->at += self->text[self->at] == '\\' ? 2 : 1;
    }
    if (self->at >= self->length) {
        return false; /* it does not end */
    }
    self->at++;
    return true;
}

static bool reader_word(reader *self)
{
    size_t start = self->at;

    while (reader_peek(self) != '\0' &&
           strchr(",]}: \t\r\n", reader_peek(self)) == NULL) {
        self->at++;
    }
    return self->at > start;
}

static bool reader_value(reader *self, size_t parent, size_t depth);

static bool reader_member(reader *self, size_t parent, size_t depth)
{
    size_t element = self->at;
    size_t name_end;
    size_t value = self->found->count;

    if (reader_peek(self) != '"' || !reader_string(self)) {
        return false;
    }
    name_end = self->at;
    reader_skip(self);
    if (!reader_take(self, ':') || !reader_value(self, parent, depth)) {
        return false;
    }
    self->found->items[value].element = element;
    self->found->items[value].name_end = name_end;
    return true;
}

static bool reader_container(reader *self, size_t own, size_t depth, char close)
{
    self->at++;
    reader_skip(self);
    if (reader_peek(self) == close) {
        self->at++;
        return true;
    }
    do {
        if (!(close == '}' ? reader_member(self, own, depth)
                           : reader_value(self, own, depth))) {
            return false;
        }
        reader_skip(self);
    } while (reader_take(self, ','));
    if (reader_peek(self) != close) {
        return false;
    }
    self->at++;
    return true;
}

static bool reader_value(reader *self, size_t parent, size_t depth)
{
    size_t own = self->found->count;
    bool good;

    if (own == SPANS_MAX || depth == SPANS_DEPTH_MAX) {
        return false;
    }
    self->found->items[own] = (span){
        .start = self->at, .element = self->at, .parent = parent};
    self->found->count++;
    switch (reader_peek(self)) {
    case '{':
        good = reader_container(self, own, depth + 1, '}');
        break;
    case '[':
        good = reader_container(self, own, depth + 1, ']');
        break;
    case '"':
        good = reader_string(self);
        break;
    default:
        good = reader_word(self);
    }
    self->found->items[own].end = self->at;
    return good;
}

bool spans_read(spans *found, const char *text, size_t length)
{
    reader self = {.found = found, .text = text, .length = length};

    found->count = 0;
    reader_skip(&self);
    if (!reader_value(&self, 0, 0)) {
        return false;
    }
    reader_skip(&self);
    return self.at == length;
}
