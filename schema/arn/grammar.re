/*
 * schema/arn/grammar.re - the languages of ARNs. For re2c; included by the others,
 * after unicode.re.
 *
 * The two patterns of the service model are ECMA-262: `$` is the end of the input, and
 * `\d` an ASCII digit.
 */
/*!re2c
    // Any ARN: Unicode text but for NUL, which stands for the end of the input.
    character = [\x01-\x7f] | utf8_multi;
    no_colon  = ( [\x01-\x7f] \ [:] ) | utf8_multi;

    arn_any = "arn:" no_colon+ ":" no_colon+ ":" no_colon* ":" no_colon* ":" character+;

    // The model: what the service accepts.
    partition     = [a-z-]*;
    region        = [a-z0-9-]*;
    account       = [0-9]{12};
    cluster_char  = [0-9A-Za-z_/-];
    secret_char   = [0-9A-Za-z_/+=.@!-];

    // The heads, and what may follow them to the end.
    head_cluster = "arn:" partition ":rds:" region ":" account ":cluster:";
    head_secret  = "arn:" partition ":secretsmanager:" region ":" account ":secret:";
    arn_cluster  = head_cluster cluster_char*;
    arn_secret   = head_secret secret_char*;

    // The documentation: what exists.
    known_partition = "aws" ( "-cn" | "-us-gov" | "-iso" ( "-" [bef] )? | "-eusc" )?;
    known_region    = [a-z]{2,4} ( "-" [a-z]+ )+ "-" [0-9]{1,2};
    cluster_name    = [a-z] ( "-"? [a-z0-9] )*;
    secret_name     = secret_char+ "-" [0-9A-Za-z]{6};

    arn_cluster_documented = "arn:" known_partition ":rds:" known_region ":" account
                             ":cluster:" cluster_name;
    arn_secret_documented  = "arn:" known_partition ":secretsmanager:" known_region ":"
                             account ":secret:" secret_name;
*/
