/*
 * Where each mismatch is. The text of a row has two halves. The first is `good`, and
 * then `unit` `count` times: some match begins with it. The second is `bad`: no match
 * goes on with its first byte. If `bad` is empty, the text ends too early. So the
 * offset is always the length of the first half.
 */
#include "tests/schema/sample.h"
#include "tests/support.h"

#define RDS DSI_ARN_RDS_CLUSTER
#define SECRET DSI_ARN_SECRET
#define ANY DSI_ARN_ANY
#define MODEL DSI_LEVEL_MODEL
#define DOCUMENTED DSI_LEVEL_DOCUMENTED

#define R_HEAD "arn:aws:rds:us-east-1:123456789012:cluster:"
#define S_HEAD "arn:aws:secretsmanager:us-east-1:123456789012:secret:"

#define A8 "aaaaaaaa"
#define A64 A8 A8 A8 A8 A8 A8 A8 A8
#define A512 A64 A64 A64 A64 A64 A64 A64 A64

typedef struct mismatch_row {
    const char *why;
    dsi_arn_kind kind;
    dsi_level level;
    dsi_arn_part part;
    dsi_string good;
    dsi_string bad;
    const char *unit;
    size_t count;
} mismatch_row;

static const mismatch_row general_mismatches[] = {
    {"empty", ANY, MODEL, DSI_ARN_PREFIX, BYTES(""), BYTES(""), NULL, 0},
    {"absent", ANY, MODEL, DSI_ARN_PREFIX, {NULL, 0}, {NULL, 0}, NULL, 0},
    {"in the prefix", ANY, MODEL, DSI_ARN_PREFIX, BYTES("ar"), BYTES(""), NULL, 0},
    {"a word", ANY, MODEL, DSI_ARN_PREFIX, BYTES("a"), BYTES("sdf"), NULL, 0},
    {"upper case", ANY, MODEL, DSI_ARN_PREFIX, BYTES(""), BYTES("ARN:a"), NULL, 0},
    {"prefix alone", ANY, MODEL, DSI_ARN_PARTITION, BYTES("arn:"), BYTES(""), NULL, 0},
    {"no partition", ANY, MODEL, DSI_ARN_PARTITION, BYTES("arn:"), BYTES(":s:r:a:x"),
     NULL, 0},
    {"ends in the partition", ANY, MODEL, DSI_ARN_PARTITION, BYTES("arn:aws"),
     BYTES(""), NULL, 0},
    {"no service", ANY, MODEL, DSI_ARN_SERVICE, BYTES("arn:aws:"), BYTES(":r:a:x"),
     NULL, 0},
    {"ends before the service", ANY, MODEL, DSI_ARN_SERVICE, BYTES("arn:aws:"),
     BYTES(""), NULL, 0},
    {"ends in the region", ANY, MODEL, DSI_ARN_REGION, BYTES("arn:aws:s3:eu"),
     BYTES(""), NULL, 0},
    {"ends in the account", ANY, MODEL, DSI_ARN_ACCOUNT, BYTES("arn:aws:s3:eu:12"),
     BYTES(""), NULL, 0},
    {"no resource", ANY, MODEL, DSI_ARN_RESOURCE, BYTES("arn:aws:s3:eu:12:"), BYTES(""),
     NULL, 0},
    {"NUL in the partition", ANY, MODEL, DSI_ARN_PARTITION, BYTES("arn:a"),
     BYTES("\0ws:s3:::x"), NULL, 0},
    {"NUL in the resource", ANY, MODEL, DSI_ARN_RESOURCE, BYTES("arn:aws:s3:::x"),
     BYTES("\0"), NULL, 0},
    {"a tail byte alone", ANY, MODEL, DSI_ARN_SERVICE, BYTES("arn:aws:s"),
     BYTES("\x80:::x"), NULL, 0},
    {"cut character", ANY, MODEL, DSI_ARN_RESOURCE, BYTES("arn:aws:s3:::\xe2\x82"),
     BYTES(""), NULL, 0},
    {"character cut by a colon", ANY, MODEL, DSI_ARN_REGION, BYTES("arn:aws:s3:\xc3"),
     BYTES("::x"), NULL, 0},
    {"overlong form", ANY, MODEL, DSI_ARN_RESOURCE, BYTES("arn:aws:s3:::\xe0"),
     BYTES("\x80\x80"), NULL, 0},
    {"a lead that only overlong forms have", ANY, MODEL, DSI_ARN_ACCOUNT,
     BYTES("arn:aws:s3::"), BYTES("\xc0\x80:x"), NULL, 0},
    {"surrogate", ANY, MODEL, DSI_ARN_RESOURCE, BYTES("arn:aws:s3:::x\xed"),
     BYTES("\xa0\x80"), NULL, 0},
    {"above U+10FFFF", ANY, MODEL, DSI_ARN_RESOURCE, BYTES("arn:aws:s3:::x\xf4"),
     BYTES("\x90\x80\x80"), NULL, 0},
};

