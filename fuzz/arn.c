/*
 * G11: an ARN, and a page's token, is accepted just where PCRE2 running the published
 * pattern accepts it; where it is refused, the offset is the first byte at which
 * nothing can match any more. The input is the text.
 */
#include "fuzz/pattern.h"

#include <stdlib.h>
#include <string.h>

#define LENGTH_MAX 2048u
#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Any ARN is text: UTF-8 as RFC 3629 has it, byte by byte. */
#define MULTI                                                                          \
    "(?<multi>[\\xc2-\\xdf][\\x80-\\xbf]|\\xe0[\\xa0-\\xbf][\\x80-\\xbf]"              \
    "|[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]{2}|\\xed[\\x80-\\x9f][\\x80-\\xbf]"         \
    "|\\xf0[\\x90-\\xbf][\\x80-\\xbf]{2}|[\\xf1-\\xf3][\\x80-\\xbf]{3}"                \
    "|\\xf4[\\x80-\\x8f][\\x80-\\xbf]{2})"
#define PART "([\\x01-9;-\\x7f]|(?&multi))"
#define PARTITION "aws(-cn|-us-gov|-iso|-iso-b|-iso-e|-iso-f|-eusc)?"
#define REGION "[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}"

/*
 * The languages of ARNs. The model's patterns are those that dsi reports; what is only
 * documented is written down here from dsi/arn.h, its resource's greatest length apart.
 */
typedef struct language {
    dsi_arn_kind kind;
    dsi_level level;
    const char *pattern;
    size_t resource_max;
    pcre2_code *code;
} language;

enum { ANY, CLUSTER, SECRET, CLUSTER_DOCUMENTED, SECRET_DOCUMENTED };

static language languages[] = {
    [ANY] = {DSI_ARN_ANY, DSI_LEVEL_MODEL,
             "(?(DEFINE)" MULTI ")^arn:" PART "+:" PART "+:" PART "*:" PART
             "*:([\\x01-\\x7f]|(?&multi))+$",
             SIZE_MAX, NULL},
    [CLUSTER] = {DSI_ARN_RDS_CLUSTER, DSI_LEVEL_MODEL, NULL, SIZE_MAX, NULL},
    [SECRET] = {DSI_ARN_SECRET, DSI_LEVEL_MODEL, NULL, SIZE_MAX, NULL},
    [CLUSTER_DOCUMENTED] = {DSI_ARN_RDS_CLUSTER, DSI_LEVEL_DOCUMENTED,
                            "^arn:" PARTITION ":rds:" REGION
                            ":\\d{12}:cluster:[a-z](-?[a-z0-9])*$",
                            sizeof "cluster:" - 1 + 63, NULL},
    [SECRET_DOCUMENTED] = {DSI_ARN_SECRET, DSI_LEVEL_DOCUMENTED,
                           "^arn:" PARTITION ":secretsmanager:" REGION
                           ":\\d{12}:secret:[0-9A-Za-z_/+=.@!-]+-[0-9A-Za-z]{6}$",
                           sizeof "secret:" - 1 + 512 + sizeof "-XXXXXX" - 1, NULL}};

static pcre2_code *token_pattern;

/* The pattern that a violation of the model at this path reports. */
static const char *reported(const dsi_violations *report, const char *path)
{
    for (size_t i = 0; i < report->count; i++) {
        if (report->items[i].code == DSI_E_PATTERN &&
            strcmp(report->items[i].path, path) == 0) {
            return report->items[i].rule;
        }
    }
    fuzz_hold(false, "a violation of a pattern reports it");
    return NULL;
}

static void begin(void)
{
    dsi_violation items[8];
    dsi_violations report = {.items = items, .capacity = COUNT(items)};
    dsi_rds_data_api_config config = {.resource_arn = dsi_str(""),
                                      .secret_arn = dsi_str("")};
    dsi_start_request start = {.rds_data_api_config = &config};
    dsi_get_request get = {.next_token = dsi_str("")};

    if (token_pattern != NULL) {
        return;
    }
    (void)dsi_get_request_validate(&get, &report);
    token_pattern = pattern_compile(reported(&report, "/nextToken"), true);
    (void)dsi_start_request_validate(&start, &report);
    languages[CLUSTER].pattern = reported(&report, "/rdsDataApiConfig/resourceArn");
    languages[SECRET].pattern = reported(&report, "/rdsDataApiConfig/secretArn");
    for (size_t i = 0; i < COUNT(languages); i++) {
        languages[i].code = pattern_compile(languages[i].pattern, false);
    }
}

/* ------------------------------------------------------------------------- ARNs */

