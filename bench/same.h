/* Whether two messages say the same, member by member; nothing of dsi's codec helps. */
#ifndef BENCH_SAME_H
#define BENCH_SAME_H

#include <dsi/get.h>
#include <dsi/start.h>

bool bench_same_request(const dsi_start_request *left, const dsi_start_request *right);
bool bench_same_start(const dsi_start_answer *left, const dsi_start_answer *right);

/* Without looking at models; they are compared one by one. */
bool bench_same_get(const dsi_get_answer *left, const dsi_get_answer *right);
bool bench_same_model(const dsi_model *left, const dsi_model *right);

#endif
