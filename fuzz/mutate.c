#include "fuzz/mutate.h"

#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The members, by the name of what they stand in, each with a value that fits. */
typedef struct known_member {
    const char *within; /* "": the message */
    const char *name;
    const char *value;
} known_member;

static const known_member known[] = {{"", "rdsDataApiConfig", "{}"},
                                     {"rdsDataApiConfig", "resourceArn", "\"arn\""},
                                     {"rdsDataApiConfig", "secretArn", "\"arn\""},
                                     {"rdsDataApiConfig", "databaseName", "\"d\""},
                                     {"", "introspectionId", "\"i\""},
                                     {"", "introspectionStatus", "\"SUCCESS\""},
                                     {"", "introspectionStatusDetail", "\"\""},
                                     {"", "introspectionResult", "{\"models\":[{}]}"},
                                     {"", "includeModelsSDL", "true"},
                                     {"", "nextToken", "\"n\""},
                                     {"", "maxResults", "25"},
                                     {"introspectionResult", "models", "[{},null,{}]"},
                                     {"introspectionResult", "nextToken", "\"n\""},
                                     {"models", "name", "\"m\""},
                                     {"models", "fields", "[null,{},{}]"},
                                     {"models", "primaryKey", "{\"fields\":[]}"},
                                     {"models", "indexes", "[{},null]"},
                                     {"models", "sdl", "\"s\""},
                                     {"fields", "name", "\"f\""},
                                     {"fields", "type", "{\"kind\":\"NonNull\"}"},
                                     {"fields", "length", "-9223372036854775808"},
                                     {"type", "kind", "\"List\""},
                                     {"type", "name", "\"Int\""},
                                     {"type", "type", "{}"},
                                     {"type", "values", "[\"a\",null,\"b\"]"},
                                     {"primaryKey", "name", "\"k\""},
                                     {"primaryKey", "fields", "[\"f\"]"},
                                     {"indexes", "name", "\"i\""},
                                     {"indexes", "fields", "[\"f\",null]"},
                                     {"", "message", "\"m\""},
                                     {"", "Message", "\"M\""},
                                     {"", "errorMessage", "\"e\""},
                                     {"", "code", "\"ns#BadRequestException:uri\""},
                                     {"", "__type", "\"NotFoundException\""},
                                     {"", "reason", "\"CODE_ERROR\""},
                                     {"", "detail", "{}"},
                                     {"detail", "codeErrors", "[{},null,{}]"},
                                     {"codeErrors", "errorType", "\"t\""},
                                     {"codeErrors", "value", "\"v\""},
                                     {"codeErrors", "location", "{}"},
                                     {"location", "line", "1"},
                                     {"location", "column", "-2147483648"},
                                     {"location", "span", "-1"}};

/* A name that nobody knows, for where none is known. */
static const known_member unknown = {"", "unknown", "[{}]"};

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

/* ------------------------------------------------------------------------- tools */

/* A number below `count`, which is not 0: xorshift. */
static size_t pick(mutate_work *work, size_t count)
{
    work->random ^= work->random << 13;
    work->random ^= work->random >> 17;
    work->random ^= work->random << 5;
    return work->random % count;
}

static void add(mutate_work *work, const char *bytes, size_t length)
{
    if (length > work->capacity - work->out_length) {
        work->fits = false;
        return;
    }
    memcpy(work->out + work->out_length, bytes, length);
    work->out_length += length;
}

static void add_text(mutate_work *work, const char *text)
{
    add(work, text, strlen(text));
}

/* Adds what stands from `start` to `end` in the text as it was. */
static void keep(mutate_work *work, size_t start, size_t end)
{
    add(work, work->text + start, end - start);
}

static void keep_rest(mutate_work *work, size_t start)
{
    keep(work, start, work->length);
}

static void add_value(mutate_work *work)
{
    add_text(work, values[pick(work, COUNT(values))]);
}

static const span *any_value(mutate_work *work)
{
    return &work->values->items[pick(work, work->values->count)];
}

static const span *parent(const mutate_work *work, const span *value)
{
    return &work->values->items[value->parent];
}

/* One that is an item or a member; NULL if the text is one empty object. */
static const span *any_element(mutate_work *work)
{
    size_t count = work->values->count;

    return count > 1 ? &work->values->items[1 + pick(work, count - 1)] : NULL;
}

static bool is_container(const mutate_work *work, const span *value)
{
    return work->text[value->start] == '{' || work->text[value->start] == '[';
}

static bool is_empty(const mutate_work *work, const span *container)
{
    size_t next = (size_t)(container - work->values->items) + 1;

    return next == work->values->count ||
           work->values->items[next].start > container->end;
}

