/* dsi_arn_match, and the ARN code that stands on it: any text, kind and level. */
#include "schema/arn.h"
#include "tests/prove/eva/eva.h"

static int kind;
static int level;
static dsi_arn arn;
static dsi_arn_fault fault;

static bool parse(dsi_string text)
{
    return dsi_arn_parse(text, (dsi_arn_kind)kind, (dsi_level)level, &arn, &fault);
}

int main(void)
{
    if (eva_length > EVA_SIZE || kind < DSI_ARN_ANY || kind > DSI_ARN_SECRET ||
        level < DSI_LEVEL_MODEL || level > DSI_LEVEL_AGREEMENT) {
        return 0;
    }
    return parse(dsi_str(NULL)) ||
           parse((dsi_string){.data = eva_bytes, .length = eva_length});
}
