/*
 * Redacts a JSON text in place, and reads a text as it could have been meant. This is
 * no parser: it tells strings from the rest, and names of members from values.
 */
#include "redact.h"

#define ROUNDS_MAX 16 /* of escapes within escapes */

typedef struct json_reader {
    redact *redact;
    char *text;
    size_t length;
    size_t at;
    size_t depth;
    const char *failure; /* why it cannot be redacted, or NULL */
    bool holds_id;       /* the last name says that its value is an id or a token */
} json_reader;

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* The length of the UTF-8 sequence that a byte begins, or 0; 0xC0 and 0xC1 begin none. */
static size_t sequence_length(unsigned char first)
{
    if (first < 0xC2 || first > 0xF4) {
        return first < 0x80 ? 1 : 0;
    }
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/*
 * Whether the text is UTF-8. A sequence that is longer than its character needs could
 * hide a letter.
 */
static bool is_utf8(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t at = 0;

    while (at < length) {
        const size_t sequence = sequence_length(bytes[at]);

        if (sequence == 0 || sequence > length - at ||
            (bytes[at] == 0xE0 && bytes[at + 1] < 0xA0) ||
            (bytes[at] == 0xF0 && bytes[at + 1] < 0x90)) {
            return false;
        }
        for (size_t i = 1; i < sequence; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return false;
            }
        }
        at += sequence;
    }
    return true;
}

/* The place of the quote that ends a string, or the end of the text. */
static size_t string_end(const json_reader *self)
{
    size_t at = self->at + 1;

    while (at < self->length && self->text[at] != '"') {
        at += self->text[at] == '\\' ? 2 : 1;
    }
    return at < self->length ? at : self->length;
}

/* A string has no control characters. NULs between letters could hide a word. */
static bool has_control(dsi_string text)
{
    for (size_t i = 0; i < text.length; i++) {
        if ((unsigned char)text.data[i] < ' ') {
            return true;
        }
    }
    return false;
}

static bool is_name(const json_reader *self, size_t end)
{
    size_t at = end + 1;

    while (at < self->length && is_blank(self->text[at])) {
        at++;
    }
    return at < self->length && self->text[at] == ':';
}

/* The bytes between escapes, one run after the other. An escape stays as it is. */
static void redact_runs(json_reader *self, size_t from, size_t end)
{
    while (from < end) {
        size_t run = from;

        while (run < end && self->text[run] != '\\') {
            run++;
        }
        redact_text(self->redact, self->text + from, run - from);
        from = run + (run + 1 < end && self->text[run + 1] == 'u' ? 6 : 2);
    }
}

static void take_name(json_reader *self, dsi_string name)
{
    if (memchr(name.data, '\\', name.length) != NULL) {
        self->failure = "the name of a member has an escape";
    }
    self->holds_id = dsi_string_equal(name, dsi_str("introspectionId")) ||
                     dsi_string_equal(name, dsi_str("nextToken"));
}

static void take_string(json_reader *self)
{
    const size_t end = string_end(self);
    const dsi_string inside = {.data = self->text + self->at + 1,
                               .length = end - self->at - (end > self->at)};

    if (end == self->length || has_control(inside)) {
        self->failure = "the body is not JSON, or not whole";
        self->at = end;
        return;
    }
    if (is_name(self, end)) {
        take_name(self, inside);
    } else {
        if (self->holds_id && memchr(inside.data, '\\', inside.length) != NULL) {
            self->failure = "an id or a token has an escape";
        } else if (self->holds_id) {
            redact_learn_target(self->redact, inside);
        }
        redact_runs(self, self->at + 1, end);
    }
    self->at = end + 1;
}

/* Numbers, words and brackets, up to the next string. */
static void take_others(json_reader *self)
{
    const size_t from = self->at;

    for (; self->at < self->length && self->text[self->at] != '"'; self->at++) {
        const char byte = self->text[self->at];

        if (byte == '\0' ||
            strchr("{}[]:,+-.0123456789eEtrufalsn \t\r\n", byte) == NULL ||
            ((byte == '}' || byte == ']') && self->depth == 0)) {
            self->failure = "the body is not JSON";
            return;
        }
        self->depth += byte == '{' || byte == '[';
        self->depth -= byte == '}' || byte == ']';
    }
    redact_text(self->redact, self->text + from, self->at - from);
}

const char *redact_json(redact *self, char *text, size_t length)
{
    json_reader reader = {.redact = self, .text = text, .length = length};

    while (reader.at < length && is_blank(text[reader.at])) {
        reader.at++;
    }
    if (length == 0) {
        return NULL;
    }
    if (reader.at == length || text[reader.at] != '{' || !is_utf8(text, length)) {
        return "the body is not JSON";
    }
    while (reader.at < length && reader.failure == NULL) {
        if (text[reader.at] == '"') {
            take_string(&reader);
        } else {
            take_others(&reader);
        }
    }
    if (reader.failure == NULL && reader.depth != 0) {
        return "the body is not JSON, or not whole";
    }
    return reader.failure;
}

/* ------------------------------------------------------------------ escapes undone */

static int hex_value(char byte)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *found = byte == '\0' ? NULL : strchr(digits, byte);

    return found == NULL ? -1 : (int)((found - digits) % 16);
}

/* The value of hexadecimal digits, or -1. */
static int hex_number(const char *text, size_t length, size_t digits)
{
    int number = 0;

    for (size_t i = 0; i < digits; i++) {
        const int value = i < length ? hex_value(text[i]) : -1;

        if (value < 0) {
            return -1;
        }
        number = 16 * number + value;
    }
    return number;
}

/* Sets what the escape means that begins here. Returns its length; 0 for no escape. */
static size_t read_escape(const char *text, size_t length, char *meaning)
{
    static const char letters[] = "\"\\/bfnrt";
    static const char meanings[] = "\"\\/\b\f\n\r\t";
    const bool percent = text[0] == '%';
    const bool unicode = length > 1 && text[0] == '\\' && text[1] == 'u';
    const char *letter = NULL;

    if (percent || unicode) {
        const size_t head = percent ? 1 : 2;
        const size_t digits = percent ? 2 : 4;
        const int number = hex_number(text + head, length - head, digits);

        *meaning = '?';
        if (number > 0 && number < 128) {
            *meaning = (char)number;
        }
        return number < 0 ? 0 : head + digits;
    }
    if (length > 1 && text[0] == '\\' && text[1] != '\0') {
        letter = strchr(letters, text[1]);
    }
    *meaning = meanings[letter == NULL ? 0 : letter - letters];
    return letter == NULL ? 0 : 2;
}

/* Undoes one level of escapes in place. Returns the new length. */
static size_t undo_escapes(char *text, size_t length)
{
    size_t out = 0;
    size_t at = 0;

    while (at < length) {
        char meaning;
        const size_t escape = read_escape(text + at, length - at, &meaning);

        if (escape == 0) {
            meaning = text[at];
        }
        text[out++] = meaning;
        at += escape > 0 ? escape : 1;
    }
    return out;
}

bool redact_is_clean(redact *self, char *text, size_t length)
{
    for (int round = 0; round < ROUNDS_MAX; round++) {
        size_t shorter;

        if (redact_text(self, text, length) > 0) {
            return false;
        }
        shorter = undo_escapes(text, length);
        if (shorter == length) {
            return true;
        }
        length = shorter;
    }
    return false;
}
