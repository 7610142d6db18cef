/* snprintf with a format, as some programs do it. It does not escape or check UTF-8. */
#include <stdio.h>

#include "encoding.h"

static bool snprintf_encode(encoding_peer *encoding, const dsi_start_request *request)
{
    const dsi_rds_data_api_config *config = request->rds_data_api_config;
    int length = snprintf(encoding->buffer, ENCODING_ROOM,
                          "{\"rdsDataApiConfig\":{\"resourceArn\":\"%s\","
                          "\"secretArn\":\"%s\",\"databaseName\":\"%s\"}}",
                          config->resource_arn.data, config->secret_arn.data,
                          config->database_name.data);

    encoding->length = (size_t)length;
    return length > 0 && length < ENCODING_ROOM;
}

static bool snprintf_run_encode(void *state, bench_result *result)
{
    return encoding_run(state, result, snprintf_encode);
}

const bench_contestant bench_snprintf[] = {
    {"snprintf", BENCH_ENCODE_REQUEST, 0, "escapes nothing", encoding_open,
     snprintf_run_encode, NULL, encoding_close, NULL},
    {.name = NULL},
};
