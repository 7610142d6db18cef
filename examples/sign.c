/*
 * Signs requests without libcurl, and prints them as they would be sent: a Start
 * request, and a Get request for ID and, if it is given, for the page of TOKEN. The
 * keys are taken from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, if it is set,
 * AWS_SESSION_TOKEN.
 *
 *     cc sign.c sigv4.c $(pkg-config --cflags --libs dsi libcrypto) -o sign
 *     ./sign us-east-1 "$(date -u +%Y%m%dT%H%M%SZ)"
 */
#include <stdio.h>
#include <stdlib.h>

#include "sigv4.h"

#define HOST_MAX 128u

static const char usage[] =
    "Usage: dsi_example_sign REGION DATE [ID [TOKEN]]\n"
    "DATE is UTC, as in 20261127T093000Z. AWS_ACCESS_KEY_ID and\n"
    "AWS_SECRET_ACCESS_KEY must be set.\n";

/*
 * Prints the request line, the signed headers, the length, and the body. The line end
 * after the body is only for people.
 */
static bool print_request(const sigv4_request *request, const sigv4_keys *keys)
{
    sigv4_signed made;

    if (!sigv4_sign(request, keys, &made)) {
        fputs("the request cannot be signed: what is in its head must be one word of "
              "ASCII, and short\n",
              stderr);
        return false;
    }
    printf("%s %s HTTP/1.1\r\n", request->head.method.data, request->head.target.data);
    for (size_t i = 0; i < made.count; i++) {
        printf("%s: %.*s\r\n", made.headers[i].name.data,
               DSI_PRINT(made.headers[i].value));
    }
    if (request->body.data != NULL) {
        printf("content-length: %zu\r\n", request->body.length);
    }
    printf("\r\n%.*s\n", DSI_PRINT(request->body));
    return true;
}

/* The request is a copy, because its body lives only in this function. */
static bool print_start(sigv4_request request, const sigv4_keys *keys)
{
    const dsi_rds_data_api_config config = {
        .resource_arn = dsi_str("arn:aws:rds:us-east-1:123456789012:cluster:orders"),
        .secret_arn = dsi_str(
            "arn:aws:secretsmanager:us-east-1:123456789012:secret:orders-AbCdEf"),
        .database_name = dsi_str("orders")};
    const dsi_start_request start = {.rds_data_api_config = &config};
    char body[DSI_START_REQUEST_MAX];
    size_t length = dsi_start_request_encode(&start, body, sizeof body, NULL);

    request.head = dsi_start_request_head();
    request.body = (dsi_string){.data = body, .length = length};
    return length > 0 && print_request(&request, keys);
}

static bool print_get(sigv4_request request, const sigv4_keys *keys,
                      const dsi_get_request *get)
{
    char target[DSI_POLL_TARGET_MAX];
    char words[DSI_ERROR_TEXT_MAX];
    dsi_error error;
    size_t length = dsi_get_request_target_encode(get, target, sizeof target, &error);

    if (length == 0) {
        dsi_error_describe(&error, words, sizeof words);
        fprintf(stderr, "%s\n", words);
        return false;
    }
    request.head = dsi_get_request_head((dsi_string){.data = target, .length = length});
    return print_request(&request, keys);
}

/* Takes the keys from the environment. Returns false if one is missing. */
static bool take_keys(sigv4_keys *keys)
{
    const char *token = getenv("AWS_SESSION_TOKEN");

    *keys = (sigv4_keys){.id = getenv("AWS_ACCESS_KEY_ID"),
                         .secret = getenv("AWS_SECRET_ACCESS_KEY"),
                         .token = token != NULL && token[0] != '\0' ? token : NULL};
    return keys->id != NULL && keys->secret != NULL;
}

int main(int argc, char **argv)
{
    char host[HOST_MAX];
    dsi_get_request get = {
        .introspection_id = dsi_str(argc > 3 ? argv[3] : "orders/7:a"),
        .include_models_sdl = {.present = true, .value = true},
        .next_token = dsi_str(argc > 4 ? argv[4] : NULL)};
    sigv4_request request = {.host = host};
    sigv4_keys keys;

    if (argc < 3 || argc > 5 || !take_keys(&keys)) {
        fputs(usage, stderr);
        return 2;
    }
    request.region = argv[1];
    request.date = argv[2];
    snprintf(host, sizeof host, "appsync.%s.amazonaws.com", request.region);
    return print_start(request, &keys) && print_get(request, &keys, &get) ? 0 : 1;
}
