/*
 * codec/invariants.h - what is true of a decoder whenever nobody is in it. The
 * functions are for builds that check it (DSI_RED_ZONES), and for whoever reads the
 * code.
 */
#ifndef DSI_CODEC_INVARIANTS_H
#define DSI_CODEC_INVARIANTS_H

#include "codec/decoder.h"

/* Traps unless all of them are true. */
void dsi_invariants_check(const dsi_decoder *decoder);

#endif
