/*
 * tests/schema/arn_oracle.h - second opinions on ARNs, which share no code with the
 * automata. The C library's regular expressions run the published patterns, and walks
 * by hand find how far a text can still match.
 */
#ifndef DSI_TESTS_SCHEMA_ARN_ORACLE_H
#define DSI_TESTS_SCHEMA_ARN_ORACLE_H

#include <regex.h>

#include "schema/arn/arn.h"

typedef struct arn_oracle {
    dsi_arn_grammar grammar;
    regex_t expression;
} arn_oracle;

arn_oracle arn_oracle_open(dsi_arn_grammar grammar);
void arn_oracle_close(arn_oracle *oracle);

/* True if all of the text is in the grammar's language; DSI_GRAMMAR_ANY: ASCII only. */
bool arn_oracle_match(const arn_oracle *oracle, dsi_string text);

/*
 * The length of the longest prefix of the text that a match can begin with. This equals
 * the text's length if the text matches or ends too early. Only for the grammars of the
 * model.
 */
size_t arn_oracle_reach(dsi_arn_grammar grammar, dsi_string text);

#endif
