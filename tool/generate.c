/* dsi generate: messages to test a parser with, and what must come of each. */
#include <stdio.h>

#include "commands.h"
#include "option_table.h"
#include "report.h"

#define GENERATE_COUNT 10 /* if none is given */

static dsi_vector_message generate_message(unsigned message)
{
    switch (message) {
    case MESSAGE_START_REQUEST:
        return DSI_VECTOR_START_REQUEST;
    case MESSAGE_START_RESPONSE:
        return DSI_VECTOR_START_RESPONSE;
    case MESSAGE_GET_REQUEST:
        return DSI_VECTOR_GET_REQUEST;
    default:
        return DSI_VECTOR_GET_RESPONSE;
    }
}

static const char *generate_name(unsigned message)
{
    const message_row *row = message_rows;

    while (row->message != message) {
        row++;
    }
    return row->name;
}

tool_exit generate_run(const tool_options *options)
{
    static dsi_vectors vectors;
    const char *name = generate_name(options->message);
    uint64_t count = options->count != 0 ? options->count : GENERATE_COUNT;

    dsi_vectors_begin(&vectors, generate_message(options->message), options->seed,
                      options->broken);
    /* A reader may have enough before all are printed. */
    for (uint64_t i = 0; i < count && ferror(stdout) == 0; i++) {
        dsi_vector vector;

        dsi_vectors_next(&vectors, &vector);
        report_vector(name, &vector);
    }
    return TOOL_DONE;
}
