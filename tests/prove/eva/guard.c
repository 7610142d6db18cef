/*
 * dsi_guard_scan: any chunk under any limits and in any state, even one that no message
 * leads to. So one call stands for every row of chunks, however long.
 */
#include "codec/guard.h"
#include "tests/prove/eva/eva.h"

static dsi_guard guard;
static dsi_limits limits;

int main(void)
{
    dsi_scan scan;

    if (eva_length > EVA_SIZE) {
        return 0;
    }
    if (eva_number == 0) {
        dsi_guard_begin(&guard, &limits);
    } else { /* the only values of a bool */
        guard.in_token = eva_number > 0;
        guard.in_key = eva_flag > 0;
    }
    scan = dsi_guard_scan(&guard, (const unsigned char *)eva_bytes, eva_length);
    return scan.code == DSI_OK && dsi_guard_finish(&guard) == DSI_OK ? 0 : 1;
}
