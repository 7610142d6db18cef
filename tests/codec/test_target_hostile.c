/*
 * Targets as an attacker may send them: cut, changed, random, and with every byte. A
 * target that decodes can be encoded and decoded again.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/codec/fence.h"
#include "tests/codec/target_rows.h"
#include "tests/support.h"

static bool parse(dsi_string target, char *buffer, bool strict,
                  dsi_get_request *request, dsi_error *error)
{
    dsi_decode_options options = {.strict = strict};

    return dsi_get_request_target_decode(target, buffer, target.length, &options,
                                         request, error);
}

/*
 * Encodes and decodes a request, in buffers of exactly the needed sizes. Returns the
 * length of its target.
 */
static size_t check_round(const char *name, const dsi_get_request *request)
{
    size_t size = dsi_get_request_target_size(request, NULL) + 1;
    char *target = exact_bytes(size);
    char *again = exact_bytes(size);
    char *buffer = exact_bytes(size - 1);
    dsi_get_request parsed;

    expect(size > 1, "%s: no size", name);
    expect(dsi_get_request_target_encode(request, target, size, NULL) == size - 1,
           "%s is not encoded", name);
    expect(parse((dsi_string){target, size - 1}, buffer, true, &parsed, NULL), "%s: %s",
           name, target);
    check_get_request(name, &parsed, request);
    expect(dsi_get_request_target_encode(&parsed, again, size, NULL) == size - 1,
           "%s is not encoded again", name);
    expect(memcmp(target, again, size) == 0, "%s: %s, %s", name, target, again);
    free(target);
    free(again);
    free(buffer);
    return size - 1;
}

/* The only id that can be decoded, but not encoded. */
static bool is_dot_segment(dsi_string id)
{
    return dsi_string_equal(id, TEXT(".")) || dsi_string_equal(id, TEXT(".."));
}

/*
 * The origin form of a target has the same outcome as the target; only offsets differ.
 * It is decoded in a buffer of exactly its size.
 */
static void check_origin(const char *name, dsi_string target, bool strict,
                         const dsi_error *error)
{
    dsi_string origin = dsi_target_origin_form(target);
    uint64_t place = target.length - origin.length;
    dsi_get_request request;
    dsi_error alone;
    char *buffer;

    if (origin.data == NULL) {
        expect(error->code != DSI_OK, "%s: read without an origin form", name);
        return;
    }
    buffer = exact_bytes(origin.length);
    if (parse(origin, buffer, strict, &request, &alone)) {
        place = 0;
    } else {
        place += alone.offset;
    }
    expect(alone.code == error->code && place == error->offset &&
               strcmp(alone.path, error->path) == 0,
           "%s: alone %s at %llu", name, dsi_code_name(alone.code),
           (unsigned long long)alone.offset);
    free(buffer);
}

/* A target that decodes can be encoded. An error has an offset in the target. */
static void check_any(const char *name, dsi_string target, char *buffer, bool strict)
{
    dsi_get_request request;
    dsi_error error;

    if (parse(target, buffer, strict, &request, &error)) {
        expect(error.code == DSI_OK, "%s: %s", name, dsi_code_name(error.code));
        if (is_dot_segment(request.introspection_id)) {
            expect(dsi_get_request_target_size(&request, NULL) == 0, "%s: built", name);
        } else {
            check_round(name, &request);
        }
    } else if (error.code == DSI_OK || error.code == DSI_E_INTERNAL ||
               error.offset > target.length) {
        ck_abort_msg("%s: %s at %llu of %zu", name, dsi_code_name(error.code),
                     (unsigned long long)error.offset, target.length);
    }
    check_origin(name, target, strict, &error);
}

START_TEST(targets_cut_anywhere)
{
    dsi_string target = target_at((size_t)_i);

    for (size_t length = 0; length <= target.length; length++) {
        char *copy = exact_bytes(length);
        char *buffer = exact_bytes(length);

        memcpy(copy, target.data, length);
        check_any(target.data, (dsi_string){copy, length}, buffer, false);
        check_any(target.data, (dsi_string){copy, length}, buffer, true);
        free(copy);
        free(buffer);
    }
}
END_TEST

/* The bytes after a target are not part of its last escape. */
START_TEST(escape_cut_by_the_end)
{
    static const char target[] = TARGET_PATH "7?nextToken=%41";
    char buffer[sizeof target];
    dsi_get_request request;
    dsi_error error;

    for (size_t cut = 1; cut <= 2; cut++) {
        dsi_string text = {target, sizeof target - 1 - cut};

        ck_assert(!parse(text, buffer, false, &request, &error));
        ck_assert_int_eq(error.code, DSI_E_ESCAPE);
        ck_assert_uint_eq(error.offset, sizeof target - 1 - 3);
    }
}
END_TEST

