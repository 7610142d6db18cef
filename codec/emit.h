/* codec/emit.h - structs to bytes: the visitor of the walk that writes. */
#ifndef DSI_CODEC_EMIT_H
#define DSI_CODEC_EMIT_H

#include "schema/type.h"

#include <dsi/encode.h>

/* See the public functions in dsi/start.h. */
size_t dsi_emit(const dsi_type *type, const void *object, char *buffer, size_t capacity,
                dsi_error *error);
size_t dsi_emit_size(const dsi_type *type, const void *object, dsi_error *error);
bool dsi_emit_write(const dsi_type *type, const void *object, const dsi_sink *sink,
                    const dsi_encode_options *options, dsi_error *error);

/* The items of a list that does not lie in memory; see schema/walk.h. */
typedef struct dsi_source {
    const dsi_type *list;
    bool (*next)(void *context, const void **item);
    void *context;
} dsi_source;

/* As dsi_emit_write; `source` (may be NULL) gives the items of one list. */
bool dsi_emit_stream(const dsi_type *type, const void *object, const dsi_source *source,
                     const dsi_sink *sink, const dsi_encode_options *options,
                     dsi_error *error);

#endif
