/* The scanners of schema/utf8.re and schema/label.re: any text. */
#include "schema/label.h"
#include "schema/utf8.h"
#include "tests/prove/eva/eva.h"

static size_t scalars;
static size_t offset;
static dsi_mismatch mismatch;

static bool scan(dsi_string text)
{
    bool utf8 = dsi_utf8_scan(text, &scalars, &offset);
    bool label = dsi_match_label(text, DSI_LEVEL_MODEL, &mismatch);

    return dsi_match_pagination_token(text, DSI_LEVEL_MODEL, &mismatch) && utf8 &&
           label;
}

int main(void)
{
    if (eva_length > EVA_SIZE) {
        return 0;
    }
    return scan(dsi_str(NULL)) ||
           scan((dsi_string){.data = eva_bytes, .length = eva_length});
}
