/*
 * codec/red_zones.h - keeps the rooms of a block apart.
 *
 * The address sanitizer knows the caller's block, and not what dsi makes of it. A room
 * that is a byte too short overruns its neighbour unseen. So a build with DSI_RED_ZONES
 * (the preset `asan`) leaves gaps and forbids their bytes while dsi works.
 *
 * Before control returns to the caller, every byte is allowed again: the block is the
 * caller's, who may clear, reuse or free it at any time. In every other build there are
 * neither gaps nor calls.
 */
#ifndef DSI_CODEC_RED_ZONES_H
#define DSI_CODEC_RED_ZONES_H

#include "codec/decoder.h"

#ifdef DSI_RED_ZONES
void dsi_red_zones_close(const dsi_decoder *decoder);
void dsi_red_zones_open(const dsi_decoder *decoder);
#else
static inline void dsi_red_zones_close(const dsi_decoder *decoder)
{
    (void)decoder;
}

static inline void dsi_red_zones_open(const dsi_decoder *decoder)
{
    (void)decoder;
}
#endif

#endif