static const mismatch_row model_mismatches[] = {
    {"empty", RDS, MODEL, DSI_ARN_PREFIX, BYTES(""), BYTES(""), NULL, 0},
    {"absent", SECRET, MODEL, DSI_ARN_PREFIX, {NULL, 0}, {NULL, 0}, NULL, 0},
    {"a blank before the ARN", RDS, MODEL, DSI_ARN_PREFIX, BYTES(""),
     BYTES(" " R_HEAD "c"), NULL, 0},
    {"prefix", RDS, MODEL, DSI_ARN_PREFIX, BYTES("arn"), BYTES("/aws:rds:"), NULL, 0},
    {"upper case", RDS, MODEL, DSI_ARN_PARTITION, BYTES("arn:a"), BYTES("WS:rds:"),
     NULL, 0},
    {"digit in the partition", SECRET, MODEL, DSI_ARN_PARTITION, BYTES("arn:aws"),
     BYTES("2:secretsmanager:"), NULL, 0},
    {"other service", RDS, MODEL, DSI_ARN_SERVICE, BYTES("arn:aws:r"),
     BYTES("edshift:"), NULL, 0},
    {"the service does not end", RDS, MODEL, DSI_ARN_SERVICE, BYTES("arn:aws:rds"),
     BYTES("-data:"), NULL, 0},
    {"no service", SECRET, MODEL, DSI_ARN_SERVICE, BYTES("arn:aws:"), BYTES("::"), NULL,
     0},
    {"a parameter", SECRET, MODEL, DSI_ARN_SERVICE, BYTES("arn:aws:s"),
     BYTES("sm:us-east-1:123456789012:parameter/db"), NULL, 0},
    {"underscore in the region", RDS, MODEL, DSI_ARN_REGION, BYTES("arn:aws:rds:us"),
     BYTES("_east"), NULL, 0},
    {"longest length in the partition", RDS, MODEL, DSI_ARN_PARTITION, BYTES("arn:"),
     BYTES("aaaa:rds::123456789012:cluster:x"), "a", 2044},
    {"no account", RDS, MODEL, DSI_ARN_ACCOUNT, BYTES("arn:aws:rds:us-east-1:"),
     BYTES(":cluster:c"), NULL, 0},
    {"eleven digits", RDS, MODEL, DSI_ARN_ACCOUNT,
     BYTES("arn:aws:rds:us-east-1:12345678901"), BYTES(":cluster:c"), NULL, 0},
    {"thirteen digits", RDS, MODEL, DSI_ARN_ACCOUNT,
     BYTES("arn:aws:rds:us-east-1:123456789012"), BYTES("3:cluster:c"), NULL, 0},
    {"letter in the account", SECRET, MODEL, DSI_ARN_ACCOUNT,
     BYTES("arn:aws:secretsmanager::12345"), BYTES("x789012:secret:s"), NULL, 0},
    {"digits of another script", RDS, MODEL, DSI_ARN_ACCOUNT,
     BYTES("arn:aws:rds:us-east-1:"), BYTES("\xd9\xa1\xd9\xa2"), NULL, 0},
    {"an instance", RDS, MODEL, DSI_ARN_RESOURCE,
     BYTES("arn:aws:rds:us-east-1:123456789012:"), BYTES("db:i"), NULL, 0},
    {"a snapshot", RDS, MODEL, DSI_ARN_RESOURCE,
     BYTES("arn:aws:rds:us-east-1:123456789012:cluster"), BYTES("-snapshot:s"), NULL,
     0},
    {"a slash for the colon", SECRET, MODEL, DSI_ARN_RESOURCE,
     BYTES("arn:aws:secretsmanager:us-east-1:123456789012:secret"), BYTES("/s"), NULL,
     0},
    {"dot", RDS, MODEL, DSI_ARN_RESOURCE, BYTES(R_HEAD "my"), BYTES(".c"), NULL, 0},
    {"colon", RDS, MODEL, DSI_ARN_RESOURCE, BYTES(R_HEAD "my"), BYTES(":c"), NULL, 0},
    {"newline at the end", RDS, MODEL, DSI_ARN_RESOURCE, BYTES(R_HEAD "c1"),
     BYTES("\n"), NULL, 0},
    {"newline at the end", SECRET, MODEL, DSI_ARN_RESOURCE, BYTES(S_HEAD "s"),
     BYTES("\n"), NULL, 0},
    {"NUL at the end", RDS, MODEL, DSI_ARN_RESOURCE, BYTES(R_HEAD "c1"), BYTES("\0"),
     NULL, 0},
    {"NUL inside", SECRET, MODEL, DSI_ARN_REGION, BYTES("arn:aws:secretsmanager:eu"),
     BYTES("\0:123456789012:secret:s"), NULL, 0},
    {"beyond ASCII", SECRET, MODEL, DSI_ARN_RESOURCE, BYTES(S_HEAD "caf"),
     BYTES("\xc3\xa9"), NULL, 0},
    {"a key of the secret", SECRET, MODEL, DSI_ARN_RESOURCE, BYTES(S_HEAD "s-AbCdEf"),
     BYTES(":password::"), NULL, 0},
    {"blank", SECRET, MODEL, DSI_ARN_RESOURCE, BYTES(S_HEAD "a"), BYTES(" b"), NULL, 0},
    {"2,049 characters", RDS, MODEL, DSI_ARN_RESOURCE, BYTES(R_HEAD), BYTES("a"), "a",
     2048 - (sizeof R_HEAD - 1)},
    {"2,049 characters", SECRET, MODEL, DSI_ARN_RESOURCE, BYTES(S_HEAD), BYTES("a"),
     "a", 2048 - (sizeof S_HEAD - 1)},
    {"far too long", SECRET, MODEL, DSI_ARN_RESOURCE, BYTES(S_HEAD),
     BYTES("abcdefghijklmnop"), "a", 2048 - (sizeof S_HEAD - 1)},
    {"wrong long before 2,048", RDS, MODEL, DSI_ARN_PARTITION, BYTES("arn:a"),
     BYTES("WS:" A512 A512 A512 A512), NULL, 0},
};

