/*
 * fuzz/make.c - makes structs by their shapes.
 *
 * The input's bytes are choices, so a fuzzer can change a struct step by step. Every
 * text lies in memory of its own. All memory is kept in one list, and make_free frees
 * it after an input.
 */
#include "fuzz/make.h"

#include "tests/model/value.h"

#include <stdlib.h>
#include <string.h>

#define DEPTH_MAX 150u

typedef struct make_block {
    struct make_block *next;
    max_align_t bytes[];
} make_block;

static make_block *blocks;
static size_t taken;

void *make_memory(size_t size)
{
    make_block *block = fuzz_memory(sizeof *block + size);

    memset(block->bytes, 0, size);
    block->next = blocks;
    blocks = block;
    taken += size;
    return block->bytes;
}

void make_free(void)
{
    while (blocks != NULL) {
        make_block *next = blocks->next;

        free(blocks);
        blocks = next;
    }
    taken = 0;
}

/* Small structs keep fuzzing fast, so an input has a budget. */
static bool make_fits(size_t size)
{
    return taken <= MAKE_ROOM && size <= MAKE_ROOM - taken;
}

/* ------------------------------------------------------------------------ texts */

typedef struct make_piece {
    size_t length;
    const char *bytes;
} make_piece;

#define PIECE(literal)                                                                 \
    {                                                                                  \
        sizeof(literal) - 1, (literal)                                                 \
    }

/* A text is made of these, of the input's own bytes, or of one of both many times. */
static const make_piece pieces[] = {
    PIECE("a"), PIECE("arn:aws:rds:us-east-1:123456789012:cluster:orders"),
    PIECE("SUCCESS"), PIECE("FAILED"), PIECE("PROCESSING"), PIECE("CODE_ERROR"),
    PIECE("."), PIECE(".."), PIECE("NonNull"), PIECE("\""), PIECE("\\"), PIECE("/"),
    PIECE("\b\f\n\r\t"), PIECE("\0"), PIECE("\x1f"), PIECE("\x7f"), PIECE("%2F +&=~"),
    /* the ends of each length of UTF-8 */
    PIECE("\xc2\x80"), PIECE("\xdf\xbf"), PIECE("\xe0\xa0\x80"), PIECE("\xed\x9f\xbf"),
    PIECE("\xee\x80\x80"), PIECE("\xe2\x80\xa8"), PIECE("\xef\xbf\xbf"),
    PIECE("\xf0\x90\x80\x80"), PIECE("\xf4\x8f\xbf\xbf"),
    /* the last ILL_FORMED pieces are just beyond those ends */
    PIECE("\x80"), PIECE("\xff"), PIECE("\xc1\xbf"), PIECE("\xe0\x9f\xbf"),
    PIECE("\xed\xa0\x80"), PIECE("\xf0\x8f\xbf\xbf"), PIECE("\xf4\x90\x80\x80"),
    PIECE("\xe2\x82"), PIECE("\xf0\x9f\x98")};

#define ILL_FORMED 9u

/* True if texts must be well-formed, and present in a list. */
static bool is_good;

static dsi_string make_repeated(const void *bytes, size_t length, size_t count)
{
    dsi_string text = {.length = length * count};
    char *place;

    if (text.length > MAKE_TEXT_MAX || !make_fits(text.length)) {
        text.length = 0;
    }
    place = make_memory(text.length);
    for (size_t i = 0; i < text.length; i += length) {
        memcpy(place + i, bytes, length);
    }
    text.data = place;
    return text;
}

/* The input's own bytes, so the text can be anything. */
static dsi_string make_raw(fuzz_input *input)
{
    size_t length = fuzz_byte(input) % 64;
    size_t count = length < input->size ? length : input->size;
    dsi_string text = make_repeated(input->data, count, 1);

    input->data += count;
    input->size -= count;
    return text;
}

static make_piece make_choose(fuzz_input *input)
{
    size_t count = COUNT(pieces) - (is_good ? ILL_FORMED : 0);

    return pieces[fuzz_byte(input) % count];
}

static dsi_string make_joined(fuzz_input *input)
{
    char joined[512];
    size_t length = 0;

    for (size_t i = fuzz_byte(input) % 8; i > 0; i--) {
        make_piece piece = make_choose(input);

        memcpy(joined + length, piece.bytes, piece.length);
        length += piece.length;
    }
    return make_repeated(joined, length, 1);
}

/* Absent, empty, one piece, several, raw bytes, or one piece many times. */
static dsi_string make_text(fuzz_input *input)
{
    make_piece piece;
    size_t count;

    switch (fuzz_byte(input) % 8) {
    case 1:
        return make_repeated("", 0, 1);
    case 2:
    case 3:
        piece = make_choose(input);
        return make_repeated(piece.bytes, piece.length, 1);
    case 4:
    case 5:
        return is_good ? make_joined(input) : make_raw(input);
    case 6:
        return make_joined(input);
    case 7:
        piece = make_choose(input);
        count = fuzz_byte(input);
        return make_repeated(piece.bytes, piece.length,
                             count < 250 ? count : count * 20);
    default:
        return dsi_str(NULL);
    }
}

