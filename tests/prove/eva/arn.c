/* dsi_arn_match, and the ARN code that stands on it: any text, kind and level. */
#include "schema/arn.h"
#include "tests/prove/eva/eva.h"

static dsi_arn arn;
static dsi_arn_fault fault;

int main(void)
{
    if (eva_length > EVA_SIZE || eva_number < 0 || eva_number > DSI_ARN_SECRET ||
        eva_flag < 0 || eva_flag > DSI_LEVEL_AGREEMENT) {
        return 0;
    }
    return dsi_arn_parse((dsi_string){.data = eva_bytes, .length = eva_length},
                         (dsi_arn_kind)eva_number, (dsi_level)eva_flag, &arn, &fault);
}