static const mismatch_row documented_mismatches[] = {
    {"too long and wrong later", RDS, DOCUMENTED, DSI_ARN_RESOURCE, BYTES(R_HEAD),
     BYTES("a!"), "a", 63},
    {"too long and ends too early", RDS, DOCUMENTED, DSI_ARN_RESOURCE, BYTES(R_HEAD),
     BYTES("-"), "a", 63},
    {"wrong long before its name is too long", RDS, DOCUMENTED, DSI_ARN_PARTITION,
     BYTES("arn:aws"), BYTES("s:rds:us-east-1:123456789012:cluster:" A64), NULL, 0},
    {"ends in a long region", RDS, DOCUMENTED, DSI_ARN_REGION, BYTES("arn:aws:rds:us-"),
     BYTES(""), "a", 80},
    {"no partition", RDS, DOCUMENTED, DSI_ARN_PARTITION, BYTES("arn:"),
     BYTES(":rds:us-east-1:123456789012:cluster:c"), NULL, 0},
    {"unknown partition", RDS, DOCUMENTED, DSI_ARN_PARTITION, BYTES("arn:aws-"),
     BYTES("moon:"), NULL, 0},
    {"unknown isolated partition", SECRET, DOCUMENTED, DSI_ARN_PARTITION,
     BYTES("arn:aws-iso-"), BYTES("x:"), NULL, 0},
    {"the partition does not end", RDS, DOCUMENTED, DSI_ARN_PARTITION, BYTES("arn:aws"),
     BYTES("s:"), NULL, 0},
    {"no region", RDS, DOCUMENTED, DSI_ARN_REGION, BYTES("arn:aws:rds:"),
     BYTES(":123456789012:cluster:c"), NULL, 0},
    {"a region of one letter", RDS, DOCUMENTED, DSI_ARN_REGION, BYTES("arn:aws:rds:u"),
     BYTES("-east-1:"), NULL, 0},
    {"a region without number", SECRET, DOCUMENTED, DSI_ARN_REGION,
     BYTES("arn:aws:secretsmanager:us-east"), BYTES(":"), NULL, 0},
    {"a region with letters after the number", RDS, DOCUMENTED, DSI_ARN_REGION,
     BYTES("arn:aws:rds:us-east-1"), BYTES("a:"), NULL, 0},
    {"a region number of three digits", RDS, DOCUMENTED, DSI_ARN_REGION,
     BYTES("arn:aws:rds:us-east-12"), BYTES("3:"), NULL, 0},
    {"eleven digits", SECRET, DOCUMENTED, DSI_ARN_ACCOUNT,
     BYTES("arn:aws:secretsmanager:us-east-1:12345678901"), BYTES(":"), NULL, 0},
    {"no name", RDS, DOCUMENTED, DSI_ARN_RESOURCE, BYTES(R_HEAD), BYTES(""), NULL, 0},
    {"digit first", RDS, DOCUMENTED, DSI_ARN_RESOURCE, BYTES(R_HEAD), BYTES("1abc"),
     NULL, 0},
    {"hyphen first", RDS, DOCUMENTED, DSI_ARN_RESOURCE, BYTES(R_HEAD), BYTES("-a"),
     NULL, 0},
    {"upper case", RDS, DOCUMENTED, DSI_ARN_RESOURCE, BYTES(R_HEAD "my"),
     BYTES("Cluster"), NULL, 0},
    {"two hyphens", RDS, DOCUMENTED, DSI_ARN_RESOURCE, BYTES(R_HEAD "a-"), BYTES("-b"),
     NULL, 0},
    {"hyphen last", RDS, DOCUMENTED, DSI_ARN_RESOURCE, BYTES(R_HEAD "a-"), BYTES(""),
     NULL, 0},
    {"underscore", RDS, DOCUMENTED, DSI_ARN_RESOURCE, BYTES(R_HEAD "a"), BYTES("_b/c"),
     NULL, 0},
    {"a name of 64", RDS, DOCUMENTED, DSI_ARN_RESOURCE, BYTES(R_HEAD), BYTES("a"), "a",
     63},
    {"a name of 80", RDS, DOCUMENTED, DSI_ARN_RESOURCE, BYTES(R_HEAD),
     BYTES("bcdefghijklmnopqr"), "a", 63},
    {"no secret", SECRET, DOCUMENTED, DSI_ARN_RESOURCE, BYTES(S_HEAD), BYTES(""), NULL,
     0},
    {"no suffix", SECRET, DOCUMENTED, DSI_ARN_RESOURCE, BYTES(S_HEAD "MySecret"),
     BYTES(""), NULL, 0},
    {"a suffix of five", SECRET, DOCUMENTED, DSI_ARN_RESOURCE, BYTES(S_HEAD "s-AbCdE"),
     BYTES(""), NULL, 0},
    {"a suffix of seven", SECRET, DOCUMENTED, DSI_ARN_RESOURCE,
     BYTES(S_HEAD "s-AbCdEfG"), BYTES(""), NULL, 0},
    {"a suffix alone", SECRET, DOCUMENTED, DSI_ARN_RESOURCE, BYTES(S_HEAD "-AbCdEf"),
     BYTES(""), NULL, 0},
};

