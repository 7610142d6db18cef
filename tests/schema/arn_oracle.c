/*
 * tests/schema/arn_oracle.c - the published patterns of ARNs as POSIX expressions, and
 * walks by hand that find the offset of a mismatch.
 */
#include "tests/schema/arn_oracle.h"

#include "tests/model/model.h"

#include <check.h>
#include <string.h>

#define EXPRESSION_MAX 512

/* The documented grammars. They do not bound the length of the name. */
#define KNOWN_PARTITION "aws(-cn|-us-gov|-iso|-iso-b|-iso-e|-iso-f|-eusc)?"
#define KNOWN_REGION "[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}"

static const char *grammar_pattern(dsi_arn_grammar grammar)
{
    switch (grammar) {
    case DSI_GRAMMAR_RDS_CLUSTER:
        return model_shape_named("RdsDataApiConfigResourceArn")->rules->pattern;
    case DSI_GRAMMAR_SECRET:
        return model_shape_named("RdsDataApiConfigSecretArn")->rules->pattern;
    case DSI_GRAMMAR_RDS_CLUSTER_DOCUMENTED:
        return "^arn:" KNOWN_PARTITION ":rds:" KNOWN_REGION
               ":\\d{12}:cluster:[a-z](-?[a-z0-9])*$";
    case DSI_GRAMMAR_SECRET_DOCUMENTED:
        return "^arn:" KNOWN_PARTITION ":secretsmanager:" KNOWN_REGION
               ":\\d{12}:secret:[0-9A-Za-z_/+=.@!-]+-[0-9A-Za-z]{6}$";
    case DSI_GRAMMAR_ANY:
    default:
        return "^arn:[^:]+:[^:]+:[^:]*:[^:]*:.+$";
    }
}

arn_oracle arn_oracle_open(dsi_arn_grammar grammar)
{
    arn_oracle oracle = {.grammar = grammar};
    char expression[EXPRESSION_MAX];

    model_posix_pattern(grammar_pattern(grammar), expression);
    ck_assert_int_eq(regcomp(&oracle.expression, expression, REG_EXTENDED | REG_NOSUB),
                     0);
    return oracle;
}

void arn_oracle_close(arn_oracle *oracle)
{
    regfree(&oracle->expression);
}

bool arn_oracle_match(const arn_oracle *oracle, dsi_string text)
{
    char terminated[EXPRESSION_MAX];

    if (memchr(text.data, '\0', text.length) != NULL) {
        return false; /* no language has NUL, and regexec would stop at it */
    }
    ck_assert_uint_lt(text.length, sizeof terminated);
    memcpy(terminated, text.data, text.length);
    terminated[text.length] = '\0';
    return regexec(&oracle->expression, terminated, 0, NULL, 0) == 0;
}

/* A piece of a pattern: a word, or `count` bytes of a set (0: any number of them). */
typedef struct piece {
    const char *word;
    const char *set;
    size_t count;
} piece;

#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define UPPER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGIT "0123456789"
#define ACCOUNT DIGIT, 12

/*
 * No set contains the first byte of the word after it. So a set can take every byte
 * that it contains, and a walk never has to go back.
 */
static const piece cluster_pieces[] = {
    {"arn:", NULL, 0},      {NULL, LOWER "-", 0},
    {":rds:", NULL, 0},     {NULL, LOWER DIGIT "-", 0},
    {":", NULL, 0},         {NULL, ACCOUNT},
    {":cluster:", NULL, 0}, {NULL, DIGIT UPPER LOWER "_/-", 0},
    {NULL, NULL, 0}};
static const piece secret_pieces[] = {{"arn:", NULL, 0},
                                      {NULL, LOWER "-", 0},
                                      {":secretsmanager:", NULL, 0},
                                      {NULL, LOWER DIGIT "-", 0},
                                      {":", NULL, 0},
                                      {NULL, ACCOUNT},
                                      {":secret:", NULL, 0},
                                      {NULL, DIGIT UPPER LOWER "_/+=.@!-", 0},
                                      {NULL, NULL, 0}};

static bool is_in(const char *set, char byte)
{
    return byte != '\0' && strchr(set, byte) != NULL;
}

/* The number of bytes that this piece matches at the start of `rest`. */
static size_t piece_reach(const piece *part, const char *rest, size_t length)
{
    size_t i = 0;

    if (part->word != NULL) {
        while (i < length && part->word[i] != '\0' && rest[i] == part->word[i]) {
            i++;
        }
        return i;
    }
    while (i < length && (part->count == 0 || i < part->count) &&
           is_in(part->set, rest[i])) {
        i++;
    }
    return i;
}

static bool piece_is_whole(const piece *part, size_t reach)
{
    return part->word != NULL ? part->word[reach] == '\0'
                              : part->count == 0 || reach == part->count;
}

size_t arn_oracle_reach(dsi_arn_grammar grammar, dsi_string text)
{
    const piece *part = grammar == DSI_GRAMMAR_SECRET ? secret_pieces : cluster_pieces;
    size_t offset = 0;
    size_t taken;

    for (; part->word != NULL || part->set != NULL; part++) {
        taken = piece_reach(part, text.data + offset, text.length - offset);
        offset += taken;
        if (!piece_is_whole(part, taken)) {
            break;
        }
    }
    return offset;
}
