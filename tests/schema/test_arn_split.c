/* The general form of ARNs: which texts have its six parts, and the parts as views. */
#include "tests/schema/arn_samples.h"
#include "tests/schema/sample.h"
#include "tests/support.h"

typedef struct split_row {
    const char *why;
    dsi_string text;
    const char *parts[5]; /* all NULL: refused */
} split_row;

#define REFUSED                                                                        \
    {                                                                                  \
        NULL                                                                           \
    }

static const split_row splits[] = {
    {"a resource with a colon in it",
     BYTES("arn:aws:s3:us-east-2:012345678:outpost:op-1234"),
     {"aws", "s3", "us-east-2", "012345678", "outpost:op-1234"}},
    {"a plain resource",
     BYTES("arn:aws:s3:us-east-2:012345678:outpost"),
     {"aws", "s3", "us-east-2", "012345678", "outpost"}},
    {"the resource may end with a colon",
     BYTES("arn:aws:s3:us-east-2:012345678:outpost:"),
     {"aws", "s3", "us-east-2", "012345678", "outpost:"}},
    {"the resource may end with two colons",
     BYTES("arn:aws:s3:us-east-2:012345678:outpost::"),
     {"aws", "s3", "us-east-2", "012345678", "outpost::"}},
    {"the resource may be a colon", BYTES("arn:p:s:r:a::"), {"p", "s", "r", "a", ":"}},
    {"the region may be empty",
     BYTES("arn:aws:s3::123456789012:resource-id"),
     {"aws", "s3", "", "123456789012", "resource-id"}},
    {"the account may be empty",
     BYTES("arn:aws:s3:us-east-1::resource-id"),
     {"aws", "s3", "us-east-1", "", "resource-id"}},
    {"region and account may be empty",
     BYTES("arn:aws:s3:::bucket_name"),
     {"aws", "s3", "", "", "bucket_name"}},
    {"the account need not be a number",
     BYTES("arn:aws:s3:us-east-1:abcd:resource-id"),
     {"aws", "s3", "us-east-1", "abcd", "resource-id"}},
    {"a slash does not separate parts",
     BYTES("arn:aws:ec2:us-east-1:012345678910:vpc/vpc-0e9801d129EXAMPLE"),
     {"aws", "ec2", "us-east-1", "012345678910", "vpc/vpc-0e9801d129EXAMPLE"}},
    {"a user, without region",
     BYTES("arn:aws:iam::012345678910:user/johndoe"),
     {"aws", "iam", "", "012345678910", "user/johndoe"}},
    {"the shortest", BYTES("arn:a:b:::c"), {"a", "b", "", "", "c"}},
    {"text beyond ASCII, in each part",
     BYTES("arn:\xc3\xa9:\xe2\x82\xac:\xf0\x9f\x98\x80:\xc2\xb5:\xf4\x8f\xbf\xbf"),
     {"\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xc2\xb5", "\xf4\x8f\xbf\xbf"}},
    {"line ends and blanks are characters",
     BYTES("arn:a b:s\n:\t:\r:r\n"),
     {"a b", "s\n", "\t", "\r", "r\n"}},
    {"a word", BYTES("asdf"), REFUSED},
    {"a UUID", BYTES("11111111-2222-3333-4444-555555555555"), REFUSED},
    {"no resource", BYTES("arn:aws:s3:us-west-2:123456789012:"), REFUSED},
    {"no service", BYTES("arn:aws::us-west-2:123456789012:resource-id"), REFUSED},
    {"no partition", BYTES("arn::s3:us-west-2:123456789012:resource-id"), REFUSED},
    {"four parts", BYTES("arn:aws:this-is-not-an-arn:foo"), REFUSED},
    {"five parts", BYTES("arn:aws:s3:us-west-2:resource-id"), REFUSED},
    {"another prefix", BYTES("urn:aws:s3:us-west-2:123456789012:x"), REFUSED},
    {"the prefix in upper case", BYTES("ARN:aws:s3:us-west-2:123456789012:x"), REFUSED},
    {"a blank before the ARN", BYTES(" arn:aws:s3:us-west-2:123456789012:x"), REFUSED},
    {"NUL in the resource", BYTES("arn:aws:s3:us-west-2:123456789012:x\0y"), REFUSED},
    {"empty", BYTES(""), REFUSED},
    {"absent", {NULL, 0}, REFUSED},
};

static void check_view(const split_row *row, dsi_string view, size_t part)
{
    const char *expected = row->parts[part];

    ck_assert_msg(view.length == strlen(expected) &&
                      memcmp(view.data, expected, view.length) == 0,
                  "%s: part %zu is not '%s'", row->why, part, expected);
    ck_assert_msg(view.data >= row->text.data &&
                      view.data + view.length <= row->text.data + row->text.length,
                  "%s: part %zu is not a view", row->why, part);
}

