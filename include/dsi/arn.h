/*
 * dsi/arn.h - Amazon Resource Names.
 *
 *     arn:partition:service:region:account:resource
 *
 * dsi_arn_parse() checks a text and finds its parts. If the text is not an ARN of the
 * wanted kind, it names the part, the byte and the rule:
 *
 *     dsi_arn arn;
 *     dsi_arn_mismatch mismatch;
 *     if (!dsi_arn_parse(text, DSI_ARN_RDS_CLUSTER, DSI_LEVEL_MODEL, &arn,
 *                        &mismatch)) {
 *         printf("%s, byte %zu: %s\n", dsi_arn_part_name(mismatch.part),
 *                mismatch.offset, mismatch.rule);
 *     }
 *
 * Source of the kinds: the patterns of RdsDataApiConfig in the service model
 * appsync-2017-07-25.
 */
#ifndef DSI_ARN_H
#define DSI_ARN_H

#include <dsi/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * How strictly to check a text. A level includes the rules of the levels before it. So
 * the first one finds what the published model forbids, and the last one also finds
 * what only looks odd.
 */
typedef enum dsi_level {
    DSI_LEVEL_MODEL = 0,      /* error: the published model forbids it */
    DSI_LEVEL_DOCUMENTED = 1, /* warning: also what services document */
    DSI_LEVEL_AGREEMENT = 2   /* note: also whether members fit together */
} dsi_level;

/*
 * The rules of DSI_LEVEL_DOCUMENTED, from the documentation of RDS, Secrets Manager and
 * the Data API:
 *
 *     partition      aws, aws-cn, aws-us-gov, aws-iso, aws-iso-b, aws-iso-e, aws-iso-f
 *                    or aws-eusc
 *     region         named like us-east-1
 *     cluster name   1 to 63 lower-case letters, digits and hyphens; begins with a
 *                    letter, does not end with a hyphen, has no two hyphens in a row
 *     secret name    1 to 512 characters, then a hyphen and six letters or digits
 *     in a request   at most 570 characters for an ARN, and 64 for a database name
 *
 * Lengths are in Unicode scalar values. In an ARN each of them is one byte.
 */

/* Which ARNs to accept. */
typedef enum dsi_arn_kind {
    DSI_ARN_ANY = 0,         /* any six-part ARN; region and account may be empty */
    DSI_ARN_RDS_CLUSTER = 1, /* model: RdsDataApiConfig.resourceArn, 2,048 at most */
    DSI_ARN_SECRET = 2       /* model: RdsDataApiConfig.secretArn, 2,048 at most */
} dsi_arn_kind;

/* The parts of an ARN, in their order. */
typedef enum dsi_arn_part {
    DSI_ARN_PREFIX = 0, /* "arn:" */
    DSI_ARN_PARTITION,
    DSI_ARN_SERVICE,
    DSI_ARN_REGION,
    DSI_ARN_ACCOUNT,
    DSI_ARN_RESOURCE
} dsi_arn_part;

/*
 * The parts of an ARN. They are views into the text that was parsed, without
 * terminators, and live as long as that text.
 */
typedef struct dsi_arn {
    dsi_string partition;
    dsi_string service;
    dsi_string region;
    dsi_string account;
    dsi_string resource; /* everything after the fifth colon: "cluster:orders" */
} dsi_arn;

/*
 * Why a text was refused.
 *
 * part: the part that breaks the rule.
 * offset: in bytes, the first byte after which no text could match, or the first byte
 *     over the greatest length. If the text ends too early, its length.
 * rule: the rule of that part in words, static.
 */
typedef struct dsi_arn_mismatch {
    dsi_arn_part part;
    size_t offset;
    const char *rule;
} dsi_arn_mismatch;

/*
 * Checks whether `text` is an ARN of `kind` by the rules of `level`, and finds its
 * parts. One ARN alone has nothing to agree with, so DSI_LEVEL_AGREEMENT means
 * DSI_LEVEL_DOCUMENTED here. DSI_ARN_ANY has no documented rules. The function does not
 * check the limit of 570 characters: that is a rule of the request.
 *
 * Returns true and fills `arn`, or returns false and fills `mismatch`. Either may be
 * NULL. The function refuses an absent text as it does an empty one. The time is linear
 * in the length.
 */
DSI_API bool dsi_arn_parse(dsi_string text, dsi_arn_kind kind, dsi_level level,
                           dsi_arn *arn, dsi_arn_mismatch *mismatch);

/*
 * The part's name in lower case ("partition"). The text is static. A number that is not
 * listed gives "?".
 */
DSI_API const char *dsi_arn_part_name(dsi_arn_part part);

#ifdef __cplusplus
}
#endif

#endif
