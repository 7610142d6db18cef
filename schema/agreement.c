/*
 * schema/agreement.c - rules between the members of one structure.
 *
 * They are notes and not errors: a secret in another region than its cluster can be
 * meant so. A rule looks only at values that satisfy the model, so it never reports a
 * consequence of another violation.
 */
#include "schema/agreement.h"

#include <dsi/start.h>

/*
 * Reports the secret's part if it differs from the cluster's. Both parts are views into
 * the members, so the difference of pointers is the part's offset in the secret's ARN.
 */
static void agreement_compare(dsi_string secret_arn, dsi_string cluster_part,
                              dsi_string secret_part, dsi_mismatch mismatch,
                              dsi_agreement *agreement)
{
    dsi_disagreement disagreement = {
        .member_offset = offsetof(dsi_rds_data_api_config, secret_arn),
        .value = secret_arn,
        .mismatch = mismatch};

    if (!dsi_string_equal(cluster_part, secret_part)) {
        disagreement.mismatch.offset = (size_t)(secret_part.data - secret_arn.data);
        agreement->found(agreement->context, &disagreement);
    }
}

void dsi_agree_rds_data_api_config(const void *object, dsi_agreement *agreement)
{
    const dsi_rds_data_api_config *config = object;
    dsi_string secret_arn = config->secret_arn;
    dsi_arn cluster;
    dsi_arn secret;

    if (!dsi_arn_parse(config->resource_arn, DSI_ARN_RDS_CLUSTER, DSI_LEVEL_MODEL,
                       &cluster, NULL) ||
        !dsi_arn_parse(secret_arn, DSI_ARN_SECRET, DSI_LEVEL_MODEL, &secret, NULL)) {
        return;
    }
    agreement_compare(
        secret_arn, cluster.partition, secret.partition,
        (dsi_mismatch){.rule = "the secret must be in the cluster's partition",
                       .part = dsi_arn_part_name(DSI_ARN_PARTITION)},
        agreement);
    agreement_compare(
        secret_arn, cluster.region, secret.region,
        (dsi_mismatch){.rule = "the secret must be in the cluster's region",
                       .part = dsi_arn_part_name(DSI_ARN_REGION)},
        agreement);
    agreement_compare(
        secret_arn, cluster.account, secret.account,
        (dsi_mismatch){.rule = "the secret must be in the cluster's account",
                       .part = dsi_arn_part_name(DSI_ARN_ACCOUNT)},
        agreement);
}
