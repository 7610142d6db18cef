/*
 * Puts each fragment of the grammar's tables into each place of a message. Each message
 * is fed with every cut near the fragment, and compared with a second parser.
 */
#include <string.h>

#include "fuzz/oracle.h"
#include "tests/codec/grammar.h"
#include "tests/support.h"

/* ------------------------------------------------------------------- every cut */

static void check_same(const grammar_message *message, const outcome *whole,
                       const outcome *got, size_t first, size_t second)
{
    expect(outcomes_equal(whole, got),
           "%s as %s, cut at %zu and %zu: %s at %llu in '%s'", message->row.name,
           message->row.why, first, second, dsi_code_name(got->code),
           (unsigned long long)got->offset, got->path);
}

/* Pieces of every size, every single cut, and every pair of cuts near the fragment. */
static void check_cuts(const grammar_message *message, const outcome *whole)
{
    size_t length = message->row.bytes.length;
    size_t start = message->start > 0 ? message->start - 1 : 0;
    size_t end = message->end < length ? message->end + 1 : length;
    outcome got;

    for (size_t size = 1; size < length; size++) {
        decode_to(&message->row, size, &got);
        check_same(message, whole, &got, size, size);
        decode_split(&message->row, size, size, &got);
        check_same(message, whole, &got, size, size);
    }
    for (size_t first = start; first <= end; first++) {
        for (size_t second = first + 1; second <= end; second++) {
            decode_split(&message->row, first, second, &got);
            check_same(message, whole, &got, first, second);
        }
    }
}

/* ------------------------------------------------------------------ a second parser */

static json_t *read_any(const char *bytes, size_t length)
{
    return oracle_load(bytes, length, JSON_DECODE_ANY, NULL);
}

static const json_t *json_at(const json_t *value, const char *pointer)
{
    while (value != NULL && *pointer == '/') {
        size_t length = strcspn(++pointer, "/");
        char name[64] = "";

        memcpy(name, pointer, length);
        value = json_is_array(value) ? json_array_get(value, (size_t)(*name - '0'))
                                     : json_object_get(value, name);
        pointer += length;
    }
    return value;
}

/* A value that is kept is what the second parser reads there. Others leave no trace. */
static void check_kept(const grammar_place *place, const grammar_message *message,
                       const json_t *sent, const outcome *got)
{
    json_t *output = read_any(got->output, strlen(got->output));
    const json_t *kept = json_at(output, place->kept);
    const json_t *given = json_at(sent, place->kept);

    expect(output != NULL, "%s as %s: no JSON: %.1000s", message->row.name, place->name,
           got->output);
    if (json_is_object(given) && place->takes == TAKES_OBJECT) {
        expect(json_is_object(kept) && json_object_size(kept) == 0, "%s as %s: %.1000s",
               message->row.name, place->name, got->output);
    } else if (kept == NULL) {
        expect(json_is_null(given) || place->lenient, "%s as %s: absent: %.1000s",
               message->row.name, place->name, got->output);
    } else {
        expect(json_equal(kept, given), "%s as %s: another value: %.1000s",
               message->row.name, place->name, got->output);
    }
    json_decref(output);
}

static bool other_differs(const grammar_place *place, const grammar_row *row)
{
    return row->another == OTHER_HAS_RANGES || row->another == OTHER_LOSES_NULS ||
           (row->another == OTHER_HAS_NO_NULS && place->takes == TAKES_NAME);
}

/*
 * The second parser agrees with dsi, except where grammar_other says that it differs.
 */
static void check_second_parser(const grammar_place *place, const grammar_row *row,
                                const grammar_message *message, const outcome *got)
{
    json_t *sent = read_any(message->row.bytes.data, message->row.bytes.length);
    bool agrees = (sent != NULL) == (row->code == DSI_OK);

    if (other_differs(place, row)) {
        expect(!agrees, "%s as %s: the second parser agrees", row->name, place->name);
    } else {
        expect(agrees || row->code == DSI_E_NOT_OBJECT,
               "%s as %s: the second parser says %s", row->name, place->name,
               sent != NULL ? "yes" : "no");
    }
    if (sent != NULL && row->code == DSI_OK && got->code == DSI_OK) {
        if (place->kept != NULL) {
            check_kept(place, message, sent, got);
        } else {
            expect(strcmp(got->output, place->output) == 0, "%s as %s: %.1000s",
                   row->name, place->name, got->output);
        }
    }
    json_decref(sent);
}

/* ------------------------------------------------------------------------ the rows */

static void check_place(const grammar_place *place, const grammar_row *row)
{
    grammar_verdict verdict = grammar_judge(place, row);
    static grammar_message message;
    outcome whole;

    grammar_put(place, row, &message);
    decode_to(&message.row, message.row.bytes.length + 1, &whole);
    expect(whole.code == verdict.code, "%s (RFC 8259, %s) as %s: %s at %llu, not %s",
           row->name, row->section, place->name, dsi_code_name(whole.code),
           (unsigned long long)whole.offset, dsi_code_name(verdict.code));
    if (verdict.code != DSI_OK) {
        expect(whole.offset == message.error_at,
               "%s (RFC 8259, %s) as %s: %s at %llu, not %zu", row->name, row->section,
               place->name, dsi_code_name(whole.code), (unsigned long long)whole.offset,
               message.error_at);
    }
    check_cuts(&message, &whole);
    check_second_parser(place, row, &message, &whole);
}

/* Checks the fragment there if it can be put there. Returns whether it can. */
static bool check_fitting(const grammar_place *place, const grammar_row *row)
{
    bool fits = grammar_fits(place, row);

    if (fits) {
        check_place(place, row);
    }
    return fits;
}

/*
 * Puts the fragment into each message: as the document, as an unknown member. Returns
 * in how many places it was put.
 */
static size_t check_messages(const grammar_row *row)
{
    grammar_place document = {.name = "a document",
                              .takes = TAKES_DOCUMENT,
                              .before = "",
                              .after = "",
                              .output = "{}"};
    grammar_place unknown = {.name = "unknown",
                             .takes = TAKES_ANY,
                             .before = "{\"x\":",
                             .after = "}",
                             .output = "{}"};
    size_t places = 0;

    for (size_t i = 0; dsi_message_at(i) != NULL; i++) {
        document.message = document.name = dsi_message_name(dsi_message_at(i));
        unknown.message = unknown.name = document.name;
        places += check_fitting(&document, row) ? 1 : 0;
        places += check_fitting(&unknown, row) ? 1 : 0;
    }
    return places;
}

START_TEST(each_rule_in_each_place)
{
    const grammar_row *row = grammar_at((size_t)_i);
    size_t places = check_messages(row);

    for (size_t i = 0; i < grammar_place_count; i++) {
        places += check_fitting(&grammar_places[i], row) ? 1 : 0;
    }
    ck_assert_uint_ge(places, 4);
}
END_TEST

static size_t row_count(void)
{
    size_t count = 0;

    while (grammar_at(count) != NULL) {
        count++;
    }
    return count;
}

SUITE(grammar)
{
    Suite *suite = suite_create("grammar");

    set_long(add_rows(suite, "each rule in each place", each_rule_in_each_place,
                      row_count()));
    return suite;
}
