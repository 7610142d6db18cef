#include "fuzz/oracle.h"

json_t *oracle_load(const uint8_t *bytes, size_t length, size_t flags,
                    enum json_error_code *code)
{
    json_error_t error;
    json_t *json = json_loadb((const char *)bytes, length, flags | JSON_ALLOW_NUL,
                              &error);

    *code = json == NULL ? json_error_code(&error) : json_error_unknown;
    return json;
}

bool oracle_is_beyond(enum json_error_code code)
{
    return code == json_error_numeric_overflow || code == json_error_null_byte_in_key;
}
