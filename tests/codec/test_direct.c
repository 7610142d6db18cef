/*
 * What is read directly, what is left to the stream, and that no outcome shows which it
 * was: result, error, and the memory that a decode takes.
 */
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "codec/decoder.h"
#include "tests/codec/fence.h"
#include "tests/codec/odd_sample.h"
#include "tests/codec/outcome.h"
#include "tests/model/bytes.h"
#include "tests/support.h"

#define TEXT_MAX 4096

/* What a decode says, and what it takes of its block. */
typedef struct decoded {
    dsi_error error;
    char text[TEXT_MAX]; /* encoded again */
    size_t length;
    size_t taken;
    uint64_t directly; /* bytes that were read directly */
    size_t used;
    size_t left;
} decoded;

typedef struct direct_row {
    const char *why;
    const char *message;
    dsi_decode_options options;
    const char *body;
    bool is_direct; /* all of it, but for blanks around it */
} direct_row;

#define PUT "put-request"
#define TITLE "{\"title\":\"t\","

static bool count_item(void *context, const void *item)
{
    decoded *result = context;

    ck_assert_ptr_nonnull(item);
    result->taken++;
    return true;
}

/* An engine that is not built is not asked for. */
static bool is_built(void)
{
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    dsi_decoder *decoder = dsi_start_request_begin(block, sizeof block, NULL, NULL);

    return decoder->direct;
}

/* ----------------------------------------------------------------------- one decode */

/* How a body is read: directly, in the stream, or there byte by byte. */
typedef enum manner { DIRECTLY, IN_STREAM, BY_BYTE } manner;

/* With so many bytes of room for results. */
static void decode_with(const direct_row *row, bool streamed, manner how, size_t room,
                        decoded *result)
{
    const dsi_message *message = any_message_named(row->message);
    dsi_message_options options = {.decode = row->options, .head = {.status = 200}};
    gathered text = {.bytes = result->text, .capacity = sizeof result->text};
    const dsi_sink sink = {.write = gather, .context = &text};
    size_t size = dsi_decoder_size(&row->options.limits) + room;
    unsigned char *block = malloc(size);
    dsi_decoder *decoder;
    const void *object;

    *result = (decoded){.taken = 0};
    if (streamed) {
        options.items = (dsi_item_sink){.take = count_item, .context = result};
    }
    decoder = dsi_message_begin(message, block, size, &options, &result->error);
    ck_assert_ptr_nonnull(decoder);
    decoder->direct = how == DIRECTLY && decoder->direct;
    decoder->arena.top = decoder->arena.bottom + room;
    (void)feed_by(decoder, row->body, strlen(row->body), how == BY_BYTE ? 1 : TEXT_MAX);
    object = dsi_message_finish(message, decoder, &result->error);
    if (object != NULL) {
        ck_assert(dsi_message_write(message, object, &sink, NULL, NULL));
    }
    result->length = text.length;
    result->directly = decoder->read_directly;
    result->used = (size_t)(decoder->arena.bottom - (char *)block);
    result->left = (size_t)(decoder->arena.top - decoder->arena.bottom);
    free(block);
}

static void check_same(const char *why, const decoded *left, const decoded *right)
{
    ck_assert_msg(left->error.code == right->error.code, "%s: %s, %s", why,
                  dsi_code_name(left->error.code), dsi_code_name(right->error.code));
    ck_assert_msg(left->error.offset == right->error.offset, "%s: offsets", why);
    ck_assert_msg(strcmp(left->error.path, right->error.path) == 0, "%s: paths", why);
    ck_assert_msg(left->length == right->length &&
                      memcmp(left->text, right->text, left->length) == 0,
                  "%s: %s, %s", why, left->text, right->text);
    ck_assert_msg(left->taken == right->taken, "%s: taken", why);
    ck_assert_msg(left->used == right->used && left->left == right->left,
                  "%s: %zu and %zu bytes of the block", why, left->used, right->used);
}

#define ROOM_MAX 2048
#define BY_BYTE_STEP 4

/*
 * Both engines, with every room from none to more than all needs. Byte by byte takes
 * long, so only some of the rooms are tried.
 */
