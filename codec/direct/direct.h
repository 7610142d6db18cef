/*
 * codec/direct/direct.h - reads one structure of a known shape that lies whole in
 * memory, in one pass, or gives up.
 *
 * This is an accelerator, not a second opinion: the stream (guard, yajl, build) defines
 * every outcome. What is read here, the stream would have read from the same bytes into
 * the same struct and the same arena. Whatever is unusual makes it give up: then
 * nothing has changed but bytes of the arena that nobody uses, and the stream reads the
 * bytes.
 */
#ifndef DSI_CODEC_DIRECT_H
#define DSI_CODEC_DIRECT_H

#include "codec/stream/build.h"

#include <dsi/decode.h>

/*
 * Reads an object of `type` into `object`, which is zeroed, from the first of `bytes`.
 * The last of the bytes is a closing brace. The frames are those of `build` from its
 * depth on, and the arena of `build` grows. Returns the number of bytes that the object has; 0 if it gave up, and then `object`
 * may hold anything.
 */
#ifndef DSI_WITHOUT_DIRECT
#define DSI_DIRECT_IS_BUILT true
size_t dsi_direct_read(dsi_build *build, const dsi_limits *limits, const dsi_type *type,
                       void *object, const unsigned char *bytes, size_t length);
#else /* DSI_DIRECT=OFF */
#define DSI_DIRECT_IS_BUILT false
static inline size_t dsi_direct_read(const dsi_build *build, const dsi_limits *limits,
                                     const dsi_type *type, const void *object,
                                     const unsigned char *bytes, size_t length)
{
    (void)build, (void)limits, (void)type, (void)object, (void)bytes, (void)length;
    return 0;
}
#endif

#endif
