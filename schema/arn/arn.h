/* schema/arn/arn.h - the automata of arn.re, and the matchers made of them. */
#ifndef DSI_SCHEMA_ARN_ARN_H
#define DSI_SCHEMA_ARN_ARN_H

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
 * Returns true if all of `text` is in the language. Otherwise sets `offset` to the
 * first byte after which no text matches, or to the length if the text ends too early.
 * Linear time.
 */
bool dsi_arn_match(dsi_arn_grammar grammar, dsi_string text, size_t *offset);

/* The published patterns as matchers for the rows. They do not check lengths. */
bool dsi_match_rds_cluster(dsi_string value, dsi_level level, dsi_mismatch *mismatch);
bool dsi_match_secret(dsi_string value, dsi_level level, dsi_mismatch *mismatch);

#endif