START_TEST(an_arn_has_six_parts)
{
    const split_row *row = &splits[_i];
    bool expected = row->parts[0] != NULL;
    dsi_arn arn;

    for (dsi_level level = DSI_LEVEL_MODEL; level <= DSI_LEVEL_AGREEMENT; level++) {
        ck_assert_msg(dsi_arn_parse(row->text, DSI_ARN_ANY, level, &arn, NULL) ==
                          expected,
                      "%s: not %d", row->why, expected);
        if (expected) {
            check_view(row, arn.partition, 0);
            check_view(row, arn.service, 1);
            check_view(row, arn.region, 2);
            check_view(row, arn.account, 3);
            check_view(row, arn.resource, 4);
        }
    }
}
END_TEST

static char *append(char *end, const char *text, size_t length)
{
    memcpy(end, text, length);
    return end + length;
}

static void check_joined(dsi_string text, const dsi_arn *arn)
{
    const dsi_string parts[] = {arn->partition, arn->service, arn->region, arn->account,
                                arn->resource};
    char joined[LONG_TEXT_MAX];
    char *end = append(joined, "arn", 3);

    for (size_t i = 0; i < COUNT(parts); i++) {
        end = append(end, ":", 1);
        end = append(end, parts[i].data, parts[i].length);
    }
    ck_assert_msg((size_t)(end - joined) == text.length &&
                      memcmp(joined, text.data, text.length) == 0,
                  "%.*s is not its parts", (int)text.length, text.data);
}

START_TEST(the_parts_joined_are_the_text)
{
    dsi_arn arn;

    if (dsi_arn_parse(splits[_i].text, DSI_ARN_ANY, DSI_LEVEL_MODEL, &arn, NULL)) {
        check_joined(splits[_i].text, &arn);
    }
}
END_TEST

/* The general grammar must split what a narrower one accepts into the same parts. */
START_TEST(every_kind_splits_alike)
{
    const arn_sample *sample = &arn_samples[_i];
    dsi_arn narrow;
    dsi_arn any;

    if (!sample->model) {
        return;
    }
    ck_assert_msg(
        dsi_arn_parse(sample->text, sample->kind, DSI_LEVEL_MODEL, &narrow, NULL), "%s",
        sample->why);
    check_joined(sample->text, &narrow);
    if (narrow.partition.length > 0) {
        ck_assert_msg(
            dsi_arn_parse(sample->text, DSI_ARN_ANY, DSI_LEVEL_MODEL, &any, NULL), "%s",
            sample->why);
        ck_assert_mem_eq(&any, &narrow, sizeof any);
    }
}
END_TEST

START_TEST(either_result_may_be_left_out)
{
    dsi_string good = arn_samples[0].text;
    dsi_arn_mismatch mismatch = {DSI_ARN_SERVICE, 77, "untouched"};
    dsi_arn arn = {.service = TEXT("untouched")};

    ck_assert(dsi_arn_parse(good, DSI_ARN_RDS_CLUSTER, DSI_LEVEL_MODEL, NULL, NULL));
    ck_assert(
        dsi_arn_parse(good, DSI_ARN_RDS_CLUSTER, DSI_LEVEL_MODEL, NULL, &mismatch));
    ck_assert(!dsi_arn_parse(good, DSI_ARN_SECRET, DSI_LEVEL_MODEL, NULL, NULL));
    ck_assert(!dsi_arn_parse(good, DSI_ARN_SECRET, DSI_LEVEL_MODEL, &arn, NULL));
    ck_assert_uint_eq(mismatch.offset, 77);
    ck_assert_str_eq(arn.service.data, "untouched");
}
END_TEST

START_TEST(parts_have_names)
{
    static const char *const names[] = {"prefix", "partition", "service",
                                        "region", "account",   "resource"};

    for (size_t i = 0; i < COUNT(names); i++) {
        ck_assert_str_eq(dsi_arn_part_name((dsi_arn_part)i), names[i]);
    }
    ck_assert_str_eq(dsi_arn_part_name((dsi_arn_part)COUNT(names)), "?");
    ck_assert_str_eq(dsi_arn_part_name((dsi_arn_part)-1), "?");
}
END_TEST

SUITE(arn_split)
{
    Suite *suite = suite_create("ARN parts");

    add_rows(suite, "any", an_arn_has_six_parts, COUNT(splits));
    add_rows(suite, "joined", the_parts_joined_are_the_text, COUNT(splits));
    add_rows(suite, "kinds", every_kind_splits_alike, arn_sample_count);
    add_test(suite, "results are optional", either_result_may_be_left_out);
    add_test(suite, "names", parts_have_names);
    return suite;
}
