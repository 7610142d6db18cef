/* tool/commands.c - the table of commands. */
#include "commands.h"

#include <string.h>

const command_row command_rows[] = {
    {"encode", COMMAND_ENCODE, encode_run, help_encode},
    {"decode", COMMAND_DECODE, decode_run, help_decode},
    {"validate", COMMAND_VALIDATE, validate_run, help_validate},
    {"arn", COMMAND_ARN, arn_run, help_arn},
    {"generate", COMMAND_GENERATE, generate_run, help_generate}};

const size_t command_count = sizeof command_rows / sizeof *command_rows;

const command_row *command_find(const char *name)
{
    for (size_t i = 0; i < command_count; i++) {
        if (strcmp(command_rows[i].name, name) == 0) {
            return &command_rows[i];
        }
    }
    return NULL;
}