/* Where the part with this number begins; the length if there is none. */
static size_t part_start(dsi_string text, size_t part)
{
    size_t i = 0;

    for (; i < text.length && part > 0; i++) {
        part -= text.data[i] == ':' ? 1 : 0;
    }
    return i;
}

static size_t smaller(size_t left, size_t right)
{
    return left < right ? left : right;
}

/* The first byte at which nothing can match, or that is over the resource's length. */
static size_t expected_offset(const language *row, dsi_string text)
{
    size_t reach = pattern_reach(row->code, text);
    dsi_string start = {.data = text.data, .length = reach};
    size_t resource = part_start(start, DSI_ARN_RESOURCE);

    return row->resource_max < reach - resource ? resource + row->resource_max : reach;
}

static bool expected_match(const language *row, dsi_string text)
{
    return pattern_matches(row->code, text) &&
           text.length - part_start(text, DSI_ARN_RESOURCE) <= row->resource_max;
}

static void check_parts(dsi_string text, const dsi_arn *arn)
{
    const dsi_string parts[] = {arn->partition, arn->service, arn->region, arn->account,
                                arn->resource};

    for (size_t i = 0; i < COUNT(parts); i++) {
        size_t start = part_start(text, i + 1);
        size_t end = i + 1 < COUNT(parts) ? part_start(text, i + 2) - 1 : text.length;

        fuzz_hold(parts[i].data == text.data + start && parts[i].length == end - start,
                  "an ARN's parts stand between its colons");
    }
}

static void check_fault(dsi_string text, const dsi_arn_fault *fault, size_t offset)
{
    size_t part = 0;

    for (size_t i = 0; i < offset; i++) {
        part += text.data[i] == ':' ? 1 : 0;
    }
    fuzz_hold(fault->offset == offset,
              "a fault is at the first byte that cannot match");
    fuzz_hold(fault->part == smaller(part, DSI_ARN_RESOURCE),
              "a fault is in the part that its offset is in");
    fuzz_hold(fault->rule != NULL && *fault->rule != '\0', "a fault has a rule");
}

static void check_arn(const language *row, dsi_string text, dsi_level level)
{
    bool bounded = row->kind != DSI_ARN_ANY;
    dsi_arn arn;
    dsi_arn_fault fault;

    if (dsi_arn_parse(text, row->kind, level, &arn, &fault)) {
        fuzz_hold(expected_match(row, text) && (!bounded || text.length <= LENGTH_MAX),
                  "what dsi accepts matches");
        check_parts(text, &arn);
    } else {
        size_t offset = expected_offset(row, text);

        fuzz_hold(!expected_match(row, text) || (bounded && text.length > LENGTH_MAX),
                  "what matches dsi accepts");
        check_fault(text, &fault, bounded ? smaller(offset, LENGTH_MAX) : offset);
    }
}

/* --------------------------------------------------------------------- requests */

/* Takes the violations one after the other, as they are expected. */
typedef struct reading {
    dsi_violation items[8];
    dsi_violations report;
    size_t next;
    const char *path;
    dsi_string value;
} reading;

static void expect(reading *self, dsi_violation expected)
{
    const dsi_violation *found = &self->items[self->next++];

    fuzz_hold(self->next <= self->report.count, "a request's fault is reported");
    fuzz_hold(found->code == expected.code && found->level == expected.level,
              "a violation has its code and level");
    fuzz_hold(strcmp(found->path, self->path) == 0, "a violation has its path");
    fuzz_hold(dsi_string_equal(found->value, self->value), "a violation has its value");
    fuzz_hold(found->offset == expected.offset, "a violation has its offset");
    fuzz_hold(found->minimum == expected.minimum &&
                  found->maximum == expected.maximum &&
                  found->actual == expected.actual,
              "a violation has its bounds");
}

static bool expect_length(reading *self, size_t scalars, size_t minimum, size_t maximum,
                          dsi_level level)
{
    if (scalars >= minimum && scalars <= maximum) {
        return true;
    }
    expect(self, (dsi_violation){.code = DSI_E_LENGTH,
                                 .level = level,
                                 .minimum = minimum,
                                 .maximum = maximum,
                                 .actual = scalars});
    return false;
}

static void expect_pattern(reading *self, size_t offset, dsi_level level)
{
    expect(self,
           (dsi_violation){.code = DSI_E_PATTERN, .level = level, .offset = offset});
}

static bool expect_match(reading *self, const language *row)
{
    bool matches = expected_match(row, self->value);

    if (!matches) {
        expect_pattern(self, expected_offset(row, self->value), row->level);
    }
    return matches;
}

/* Of text that is ill-formed nothing else is said. */
static bool expect_text(reading *self)
{
    size_t offset = pattern_well_formed(self->value);

    if (offset < self->value.length) {
        expect(self, (dsi_violation){.code = DSI_E_ILL_FORMED, .offset = offset});
        return false;
    }
    return true;
}

