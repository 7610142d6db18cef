/* codec/version.c - the version of the library; the header has that of the headers. */
#include <dsi/version.h>

const char *dsi_version(void)
{
    return DSI_VERSION;
}