static void check_rule(const char *why, const dsi_arn_mismatch *mismatch)
{
    const char *part = dsi_arn_part_name(mismatch->part);

    if (mismatch->offset == 2048) {
        ck_assert_str_eq(mismatch->rule, "the ARN has at most 2,048 characters");
    } else if (mismatch->part == DSI_ARN_PREFIX) {
        ck_assert_str_eq(mismatch->rule, "an ARN begins with 'arn:'");
    } else {
        ck_assert_msg(strncmp(mismatch->rule, "the ", 4) == 0 &&
                          strncmp(mismatch->rule + 4, part, strlen(part)) == 0,
                      "%s: '%s' is not about the %s", why, mismatch->rule, part);
    }
}

static void check_mismatch(const mismatch_row *row)
{
    const long_text text = {row->good, row->unit, row->count, row->bad};
    size_t offset = row->good.length + row->count;
    char buffer[LONG_TEXT_MAX];
    dsi_arn_mismatch mismatch;

    ck_assert_msg(!dsi_arn_parse(long_text_make(&text, buffer), row->kind, row->level,
                                 NULL, &mismatch),
                  "%s: accepted", row->why);
    ck_assert_msg(mismatch.part == row->part, "%s: in the %s", row->why,
                  dsi_arn_part_name(mismatch.part));
    ck_assert_msg(mismatch.offset == offset, "%s: at %zu, not %zu", row->why,
                  mismatch.offset, offset);
    check_rule(row->why, &mismatch);
}

