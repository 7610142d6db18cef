/*
 * fuzz/oracle.c - jansson as the second opinion, and what it cannot decide.
 *
 * jansson refuses some JSON because it cannot represent it. Such a refusal is no
 * opinion: oracle_is_beyond tells it from an error.
 */
#include "fuzz/oracle.h"

json_t *oracle_load(const void *bytes, size_t length, size_t flags,
                    enum json_error_code *code)
{
    json_error_t error;
    json_t *json = json_loadb(bytes, length, flags | JSON_ALLOW_NUL, &error);

    if (code != NULL) {
        *code = json == NULL ? json_error_code(&error) : json_error_unknown;
    }
    return json;
}

bool oracle_is_beyond(enum json_error_code code)
{
    return code == json_error_numeric_overflow || code == json_error_null_byte_in_key;
}

bool oracle_is_json(const void *bytes, size_t length, size_t flags)
{
    enum json_error_code code;
    json_t *json = oracle_load(bytes, length, flags, &code);
    bool good = json != NULL || oracle_is_beyond(code);

    json_decref(json);
    return good;
}
