/* schema/agreement.h - rules between the members of one structure. */
#ifndef DSI_SCHEMA_AGREEMENT_H
#define DSI_SCHEMA_AGREEMENT_H

#include "schema/type.h"

/*
 * One finding: a member, by its offset in the structure, that does not fit another one.
 */
typedef struct dsi_disagreement {
    size_t member_offset;
    dsi_string value;
    dsi_mismatch mismatch;
} dsi_disagreement;

/* A function that is called with each finding of one structure. */
typedef struct dsi_agreement {
    void (*found)(void *context, const dsi_disagreement *disagreement);
    void *context;
} dsi_agreement;

/* No structure has more findings. */
#define DSI_AGREEMENT_MAX 3

/*
 * Whether the secret must be in the cluster's partition, region and account; `object`
 * is a dsi_rds_data_api_config.
 */
void dsi_agree_rds_data_api_config(const void *object, dsi_agreement *agreement);

#endif
