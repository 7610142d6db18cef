/* schema/arn/arn.h - the automata of arn.re and their use as constraints. */
#ifndef DSI_SCHEMA_ARN_H
#define DSI_SCHEMA_ARN_H

#include "schema/type.h"

/* model: the longest ARN that a member takes, in characters (all of them ASCII). */
#define DSI_ARN_LENGTH_MAX 2048

/* The grammars of arn.re: one language each. */
typedef enum dsi_arn_grammar {
    DSI_GRAMMAR_ANY,
    DSI_GRAMMAR_RDS_CLUSTER,
    DSI_GRAMMAR_SECRET,
    DSI_GRAMMAR_RDS_CLUSTER_DOCUMENTED,
    DSI_GRAMMAR_SECRET_DOCUMENTED
} dsi_arn_grammar;

/*
 * Returns true if all of `text` is in the language. Else sets `offset` to the first
 * byte at which no continuation can be, or to the length if there is one. Linear time.
 */
bool dsi_arn_match(dsi_arn_grammar grammar, dsi_string text, size_t *offset);

/* The published patterns as matchers for the tables; lengths are not looked at. */
bool dsi_match_rds_cluster(dsi_string value, dsi_level level, dsi_mismatch *mismatch);
bool dsi_match_secret(dsi_string value, dsi_level level, dsi_mismatch *mismatch);

#endif