/* Cut at any byte, a target is decoded without reading a byte beside it. */
START_TEST(targets_flush_against_a_fence)
{
    fence made = fence_open();
    dsi_string target = target_at((size_t)_i);
    char *buffer = exact_bytes(target.length);

    for (size_t length = 0; length <= target.length; length++) {
        for (int first = 0; first <= 1; first++) {
            dsi_string cut = {fence_put(&made, target.data, length, first != 0),
                              length};

            check_any(target.data, cut, buffer, false);
        }
    }
    free(buffer);
    fence_close(&made);
}
END_TEST

START_TEST(targets_with_one_byte_changed)
{
    dsi_string target = target_at((size_t)_i);
    char *copy = exact_bytes(target.length);
    char *buffer = exact_bytes(target.length);

    memcpy(copy, target.data, target.length);
    for (size_t i = 0; i < target.length; i++) {
        for (int byte = 0; byte < 256; byte++) {
            copy[i] = (char)byte;
            check_any(target.data, (dsi_string){copy, target.length}, buffer, false);
            check_any(target.data, (dsi_string){copy, target.length}, buffer, true);
        }
        copy[i] = target.data[i];
    }
    free(copy);
    free(buffer);
}
END_TEST

/* The target, and the texts decoded from it, each flush against an unreadable page. */
START_TEST(no_byte_beside_a_target_is_used)
{
    dsi_string target = target_at((size_t)_i);
    fence source = fence_open();
    fence room = fence_open();

    for (size_t length = 0; length <= target.length; length++) {
        for (int first = 0; first <= 1; first++) {
            dsi_string piece = {fence_put(&source, target.data, length, first != 0),
                                length};
            char *buffer = fence_put(&room, target.data, length, first != 0);

            check_any(target.data, piece, buffer, false);
        }
    }
    fence_close(&source);
    fence_close(&room);
}
END_TEST

/* The most text that a target can hold: every byte of the query is one of the token. */
START_TEST(text_that_fills_the_buffer)
{
    static const char *const targets[] = {
        TARGET_PATH "7?nextToken",
        TARGET_PATH "7?nextToken=", TARGET_PATH "7?nextToken=abcdefgh",
        TARGET_PATH "abcdefgh?nextToken&nextToken&maxResults=0",
        TARGET_PATH "abcdefgh/?nextToken"};
    const char *target = targets[_i];
    char *buffer = exact_bytes(strlen(target));

    check_any(target, dsi_str(target), buffer, true);
    free(buffer);
}
END_TEST

/* --------------------------------------------------------- every byte, as it stands */

