/* Measures how time and memory of dsi grow with the input. */
#ifndef BENCH_GROWTH_H
#define BENCH_GROWTH_H

#include <stdio.h>

/* Prints a table for each thing that can grow. Returns an exit status. */
int bench_growth(FILE *file, size_t rounds);

#endif
