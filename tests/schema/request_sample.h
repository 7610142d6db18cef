/* tests/schema/request_sample.h - requests of Start for the tables of validation. */
#ifndef DSI_TESTS_SCHEMA_REQUEST_SAMPLE_H
#define DSI_TESTS_SCHEMA_REQUEST_SAMPLE_H

#include "tests/schema/sample.h"

#include <dsi/start.h>

#define RESOURCE_ARN "arn:aws:rds:us-east-1:123456789012:cluster:orders"
#define SECRET_ARN "arn:aws:secretsmanager:us-east-1:123456789012:secret:orders-AbCdEf"

/* The members of a configuration that satisfies every rule of every level. */
#define GOOD_RESOURCE                                                                  \
    {                                                                                  \
        .head = BYTES(RESOURCE_ARN)                                                    \
    }
#define GOOD_SECRET                                                                    \
    {                                                                                  \
        .head = BYTES(SECRET_ARN)                                                      \
    }
#define GOOD_DATABASE                                                                  \
    {                                                                                  \
        .head = BYTES("orders")                                                        \
    }
#define ABSENT                                                                         \
    {                                                                                  \
        .unit = NULL                                                                   \
    }

/* The three members in the model's order. A member that is all zero is absent. */
typedef struct request_sample {
    bool without_config;
    long_text members[3];
} request_sample;

/* A request, and everything that it points to. */
typedef struct request_memory {
    char texts[3][LONG_TEXT_MAX];
    dsi_rds_data_api_config config;
    dsi_start_request request;
} request_memory;

const dsi_start_request *request_make(const request_sample *sample,
                                      request_memory *memory);

#endif
