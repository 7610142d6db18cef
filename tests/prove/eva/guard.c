/*
 * dsi_guard_scan: any chunk under any limits and in any state, even one that no message
 * leads to. So one call stands for every row of chunks, however many.
 */
#include "codec/guard.h"
#include "tests/prove/eva/eva.h"

static dsi_limits limits;
static dsi_guard guard;
static int in_token;
static int in_key;

static int scan(void)
{
    dsi_scan scan = dsi_guard_scan(&guard, (const unsigned char *)eva_bytes,
                                   eva_length);

    return scan.code == DSI_OK && dsi_guard_finish(&guard) == DSI_OK;
}

int main(void)
{
    if (eva_length > EVA_SIZE) {
        return 0;
    }
    guard.in_token = in_token != 0; /* the values that a bool can have */
    guard.in_key = in_key != 0;
    (void)scan();
    dsi_guard_begin(&guard, &limits);
    return scan();
}
