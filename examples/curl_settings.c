/* Reads the command line of the client with libcurl. */
#define _DEFAULT_SOURCE
#include "curl_settings.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#define REGION_MAX 63u

static const char usage[] =
    "Usage: dsi_example_curl --resource-arn ARN --secret-arn ARN --database-name NAME\n"
    "           [--region REGION] [--endpoint URL] [--max-results N]\n"
    "           [--include-models-sdl] [--max-wait-ms N] [--timeout SECONDS]\n"
    "           [--no-validate] [--record DIR]\n"
    "With --record, heads and bodies go to the new folder DIR, without what is "
    "secret.\n"
    "Outside the partition aws, --endpoint must be given.\n"
    "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must be set.\n";

enum {
    REGION = 256,
    ENDPOINT,
    RESOURCE,
    SECRET,
    DATABASE,
    RESULTS,
    SDL,
    WAIT,
    TIMEOUT,
    AS_IS,
    RECORD,
    HELP
};

static const struct option options[] = {
    {"region", required_argument, NULL, REGION},
    {"endpoint", required_argument, NULL, ENDPOINT},
    {"resource-arn", required_argument, NULL, RESOURCE},
    {"secret-arn", required_argument, NULL, SECRET},
    {"database-name", required_argument, NULL, DATABASE},
    {"max-results", required_argument, NULL, RESULTS},
    {"include-models-sdl", no_argument, NULL, SDL},
    {"max-wait-ms", required_argument, NULL, WAIT},
    {"timeout", required_argument, NULL, TIMEOUT},
    {"no-validate", no_argument, NULL, AS_IS},
    {"record", required_argument, NULL, RECORD},
    {"help", no_argument, NULL, HELP},
    {NULL, 0, NULL, 0}};

/* A decimal number in its range. */
static bool take_number(const char *text, long least, long most, long *value)
{
    char *end;

    *value = strtol(text, &end, 10);
    return end != text && *end == '\0' && *value >= least && *value <= most;
}

static bool take_results(dsi_poll_options *poll)
{
    long number;

    if (!take_number(optarg, 1, 25, &number)) {
        return false;
    }
    poll->max_results = (dsi_optional_int32){.present = true, .value = (int32_t)number};
    return true;
}

static bool take_wait(dsi_poll_options *poll)
{
    long number;

    if (!take_number(optarg, 1, 1000000, &number)) {
        return false;
    }
    poll->max_delay_ms = (uint32_t)number;
    poll->base_delay_ms = (uint32_t)number;
    return true;
}

static bool take_option(client_settings *settings, int option)
{
    switch (option) {
    case REGION:
        settings->region = optarg;
        return strlen(optarg) <= REGION_MAX;
    case ENDPOINT:
        snprintf(settings->endpoint, sizeof settings->endpoint, "%s", optarg);
        return strlen(optarg) < sizeof settings->endpoint;
    case RESOURCE:
        settings->database.resource_arn = dsi_str(optarg);
        return true;
    case SECRET:
        settings->database.secret_arn = dsi_str(optarg);
        return true;
    case DATABASE:
        settings->database.database_name = dsi_str(optarg);
        return true;
    case RESULTS:
        return take_results(&settings->poll);
    case SDL:
        settings->poll.include_models_sdl = (dsi_optional_bool){.present = true,
                                                                .value = true};
        return true;
    case WAIT:
        return take_wait(&settings->poll);
    case TIMEOUT:
        return take_number(optarg, 1, 3600, &settings->timeout_seconds);
    case AS_IS:
        settings->validate = false;
        return true;
    case RECORD:
        settings->record = optarg;
        return optarg[0] != '\0';
    case HELP:
        fputs(usage, stdout);
        exit(0);
    default:
        return false;
    }
}

/* Returns false if an option is wrong, or a key is missing. */
static bool take_all(client_settings *settings, int argc, char **argv)
{
    int option;

    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (!take_option(settings, option)) {
            return false;
        }
    }
    if (settings->endpoint[0] == '\0') {
        snprintf(settings->endpoint, sizeof settings->endpoint,
                 "https://appsync.%s.amazonaws.com", settings->region);
    }
    return optind == argc && getenv("AWS_ACCESS_KEY_ID") != NULL &&
           getenv("AWS_SECRET_ACCESS_KEY") != NULL;
}

void client_take_settings(client_settings *settings, int argc, char **argv)
{
    *settings = (client_settings){
        .region = "us-east-1", .timeout_seconds = 60, .validate = true};
    if (!take_all(settings, argc, argv)) {
        fputs(usage, stderr);
        exit(2);
    }
}
