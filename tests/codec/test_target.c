/* Encodes targets in canonical form, into buffers of every size. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "schema/text/percent.h"
#include "tests/codec/target_rows.h"
#include "tests/support.h"

typedef struct build_row {
    const char *name;
    const char *why;
    dsi_get_request request;
    const char *target;
} build_row;

#define SDL(flag) .include_models_sdl = {true, (flag)}
#define ID(literal) .introspection_id = TEXT_ROW(literal)
#define TOKEN(literal) .next_token = TEXT_ROW(literal)
#define RESULTS(number) .max_results = {true, (number)}

static const build_row rows[] = {
    {"an id", "absent members are left out", {ID("7")}, TARGET_PATH "7"},
    {"everything",
     "parameters are sorted by name",
     {ID("i"), SDL(true), TOKEN("t"), RESULTS(1)},
     TARGET_PATH "i?includeModelsSDL=true&maxResults=1&nextToken=t"},
    {"every mark",
     "only unreserved characters are not encoded",
     {ID(EXAMPLE_ID), SDL(true), TOKEN(EXAMPLE_TOKEN), RESULTS(25)},
     EXAMPLE_TARGET},
    {"false",
     "0 and false are written, because they are present",
     {ID("i"), SDL(false)},
     TARGET_PATH "i?includeModelsSDL=false"},
    {"0",
     "0 and false are written, because they are present",
     {ID("i"), RESULTS(0)},
     TARGET_PATH "i?maxResults=0"},
    {"an empty token",
     "empty is not absent",
     {ID("i"), TOKEN("")},
     TARGET_PATH "i?nextToken="},
    {"a token alone",
     "the first parameter follows '?'",
     {ID("i"), TOKEN("t")},
     TARGET_PATH "i?nextToken=t"},
    {"the first and the last",
     "one '&' separates two parameters",
     {ID("i"), SDL(false), TOKEN("t")},
     TARGET_PATH "i?includeModelsSDL=false&nextToken=t"},
    {"the last two",
     "one '&' separates two parameters",
     {ID("i"), TOKEN("t"), RESULTS(-1)},
     TARGET_PATH "i?maxResults=-1&nextToken=t"},
    {"values of absent members",
     "only `present` decides",
     {ID("i"), .include_models_sdl = {false, true}, .max_results = {false, 7}},
     TARGET_PATH "i"},
    {"the largest integer",
     "encoding does not check constraints",
     {ID("i"), RESULTS(INT32_MAX)},
     TARGET_PATH "i?maxResults=2147483647"},
    {"the smallest integer",
     "encoding does not check constraints",
     {ID("i"), RESULTS(INT32_MIN)},
     TARGET_PATH "i?maxResults=-2147483648"},
    {"three dots", "three dots are not a dot segment", {ID("...")}, TARGET_PATH "..."},
    {"NUL",
     "NUL does not end a text",
     {ID("\0a\0"), TOKEN("\0")},
     TARGET_PATH "%00a%00?nextToken=%00"},
    {"white space",
     "encoding does not check constraints",
     {ID(" \t\n"), TOKEN("\r \xc2\xa0")},
     TARGET_PATH "%20%09%0A?nextToken=%0D%20%C2%A0"},
    {"what looks encoded",
     "'%' is encoded like any other character",
     {ID("%2F"), TOKEN("%zz")},
     TARGET_PATH "%252F?nextToken=%25zz"},
    {"characters of every length",
     "each byte of a character is encoded",
     {ID("$\xc2\xa2\xe2\x82\xac\xf0\x90\x8d\x88"),
      TOKEN("\xef\xbf\xbf\xf4\x8f\xbf\xbf")},
     TARGET_PATH "%24%C2%A2%E2%82%AC%F0%90%8D%88?nextToken=%EF%BF%BF%F4%8F%BF%BF"},
};

START_TEST(requests_in_canonical_form)
{
    const build_row *row = &rows[_i];
    size_t size = strlen(row->target) + 1;
    dsi_error error = {.code = DSI_E_INTERNAL, .path = "/left"};
    char *buffer = exact_bytes(size);
    size_t length = dsi_get_request_target_encode(&row->request, buffer, size, &error);

    ck_assert_msg(length == size - 1, "%s: %zu bytes, %s", row->name, length,
                  dsi_code_name(error.code));
    ck_assert_msg(memcmp(buffer, row->target, size) == 0, "%s (%s): %s", row->name,
                  row->why, buffer);
    ck_assert_int_eq(error.code, DSI_OK);
    ck_assert_str_eq(error.path, "");
    ck_assert_uint_eq(dsi_get_request_target_size(&row->request, &error), size - 1);
    ck_assert_int_eq(error.code, DSI_OK);
    ck_assert_uint_eq(dsi_get_request_target_size(&row->request, NULL), size - 1);
    free(buffer);
}
END_TEST

static void check_too_small(const build_row *row, size_t capacity, size_t size)
{
    char *buffer = exact_bytes(capacity);
    dsi_error error;

    ck_assert_uint_eq(
        dsi_get_request_target_encode(&row->request, buffer, capacity, NULL), 0);
    ck_assert_uint_eq(
        dsi_get_request_target_encode(&row->request, buffer, capacity, &error), 0);
    free(buffer);
    ck_assert_msg(error.code == DSI_E_BUFFER_SIZE, "%s in %zu: %s", row->name, capacity,
                  dsi_code_name(error.code));
    ck_assert_uint_eq(error.limit, capacity);
    ck_assert_uint_eq(error.actual, size);
    ck_assert_uint_eq(error.offset, 0);
    ck_assert_str_eq(error.path, "");
}

#define CANARIES 8

START_TEST(buffers_of_every_size)
{
    const build_row *row = &rows[_i];
    size_t size = strlen(row->target) + 1;
    char guarded[512];

    ck_assert_uint_lt(size + CANARIES, sizeof guarded);
    for (size_t capacity = 0; capacity < size + CANARIES; capacity++) {
        size_t length;

        memset(guarded, '#', sizeof guarded);
        length = dsi_get_request_target_encode(&row->request, guarded, capacity, NULL);
        ck_assert_uint_eq(length, capacity < size ? 0 : size - 1);
        for (size_t i = length > 0 ? size : capacity; i < sizeof guarded; i++) {
            expect(guarded[i] == '#', "%s in %zu: byte %zu", row->name, capacity, i);
        }
        ck_assert(length == 0 || strcmp(guarded, row->target) == 0);
        if (capacity < size) {
            check_too_small(row, capacity, size);
        }
    }
}
END_TEST

START_TEST(no_buffer_has_no_capacity)
{
    dsi_get_request request = {ID("7")};
    dsi_error error;

    ck_assert_uint_eq(dsi_get_request_target_encode(&request, NULL, 100, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_BUFFER_SIZE);
    ck_assert_uint_eq(error.limit, 0);
    ck_assert_uint_eq(error.actual, TARGET_PATH_LENGTH + 2);
}
END_TEST

typedef struct refused_row {
    const char *name;
    dsi_get_request request;
    dsi_code code;
    const char *path;
    uint64_t offset;
} refused_row;

#define ID_PATH "/introspectionId"
#define TOKEN_PATH "/nextToken"

static const refused_row refused_rows[] = {
    {"nothing", {.max_results = {false, 0}}, DSI_E_REQUIRED, ID_PATH, 0},
    {"no id", {TOKEN("t"), RESULTS(1)}, DSI_E_REQUIRED, ID_PATH, 0},
    {"an empty id", {ID("")}, DSI_E_REQUIRED, ID_PATH, 0},
    {"a dot", {ID(".")}, DSI_E_DOT_SEGMENT, ID_PATH, 0},
    {"two dots", {ID("..")}, DSI_E_DOT_SEGMENT, ID_PATH, 0},
    {"no id, and a bad token", {TOKEN("\xff")}, DSI_E_REQUIRED, ID_PATH, 0},
    {"a lone continuation byte", {ID("\x80")}, DSI_E_UTF8, ID_PATH, 0},
    {"a bad byte further on", {ID("a\0\xff")}, DSI_E_UTF8, ID_PATH, 2},
    {"overlong", {ID("abc\xc0\xaf")}, DSI_E_UTF8, ID_PATH, 3},
    {"a surrogate", {ID("\xed\xa0\x80")}, DSI_E_UTF8, ID_PATH, 0},
    {"cut short", {ID("\xc3\xa9\xf0\x9f\x91")}, DSI_E_UTF8, ID_PATH, 2},
    {"beyond Unicode", {ID("a\xf4\x90\x80\x80")}, DSI_E_UTF8, ID_PATH, 1},
    {"a token", {ID("i"), TOKEN("tok\xc3")}, DSI_E_UTF8, TOKEN_PATH, 3},
    {"both", {ID("i\xff"), TOKEN("\xff")}, DSI_E_UTF8, ID_PATH, 1},
};

START_TEST(requests_that_cannot_be_encoded)
{
    const refused_row *row = &refused_rows[_i];
    char buffer[256];

    for (size_t capacity = 0; capacity <= sizeof buffer; capacity += 32) {
        dsi_error error;

        ck_assert_uint_eq(
            dsi_get_request_target_encode(&row->request, buffer, capacity, &error), 0);
        ck_assert_msg(error.code == row->code, "%s: %s", row->name,
                      dsi_code_name(error.code));
        ck_assert_msg(strcmp(error.path, row->path) == 0, "%s: %s", row->name,
                      error.path);
        ck_assert_msg(error.offset == row->offset, "%s: %llu", row->name,
                      (unsigned long long)error.offset);
        ck_assert_uint_eq(dsi_get_request_target_size(&row->request, &error), 0);
        ck_assert_int_eq(error.code, row->code);
        ck_assert_str_eq(error.path, row->path);
    }
    ck_assert_uint_eq(dsi_get_request_target_encode(&row->request, buffer, 256, NULL),
                      0);
    ck_assert_uint_eq(dsi_get_request_target_size(&row->request, NULL), 0);
}
END_TEST

START_TEST(no_request_is_refused)
{
    dsi_error error;
    char buffer[8];

    ck_assert_uint_eq(
        dsi_get_request_target_encode(NULL, buffer, sizeof buffer, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    error.code = DSI_OK;
    ck_assert_uint_eq(dsi_get_request_target_size(NULL, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_ARGUMENT);
    ck_assert_uint_eq(dsi_get_request_target_encode(NULL, buffer, sizeof buffer, NULL),
                      0);
    ck_assert_uint_eq(dsi_get_request_target_size(NULL, NULL), 0);
}
END_TEST

/* Percent-encodes a byte by RFC 3986, in another way than the library does. */
static size_t encode_byte(unsigned char byte, char *out)
{
    static const char unreserved[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    if (byte != '\0' && strchr(unreserved, byte) != NULL) {
        return (size_t)sprintf(out, "%c", byte);
    }
    return (size_t)sprintf(out, "%%%02X", (unsigned)byte);
}

START_TEST(every_byte)
{
    char byte = (char)(unsigned char)_i;
    char buffer[8];
    char expected[8];
    dsi_buffer out = {.bytes = buffer, .capacity = sizeof buffer};

    dsi_percent_encode(&out, (dsi_string){.data = &byte, .length = 1});
    ck_assert_uint_eq(dsi_buffer_end(&out), encode_byte((unsigned char)byte, expected));
    ck_assert_str_eq(buffer, expected);
}
END_TEST

/*
 * Every character up to U+07FF, then some for every lead byte; in the id and the token.
 */
START_TEST(characters_in_both_places)
{
    for (unsigned scalar = 0; scalar <= 0x10ffff;
         scalar += scalar < 0x800 ? 1 : 0x3ff) {
        char bytes[4];
        char encoded[16];
        char expected[128];
        char buffer[128];
        size_t length = 0;
        dsi_string text = {.data = bytes, .length = put_utf8(scalar, bytes)};
        dsi_get_request request = {.introspection_id = text, .next_token = text};

        if ((scalar >= 0xd800 && scalar <= 0xdfff) || scalar == '.') {
            continue; /* "." is refused as an id, in a row above */
        }
        for (size_t i = 0; i < text.length; i++) {
            length += encode_byte((unsigned char)bytes[i], encoded + length);
        }
        sprintf(expected, TARGET_PATH "%s?nextToken=%s", encoded, encoded);
        ck_assert_uint_eq(
            dsi_get_request_target_encode(&request, buffer, sizeof buffer, NULL),
            strlen(expected));
        ck_assert_str_eq(buffer, expected);
    }
}
END_TEST

/* Derives DSI_GET_TARGET_MAX: the longest target has exactly this length. */
START_TEST(no_target_is_longer_than_the_maximum)
{
    static char text[65536];
    static char buffer[DSI_GET_TARGET_MAX(sizeof text, sizeof text) + 1];
    static const size_t lengths[] = {1, 2, 3, 100, 36, sizeof text};
    dsi_get_request worst = {SDL(false), RESULTS(INT32_MIN)};

    memset(text, '/', sizeof text);
    for (size_t i = 0; i < COUNT(lengths); i++) {
        for (size_t j = 0; j < COUNT(lengths); j++) {
            size_t size = DSI_GET_TARGET_MAX(lengths[i], lengths[j]);

            worst.introspection_id = (dsi_string){text, lengths[i]};
            worst.next_token = (dsi_string){text, lengths[j]};
            ck_assert_uint_eq(dsi_get_request_target_size(&worst, NULL), size - 1);
            ck_assert_uint_eq(
                dsi_get_request_target_encode(&worst, buffer, size - 1, NULL), 0);
            ck_assert_uint_eq(dsi_get_request_target_encode(&worst, buffer, size, NULL),
                              size - 1);
            ck_assert_uint_eq(
                dsi_get_request_target_encode(&worst, buffer, size + 1, NULL),
                size - 1);
        }
    }
    for (size_t i = 0; i < COUNT(rows); i++) {
        const dsi_get_request *request = &rows[i].request;

        ck_assert_uint_le(strlen(rows[i].target) + 1,
                          DSI_GET_TARGET_MAX(request->introspection_id.length,
                                             request->next_token.length));
    }
}
END_TEST

START_TEST(head_of_a_request)
{
    static const char target[] = TARGET_PATH "7";
    dsi_request_head head = dsi_get_request_head(dsi_str(target));

    ck_assert_str_eq(head.method.data, "GET");
    ck_assert_uint_eq(head.method.length, 3);
    ck_assert_ptr_eq(head.target.data, target);
    ck_assert_uint_eq(head.target.length, sizeof target - 1);
    ck_assert_ptr_null(head.content_type.data);
    ck_assert_uint_eq(head.content_type.length, 0);
}
END_TEST

SUITE(target)
{
    Suite *suite = suite_create("target");

    add_rows(suite, "requests in canonical form", requests_in_canonical_form,
             COUNT(rows));
    add_rows(suite, "buffers of every size", buffers_of_every_size, COUNT(rows));
    add_test(suite, "no buffer has no capacity", no_buffer_has_no_capacity);
    add_rows(suite, "requests that cannot be encoded", requests_that_cannot_be_encoded,
             COUNT(refused_rows));
    add_test(suite, "no request is refused", no_request_is_refused);
    add_rows(suite, "every byte", every_byte, 256);
    add_test(suite, "characters in both places", characters_in_both_places);
    add_test(suite, "no target is longer than the maximum",
             no_target_is_longer_than_the_maximum);
    add_test(suite, "head of a request", head_of_a_request);
    return suite;
}
