/* tests/prove/eva/text.c - the scanners of schema/text/utf8.re and schema/label.re. */
#include "schema/label.h"
#include "schema/text/utf8.h"
#include "tests/prove/eva/eva.h"

static size_t scalars;
static size_t offset;
static dsi_mismatch mismatch;

static void scan(dsi_string text)
{
    (void)dsi_utf8_scan(text, &scalars, &offset);
    (void)dsi_match_label(text, DSI_LEVEL_MODEL, &mismatch);
    (void)dsi_match_pagination_token(text, DSI_LEVEL_MODEL, &mismatch);
}

static void eva_text(char *bytes, size_t length)
{
    scan((dsi_string){.data = bytes, .length = length});
}

int main(void)
{
    scan(dsi_str(NULL));
    eva_each();
    return 0;
}
