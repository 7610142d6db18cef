/*
 * dsi_guard_scan: any chunk under any limits and in any state, even one that no message
 * leads to. So one call stands for every row of chunks, however many.
 */
#include "codec/stream/guard.h"
#include "tests/prove/eva/eva.h"

static dsi_limits limits;
static dsi_guard any;
static int in_token;
static int in_key;

static void eva_text(char *bytes, size_t length)
{
    dsi_guard guard = any;

    guard.in_token = in_token != 0; /* the values that a bool can have */
    guard.in_key = in_key != 0;
    (void)dsi_guard_scan(&guard, (const unsigned char *)bytes, length);
    (void)dsi_guard_finish(&guard);
}

int main(void)
{
    dsi_guard begun;

    dsi_guard_begin(&begun, &limits); /* makes one of those states */
    (void)dsi_guard_finish(&begun);
    eva_each();
    return 0;
}
