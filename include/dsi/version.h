/* dsi/version.h - which dsi this is. */
#ifndef DSI_VERSION_H
#define DSI_VERSION_H

#include <dsi/export.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of the headers, by Semantic Versioning. CMakeLists.txt reads it here. */
#define DSI_VERSION "0.2.0"

/* The version of the library that is linked, static. */
DSI_API const char *dsi_version(void);

#ifdef __cplusplus
}
#endif

#endif
