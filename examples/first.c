#include <dsi/dsi.h>
#include <stdio.h>

int main(void)
{
    dsi_rds_data_api_config config = {
        .resource_arn = dsi_str("arn:aws:rds:us-east-1:123456789012:cluster:orders"),
        .secret_arn = dsi_str(
            "arn:aws:secretsmanager:us-east-1:123456789012:secret:orders-AbCdEf"),
        .database_name = dsi_str("orders")};
    dsi_start_request request = {.rds_data_api_config = &config};
    dsi_violation found[DSI_VIOLATIONS_MAX];
    dsi_violations report = {.items = found, .capacity = DSI_VIOLATIONS_MAX};
    char text[DSI_START_REQUEST_MAX]; /* no valid request is longer */

    if (dsi_start_request_validate(&request, &report) > 0) {
        dsi_violations_describe(&report, text, sizeof text);
        puts(text);
        return 1;
    }
    dsi_request_head head = dsi_start_request_head();
    size_t length = dsi_start_request_encode(&request, text, sizeof text, NULL);
    printf("%s %s\n%.*s\n", head.method.data, head.target.data, (int)length, text);
    return 0;
}
