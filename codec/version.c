#include <dsi/version.h>

const char *dsi_version(void)
{
    return DSI_VERSION;
}
