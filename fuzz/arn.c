/*
 * fuzz/arn.c - G11: dsi accepts an ARN, and any string of a request, exactly if PCRE2
 * accepts it with the published pattern. The offset of a mismatch is the first byte at
 * which nothing can match any more. The input is the text.
 */
#include "fuzz/fuzz.h"
#include "fuzz/language.h"
#include "fuzz/rules.h"

#include <stdlib.h>
#include <string.h>

#define LENGTH_MAX 2048u

static size_t smaller(size_t left, size_t right)
{
    return left < right ? left : right;
}

static void check_parts(dsi_string text, const dsi_arn *arn)
{
    const dsi_string parts[] = {arn->partition, arn->service, arn->region, arn->account,
                                arn->resource};

    for (size_t i = 0; i < COUNT(parts); i++) {
        size_t start = language_part(text, i + 1);
        size_t end = i + 1 < COUNT(parts) ? language_part(text, i + 2) - 1
                                          : text.length;

        fuzz_hold(parts[i].data == text.data + start && parts[i].length == end - start,
                  "an ARN's parts stand between its colons");
    }
}

static void check_mismatch(dsi_string text, const dsi_arn_mismatch *mismatch,
                           size_t offset)
{
    size_t part = 0;

    for (size_t i = 0; i < offset; i++) {
        part += text.data[i] == ':' ? 1 : 0;
    }
    fuzz_hold(mismatch->offset == offset,
              "a mismatch is at the first byte that cannot match");
    fuzz_hold(mismatch->part == smaller(part, DSI_ARN_RESOURCE),
              "a mismatch is in the part that its offset is in");
    fuzz_hold(mismatch->rule != NULL && *mismatch->rule != '\0',
              "a mismatch has a rule");
}

/* An ARN of a certain kind has a maximum length, which the patterns do not say. */
static void check_arn(const language *row, dsi_string text, dsi_level level)
{
    bool bounded = row->kind != DSI_ARN_ANY;
    dsi_arn arn;
    dsi_arn_mismatch mismatch;

    if (dsi_arn_parse(text, row->kind, level, &arn, &mismatch)) {
        fuzz_hold(language_matches(row, text) &&
                      (!bounded || text.length <= LENGTH_MAX),
                  "what dsi accepts matches");
        check_parts(text, &arn);
    } else {
        size_t offset = language_offset(row, text);

        fuzz_hold(!language_matches(row, text) || (bounded && text.length > LENGTH_MAX),
                  "what matches dsi accepts");
        check_mismatch(text, &mismatch, bounded ? smaller(offset, LENGTH_MAX) : offset);
    }
}

/*
 * Checks the levels at which the language counts. The documented rules count for
 * agreement as well. An ARN of any kind has the same language at every level.
 */
static void check_levels(const language *row, dsi_string text)
{
    for (dsi_level level = DSI_LEVEL_MODEL; level <= DSI_LEVEL_AGREEMENT; level++) {
        if (row->kind == DSI_ARN_ANY ||
            (row->level == DSI_LEVEL_MODEL) == (level == DSI_LEVEL_MODEL)) {
            check_arn(row, text, level);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *copy = fuzz_memory(size);
    dsi_string text = {.data = copy, .length = size};

    language_begin();
    if (size > 0) {
        memcpy(copy, data, size);
    }
    for (size_t i = 0; i < LANGUAGES; i++) {
        check_levels(&languages[i], text);
    }
    for (size_t i = 0; dsi_message_at(i) != NULL; i++) {
        if (dsi_message_is_request(dsi_message_at(i))) {
            rules_check(dsi_message_at(i), text);
        }
    }
    free(copy);
    return 0;
}
