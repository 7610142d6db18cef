/*
 * schema/arn/arn.re - the languages of grammar.re as automata.
 *
 * Each language is a condition of its own. re2c makes automata that read each byte once
 * and stop at the first byte that no continuation has. So an error has its exact offset
 * without a second search.
 */
#include "schema/arn/arn.h"

#include "schema/text/span.h"

/*!include:re2c "schema/text/unicode.re" */
/*!include:re2c "schema/arn/grammar.re" */

/*!conditions:re2c*/

/* The order of dsi_arn_grammar. */
static const enum YYCONDTYPE arn_conditions[] = {yycany, yyccluster, yycsecret,
                                                 yyccluster_documented,
                                                 yycsecret_documented};

/*
 * `cursor` is where the longest match ends, and `seen` the last byte that was looked
 * at. At the end of the text a NUL is peeked, and no language has a NUL. So no byte
 * after the text is read.
 *
 * The patterns of the model end with one class of bytes. Their heads are longer than a
 * block of span.h, so that class is read in blocks.
 */
bool dsi_arn_match(dsi_arn_grammar grammar, dsi_string text, size_t *offset)
{
    const unsigned char *bytes = (const unsigned char *)text.data;
    const size_t length = text.length;
    const enum YYCONDTYPE condition = arn_conditions[grammar];
    size_t cursor = 0;
    size_t marker = 0;
    size_t seen = 0;

    /*!re2c
        re2c:api = custom;
        re2c:api:style = free-form;
        re2c:define:YYCTYPE        = "unsigned char";
        re2c:define:YYGETCONDITION = "condition";
        re2c:define:YYPEEK = "(seen = cursor, cursor < length ? bytes[cursor] : 0)";
        re2c:define:YYSKIP         = "cursor++;";
        re2c:define:YYBACKUP       = "marker = cursor;";
        re2c:define:YYRESTORE      = "cursor = marker;";
        re2c:yyfill:enable = 0;

        <any>                arn_any                { goto matched; }
        <cluster>            head_cluster           {
            seen = cursor = dsi_span_cluster(bytes, cursor, length);
            goto matched;
        }
        <secret>             head_secret            {
            seen = cursor = dsi_span_secret(bytes, cursor, length);
            goto matched;
        }
        <cluster_documented> arn_cluster_documented { goto matched; }
        <secret_documented>  arn_secret_documented  { goto matched; }
        <*> * { goto refused; }
    */
matched:
    if (cursor == length) {
        return true;
    }
refused:
    *offset = seen < length ? seen : length;
    return false;
}
