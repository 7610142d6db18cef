/*
 * tests/install/consumer/consumer.c - a program for an installed dsi: it writes a
 * request, and reads an answer. It is built as C and as C++.
 */
#include <stdio.h>

#include <dsi/dsi.h>

static const char answer_text[] =
    "{\"introspectionId\":\"a1\",\"introspectionStatus\":\"PROCESSING\"}";

static unsigned char block[DSI_DECODER_SIZE_DEFAULT];

static int encode(void)
{
    char body[DSI_START_REQUEST_MAX];
    dsi_rds_data_api_config config;
    dsi_start_request request;
    dsi_error error;
    size_t length;

    memset(&config, 0, sizeof config);
    config.resource_arn = dsi_str("arn:aws:rds:us-east-1:123456789012:cluster:orders");
    config.database_name = dsi_str("orders");
    memset(&request, 0, sizeof request);
    request.rds_data_api_config = &config;
    length = dsi_start_request_encode(&request, body, sizeof body, &error);
    printf("%.*s\n", (int)length, body);
    return length > 0;
}

static int decode(void)
{
    dsi_received_head head;
    dsi_error error;
    dsi_decoder *decoder;
    const dsi_start_answer *answer;

    memset(&head, 0, sizeof head);
    head.status = 200;
    decoder = dsi_start_answer_begin(block, sizeof block, &head, NULL, &error);
    dsi_feed(decoder, answer_text, sizeof answer_text - 1);
    answer = dsi_start_answer_finish(decoder, &error);
    if (answer == NULL) {
        return 0;
    }
    printf("%s is %s\n", answer->output.introspection_id.data,
           answer->output.introspection_status.text.data);
    return 1;
}

int main(void)
{
    printf("dsi %s\n", dsi_version());
    return encode() && decode() ? 0 : 1;
}