static void check_rooms(const direct_row *row, bool streamed)
{
    static decoded directly;
    static decoded in_stream;
    static decoded by_byte;

    for (size_t room = 0; room <= ROOM_MAX; room++) {
        decode_with(row, streamed, DIRECTLY, room, &directly);
        decode_with(row, streamed, IN_STREAM, room, &in_stream);
        check_same(row->why, &directly, &in_stream);
        ck_assert_uint_eq(in_stream.directly, 0);
        if (room % BY_BYTE_STEP == 0) {
            decode_with(row, streamed, BY_BYTE, room, &by_byte);
            check_same(row->why, &by_byte, &in_stream);
        }
    }
}

/* ----------------------------------------------------------------------------- rows */

/* Limits that leave as little room for results as a block can have. */
#define SMALL .limits = {.max_token = 64, .max_depth = 5}

static const direct_row rows[] = {
    {"all kinds in their order",
     PUT,
     {SMALL},
     "{\"title\":\"four\",\"ranged\":1,\"atLeast\":7,\"page\":{\"title\":\"p\","
     "\"number\":-1,"
     "\"weight\":1,\"torn\":true,\"color\":\"RED\"},\"outer\":{\"inner\":{"
     "\"innermost\":{}}},"
     "\"tags\":[\"t\",\"\\u0000\"],\"colors\":[\"deep "
     "blue\",\"green\"],\"numbers\":[0,-0,9],"
     "\"weights\":[-1],\"flags\":[true,false],\"pages\":[{\"title\":\"p0\"},{}],"
     "\"grid\":[[\"t\"],[]]}",
     true},
    {"numbers at their ends", PUT, {SMALL}, odd_put_json, false},
    {"an empty object", "start-response", {SMALL}, "{}", true},
    {"blanks everywhere",
     "start-response",
     {SMALL},
     " \t{ \r\n\"introspectionId\" : \"i\" \n}\n ",
     true},
    {"another order of members",
     "start-response",
     {SMALL},
     "{\"introspectionStatus\":\"SUCCESS\",\"introspectionId\":\"i\"}",
     true},
    {"null for any member",
     "start-response",
     {SMALL},
     "{\"introspectionId\":null,\"introspectionStatus\":null}",
     true},
    {"a name with an escape",
     "start-response",
     {SMALL},
     "{\"\\u0069ntrospectionId\":\"i\"}",
     true},
    {"all escapes of a text",
     PUT,
     {SMALL},
     TITLE
     "\"body\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\u00e9\\u20AC\\ud83D\\uDe00\"}",
     true},
    {"escapes beside the surrogates",
     PUT,
     {SMALL},
     TITLE "\"body\":\"\\ud7ff\\ue000\\uffff\"}",
     true},
    {"characters of two, three and four bytes",
     PUT,
     {SMALL},
     TITLE
     "\"body\":\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\xed\x9f\xbf\xf4\x8f\xbf\xbf\"}",
     true},
    {"unknown members without parts",
     PUT,
     {SMALL},
     TITLE "\"u\":1,\"u\":\"s\",\"v\":true,\"w\":false,\"x\":null,\"y\":-0.5e+1}",
     true},
    {"unknown numbers with exponents",
     PUT,
     {SMALL},
     TITLE "\"u\":1E5,\"v\":2e-7,\"w\":-0,\"x\":3E+9}",
     true},
    {"a text of a block", PUT, {SMALL}, TITLE "\"body\":\"0123456789abcdef\"}", true},
    {"an empty list", PUT, {SMALL}, TITLE "\"tags\":[]}", true},
    {"a name without an end", PUT, {SMALL}, "{\":1}", false},
    {"a name without an end, and two signs", PUT, {SMALL}, "{\"::1}", false},
    {"an unknown member with parts", PUT, {SMALL}, TITLE "\"u\":{}}", false},
    {"an unknown list", PUT, {SMALL}, TITLE "\"u\":[1]}", false},
    {"an unknown member, which is refused",
     PUT,
     {SMALL, .strict = true},
     TITLE "\"u\":1}",
     false},
    {"a member of the path", PUT, {SMALL}, TITLE "\"shelf\":\"s\"}", false},
    {"a member twice", PUT, {SMALL}, "{\"title\":\"t\",\"title\":\"t\"}", false},
    {"a member after its null",
     PUT,
     {SMALL},
     "{\"title\":null,\"title\":\"t\"}",
     false},
    {"a null item, which is dropped",
     "put-response",
     {SMALL},
     "{\"numbers\":[null,1,null]}",
     true},
    {"a null item, which is refused", PUT, {SMALL}, TITLE "\"tags\":[null]}", false},
    {"integers as long as is sure to fit",
     PUT,
     {SMALL},
     TITLE "\"ranged\":-999999999,\"atLeast\":999999999999999999}",
     true},
    {"an int32 of ten digits", PUT, {SMALL}, TITLE "\"ranged\":2147483647}", false},
    {"an int64 of nineteen digits",
     PUT,
     {SMALL},
     TITLE "\"atLeast\":-9223372036854775808}",
     false},
    {"a number with a fraction", PUT, {SMALL}, TITLE "\"ranged\":1.0}", false},
    {"a number with an exponent", PUT, {SMALL}, TITLE "\"ranged\":1e1}", false},
    {"a leading zero", PUT, {SMALL}, TITLE "\"ranged\":01}", false},
    {"a minus alone", PUT, {SMALL}, TITLE "\"ranged\":-}", false},
    {"text for a number", PUT, {SMALL}, TITLE "\"ranged\":\"1\"}", false},
    {"a number for text", PUT, {SMALL}, "{\"title\":1}", false},
    {"a list for a structure", PUT, {SMALL}, TITLE "\"page\":[]}", false},
    {"a structure for a list", PUT, {SMALL}, TITLE "\"tags\":{}}", false},
    {"no boolean", PUT, {SMALL}, TITLE "\"dry\":truth}", false},
    {"as deep as is allowed",
     PUT,
     {.limits = {.max_token = 64, .max_depth = 3}},
     TITLE "\"grid\":[[\"t\"]]}",
     true},
    {"a list too deep",
     PUT,
     {.limits = {.max_token = 64, .max_depth = 2}},
     TITLE "\"grid\":[[\"t\"]]}",
     false},
    {"a structure too deep",
     PUT,
     {.limits = {.max_token = 64, .max_depth = 1}},
     TITLE "\"page\":{\"title\":\"p\"}}",
     false},
    {"a text as long as is allowed",
     PUT,
     {.limits = {.max_token = 34}},
     TITLE "\"body\":\"0123456789abcdef0123456789abcdef\"}",
     true},
    {"a text that is too long",
     PUT,
     {.limits = {.max_token = 33}},
     TITLE "\"body\":\"0123456789abcdef0123456789abcdef\"}",
     false},
    {"a name as long as is allowed",
     PUT,
     {.limits = {.max_token = sizeof ODD_LONG_NAME + 1}},
     TITLE "\"outer\":{\"inner\":{\"innermost\":{\"deepest\":null,\"" ODD_LONG_NAME
           "\":null}}}}",
     true},
    {"a name that is too long",
     PUT,
     {.limits = {.max_token = sizeof ODD_LONG_NAME}},
     TITLE "\"outer\":{\"inner\":{\"innermost\":{\"deepest\":null,\"" ODD_LONG_NAME
           "\":null}}}}",
     false},
    {"an unknown number that is too long",
     PUT,
     {.limits = {.max_token = 33}},
     TITLE "\"u\":1234567890123456789012345678901234}",
     false},
    {"a limit that literals could hit",
     "start-response",
     {.limits = {.max_token = 31}},
     "{\"introspectionId\":\"i\"}",
     false},
    {"more than max_bytes",
     "start-response",
     {.limits = {.max_token = 64, .max_bytes = 22}},
     "{\"introspectionId\":\"i\"}",
     false},
    {"a comma before the end", PUT, {SMALL}, "{\"title\":\"t\",}", false},
    {"a comma before the first", PUT, {SMALL}, "{,\"title\":\"t\"}", false},
    {"a comma missing", PUT, {SMALL}, "{\"title\":\"t\" \"body\":\"b\"}", false},
    {"a colon missing", PUT, {SMALL}, "{\"title\" \"t\"}", false},
    {"a name missing", PUT, {SMALL}, "{:\"t\"}", false},
    {"a bracket for a brace", PUT, {SMALL}, "{\"title\":\"t\"]", false},
    {"a list, not an object", PUT, {SMALL}, "[]", false},
    {"blanks alone", PUT, {SMALL}, "  ", false},
    {"half an object", PUT, {SMALL}, TITLE, false},
    {"half a name", PUT, {SMALL}, "{\"titl", false},
    {"half a text", PUT, {SMALL}, "{\"title\":\"0123456789abcdef0123", false},
    {"half a literal", "start-response", {SMALL}, "{\"introspectionId\":nul", false},
    {"half a literal of an unknown member", PUT, {SMALL}, TITLE "\"u\":tru", false},
    {"half an escape", PUT, {SMALL}, "{\"title\":\"\\", false},
    {"half a unit", PUT, {SMALL}, "{\"title\":\"\\u00", false},
    {"half a pair", PUT, {SMALL}, "{\"title\":\"\\ud83d", false},
    {"no escape", PUT, {SMALL}, "{\"title\":\"\\x\"}", false},
    {"no digit", PUT, {SMALL}, "{\"title\":\"\\u00g0\"}", false},
    {"an upper half alone", PUT, {SMALL}, "{\"title\":\"\\ud83d\"}", false},
    {"an upper half and no escape", PUT, {SMALL}, "{\"title\":\"\\ud83d\\n\"}", false},
    {"two upper halves", PUT, {SMALL}, "{\"title\":\"\\ud83d\\ud83d\"}", false},
    {"a lower half alone", PUT, {SMALL}, "{\"title\":\"\\ude00\"}", false},
    {"a control character", PUT, {SMALL}, "{\"title\":\"\n\"}", false},
    {"a control character after an escape",
     PUT,
     {SMALL},
     "{\"title\":\"\\n\n\"}",
     false},
    {"a tail alone", PUT, {SMALL}, "{\"title\":\"\x80\"}", false},
    {"an overlong form of two bytes", PUT, {SMALL}, "{\"title\":\"\xc1\xbf\"}", false},
    {"an overlong form of three", PUT, {SMALL}, "{\"title\":\"\xe0\x9f\xbf\"}", false},
    {"an overlong form of four",
     PUT,
     {SMALL},
     "{\"title\":\"\xf0\x8f\xbf\xbf\"}",
     false},
    {"a surrogate in UTF-8", PUT, {SMALL}, "{\"title\":\"\xed\xa0\x80\"}", false},
    {"above U+10FFFF", PUT, {SMALL}, "{\"title\":\"\xf4\x90\x80\x80\"}", false},
    {"a byte that no character has",
     PUT,
     {SMALL},
     "{\"title\":\"\xf5\x80\x80\x80\"}",
     false},
    {"half a character", PUT, {SMALL}, "{\"title\":\"\xe2\x82\"}", false},
    {"an unknown text that is wrong", PUT, {SMALL}, TITLE "\"u\":\"\x80\"}", false},
    {"an unknown number that is wrong", PUT, {SMALL}, TITLE "\"u\":-}", false},
    {"an unknown number without a fraction", PUT, {SMALL}, TITLE "\"u\":1.}", false},
    {"an unknown number without an exponent", PUT, {SMALL}, TITLE "\"u\":1e}", false},
    {"an unknown number that is zero twice", PUT, {SMALL}, TITLE "\"u\":00}", false},
    {"bytes after the end", PUT, {SMALL}, "{\"title\":\"t\"}x", true},
};

