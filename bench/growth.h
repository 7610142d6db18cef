/* How time and memory of dsi grow. */
#ifndef BENCH_GROWTH_H
#define BENCH_GROWTH_H

#include <stdio.h>

/* False if an input cannot be made. */
int bench_growth(FILE *file, size_t rounds);

#endif
