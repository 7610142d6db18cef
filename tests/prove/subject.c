/* tests/prove/subject.c - the table of languages, and a check that it is complete. */
#include "tests/prove/subject.h"

#include <stdio.h>

#include "schema/arn/arn.h"
#include "schema/label.h"
#include "schema/operation.h"
#include "schema/service_error.h"
#include "schema/text/utf8.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define BYTES(literal)                                                                 \
    {                                                                                  \
        .data = (literal), .length = sizeof(literal) - 1                               \
    }

/* ------------------------------------------- the library's functions as rules */

static bool match_any(dsi_string value, dsi_level level, dsi_mismatch *mismatch)
{
    (void)mismatch;
    return dsi_arn_parse(value, DSI_ARN_ANY, level, NULL, NULL);
}

/*
 * Matches without lengths, because schema/arn/arn.c checks them outside the automaton.
 */
static bool match_cluster(dsi_string value, dsi_level level, dsi_mismatch *mismatch)
{
    (void)level;
    return dsi_arn_match(DSI_GRAMMAR_RDS_CLUSTER_DOCUMENTED, value, &mismatch->offset);
}

static bool match_secret(dsi_string value, dsi_level level, dsi_mismatch *mismatch)
{
    (void)level;
    return dsi_arn_match(DSI_GRAMMAR_SECRET_DOCUMENTED, value, &mismatch->offset);
}

static bool match_utf8(dsi_string value, dsi_level level, dsi_mismatch *mismatch)
{
    size_t scalars;

    (void)level;
    return dsi_utf8_scan(value, &scalars, &mismatch->offset);
}

/* ------------------------------------------------------------------------ the table */

/* RFC 3629, section 4: UTF8-2, UTF8-3 and UTF8-4, and UTF8-1 without NUL. */
#define TAIL "[\x80-\xbf]"
#define MULTI                                                                          \
    "[\xc2-\xdf]" TAIL "|\xe0[\xa0-\xbf]" TAIL "|[\xe1-\xec]" TAIL "{2}"               \
    "|\xed[\x80-\x9f]" TAIL "|[\xee-\xef]" TAIL "{2}"                                  \
    "|\xf0[\x90-\xbf]" TAIL "{2}|[\xf1-\xf3]" TAIL "{3}|\xf4[\x80-\x8f]" TAIL "{2}"
#define CHARACTER "([\x01-\x7f]|" MULTI ")"
#define NO_COLON "([\x01-\x39\x3b-\x7f]|" MULTI ")"
#define OR_NUL(character) "([\0]|" character ")"
#define ANY_BYTE "[^a]|a"

/* ECMA-262: WhiteSpace and LineTerminator. */
#define WHITE_SPACE                                                                    \
    "[\x09-\x0d ]|\xc2\xa0|\xe1\x9a\x80|\xe2\x80[\x80-\x8a]|\xe2\x80\xa8|\xe2\x80\xa9" \
    "|\xe2\x80\xaf|\xe2\x81\x9f|\xe3\x80\x80|\xef\xbb\xbf"

#define PARTITION "aws(-cn|-us-gov|-iso|-iso-b|-iso-e|-iso-f|-eusc)?"
#define REGION "[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}"