static dsi_string make_item_text(fuzz_input *input)
{
    dsi_string text = make_text(input);

    return is_good && text.data == NULL ? make_repeated("", 0, 1) : text;
}

/* ---------------------------------------------------------------------- numbers */

static bool make_integer(fuzz_input *input, int64_t *value)
{
    static const int64_t ends[] = {
        0, -1, 1, 25, INT32_MIN, INT32_MAX, INT64_MIN, INT64_MAX, INT64_MIN + 1};
    uint8_t choice = fuzz_byte(input);
    uint64_t number = fuzz_number(input);

    if (choice % 4 == 3) {
        *value = (int64_t)(number << 32 | fuzz_number(input));
    } else {
        *value = ends[number % COUNT(ends)];
    }
    return choice % 4 != 0;
}

/* Clamps, so the ends of the narrow type stay likely. */
static int32_t make_narrow(int64_t value)
{
    return value < INT32_MIN   ? INT32_MIN
           : value > INT32_MAX ? INT32_MAX
                               : (int32_t)value;
}

static void make_scalar(fuzz_input *input, const model_shape *shape, void *place)
{
    value_enum tagged;
    int64_t value = 0;
    bool present;

    switch (shape->kind) {
    case MODEL_STRING:
        *(dsi_string *)place = make_text(input);
        return;
    case MODEL_ENUM:
        tagged = (value_enum){.tag = fuzz_byte(input), .text = make_text(input)};
        memcpy(place, &tagged, sizeof tagged);
        return;
    case MODEL_BOOLEAN:
        present = fuzz_byte(input) % 2 != 0;
        *(dsi_optional_bool *)place = (dsi_optional_bool){
            .present = present, .value = fuzz_byte(input) % 2 != 0};
        return;
    case MODEL_INT32:
        present = make_integer(input, &value);
        *(dsi_optional_int32 *)place = (dsi_optional_int32){
            .present = present, .value = make_narrow(value)};
        return;
    default:
        present = make_integer(input, &value);
        *(dsi_optional_int64 *)place = (dsi_optional_int64){.present = present,
                                                            .value = value};
    }
}

/* ----------------------------------------------------------- structures and lists */

static void make_members(fuzz_input *input, const model_shape *shape, void *object,
                         size_t depth);

static void make_list(fuzz_input *input, const model_shape *shape, void *place,
                      size_t depth)
{
    const model_shape *element = shape->element;
    uint8_t choice = fuzz_byte(input);
    value_list list = {.dropped = fuzz_byte(input)};
    char *items;

    if (choice % 4 != 1) {
        list.count = 1u + choice / 4u % (choice % 4 == 3 ? 64 : 4);
    }
    if (choice % 4 == 0 || !make_fits(list.count * element->size)) {
        memcpy(place, &list, sizeof list); /* items is NULL: the list is absent */
        return;
    }
    items = make_memory(list.count * element->size);
    list.items = items;
    memcpy(place, &list, sizeof list);
    for (size_t i = 0; i < list.count; i++, items += element->size) {
        if (element->kind == MODEL_STRUCT) {
            make_members(input, element, items, depth + 1);
        } else if (element->kind == MODEL_STRING) {
            *(dsi_string *)(void *)items = make_item_text(input);
        } else {
            make_scalar(input, element, items);
        }
    }
}

/* Wraps a structure in others of the same shape, up to more levels than are allowed. */
static void *make_wrapped(fuzz_input *input, const model_member *member, void *object,
                          size_t *depth)
{
    size_t count = fuzz_byte(input);
    char *inner = object;

    for (; count > 0 && *depth < DEPTH_MAX; count--, ++*depth) {
        char *wrapper = make_memory(member->shape->size);

        memcpy(inner + member->offset, &wrapper, sizeof wrapper);
        inner = wrapper;
    }
    return inner;
}

static void make_structure(fuzz_input *input, const model_shape *shape,
                           const model_member *member, void *object, size_t depth)
{
    uint8_t choice = fuzz_byte(input);
    char *place = object;
    void *inner;

    if (choice % 2 == 0) {
        return;
    }
    if (shape == member->shape && choice % 8 == 7) {
        place = make_wrapped(input, member, object, &depth);
    }
    if (depth < DEPTH_MAX && make_fits(member->shape->size)) {
        inner = make_memory(member->shape->size);
        memcpy(place + member->offset, &inner, sizeof inner);
        make_members(input, member->shape, inner, depth + 1);
    }
}

static void make_members(fuzz_input *input, const model_shape *shape, void *object,
                         size_t depth)
{
    for (const model_member *member = shape->members; member->name != NULL; member++) {
        char *place = (char *)object + member->offset;

        if (member->shape->kind == MODEL_STRUCT) {
            make_structure(input, shape, member, object, depth);
        } else if (member->shape->kind == MODEL_LIST) {
            make_list(input, member->shape, place, depth + 1);
        } else {
            make_scalar(input, member->shape, place);
        }
    }
}

void make_object(fuzz_input *input, const model_shape *shape, void *object)
{
    is_good = false;
    make_members(input, shape, object, 1);
}

void make_good_object(fuzz_input *input, const model_shape *shape, void *object)
{
    is_good = true;
    make_members(input, shape, object, 1);
}
