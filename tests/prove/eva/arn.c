/*
 * tests/prove/eva/arn.c - dsi_arn_match and the ARN code above it, for any text, kind
 * and level.
 */
#include "schema/arn/arn.h"
#include "tests/prove/eva/eva.h"

static int kind;
static int level;
static dsi_arn arn;
static dsi_arn_mismatch mismatch;

static void parse(dsi_string text)
{
    if (kind >= DSI_ARN_ANY && kind <= DSI_ARN_SECRET && level >= DSI_LEVEL_MODEL &&
        level <= DSI_LEVEL_AGREEMENT) {
        (void)dsi_arn_parse(text, (dsi_arn_kind)kind, (dsi_level)level, &arn,
                            &mismatch);
    }
}

static void eva_text(char *bytes, size_t length)
{
    parse((dsi_string){.data = bytes, .length = length});
}

int main(void)
{
    parse(dsi_str(NULL));
    eva_each();
    return 0;
}