static size_t count_scalars(dsi_string text)
{
    size_t count = 0;

    for (size_t i = 0; i < text.length; i++) {
        count += ((unsigned char)text.data[i] & 0xc0) != 0x80 ? 1 : 0;
    }
    return count;
}

static void expect_arn(reading *self, const char *path, const language *model,
                       const language *documented)
{
    size_t scalars = count_scalars(self->value);
    bool good;

    self->path = path;
    if (!expect_text(self)) {
        return;
    }
    good = expect_length(self, scalars, 20, LENGTH_MAX, DSI_LEVEL_MODEL);
    good = expect_match(self, model) && good;
    if (good) {
        (void)expect_length(self, scalars, 0, 570, DSI_LEVEL_DOCUMENTED);
        (void)expect_match(self, documented);
    }
}

static void check_start(dsi_string text)
{
    dsi_rds_data_api_config config = {
        .resource_arn = text, .secret_arn = text, .database_name = dsi_str("d")};
    dsi_start_request request = {.rds_data_api_config = &config};
    reading self = {.value = text};

    self.report = (dsi_violations){.items = self.items,
                                   .capacity = COUNT(self.items),
                                   .level = DSI_LEVEL_DOCUMENTED};
    (void)dsi_start_request_validate(&request, &self.report);
    expect_arn(&self, "/rdsDataApiConfig/resourceArn", &languages[CLUSTER],
               &languages[CLUSTER_DOCUMENTED]);
    expect_arn(&self, "/rdsDataApiConfig/secretArn", &languages[SECRET],
               &languages[SECRET_DOCUMENTED]);
    fuzz_hold(self.next == self.report.count, "what is good is not reported");
}

/*
 * The pattern is ECMA-262's. Three characters are white space there or for PCRE2 alone:
 * each is replaced by one of the same length about which both agree.
 */
static dsi_string to_pcre2(dsi_string text, char *copy)
{
    static const char pairs[][2][4] = {{"\xef\xbb\xbf", "\xe3\x80\x80"},
                                       {"\xc2\x85", "\xc2\xa1"},
                                       {"\xe1\xa0\x8e", "\xe1\xa0\x8f"}};

    memcpy(copy, text.data, text.length);
    for (size_t i = 0; i < text.length; i++) {
        for (size_t k = 0; k < COUNT(pairs); k++) {
            size_t length = strlen(pairs[k][0]);

            if (length <= text.length - i &&
                memcmp(copy + i, pairs[k][0], length) == 0) {
                memcpy(copy + i, pairs[k][1], length);
            }
        }
    }
    return (dsi_string){.data = copy, .length = text.length};
}

static void expect_id(reading *self)
{
    self->path = "/introspectionId";
    if (expect_text(self)) {
        (void)expect_length(self, count_scalars(self->value), 1, SIZE_MAX,
                            DSI_LEVEL_MODEL);
        if (dsi_string_equal(self->value, dsi_str(".")) ||
            dsi_string_equal(self->value, dsi_str(".."))) {
            expect(self, (dsi_violation){.code = DSI_E_DOT_SEGMENT});
        }
    }
}

static void expect_token(reading *self)
{
    char *copy = fuzz_memory(self->value.length);
    dsi_string text = to_pcre2(self->value, copy);

    self->path = "/nextToken";
    if (expect_text(self)) {
        (void)expect_length(self, count_scalars(text), 1, 65536, DSI_LEVEL_MODEL);
        if (!pattern_matches(token_pattern, text)) {
            expect_pattern(self, pattern_reach(token_pattern, text), DSI_LEVEL_MODEL);
        }
    }
    free(copy);
}

static void check_get(dsi_string text)
{
    dsi_get_request request = {.introspection_id = text, .next_token = text};
    reading self = {.value = text};

    self.report = (dsi_violations){.items = self.items, .capacity = COUNT(self.items)};
    (void)dsi_get_request_validate(&request, &self.report);
    expect_id(&self);
    expect_token(&self);
    fuzz_hold(self.next == self.report.count, "what is good is not reported");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *copy = fuzz_memory(size);
    dsi_string text = {.data = copy, .length = size};

    begin();
    if (size > 0) {
        memcpy(copy, data, size);
    }
    for (size_t i = 0; i < COUNT(languages); i++) {
        check_arn(&languages[i], text, languages[i].level);
    }
    check_arn(&languages[ANY], text, DSI_LEVEL_DOCUMENTED);
    check_arn(&languages[CLUSTER_DOCUMENTED], text, DSI_LEVEL_AGREEMENT);
    check_start(text);
    check_get(text);
    free(copy);
    return 0;
}