START_TEST(general_form)
{
    check_mismatch(&general_mismatches[_i]);
}
END_TEST

START_TEST(model)
{
    check_mismatch(&model_mismatches[_i]);
}
END_TEST

START_TEST(documented)
{
    check_mismatch(&documented_mismatches[_i]);
}
END_TEST

typedef struct length_row {
    const char *why;
    dsi_arn_kind kind;
    dsi_level level;
    long_text text;
    bool accepted;
} length_row;

/*
 * A secret's name is bounded to 512, and its suffix of seven bytes is at the end. So
 * only the end tells a name of 512 from one of 513.
 */
static const length_row lengths[] = {
    {"a name of 1", RDS, DOCUMENTED, {BYTES(R_HEAD), "a", 1, BYTES("")}, true},
    {"a name of 63", RDS, DOCUMENTED, {BYTES(R_HEAD), "a", 63, BYTES("")}, true},
    {"a name of 64", RDS, DOCUMENTED, {BYTES(R_HEAD), "a", 64, BYTES("")}, false},
    {"a name of 64", RDS, MODEL, {BYTES(R_HEAD), "a", 64, BYTES("")}, true},
    {"2,048", RDS, MODEL, {BYTES(R_HEAD), "a", 2005, BYTES("")}, true},
    {"2,049", RDS, MODEL, {BYTES(R_HEAD), "a", 2006, BYTES("")}, false},
    {"a name of 1",
     SECRET,
     DOCUMENTED,
     {BYTES(S_HEAD), "s", 1, BYTES("-AbCd09")},
     true},
    {"a name of 512",
     SECRET,
     DOCUMENTED,
     {BYTES(S_HEAD), "s", 512, BYTES("-AbCd09")},
     true},
    {"a name of 513",
     SECRET,
     DOCUMENTED,
     {BYTES(S_HEAD), "s", 513, BYTES("-AbCd09")},
     false},
    {"a name of 513", SECRET, MODEL, {BYTES(S_HEAD), "s", 513, BYTES("-AbCd09")}, true},
    {"2,048", SECRET, MODEL, {BYTES(S_HEAD), "s", 1995, BYTES("")}, true},
    {"2,049", SECRET, MODEL, {BYTES(S_HEAD), "s", 1996, BYTES("")}, false},
    {"2,049, any", ANY, MODEL, {BYTES(S_HEAD), "s", 1996, BYTES("")}, true},
    {"4,000, any", ANY, DOCUMENTED, {BYTES("arn:a:b:::"), "c", 3990, BYTES("")}, true},
};

START_TEST(longest)
{
    const length_row *row = &lengths[_i];
    char buffer[LONG_TEXT_MAX];
    dsi_string text = long_text_make(&row->text, buffer);

    ck_assert_msg(dsi_arn_parse(text, row->kind, row->level, NULL, NULL) ==
                      row->accepted,
                  "%s, level %d: not %d", row->why, (int)row->level, row->accepted);
}
END_TEST

SUITE(arn_mismatch)
{
    Suite *suite = suite_create("ARN mismatches");

    add_rows(suite, "general form", general_form, COUNT(general_mismatches));
    add_rows(suite, "model", model, COUNT(model_mismatches));
    add_rows(suite, "documented", documented, COUNT(documented_mismatches));
    add_rows(suite, "lengths", longest, COUNT(lengths));
    return suite;
}