/* The objects and arrays are tried from any one on. There is always the outermost. */
static const span *any_container(mutate_work *work)
{
    size_t i = pick(work, work->values->count);

    while (i > 0 && !is_container(work, &work->values->items[i])) {
        i--;
    }
    return &work->values->items[i];
}

/* True if the value is called so: as a member, or as an item of one that is. */
static bool is_called(const mutate_work *work, const span *value, const char *name)
{
    size_t length = strlen(name);

    while (!span_is_member(value) && value != parent(work, value)) {
        value = parent(work, value);
    }
    if (!span_is_member(value)) {
        return length == 0;
    }
    return value->name_end - value->element == length + 2 &&
           memcmp(work->text + value->element + 1, name, length) == 0;
}

/* Three times of four a member that belongs there, else any. */
static const known_member *any_known(mutate_work *work, const span *container)
{
    const known_member *chosen = &unknown;
    size_t count = 0;

    if (pick(work, 4) == 0) {
        return pick(work, 4) == 0 ? chosen : &known[pick(work, COUNT(known))];
    }
    for (size_t i = 0; i < COUNT(known); i++) {
        if (is_called(work, container, known[i].within) && pick(work, ++count) == 0) {
            chosen = &known[i];
        }
    }
    return chosen;
}

static void add_name(mutate_work *work, const known_member *row)
{
    add_text(work, "\"");
    add_text(work, row->name);
    add_text(work, "\"");
}

/* ----------------------------------------------------------------- the mutations */

static void replace_value(mutate_work *work)
{
    const span *value = any_value(work);

    keep(work, 0, value->start);
    add_value(work);
    keep_rest(work, value->end);
}

static void copy_value(mutate_work *work)
{
    const span *value = any_value(work);
    const span *other = any_value(work);

    keep(work, 0, value->start);
    keep(work, other->start, other->end);
    keep_rest(work, value->end);
}

static void rename_member(mutate_work *work)
{
    const span *value = any_element(work);

    if (value != NULL && span_is_member(value)) {
        keep(work, 0, value->element);
        add_name(work, any_known(work, parent(work, value)));
        keep_rest(work, value->name_end);
    }
}

/* Few times or, seldom, many: lists grow, members come twice. */
static void repeat_element(mutate_work *work)
{
    const span *value = any_element(work);
    size_t times = pick(work, 16) == 0 ? pick(work, 40) : 0;

    if (value == NULL) {
        return;
    }
    keep(work, 0, value->end);
    for (size_t i = 0; i <= times; i++) {
        add_text(work, ",");
        keep(work, value->element, value->end);
    }
    keep_rest(work, value->end);
}

/* The comma in front of it goes with it, or the one behind. */
static void delete_element(mutate_work *work)
{
    const span *value = any_element(work);
    size_t start;
    size_t end;

    if (value == NULL) {
        return;
    }
    start = value->element;
    end = value->end;
    while (memchr(" \t\r\n", work->text[start - 1], 4) != NULL) {
        start--;
    }
    while (memchr(" \t\r\n", work->text[end], 4) != NULL) {
        end++;
    }
    if (work->text[start - 1] == ',') {
        start--;
    } else if (work->text[end] == ',') {
        end++;
    }
    keep(work, 0, start);
    keep_rest(work, end);
}

static void swap_elements(mutate_work *work)
{
    const span *first = any_element(work);
    const span *second = any_element(work);

    if (first == NULL || first->parent != second->parent || first == second) {
        return;
    }
    if (first > second) {
        const span *other = first;

        first = second;
        second = other;
    }
    keep(work, 0, first->element);
    keep(work, second->element, second->end);
    keep(work, first->end, second->element);
    keep(work, first->element, first->end);
    keep_rest(work, second->end);
}

/* Begins an element of a container; what follows is its value. */
static void open_element(mutate_work *work, const span *container,
                         const known_member *row)
{
    keep(work, 0, container->start + 1);
    if (work->text[container->start] == '{') {
        add_name(work, row);
        add_text(work, ":");
    }
}

static void close_element(mutate_work *work, const span *container)
{
    if (!is_empty(work, container)) {
        add_text(work, ",");
    }
    keep_rest(work, container->start + 1);
}

static void insert_element(mutate_work *work)
{
    const span *container = any_container(work);
    const known_member *row = any_known(work, container);

    if (!is_container(work, container)) {
        return;
    }
    open_element(work, container, row);
    if (pick(work, 4) == 0) {
        add_value(work);
    } else {
        add_text(work, work->text[container->start] == '{' ? row->value : "{}");
    }
    close_element(work, container);
}

/* Somewhere else; a member keeps its name there. */
static void copy_element(mutate_work *work)
{
    const span *container = any_container(work);
    const span *value = any_value(work);

    if (!is_container(work, container)) {
        return;
    }
    if (work->text[container->start] == '{' && span_is_member(value)) {
        keep(work, 0, container->start + 1);
        keep(work, value->element, value->end);
    } else {
        open_element(work, container, any_known(work, container));
        keep(work, value->start, value->end);
    }
    close_element(work, container);
}

