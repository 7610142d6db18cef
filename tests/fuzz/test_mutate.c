/*
 * The fuzzers' mutations: JSON stays JSON, no byte outside the text is written, and
 * equal seeds give equal results.
 */
#include "fuzz/mutate.h"
#include "fuzz/oracle.h"
#include "tests/support.h"

#include <stdlib.h>
#include <string.h>

#define CAPACITY 3000

static const struct {
    const char *why;
    const char *text;
} texts[] = {
    {"a whole page", "{\"introspectionStatus\":\"SUCCESS\",\"introspectionResult\":{"
                     "\"models\":[{\"name\":\"orders\",\"fields\":[{\"name\":\"id\","
                     "\"type\":{\"kind\":\"NonNull\",\"type\":{\"name\":\"Int\"}},"
                     "\"length\":-9223372036854775808}]},null],\"nextToken\":\"n\"}}"},
    {"blanks everywhere", " { \"a\" : [ 1 , { } , [ ] ] ,\r\n\t\"b\" : null } "},
    {"escapes and every length of UTF-8",
     "{\"a\\u00e9\\\\\":"
     "\"\\\"\\u0000\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\\ud83d\\ude00\\\\\"}"},
    {"an empty object", "{}"},
    {"a scalar", "\"\""},
};

static bool is_json(const char *text, size_t length)
{
    return oracle_is_json(text, length, JSON_DECODE_ANY);
}

/* Applies one mutation to each text, and again to the result. */
START_TEST(mutations_keep_json)
{
    const mutation *how = &mutations[_i];
    size_t changes = 0;

    for (size_t row = 0; row < COUNT(texts); row++) {
        char text[CAPACITY];
        char twin[CAPACITY];
        size_t length = strlen(texts[row].text);

        memcpy(text, texts[row].text, length);
        for (uint32_t seed = 0; seed < 1000; seed++) {
            size_t made;

            memcpy(twin, text, length);
            made = mutate(how, text, length, CAPACITY, seed);
            expect(mutate(how, twin, length, CAPACITY, seed) == made &&
                       memcmp(text, twin, made) == 0,
                   "%s, %s: seed %u gives two results", how->name, texts[row].why,
                   seed);
            length = made > 0 ? made : length;
            changes += made > 0 ? 1 : 0;
            expect(length <= CAPACITY, "%s, %s: too long", how->name, texts[row].why);
            expect(is_json(text, length), "%s, %s: %.*s", how->name, texts[row].why,
                   (int)length, text);
            if (seed % 20 == 0) { /* from the original again, before lists fill up */
                length = strlen(texts[row].text);
                memcpy(text, texts[row].text, length);
            }
        }
    }
    ck_assert_uint_gt(changes, 100);
}
END_TEST

START_TEST(all_together_keep_json)
{
    char text[CAPACITY] = "{\"models\":[]}";
    size_t length = strlen(text);

    for (uint32_t seed = 1; seed < 60000; seed++) {
        uint32_t turn = seed * 2654435761u >> 16;
        const char *other = texts[turn % COUNT(texts)].text;
        size_t made = mutate(mutate_choose(turn), text, length, CAPACITY, seed);

        length = made > 0 ? made : length;
        expect(is_json(text, length), "seed %u: %.*s", seed, (int)length, text);
        if (seed % 100 == 0) {
            length = strlen(other);
            memcpy(text, other, length);
        }
    }
}
END_TEST

/*
 * Each prefix of a text that is not JSON must stay as it is. A sanitizer detects reads
 * past its end.
 */
START_TEST(text_that_is_not_json_stays)
{
    const char *whole = texts[_i].text;

    for (size_t length = 0; length < strlen(whole); length++) {
        char *text = malloc(length + 1);

        ck_assert_ptr_nonnull(text);
        memcpy(text, whole, length);
        for (uint32_t seed = 0; seed < mutation_count; seed++) {
            expect(is_json(text, length) ||
                       mutate(&mutations[seed], text, length, length, seed) == 0,
                   "%s: the first %zu bytes", texts[_i].why, length);
        }
        free(text);
    }
}
END_TEST

SUITE(mutate)
{
    Suite *suite = suite_create("mutate");

    set_long(add_rows(suite, "each mutation keeps JSON", mutations_keep_json,
                      mutation_count));
    set_long(
        add_test(suite, "all mutations together keep JSON", all_together_keep_json));
    add_rows(suite, "text that is not JSON stays", text_that_is_not_json_stays,
             COUNT(texts));
    return suite;
}
