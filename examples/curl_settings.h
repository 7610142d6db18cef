/* The settings of the client with libcurl, from its command line. */
#ifndef DSI_EXAMPLES_CURL_SETTINGS_H
#define DSI_EXAMPLES_CURL_SETTINGS_H

#include <dsi/dsi.h>

#define CLIENT_URL_MAX 1024u /* of the service, without the target */

typedef struct client_settings {
    char endpoint[CLIENT_URL_MAX];
    const char *region;
    dsi_rds_data_api_config database;
    dsi_poll_options poll;
    long timeout_seconds; /* of a request, from connect to the answer's last byte */
    bool validate;
    const char *record; /* the folder to make for a record, or NULL */
} client_settings;

/* Exits after --help, or if an argument is wrong or a key is missing. */
void client_take_settings(client_settings *settings, int argc, char **argv);

#endif
