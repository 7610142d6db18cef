/* dsi/export.h - visibility of public symbols. Nothing here is for callers. */
#ifndef DSI_EXPORT_H
#define DSI_EXPORT_H

#if defined(__GNUC__)
#define DSI_API __attribute__((visibility("default")))
#else
#define DSI_API
#endif

#endif
