/* Validation takes linear time, and so do ARNs, targets and headers. */
#include <stdlib.h>
#include <string.h>

#include "tests/support.h"
#include "tests/work/work.h"

#define CLUSTER "arn:aws:rds:us-east-1:123456789012:cluster:"
#define SECRET "arn:aws:secretsmanager:us-east-1:123456789012:secret:"
#define TARGET "/v1/datasources/introspections/"

/* A text that `use` gets, and the result that it must return. */
typedef struct check_row {
    const char *name;
    size_t (*use)(dsi_string text);
    const char *before;
    const char *unit;
    const char *after;
    size_t expected;
} check_row;

/* ------------------------------------------------------------------------- requests */

static size_t validate(const dsi_rds_data_api_config *config)
{
    dsi_start_request request = {.rds_data_api_config = config};
    dsi_violation items[8];
    dsi_violations report = {
        .items = items, .capacity = COUNT(items), .level = DSI_LEVEL_AGREEMENT};
    char words[8 * DSI_VIOLATION_TEXT_MAX];
    size_t count = dsi_start_request_validate(&request, &report);

    (void)dsi_violations_describe(&report, words, sizeof words);
    return count;
}

static size_t as_cluster(dsi_string text)
{
    return validate(
        &(dsi_rds_data_api_config){.resource_arn = text,
                                   .secret_arn = TEXT_ROW(SECRET "a-AbCdEf"),
                                   .database_name = TEXT_ROW("d")});
}

static size_t as_secret(dsi_string text)
{
    return validate(&(dsi_rds_data_api_config){.resource_arn = TEXT_ROW(CLUSTER "a"),
                                               .secret_arn = text,
                                               .database_name = TEXT_ROW("d")});
}

static size_t as_database(dsi_string text)
{
    return validate(
        &(dsi_rds_data_api_config){.resource_arn = TEXT_ROW(CLUSTER "a"),
                                   .secret_arn = TEXT_ROW(SECRET "a-AbCdEf"),
                                   .database_name = text});
}

static size_t as_token(dsi_string text)
{
    dsi_get_request request = {.introspection_id = text, .next_token = text};
    dsi_violation items[8];
    dsi_violations report = {.items = items, .capacity = COUNT(items)};

    return dsi_get_request_validate(&request, &report) > 0 ? 1 : 0;
}

static size_t as_arn(dsi_string text)
{
    dsi_arn arn;
    dsi_arn_mismatch mismatch;
    size_t found = 0;

    for (dsi_arn_kind kind = DSI_ARN_ANY; kind <= DSI_ARN_SECRET; kind++) {
        for (dsi_level level = DSI_LEVEL_MODEL; level <= DSI_LEVEL_DOCUMENTED;
             level++) {
            found += dsi_arn_parse(text, kind, level, &arn, &mismatch);
        }
    }
    return found;
}

/* -------------------------------------------------------------------------- targets */

static size_t parse_as(dsi_string text, bool strict)
{
    dsi_decode_options options = {.strict = strict};
    char *buffer = malloc(text.length + 1);
    dsi_get_request request;
    dsi_error error;

    (void)dsi_get_request_target_decode(text, buffer, text.length, &options, &request,
                                        &error);
    free(buffer);
    return error.code;
}

static size_t parse(dsi_string text)
{
    return parse_as(text, false);
}

static size_t parse_strict(dsi_string text)
{
    return parse_as(text, true);
}

/* The code of the error, if building failed. */
static size_t build(dsi_string text)
{
    dsi_get_request request = {.introspection_id = text, .next_token = text};
    size_t room = DSI_GET_TARGET_MAX(text.length, text.length);
    char *target = malloc(room);
    dsi_error error;

    (void)dsi_get_request_target_encode(&request, target, room, &error);
    free(target);
    return error.code;
}

/* -------------------------------------------------------------------------- headers */

/* A header for every 32 bytes of the text. */
static size_t read_headers(dsi_string text)
{
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    size_t count = text.length / 32;
    dsi_header *headers = malloc(count * sizeof *headers);
    dsi_received_head head = {.status = 400, .headers = headers, .header_count = count};
    dsi_error error;

    for (size_t i = 0; i < count; i++) {
        headers[i] = (dsi_header){TEXT_ROW("x-amzn-requestiD-"), TEXT_ROW("v")};
    }
    (void)dsi_start_answer_begin(block, sizeof block, &head, NULL, &error);
    free(headers);
    return error.code;
}

