/*
 * fuzz/language.c - the languages of ARNs as patterns for PCRE2.
 *
 * The patterns are about bytes, so their offsets are dsi's offsets. PCRE2 knows nothing
 * of dsi's automata, which makes it an independent judge.
 */
#include "fuzz/language.h"

#include <string.h>

/* An ARN of any kind is UTF-8, spelled out byte by byte as in RFC 3629. */
#define MULTI                                                                          \
    "(?<multi>[\\xc2-\\xdf][\\x80-\\xbf]|\\xe0[\\xa0-\\xbf][\\x80-\\xbf]"              \
    "|[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]{2}|\\xed[\\x80-\\x9f][\\x80-\\xbf]"         \
    "|\\xf0[\\x90-\\xbf][\\x80-\\xbf]{2}|[\\xf1-\\xf3][\\x80-\\xbf]{3}"                \
    "|\\xf4[\\x80-\\x8f][\\x80-\\xbf]{2})"
#define PART "([\\x01-9;-\\x7f]|(?&multi))"
#define PARTITION "aws(-cn|-us-gov|-iso|-iso-b|-iso-e|-iso-f|-eusc)?"
#define REGION "[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}"

#define CLUSTER "RdsDataApiConfigResourceArn"
#define SECRET "RdsDataApiConfigSecretArn"

language languages[LANGUAGES] = {
    {DSI_ARN_ANY, DSI_LEVEL_MODEL, NULL,
     "(?(DEFINE)" MULTI ")^arn:" PART "+:" PART "+:" PART "*:" PART
     "*:([\\x01-\\x7f]|(?&multi))+$",
     SIZE_MAX, NULL},
    {DSI_ARN_RDS_CLUSTER, DSI_LEVEL_MODEL, CLUSTER, NULL, SIZE_MAX, NULL},
    {DSI_ARN_SECRET, DSI_LEVEL_MODEL, SECRET, NULL, SIZE_MAX, NULL},
    {DSI_ARN_RDS_CLUSTER, DSI_LEVEL_DOCUMENTED, CLUSTER,
     "^arn:" PARTITION ":rds:" REGION ":\\d{12}:cluster:[a-z](-?[a-z0-9])*$",
     sizeof "cluster:" - 1 + 63, NULL},
    {DSI_ARN_SECRET, DSI_LEVEL_DOCUMENTED, SECRET,
     "^arn:" PARTITION ":secretsmanager:" REGION
     ":\\d{12}:secret:[0-9A-Za-z_/+=.@!-]+-[0-9A-Za-z]{6}$",
     sizeof "secret:" - 1 + 512 + sizeof "-XXXXXX" - 1, NULL}};

/* The first row is compiled last, so its code says that all rows are compiled. */
void language_begin(void)
{
    for (size_t i = 0; languages[0].code == NULL && i < LANGUAGES; i++) {
        language *row = &languages[LANGUAGES - 1 - i];

        if (row->pattern == NULL) {
            row->pattern = model_shape_named(row->shape)->rules->pattern;
        }
        row->code = pattern_compile(row->pattern, false);
    }
}

const language *language_of(const model_shape *shape, dsi_level level)
{
    for (size_t i = 0; i < LANGUAGES; i++) {
        if (languages[i].shape != NULL && languages[i].level == level &&
            strcmp(languages[i].shape, shape->name) == 0) {
            return &languages[i];
        }
    }
    return NULL;
}

size_t language_part(dsi_string text, size_t part)
{
    size_t i = 0;

    for (; i < text.length && part > 0; i++) {
        part -= text.data[i] == ':' ? 1 : 0;
    }
    return i;
}

/* The resource's length is a rule beside the pattern; the earlier place counts. */
size_t language_offset(const language *row, dsi_string text)
{
    size_t reach = pattern_reach(row->code, text);
    dsi_string start = {.data = text.data, .length = reach};
    size_t resource = language_part(start, DSI_ARN_RESOURCE);

    return row->resource_max < reach - resource ? resource + row->resource_max : reach;
}

bool language_matches(const language *row, dsi_string text)
{
    return pattern_matches(row->code, text) &&
           text.length - language_part(text, DSI_ARN_RESOURCE) <= row->resource_max;
}
