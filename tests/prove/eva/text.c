/* The scanners of schema/utf8.re and schema/label.re: any text. */
#include "schema/label.h"
#include "schema/utf8.h"
#include "tests/prove/eva/eva.h"

static bool scan(dsi_string text)
{
    dsi_mismatch mismatch;
    size_t scalars;
    size_t offset;

    return dsi_utf8_scan(text, &scalars, &offset) &&
           dsi_match_label(text, DSI_LEVEL_MODEL, &mismatch) &&
           dsi_match_pagination_token(text, DSI_LEVEL_MODEL, &mismatch);
}

int main(void)
{
    return eva_length <= EVA_SIZE &&
           scan((dsi_string){.data = eva_bytes, .length = eva_length});
}
