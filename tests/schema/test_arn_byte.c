/*
 * Every byte of every good ARN: a text that ends there, a byte that is replaced there,
 * and reads that stay within the text.
 */
#include "tests/schema/arn_oracle.h"
#include "tests/schema/arn_samples.h"
#include "tests/schema/sample.h"
#include "tests/support.h"

#include "schema/arn/arn.h"

#define VARIANT_MAX 256

static const dsi_arn_grammar grammars[] = {
    DSI_GRAMMAR_ANY, DSI_GRAMMAR_RDS_CLUSTER, DSI_GRAMMAR_SECRET,
    DSI_GRAMMAR_RDS_CLUSTER_DOCUMENTED, DSI_GRAMMAR_SECRET_DOCUMENTED};

/* A prefix of a text that matches can only end too early. */
static void check_prefixes(const arn_sample *sample, dsi_arn_grammar grammar)
{
    dsi_string prefix = sample->text;
    size_t offset;

    if (!dsi_arn_match(grammar, sample->text, &offset)) {
        return;
    }
    while (prefix.length > 0) {
        prefix.length--;
        if (!dsi_arn_match(grammar, prefix, &offset) && offset != prefix.length) {
            ck_abort_msg("%s, %zu bytes: offset %zu", sample->why, prefix.length,
                         offset);
        }
    }
}

START_TEST(a_prefix_only_ends_too_early)
{
    for (size_t i = 0; i < COUNT(grammars); i++) {
        check_prefixes(&arn_samples[_i], grammars[i]);
    }
}
END_TEST

/* Bytes that no ARN of the two kinds can contain. */
static const char foreign[] = "\0\n\r\t \"#$%&'()*,;<>?[\\]^`{|}~\x7f\x80\xbf\xc3\xff";

static void check_foreign(const arn_sample *sample, dsi_arn_grammar grammar,
                          char *variant, size_t at)
{
    dsi_string text = {.data = variant, .length = sample->text.length};
    char kept = variant[at];
    size_t offset;

    for (size_t i = 0; i < sizeof foreign - 1; i++) {
        variant[at] = foreign[i];
        if (dsi_arn_match(grammar, text, &offset) || offset != at) {
            ck_abort_msg("%s, byte %zu: 0x%02x is not refused there", sample->why, at,
                         (unsigned)(unsigned char)foreign[i]);
        }
    }
    variant[at] = kept;
}

START_TEST(a_foreign_byte_is_refused_where_it_stands)
{
    const arn_sample *sample = &arn_samples[_i];
    char variant[VARIANT_MAX];
    size_t ignored;

    ck_assert_uint_le(sample->text.length, sizeof variant);
    memcpy(variant, sample->text.data, sample->text.length);
    for (size_t i = 1; i < COUNT(grammars); i++) {
        for (size_t at = 0; dsi_arn_match(grammars[i], sample->text, &ignored) &&
                            at < sample->text.length;
             at++) {
            check_foreign(sample, grammars[i], variant, at);
        }
    }
}
END_TEST

/* The automaton and the pattern must agree on a text that was changed at `at`. */
static void check_byte(const arn_oracle *oracle, const arn_sample *sample,
                       dsi_string variant, size_t at)
{
    size_t offset;
    bool expected = arn_oracle_match(oracle, variant);

    if (dsi_arn_match(oracle->grammar, variant, &offset) != expected ||
        (!expected && offset < at)) {
        ck_abort_msg("%s, byte %zu: %.*s is%s in the language", sample->why, at,
                     (int)variant.length, variant.data, expected ? "" : " not");
    }
}

static void check_every_byte(const arn_oracle *oracle, const arn_sample *sample)
{
    size_t length = sample->text.length;
    char variant[VARIANT_MAX];

    for (size_t at = 0; at <= length; at++) {
        memcpy(variant, sample->text.data, at);
        for (int byte = 1; byte < 128; byte++) {
            variant[at] = (char)byte;
            memcpy(variant + at + 1, sample->text.data + at, length - at);
            check_byte(oracle, sample, (dsi_string){variant, length + 1}, at);
            if (at < length) {
                memcpy(variant + at + 1, sample->text.data + at + 1, length - at - 1);
                check_byte(oracle, sample, (dsi_string){variant, length}, at);
            }
            check_byte(oracle, sample, (dsi_string){variant, at + 1}, at);
        }
    }
}

/*
 * This tries every transition from the states that a good text goes through. In each of
 * them it tries each byte of ASCII, and then goes on with the text.
 */
START_TEST(every_byte_is_judged_as_the_pattern_does)
{
    const arn_sample *sample = &arn_samples[_i];
    size_t offset;

    ck_assert_uint_lt(sample->text.length, VARIANT_MAX);
    for (size_t i = 1; i < COUNT(grammars); i++) {
        if (dsi_arn_match(grammars[i], sample->text, &offset)) {
            arn_oracle oracle = arn_oracle_open(grammars[i]);

            check_every_byte(&oracle, sample);
            arn_oracle_close(&oracle);
        }
    }
}
END_TEST

/* Parses a text by each kind at each level. A read beside a guarded text crashes. */
static void parse_all(dsi_string text)
{
    for (dsi_arn_kind kind = DSI_ARN_ANY; kind <= DSI_ARN_SECRET; kind++) {
        for (dsi_level level = DSI_LEVEL_MODEL; level <= DSI_LEVEL_AGREEMENT; level++) {
            dsi_arn_mismatch mismatch;
            dsi_arn arn;

            (void)dsi_arn_parse(text, kind, level, &arn, &mismatch);
        }
    }
}

START_TEST(nothing_beside_the_text_is_read)
{
    guarded_page page = guarded_page_open();
    dsi_string text = arn_samples[_i].text;

    for (;; text.length--) {
        parse_all(guarded_page_first(&page, text));
        parse_all(guarded_page_last(&page, text));
        if (text.length == 0) {
            break;
        }
    }
    guarded_page_close(&page);
}
END_TEST

START_TEST(nothing_beside_a_long_text_is_read)
{
    static const long_text text = {BYTES("arn:aws:rds:us-east-1:123456789012:cluster:"),
                                   "a", 2010, BYTES("\xe2")};
    guarded_page page = guarded_page_open();
    char buffer[LONG_TEXT_MAX];

    parse_all(guarded_page_first(&page, long_text_make(&text, buffer)));
    parse_all(guarded_page_last(&page, long_text_make(&text, buffer)));
    guarded_page_close(&page);
}
END_TEST

SUITE(arn_byte)
{
    Suite *suite = suite_create("ARN bytes");

    add_rows(suite, "prefixes", a_prefix_only_ends_too_early, arn_sample_count);
    add_rows(suite, "foreign bytes", a_foreign_byte_is_refused_where_it_stands,
             arn_sample_count);
    set_long(add_rows(suite, "every byte", every_byte_is_judged_as_the_pattern_does,
                      arn_sample_count));
    add_rows(suite, "guarded pages", nothing_beside_the_text_is_read, arn_sample_count);
    add_test(suite, "guarded pages, long", nothing_beside_a_long_text_is_read);
    return suite;
}
