/*
 * dsi/version.h - which dsi this is.
 *
 * DSI_VERSION is the version of the headers that a program was compiled with.
 * dsi_version() is the version of the library that it runs with. They differ if a
 * shared library was replaced after the program was built:
 *
 *     if (strcmp(dsi_version(), DSI_VERSION) != 0) {
 *         printf("compiled for %s, runs with %s\n", DSI_VERSION, dsi_version());
 *     }
 */
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

/* The version as one number, which grows with each version: 1.2.3 is 1002003. */
#define DSI_VERSION_NUMBER                                                             \
    (DSI_VERSION_MAJOR * 1000000 + DSI_VERSION_MINOR * 1000 + DSI_VERSION_PATCH)

/* The version of the library that the program runs with. The text is static. */
DSI_API const char *dsi_version(void);

#ifdef __cplusplus
}
#endif

#endif
