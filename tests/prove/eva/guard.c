/*
 * tests/prove/eva/guard.c - dsi_guard_scan for any chunk, any limits and any state. It
 * even begins in states that no message leads to, so one call covers any sequence of
 * chunks.
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

    guard.in_token = in_token != 0; /* a bool can only be true or false */
    guard.in_key = in_key != 0;
    (void)dsi_guard_scan(&guard, (const unsigned char *)bytes, length);
    (void)dsi_guard_finish(&guard);
}

int main(void)
{
    dsi_guard begun;

    dsi_guard_begin(&begun, &limits); /* leads to one of those states */
    (void)dsi_guard_finish(&begun);
    eva_each();
    return 0;
}
