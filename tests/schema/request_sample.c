/* tests/schema/request_sample.c - makes a request of Start from its row. */
#include "tests/schema/request_sample.h"

const dsi_start_request *request_make(const request_sample *sample,
                                      request_memory *memory)
{
    dsi_rds_data_api_config *config = &memory->config;

    config->resource_arn = long_text_make(&sample->members[0], memory->texts[0]);
    config->secret_arn = long_text_make(&sample->members[1], memory->texts[1]);
    config->database_name = long_text_make(&sample->members[2], memory->texts[2]);
    memory->request.rds_data_api_config = sample->without_config ? NULL : config;
    return &memory->request;
}
