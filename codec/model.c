/*
 * codec/model.c - one model on its own: written, or copied out of a decoder's block.
 */
#include "codec/copy.h"
#include "codec/emit.h"
#include "schema/shared.h"

#include <dsi/model.h>

bool dsi_model_write(const dsi_model *model, const dsi_sink *sink,
                     const dsi_encode_options *options, dsi_error *error)
{
    return dsi_emit_write(&dsi_shape_model, model, sink, options, error);
}

const dsi_model *dsi_model_copy(const dsi_model *model, dsi_room *room,
                                dsi_error *error)
{
    return dsi_copy(&dsi_shape_model, model, room, error);
}