static const check_row rows[] = {
    {"a cluster, too long", as_cluster, CLUSTER, "a", "", 1},
    {"a cluster whose first byte is bad", as_cluster, "!" CLUSTER, "a", "", 2},
    {"a cluster whose last byte is bad", as_cluster, CLUSTER, "a", "!", 2},
    {"a cluster of colons", as_cluster, CLUSTER, ":", "", 2},
    {"a cluster whose partition does not end", as_cluster, "arn:", "a-", "", 2},
    {"a cluster whose account does not end", as_cluster, "arn:aws:rds:us-east-1:", "1",
     "", 2},
    {"a secret, too long", as_secret, SECRET, "a-AbCdEf", "", 1},
    {"a secret of hyphens", as_secret, SECRET, "-", "", 1},
    {"a secret whose first byte is bad", as_secret, "!" SECRET, "a", "", 2},
    {"a secret whose last byte is bad", as_secret, SECRET, "a-AbCd", "#", 2},
    {"a secret that is not UTF-8 at its end", as_secret, SECRET, "a", "\xff", 1},
    {"a database, too long", as_database, "", "\xe6\xbc\xa2", "", 1},
    {"a database that is not UTF-8 at its end", as_database, "", "a", "\xf0\x9f\x91",
     1},
    {"a token", as_token, "", "t", "", 0},
    {"a token of characters that resemble white space", as_token, "", "\xe2\x80\xb0",
     "", 0},
    {"a token that ends with a blank", as_token, "", "t", " ", 1},
    {"any ARN, as all kinds", as_arn, "arn:p:s:r:a:", "x", "", 2},
    {"any ARN of many bytes a character", as_arn, "arn:p:s:r:a:", "\xf0\x9f\x91\x8d",
     "", 2},
    {"no ARN, of colons", as_arn, "", ":", "", 0},
    {"a cluster's ARN, as all kinds", as_arn, CLUSTER, "a-", "a", 2},
    {"a secret's ARN, as all kinds", as_arn, SECRET, "a-AbCd", "-AbCdEf", 2},

    {"a target with a long id", parse, TARGET, "a", "", DSI_OK},
    {"a target of escapes", parse, TARGET, "%E6%BC%A2", "", DSI_OK},
    {"a target of escapes that are not UTF-8 at their end", parse, TARGET, "%E6%BC%A2",
     "%FF", DSI_E_UTF8},
    {"a target with half an escape at its end", parse, TARGET, "%41", "%4",
     DSI_E_ESCAPE},
    {"a target with a bad byte at its end", parse, TARGET "7?nextToken=", "a", "\"",
     DSI_E_SYNTAX},
    {"a target with a long token", parse, TARGET "7?nextToken=", "%2F", "", DSI_OK},
    {"a target with unknown parameters", parse, TARGET "7?", "a=b&", "", DSI_OK},
    {"a target with empty parameters", parse, TARGET "7?", "&", "", DSI_OK},
    {"a target with a parameter that is repeated", parse, TARGET "7?", "nextToken=a&",
     "", DSI_OK},
    {"a target with names that begin like known ones", parse, TARGET "7?",
     "nextTokeN=a&maxResultS=1&", "", DSI_OK},
    {"a target with a long unknown name", parse, TARGET "7?", "%61", "=1", DSI_OK},
    {"a target with a long unknown name, refused", parse_strict, TARGET "7?", "a", "=1",
     DSI_E_UNKNOWN_MEMBER},
    {"a target with a long integer", parse, TARGET "7?maxResults=", "1", "",
     DSI_E_INTEGER_RANGE},
    {"a target of many segments", parse, TARGET, "a/", "", DSI_E_ROUTE},
    {"a target of another operation", parse, "/v2", "/a", "", DSI_E_ROUTE},
    {"a target is built", build, "", "a", "", DSI_OK},
    {"a target of escapes is built", build, "", "/", "", DSI_OK},
    {"a target is not built: the id is not UTF-8 at its end", build, "", "a", "\xff",
     DSI_E_UTF8},

    {"headers", read_headers, "", "h", "", DSI_OK},
};

static work_done run(const void *context, size_t size)
{
    const check_row *row = context;
    dsi_string text = work_text(row->before, row->unit, row->after, size);
    work_done done = {.bytes = text.length};
    size_t got;

    work_begin();
    got = row->use(text);
    done.work = work_end();
    ck_assert_msg(got == row->expected, "%s: %zu", row->name, got);
    free((char *)text.data);
    return done;
}

START_TEST(checking)
{
    static const work most = {.steps = 60, .touched = 16};

    work_check(rows[_i].name, run, &rows[_i], &most);
}
END_TEST

SUITE(check)
{
    Suite *suite = suite_create("work of checking");

    add_rows(suite, "checking", checking, COUNT(rows));
    return suite;
}
