/*
 * schema/arn.re - the languages of ARNs as automata. The two patterns of the service
 * model are ECMA-262: `$` is the end of the input and `\d` an ASCII digit.
 */
#include "schema/arn.h"

/*!include:re2c "unicode.re" */
/*!re2c
    // Any ARN: Unicode text but for NUL, which stands for the end of the input.
    character = [\x01-\x7f] | utf8_multi;
    no_colon  = ( [\x01-\x7f] \ [:] ) | utf8_multi;

    // The model: what the service accepts.
    partition     = [a-z-]*;
    region        = [a-z0-9-]*;
    account       = [0-9]{12};
    cluster_char  = [0-9A-Za-z_/-];
    secret_char   = [0-9A-Za-z_/+=.@!-];

    // The documentation: what exists.
    known_partition = "aws" ( "-cn" | "-us-gov" | "-iso" ( "-" [bef] )? | "-eusc" )?;
    known_region    = [a-z]{2,4} ( "-" [a-z]+ )+ "-" [0-9]{1,2};
    cluster_name    = [a-z] ( "-"? [a-z0-9] )*;
    secret_name     = secret_char+ "-" [0-9A-Za-z]{6};
*/

/*!conditions:re2c*/

/* The order of dsi_arn_grammar. */
static const enum YYCONDTYPE arn_conditions[] = {yycany, yyccluster, yycsecret,
                                                 yyccluster_documented,
                                                 yycsecret_documented};

/*
 * `cursor` is where the longest match ends, `seen` the last byte that was looked at. At
 * the end of the text a NUL is peeked, and no language has one.
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

        <any> "arn:" no_colon+ ":" no_colon+ ":" no_colon* ":" no_colon* ":" character+
            { goto matched; }
        <cluster> "arn:" partition ":rds:" region ":" account ":cluster:" cluster_char*
            { goto matched; }
        <secret> "arn:" partition ":secretsmanager:" region ":" account ":secret:"
                secret_char*
            { goto matched; }
        <cluster_documented> "arn:" known_partition ":rds:" known_region ":" account
                ":cluster:" cluster_name
            { goto matched; }
        <secret_documented> "arn:" known_partition ":secretsmanager:" known_region ":"
                account ":secret:" secret_name
            { goto matched; }
        <*> * { goto refused; }
    */
matched:
    if (cursor == length) {
        return true;
    }
refused:
    *offset = seen;
    return false;
}