const subject subjects[] = {
    {.name = "RdsDataApiConfigResourceArn",
     .expression = BYTES(
         "arn:[a-z-]*:rds:[a-z0-9-]*:[0-9]{12}:cluster:[0-9A-Za-z_/-]*"),
     .match = dsi_match_rds_cluster,
     .machines = {MACHINE_CLUSTER},
     .machine_count = 1},
    {.name = "RdsDataApiConfigSecretArn",
     .expression = BYTES("arn:[a-z-]*:secretsmanager:[a-z0-9-]*:[0-9]{12}:secret:"
                         "[0-9A-Za-z_/+=.@!-]*"),
     .match = dsi_match_secret,
     .machines = {MACHINE_SECRET},
     .machine_count = 1},
    {.name = "documented-cluster",
     .pattern = "^arn:" PARTITION ":rds:" REGION ":\\d{12}:cluster:[a-z](-?[a-z0-9])*$",
     .expression = BYTES("arn:" PARTITION ":rds:" REGION
                         ":[0-9]{12}:cluster:[a-z](-?[a-z0-9])*"),
     .match = match_cluster,
     .machines = {MACHINE_CLUSTER_DOCUMENTED},
     .machine_count = 1},
    {.name = "documented-secret",
     .pattern = "^arn:" PARTITION ":secretsmanager:" REGION
                ":\\d{12}:secret:[0-9A-Za-z_/+=.@!-]+-[0-9A-Za-z]{6}$",
     .expression = BYTES("arn:" PARTITION ":secretsmanager:" REGION
                         ":[0-9]{12}:secret:[0-9A-Za-z_/+=.@!-]+-[0-9A-Za-z]{6}"),
     .match = match_secret,
     .machines = {MACHINE_SECRET_DOCUMENTED},
     .machine_count = 1},
    {.name = "any-arn",
     .pattern = "^arn:[^:\\0]+:[^:\\0]+:[^:\\0]*:[^:\\0]*:[^\\0]+$",
     .unicode = true,
     .expression = BYTES("arn:" NO_COLON "+:" NO_COLON "+:" NO_COLON "*:" NO_COLON
                         "*:" CHARACTER "+"),
     .match = match_any,
     .machines = {MACHINE_ANY},
     .machine_count = 1},
    {.name = "PaginationToken",
     .unicode = true,
     .expression = BYTES(OR_NUL(CHARACTER) "+"),
     .without = BYTES("(" ANY_BYTE ")*(" WHITE_SPACE ")(" ANY_BYTE ")*"),
     .match = dsi_match_pagination_token,
     .after_utf8 = true,
     .not_empty = true,
     .machines = {MACHINE_UTF8, MACHINE_NO_WHITE_SPACE},
     .machine_count = 2},
    {.name = "no-dot-segment", /* RFC 3986, section 5.2.4 */
     .pattern = "^(?!\\.\\.?$)",
     .expression = BYTES("(" ANY_BYTE ")*"),
     .without = BYTES("\\.\\.?"),
     .match = dsi_match_label},
    {.name = "utf8",
     .pattern = "^", /* any text; PCRE2 itself refuses text that is not UTF-8 */
     .unicode = true,
     .expression = BYTES(OR_NUL(CHARACTER) "*"),
     .match = match_utf8,
     .machines = {MACHINE_UTF8},
     .machine_count = 1},
};

const size_t subject_count = COUNT(subjects);

bool subject_match(const subject *self, dsi_string text)
{
    dsi_mismatch mismatch;

    return (!self->after_utf8 || match_utf8(text, DSI_LEVEL_MODEL, &mismatch)) &&
           self->match(text, DSI_LEVEL_MODEL, &mismatch);
}

/* ------------------------------------------------------------- the library's tables */

typedef struct type_list {
    const dsi_type *types[64];
    size_t count;
} type_list;

/* Adds a type and every type that it contains, each once. */
static void list_types(type_list *list, const dsi_type *type)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->types[i] == type) {
            return;
        }
    }
    list->types[list->count++] = type;
    for (size_t i = 0; i < type->member_count; i++) {
        list_types(list, type->members[i].type);
    }
    if (type->element != NULL) {
        list_types(list, type->element);
    }
}

static type_list all_types(void)
{
    type_list list = {.count = 0};

    for (size_t i = 0; dsi_messages[i].name != NULL; i++) {
        const dsi_operation *operation = dsi_messages[i].operation;

        list_types(&list,
                   dsi_messages[i].is_request ? operation->input : operation->output);
    }
    list_types(&list, &dsi_shape_exception);
    list_types(&list, &dsi_shape_error_body);
    list_types(&list, &dsi_shape_error_report);
    return list;
}

static bool has_pattern(const dsi_type *type)
{
    return type->constraint != NULL && type->constraint->pattern != NULL;
}

const char *subject_pattern(const subject *self)
{
    const type_list list = all_types();

    for (size_t i = 0; i < list.count; i++) {
        if (has_pattern(list.types[i]) &&
            strcmp(list.types[i]->name, self->name) == 0) {
            return list.types[i]->constraint->pattern;
        }
    }
    return self->pattern;
}

static bool has_subject(const dsi_type *type)
{
    for (size_t i = 0; i < subject_count; i++) {
        if (strcmp(subjects[i].name, type->name) == 0) {
            return subjects[i].match == type->constraint->match;
        }
    }
    return false;
}

bool subjects_are_complete(void)
{
    const type_list list = all_types();
    bool complete = true;

    for (size_t i = 0; i < list.count; i++) {
        if (has_pattern(list.types[i]) && !has_subject(list.types[i])) {
            printf("%s: no proof has its pattern, or its rule\n", list.types[i]->name);
            complete = false;
        }
    }
    return complete;
}