/* RFC 3986: pchar, '/' and '?', without '%'. The library does this in another way. */
static bool is_legal(unsigned char byte)
{
    static const char legal[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        "-._~!$&'()*+,;=:@/?";

    return byte != '\0' && strchr(legal, byte) != NULL;
}

static dsi_code parse_with(const char *before, char byte, dsi_error *error)
{
    char target[128];
    char buffer[128];
    size_t length = strlen(before);
    dsi_get_request request;

    memcpy(target, before, length);
    target[length] = byte;
    memcpy(target + length + 1, "zz", 2);
    (void)dsi_get_request_target_decode((dsi_string){target, length + 3}, buffer,
                                        sizeof buffer, NULL, &request, error);
    return error->code;
}

static void check_byte(const char *before, char byte)
{
    dsi_error error;
    dsi_code code = parse_with(before, byte, &error);

    if (is_legal((unsigned char)byte)) {
        ck_assert_msg(code == DSI_OK, "%d: %s", byte, dsi_code_name(code));
    } else {
        ck_assert_msg(code == DSI_E_SYNTAX, "%d: %s", byte, dsi_code_name(code));
        ck_assert_uint_eq(error.offset, strlen(before));
        ck_assert_str_eq(error.path, "");
    }
}

START_TEST(every_byte)
{
    char byte = (char)(unsigned char)_i;
    dsi_error error;

    if (byte == '%') { /* "%zz" */
        ck_assert_int_eq(parse_with(TARGET_PATH "7", byte, &error), DSI_E_ESCAPE);
        ck_assert_int_eq(parse_with(TARGET_PATH "7?a", byte, &error), DSI_OK);
        return;
    }
    if (byte == '/') {
        ck_assert_int_eq(parse_with(TARGET_PATH "7", byte, &error), DSI_E_ROUTE);
    } else {
        check_byte(TARGET_PATH "7", byte);
    }
    check_byte(TARGET_PATH "7?nextToken=a", byte);
    check_byte(TARGET_PATH "7?a", byte);
    check_byte(TARGET_PATH "7?a=b", byte);
}
END_TEST

/*
 * Every byte as an escape, with digits of both cases. A byte that is not UTF-8 is
 * refused.
 */
START_TEST(every_escape)
{
    static const char *const forms[] = {"%%%02X", "%%%02x"};

    for (size_t i = 0; i < COUNT(forms); i++) {
        char target[64] = TARGET_PATH;
        char buffer[64];
        dsi_get_request request;
        dsi_error error;
        bool good;

        snprintf(target + TARGET_PATH_LENGTH, 8, forms[i], (unsigned)_i);
        good = dsi_get_request_target_decode(dsi_str(target), buffer, sizeof buffer,
                                             NULL, &request, &error);
        ck_assert_int_eq(error.code, _i < 0x80 ? DSI_OK : DSI_E_UTF8);
        ck_assert_uint_eq(error.offset, _i < 0x80 ? 0 : TARGET_PATH_LENGTH);
        ck_assert(!good || (request.introspection_id.length == 1 &&
                            request.introspection_id.data[0] == (char)_i));
    }
}
END_TEST

/* ----------------------------------------------------------------- random requests */

/* A random generator of our own, so that a seed gives the same requests everywhere. */
typedef struct random_source {
    uint64_t state;
} random_source;

static unsigned random_below(random_source *source, unsigned bound)
{
    source->state = source->state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(source->state >> 33) % bound;
}

/*
 * A random Unicode scalar value; short encodings are more likely, and NUL is possible.
 */
static unsigned random_scalar(random_source *source)
{
    static const unsigned bounds[] = {0x30, 0x80, 0x80, 0x800, 0x10000, 0x110000};
    unsigned scalar = random_below(source, bounds[random_below(source, COUNT(bounds))]);

    return scalar >= 0xd800 && scalar <= 0xdfff ? '%' : scalar;
}

#define TEXT_MAX 40

static dsi_string random_text(random_source *source, unsigned least, char *bytes)
{
    dsi_string text = {.data = bytes};

    for (unsigned left = least + random_below(source, TEXT_MAX - 1); left > 0; left--) {
        text.length += put_utf8(random_scalar(source), bytes + text.length);
    }
    return text;
}

static int32_t random_int32(random_source *source)
{
    static const int32_t values[] = {0, 1, -1, 25, 26, -10, INT32_MAX, INT32_MIN};
    unsigned index = random_below(source, 2 * COUNT(values));

    return index < COUNT(values) ? values[index]
                                 : (int32_t)random_below(source, 0x7fffffff);
}

START_TEST(random_requests)
{
    random_source source = {.state = (uint64_t)_i * 7919};

    for (size_t i = 0; i < 100; i++) {
        char id[4 * TEXT_MAX];
        char token[4 * TEXT_MAX];
        dsi_get_request request = {.introspection_id = random_text(&source, 1, id)};
        size_t length;

        if (random_below(&source, 3) != 0) {
            request.next_token = random_text(&source, 0, token);
        }
        if (random_below(&source, 3) != 0) {
            request.max_results = (dsi_optional_int32){true, random_int32(&source)};
        }
        if (random_below(&source, 3) != 0) {
            request.include_models_sdl = (dsi_optional_bool){
                true, random_below(&source, 2) != 0};
        }
        if (is_dot_segment(request.introspection_id)) {
            continue;
        }
        length = check_round("random", &request);
        ck_assert_uint_lt(length, DSI_GET_TARGET_MAX(request.introspection_id.length,
                                                     request.next_token.length));
    }
}
END_TEST

START_TEST(names_of_rows_are_unique)
{
    for (size_t i = 0; i < target_count(); i++) {
        const char *name = i < good_targets.count
                               ? good_targets.items[i].name
                               : bad_targets.items[i - good_targets.count].name;

        for (size_t j = 0; j < i; j++) {
            ck_assert_str_ne(name,
                             j < good_targets.count
                                 ? good_targets.items[j].name
                                 : bad_targets.items[j - good_targets.count].name);
        }
    }
}
END_TEST

SUITE(target_hostile)
{
    Suite *suite = suite_create("target hostile");

    add_rows(suite, "targets cut anywhere", targets_cut_anywhere, target_count());
    add_rows(suite, "targets flush against a fence", targets_flush_against_a_fence,
             target_count());
    add_test(suite, "escape cut by the end", escape_cut_by_the_end);
    set_long(add_rows(suite, "targets with one byte changed",
                      targets_with_one_byte_changed, target_count()));
    add_rows(suite, "no byte beside a target is used", no_byte_beside_a_target_is_used,
             target_count());
    add_rows(suite, "text that fills the buffer", text_that_fills_the_buffer, 5);
    add_rows(suite, "every byte", every_byte, 256);
    add_rows(suite, "every escape", every_escape, 256);
    add_rows(suite, "random requests", random_requests, 100);
    add_test(suite, "names of rows are unique", names_of_rows_are_unique);
    return suite;
}