/* What there is of the body between blanks. */
static size_t body_length(const char *body)
{
    const char *end = body + strlen(body);
    const char *start = body + strspn(body, " \t\r\n");

    while (end > start && memchr(" \t\r\nx", end[-1], 5) != NULL) {
        end--;
    }
    return (size_t)(end - start);
}

START_TEST(engine)
{
    const direct_row *row = &rows[_i];
    static decoded result;

    decode_with(row, false, DIRECTLY, ROOM_MAX, &result);
    ck_assert_msg(
        result.directly == (row->is_direct && is_built() ? body_length(row->body) : 0),
        "%s: %u bytes are read directly", row->why, (unsigned)result.directly);
}
END_TEST

/* The only real body that is published. */
START_TEST(the_guides_answer_is_read_directly)
{
    static const char *const names[] = {"get-guide", "get-guide-compact"};

    for (size_t i = 0; i < COUNT(names); i++) {
        const vector *row = vector_named(names[i]);
        static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
        const dsi_received_head head = {.status = 200};
        dsi_decoder *decoder = dsi_get_answer_begin(block, sizeof block, &head, NULL,
                                                    NULL, NULL);

        ck_assert(dsi_feed(decoder, row->bytes.data, row->bytes.length));
        ck_assert_ptr_nonnull(dsi_get_answer_finish(decoder, NULL));
        ck_assert_uint_eq(decoder->read_directly,
                          is_built() ? body_length(row->bytes.data) : 0);
    }
}
END_TEST

