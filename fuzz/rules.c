/*
 * fuzz/rules.c - a second account of validation.
 *
 * It fills a request with one text, and goes through its members in the model's order.
 * Each rule that the text breaks must be the next violation in dsi's report, and at the
 * end the report must be used up.
 */
#include "fuzz/rules.h"

#include "fuzz/language.h"
#include "tests/count.h"
#include "tests/model/value.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define VIOLATIONS_MAX 64

/* dsi's report, of which `next` violations have been compared. */
typedef struct reading {
    dsi_violation items[VIOLATIONS_MAX];
    dsi_violations report;
    size_t next;
    char path[DSI_VIOLATION_PATH_MAX];
    dsi_string value;
} reading;

static void expect(reading *self, dsi_violation expected)
{
    const dsi_violation *found = &self->items[self->next++];

    fuzz_hold(self->next <= VIOLATIONS_MAX, "VIOLATIONS_MAX is large enough");
    fuzz_hold(self->next <= self->report.count, "a request's violation is reported");
    fuzz_hold(found->code == expected.code && found->level == expected.level,
              "a violation has its code and level");
    fuzz_hold(strcmp(found->path, self->path) == 0, "a violation has its path");
    fuzz_hold(dsi_string_equal(found->value, expected.code == DSI_E_REQUIRED
                                                 ? dsi_str(NULL)
                                                 : self->value),
              "a violation has its value");
    fuzz_hold(found->offset == expected.offset, "a violation has its offset");
    fuzz_hold(found->minimum == expected.minimum &&
                  found->maximum == expected.maximum &&
                  found->actual == expected.actual,
              "a violation has its bounds");
    fuzz_hold(expected.rule == NULL || strcmp(found->rule, expected.rule) == 0,
              "a violation has its pattern");
}

static bool expect_length(reading *self, size_t minimum, size_t maximum,
                          dsi_level level)
{
    size_t scalars = 0;

    for (size_t i = 0; i < self->value.length; i++) {
        scalars += ((unsigned char)self->value.data[i] & 0xc0) != 0x80 ? 1 : 0;
    }
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

static bool expect_language(reading *self, const language *row, const char *rule)
{
    bool matches = language_matches(row, self->value);

    if (!matches) {
        expect(self, (dsi_violation){.code = DSI_E_PATTERN,
                                     .level = row->level,
                                     .offset = language_offset(row, self->value),
                                     .rule = rule});
    }
    return matches;
}

/*
 * The pattern is ECMA-262's. It and PCRE2 disagree on three characters: only one of
 * them calls each white space. So each is replaced by a character of the same length on
 * which both agree.
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

/* Expects what a pattern about characters says. */
static bool expect_pattern(reading *self, const char *pattern)
{
    const pcre2_code *code = pattern_kept(pattern);
    char *copy = fuzz_memory(self->value.length);
    dsi_string text = to_pcre2(self->value, copy);
    bool matches = pattern_matches(code, text);

    if (!matches) {
        expect(self, (dsi_violation){.code = DSI_E_PATTERN,
                                     .offset = pattern_reach(code, text),
                                     .rule = pattern});
    }
    free(copy);
    return matches;
}

/* Expects what the model says of a well-formed text. True if it breaks no rule. */
static bool expect_rules(reading *self, const model_shape *shape)
{
    const model_rules *rules = shape->rules;
    const language *row = language_of(shape, DSI_LEVEL_MODEL);
    bool good = expect_length(self, rules->minimum, rules->maximum, DSI_LEVEL_MODEL);

    if (rules->mismatch == DSI_E_DOT_SEGMENT &&
        (dsi_string_equal(self->value, dsi_str(".")) ||
         dsi_string_equal(self->value, dsi_str("..")))) {
        expect(self, (dsi_violation){.code = DSI_E_DOT_SEGMENT});
        good = false;
    }
    if (row != NULL) {
        return expect_language(self, row, row->pattern) && good;
    }
    return (rules->pattern == NULL || expect_pattern(self, rules->pattern)) && good;
}

static void expect_string(reading *self, const model_shape *shape)
{
    const language *row = language_of(shape, DSI_LEVEL_DOCUMENTED);
    size_t offset = pattern_well_formed(self->value);

    if (offset < self->value.length) {
        expect(self, (dsi_violation){.code = DSI_E_ILL_FORMED, .offset = offset});
        return; /* ill-formed text breaks that one rule only */
    }
    if (shape->rules == NULL || !expect_rules(self, shape)) {
        return;
    }
    if (shape->rules->documented_maximum > 0) {
        (void)expect_length(self, 0, shape->rules->documented_maximum,
                            DSI_LEVEL_DOCUMENTED);
    }
    if (row != NULL) {
        (void)expect_language(self, row, NULL);
    }
}

/* Every string is set to the text; no other member is set. */
static void expect_members(reading *self, const model_shape *shape)
{
    size_t length = strlen(self->path);

    for (const model_member *member = shape->members; member->name != NULL; member++) {
        (void)snprintf(self->path + length, sizeof self->path - length, "/%s",
                       member->name);
        if (member->shape->kind == MODEL_STRUCT) {
            expect_members(self, member->shape);
        } else if (member->shape->kind == MODEL_STRING) {
            expect_string(self, member->shape);
        } else if (member->required) {
            expect(self, (dsi_violation){.code = DSI_E_REQUIRED});
        }
        self->path[length] = '\0';
    }
}

/* Makes a structure and those in it, with the text in every string. */
static void *fill(const model_shape *shape, dsi_string text)
{
    char *object = memset(fuzz_memory(shape->size), 0, shape->size);

    for (const model_member *member = shape->members; member->name != NULL; member++) {
        if (member->shape->kind == MODEL_STRUCT) {
            void *inner = fill(member->shape, text);

            memcpy(object + member->offset, &inner, sizeof inner);
        } else if (member->shape->kind == MODEL_STRING) {
            memcpy(object + member->offset, &text, sizeof text);
        }
    }
    return object;
}

static void free_filled(const model_shape *shape, void *object)
{
    for (const model_member *member = shape->members; member->name != NULL; member++) {
        if (member->shape->kind == MODEL_STRUCT) {
            free_filled(member->shape, (void *)value_get(member, object));
        }
    }
    free(object);
}

void rules_check(const dsi_message *message, dsi_string text)
{
    model_message account = model_of(message);
    void *request = fill(account.shape, text);
    static reading self;

    self.next = 0;
    self.value = text;
    self.report = (dsi_violations){.items = self.items,
                                   .capacity = COUNT(self.items),
                                   .level = DSI_LEVEL_DOCUMENTED};
    (void)dsi_message_validate(message, request, &self.report);
    expect_members(&self, account.shape);
    fuzz_hold(self.next == self.report.count, "what is good is not reported");
    fuzz_hold(account.typed->validate(request, &self.report) == self.next,
              "typed or not, a request is validated alike");
    free_filled(account.shape, request);
}
