/*
 * codec/integer.c - JSON numbers to integers.
 *
 * A JSON number has no fraction or exponent if it is written as an integer; 1.0 and 1e2
 * are refused although their values are integers. So no value is ever rounded, and
 * nothing here depends on floating point or on a locale.
 */
#include "codec/integer.h"

static bool integer_is_plain(dsi_string digits)
{
    for (size_t i = 0; i < digits.length; i++) {
        if (digits.data[i] == '.' || digits.data[i] == 'e' || digits.data[i] == 'E') {
            return false;
        }
    }
    return true;
}

/*
 * Reads digits into a negative number: the negative half of two's complement is the
 * larger one, so INT64_MIN fits. The comparison keeps the next step in range: value *
 * 10 - digit >= INT64_MIN exactly if value >= (INT64_MIN + digit) / 10, which C rounds
 * towards zero.
 */
static bool integer_negative(dsi_string digits, size_t start, int64_t *negative)
{
    int64_t value = 0;

    for (size_t i = start; i < digits.length; i++) {
        int64_t digit = digits.data[i] - '0';

        if (value < (INT64_MIN + digit) / 10) {
            return false;
        }
        value = value * 10 - digit;
    }
    *negative = value;
    return true;
}

/*
 * The digits are well-formed, so there is at least one byte. The one negative number
 * without a positive one is INT64_MIN, and it is refused without a minus.
 */
dsi_code dsi_integer_read(dsi_string digits, int64_t minimum, int64_t maximum,
                          int64_t *value)
{
    bool minus = digits.data[0] == '-';
    int64_t negative;

    if (!integer_is_plain(digits)) {
        return DSI_E_INTEGER;
    }
    if (!integer_negative(digits, minus ? 1 : 0, &negative) ||
        (!minus && negative == INT64_MIN)) {
        return DSI_E_INTEGER_RANGE;
    }
    *value = minus ? negative : -negative;
    return *value < minimum || *value > maximum ? DSI_E_INTEGER_RANGE : DSI_OK;
}

dsi_code dsi_integer_read_type(dsi_string digits, const dsi_type *type, int64_t *value)
{
    return type->kind == DSI_KIND_INT32
               ? dsi_integer_read(digits, INT32_MIN, INT32_MAX, value)
               : dsi_integer_read(digits, INT64_MIN, INT64_MAX, value);
}