/* Reads a file into `bytes`. Returns its length. */
static size_t read_file(const char *path, char *bytes, size_t capacity)
{
    FILE *file = fopen(path, "rb");
    size_t length;

    ck_assert_msg(file != NULL, "%s", path);
    length = fread(bytes, 1, capacity, file);
    ck_assert_uint_lt(length, capacity);
    fclose(file);
    return length;
}

/* The pages of dsi-mock, and of each service that was recorded. */
START_TEST(recorded_pages_are_read_directly)
{
    static char bytes[1 << 20];
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    const dsi_received_head head = {.status = 200};
    glob_t files;

    ck_assert_int_eq(glob(RECORDED_FOLDER "/*/*-get.body", 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        size_t length = read_file(files.gl_pathv[i], bytes, sizeof bytes);
        dsi_decoder *decoder = dsi_get_answer_begin(block, sizeof block, &head, NULL,
                                                    NULL, NULL);

        ck_assert(dsi_feed(decoder, bytes, length));
        ck_assert_ptr_nonnull(dsi_get_answer_finish(decoder, NULL));
        ck_assert_msg(decoder->read_directly == (is_built() ? length : 0),
                      "%s: %u of %zu", files.gl_pathv[i],
                      (unsigned)decoder->read_directly, length);
    }
    globfree(&files);
}
END_TEST

START_TEST(no_outcome_shows_the_engine)
{
    check_rooms(&rows[_i], false);
}
END_TEST

/* The body ends with its page, and literals are not complete. */
static const direct_row cut_rows[] = {
    {.message = PUT, .body = TITLE "\"dry\":t}"},
    {.message = PUT, .body = TITLE "\"dry\":tr}"},
    {.message = PUT, .body = TITLE "\"dry\":f}"},
    {.message = PUT, .body = TITLE "\"dry\":fal}"},
    {.message = PUT, .body = TITLE "\"body\":n}"},
    {.message = PUT, .body = TITLE "\"u\":n}"},
    {.message = PUT, .body = TITLE "\"u\":nu}"},
    {.message = PUT, .body = TITLE "\"u\":t}"},
    {.message = PUT, .body = TITLE "\"u\":f}"},
    {.message = PUT, .body = TITLE "\"flags\":[t]}"},
    {.message = "put-response", .body = "{\"numbers\":[n]}"},
};

START_TEST(no_literal_is_read_past_the_end)
{
    const direct_row *row = &cut_rows[_i];
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    const dsi_message *message = any_message_named(row->message);
    const dsi_message_options options = {.head = {.status = 200}};
    size_t length = strlen(row->body);
    fence page = fence_open();
    const char *body = fence_put(&page, row->body, length, false);
    dsi_error error;
    dsi_decoder *decoder = dsi_message_begin(message, block, sizeof block, &options,
                                             NULL);

    (void)dsi_feed(decoder, body, length);
    ck_assert_ptr_null(dsi_message_finish(message, decoder, &error));
    ck_assert_int_eq(error.code, DSI_E_SYNTAX);
    ck_assert_uint_eq(decoder->read_directly, 0);
    fence_close(&page);
}
END_TEST

/* ------------------------------------------------------- items that are handed over */

#define LIST "list-response"

static const direct_row items[] = {
    {"items in a list",
     LIST,
     {SMALL},
     "{\"token\":\"t\",\"pages\":[{\"title\":\"a\"} , "
     "{\"number\":1},{}],\"unknown\":\"as long as one is tried\"}",
     true},
    {"no item", LIST, {SMALL}, "{\"pages\":[ ]}", true},
    {"null between items",
     LIST,
     {SMALL},
     "{\"pages\":[null,{\"title\":\"a\"},null]}",
     true},
    {"an unknown member in an item",
     LIST,
     {SMALL},
     "{\"pages\":[{\"u\":{}},{\"title\":\"a\"}]}",
     true},
    {"an item that is none", LIST, {SMALL}, "{\"pages\":[{},1]}", true},
    {"an unknown list at the same depth",
     LIST,
     {SMALL},
     "{\"u\":[{\"title\":\"a\"},{}],\"pages\":[{}]}",
     true},
    {"an item that breaks off", LIST, {SMALL}, "{\"pages\":[{},{\"title\":\"a", true},
    {"an item of the stream between others",
     LIST,
     {SMALL},
     "{\"pages\":[{\"title\":\"a\"},{\"u\":{}},{\"title\":\"b\"}]}",
     true},
    {"an item, then a comma too many",
     LIST,
     {SMALL},
     "{\"pages\":[{\"title\":\"a\"},]}",
     true},
    {"an item, then another list's end",
     LIST,
     {SMALL},
     "{\"pages\":[{\"title\":\"a\"}},{}]}",
     true},
    {"an item over max_bytes",
     LIST,
     {.limits = {.max_token = 64, .max_bytes = 20}},
     "{\"pages\":[{},{\"title\":\"a\"}]}",
     true},
};

START_TEST(no_item_shows_the_engine)
{
    check_rooms(&items[_i], true);
}
END_TEST

/* Only the list around them is left to the stream. */
START_TEST(items_are_read_directly)
{
    static decoded result;

    decode_with(&items[0], true, DIRECTLY, ROOM_MAX, &result);
    ck_assert_uint_eq(result.taken, 3);
    ck_assert_uint_eq(result.directly,
                      is_built() ? strlen("{\"title\":\"a\"}{\"number\":1}{}") : 0);
}
END_TEST

static bool stop(void *context, const void *item)
{
    (void)context;
    (void)item;
    return false;
}

/* yajl has an error already, so it refuses what stands for the item. */
START_TEST(a_stand_in_that_is_refused_is_internal)
{
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    const dsi_message_options options = {.head = {.status = 200},
                                         .items = {.take = stop}};
    dsi_decoder *decoder = dsi_message_begin(odd_message(LIST), block, sizeof block,
                                             &options, NULL);
    dsi_error error;

    ck_assert(dsi_feed(decoder, "{\"pages\":[", 10));
    ck_assert_int_ne(dsi_parser_feed(&decoder->parser, (const unsigned char *)"}", 1),
                     DSI_OK);
    ck_assert(!dsi_feed(decoder, "{\"title\":\"as long as one is tried\"}", 35));
    ck_assert_ptr_null(dsi_message_finish(odd_message(LIST), decoder, &error));
    ck_assert_int_eq(error.code, DSI_E_INTERNAL);
}
END_TEST

SUITE(direct)
{
    Suite *suite = suite_create("direct");

    add_rows(suite, "engine", engine, COUNT(rows));
    add_test(suite, "the guide's answer is read directly",
             the_guides_answer_is_read_directly);
    add_test(suite, "recorded pages are read directly",
             recorded_pages_are_read_directly);
    add_rows(suite, "cut literals", no_literal_is_read_past_the_end, COUNT(cut_rows));
    add_rows(suite, "rooms", no_outcome_shows_the_engine, COUNT(rows));
    add_rows(suite, "items", no_item_shows_the_engine, COUNT(items));
    add_test(suite, "items are read directly", items_are_read_directly);
    add_test(suite, "a stand-in that is refused is internal",
             a_stand_in_that_is_refused_is_internal);
    return suite;
}