static void nest_value(mutate_work *work)
{
    const span *value = any_value(work);
    size_t times = 1 + (pick(work, 16) == 0 ? pick(work, 130) : pick(work, 2));
    bool list = pick(work, 2) == 0;

    keep(work, 0, value->start);
    for (size_t i = 0; i < times; i++) {
        add_text(work, list ? "[" : "{\"type\":");
    }
    keep(work, value->start, value->end);
    for (size_t i = 0; i < times; i++) {
        add_text(work, list ? "]" : "}");
    }
    keep_rest(work, value->end);
}

static void unnest_value(mutate_work *work)
{
    const span *value = any_element(work);

    if (value != NULL) {
        keep(work, 0, parent(work, value)->start);
        keep(work, value->start, value->end);
        keep_rest(work, parent(work, value)->end);
    }
}

static void add_blank(mutate_work *work)
{
    static const char *const blanks[] = {" ", "\t", "\r\n", "\n\n\n", "    "};
    const span *value = any_value(work);
    const size_t places[] = {value->element, value->start, value->end};
    size_t place = places[pick(work, COUNT(places))];

    keep(work, 0, place);
    add_text(work, blanks[pick(work, COUNT(blanks))]);
    keep_rest(work, place);
}

/* The opening quote of any string, or of the name of any member; false: there is none. */
static bool any_string(mutate_work *work, size_t *start, size_t *end)
{
    const span *value = any_value(work);
    bool is_text = work->text[value->start] == '"';

    if (span_is_member(value) && (!is_text || pick(work, 4) == 0)) {
        *start = value->element;
        *end = value->name_end;
        return true;
    }
    *start = value->start;
    *end = value->end;
    return is_text;
}

/* Puts a piece in front, or behind; seldom so often that the text gets long. */
static void lengthen_string(mutate_work *work)
{
    const char *piece = pieces[pick(work, COUNT(pieces))];
    size_t times = 1 + (pick(work, 16) == 0 ? pick(work, 300) : 0);
    size_t start;
    size_t end;
    size_t place;

    if (!any_string(work, &start, &end)) {
        return;
    }
    place = pick(work, 2) == 0 ? start + 1 : end - 1;
    keep(work, 0, place);
    for (size_t i = 0; i < times; i++) {
        add_text(work, piece);
    }
    keep_rest(work, place);
}

/* The UTF-16 code units of a character that has `length` bytes, as escapes. */
static void add_escapes(mutate_work *work, const unsigned char *bytes, size_t length)
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
    add_text(work, escapes);
}

/* The bytes of an escape; of anything else one. */
static size_t spelt_length(const unsigned char *bytes)
{
    if (bytes[0] != '\\') {
        return 1;
    }
    return bytes[1] == 'u' ? sizeof "\\u0000" - 1 : 2;
}

/* Says one character as an escape; nothing if it is one, or the end. */
static void respell_character(mutate_work *work)
{
    const unsigned char *bytes = (const unsigned char *)work->text;
    size_t start;
    size_t end;
    size_t at;
    size_t length = 1;

    if (!any_string(work, &start, &end)) {
        return;
    }
    at = start + 1;
    for (size_t i = pick(work, end - start); i > 0 && at + 1 < end; i--) {
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
        keep(work, 0, at);
        add_escapes(work, bytes + at, length);
        keep_rest(work, at + length);
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

/* Takes over what was made, if it was. */
static size_t finish(const mutate_work *work, char *text)
{
    if (!work->fits || work->out_length == 0) {
        return 0;
    }
    memcpy(text, work->out, work->out_length);
    return work->out_length;
}

static bool begin(mutate_work *work, const char *text, size_t length, size_t capacity,
                  uint32_t seed)
{
    static char out[MUTATE_MAX];
    static spans found;

    *work = (mutate_work){.text = text,
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
    mutate_work work;

    if (!begin(&work, text, length, capacity, seed)) {
        return 0;
    }
    how->change(&work);
    return finish(&work, text);
}

size_t mutate_cross(char *text, size_t length, size_t capacity, const char *other,
                    size_t other_length, uint32_t seed)
{
    static spans others;
    mutate_work work;
    const span *value;
    const span *from;

    if (!begin(&work, text, length, capacity, seed) ||
        !spans_read(&others, other, other_length)) {
        return 0;
    }
    value = any_value(&work);
    from = &others.items[pick(&work, others.count)];
    keep(&work, 0, value->start);
    add(&work, other + from->start, from->end - from->start);
    keep_rest(&work, value->end);
    return finish(&work, text);
}
