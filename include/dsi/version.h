/* dsi/version.h - which dsi this is. */
#ifndef DSI_VERSION_H
#define DSI_VERSION_H

#include <dsi/export.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of the headers, by Semantic Versioning. CMakeLists.txt reads it here. */
#define DSI_VERSION "0.2.0"

#define DSI_VERSION_MAJOR 0 /* its first number */
#define DSI_VERSION_MINOR 2 /* its second */
#define DSI_VERSION_PATCH 0 /* its third */

/* As one number that grows with each version: 1.2.3 is 1002003. */
#define DSI_VERSION_NUMBER                                                             \
    (DSI_VERSION_MAJOR * 1000000 + DSI_VERSION_MINOR * 1000 + DSI_VERSION_PATCH)

/* The version of the library that is linked, static. */
DSI_API const char *dsi_version(void);

#ifdef __cplusplus
}
#endif

#endif
