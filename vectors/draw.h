/* vectors/draw.h - numbers from a seed, the same everywhere. */
#ifndef DSI_VECTORS_DRAW_H
#define DSI_VECTORS_DRAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* SplitMix64 (Steele, Lea, Flood 2014): every state is a good one, zero too. */
typedef struct dsi_draw {
    uint64_t state;
} dsi_draw;

static inline uint64_t dsi_draw_next(dsi_draw *draw)
{
    uint64_t z = (draw->state += 0x9e3779b97f4a7c15u);

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/* From 0 to `bound` - 1; bounds are small, so that the bias is none that matters. */
static inline size_t dsi_draw_below(dsi_draw *draw, size_t bound)
{
    return (size_t)(dsi_draw_next(draw) % bound);
}

static inline bool dsi_draw_one_in(dsi_draw *draw, size_t bound)
{
    return dsi_draw_below(draw, bound) == 0;
}

/* Splits off the draws of what is written next; returns those of what comes behind. So a
 * break changes nothing but what it breaks. */
static inline dsi_draw dsi_draw_fork(dsi_draw *draw)
{
    dsi_draw after = {dsi_draw_next(draw)};

    draw->state = dsi_draw_next(draw);
    return after;
}

#endif
