/* dsi/export.h - makes the public symbols visible. Nothing here is for callers. */
#ifndef DSI_EXPORT_H
#define DSI_EXPORT_H

/*
 * The library is built with hidden symbols. DSI_API marks those that a shared library
 * exports.
 */
#if defined(__GNUC__)
#define DSI_API __attribute__((visibility("default")))
#else
#define DSI_API
#endif

#endif
