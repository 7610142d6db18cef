/*
 * dsi/arn.h - Amazon Resource Names.
 *
 *     arn:partition:service:region:account:resource
 *
 *     dsi_arn arn;
 *     dsi_arn_fault fault;
 *     if (!dsi_arn_parse(text, DSI_ARN_RDS_CLUSTER, DSI_LEVEL_MODEL, &arn, &fault)) {
 *         printf("%s, byte %zu: %s\n", dsi_arn_part_name(fault.part), fault.offset,
 *                fault.rule);
 *     }
 */
#ifndef DSI_ARN_H
#define DSI_ARN_H

#include <dsi/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What a text is held against, from what the published model forbids to what looks odd. */
typedef enum dsi_level {
    DSI_LEVEL_MODEL = 0,      /* error: the service model's own rules */
    DSI_LEVEL_DOCUMENTED = 1, /* warning: also what services document; see below */
    DSI_LEVEL_AGREEMENT = 2   /* note: also whether members belong together */
} dsi_level;

/*
 * The rules of DSI_LEVEL_DOCUMENTED: a known partition (aws, aws-cn, aws-us-gov,
 * aws-iso, aws-iso-b, aws-iso-e, aws-iso-f, aws-eusc); a region named like us-east-1; a
 * cluster name of 1 to 63 lower-case letters, digits and hyphens that begins with a
 * letter, does not end with a hyphen and has no two in a row; a secret name of 1 to 512
 * characters and its suffix of a hyphen and six letters or digits. In a request also
 * the Data API's limits: 570 characters for an ARN, 64 for a database name.
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

/* The parts as views into the text that was parsed; not NUL-terminated. */
typedef struct dsi_arn {
    dsi_string partition;
    dsi_string service;
    dsi_string region;
    dsi_string account;
    dsi_string resource; /* everything behind the fifth colon: "cluster:orders" */
} dsi_arn;

/*
 * Why a text is refused: the part, the offset in bytes of the first byte at which no
 * continuation can match (the text's length if it ends too early) or that is over the
 * greatest length, and the rule of that part in words (static).
 */
typedef struct dsi_arn_fault {
    dsi_arn_part part;
    size_t offset;
    const char *rule;
} dsi_arn_fault;

/*
 * Takes `text` apart if it is an ARN of `kind` by the rules of `level` (agreement means
 * documented here; DSI_ARN_ANY has no documented rules). The 570 characters that the
 * Data API takes are a rule of the request, not of the ARN. Time is linear in the
 * length.
 *
 * Returns true and fills `arn`, or returns false and fills `fault`. Either may be NULL.
 * An absent text is refused like an empty one.
 */
DSI_API bool dsi_arn_parse(dsi_string text, dsi_arn_kind kind, dsi_level level,
                           dsi_arn *arn, dsi_arn_fault *fault);

/* The part's name in lower case ("partition"), static; "?" for a number not listed. */
DSI_API const char *dsi_arn_part_name(dsi_arn_part part);

#ifdef __cplusplus
}
#endif

#endif
