/* Converts JSON numbers to integers: the value is exact, or the number is refused. */
#include "codec/integer.h"
#include "tests/support.h"

typedef struct integer_row {
    const char *digits;
    int64_t minimum;
    int64_t maximum;
    dsi_code code;
    int64_t value;
} integer_row;

static const integer_row rows[] = {
    {"0", INT32_MIN, INT32_MAX, DSI_OK, 0},
    {"-0", INT32_MIN, INT32_MAX, DSI_OK, 0},
    {"7", INT32_MIN, INT32_MAX, DSI_OK, 7},
    {"-7", INT32_MIN, INT32_MAX, DSI_OK, -7},
    {"2147483647", INT32_MIN, INT32_MAX, DSI_OK, INT32_MAX},
    {"2147483648", INT32_MIN, INT32_MAX, DSI_E_INTEGER_RANGE, 0},
    {"-2147483648", INT32_MIN, INT32_MAX, DSI_OK, INT32_MIN},
    {"-2147483649", INT32_MIN, INT32_MAX, DSI_E_INTEGER_RANGE, 0},
    {"9223372036854775807", INT64_MIN, INT64_MAX, DSI_OK, INT64_MAX},
    {"9223372036854775808", INT64_MIN, INT64_MAX, DSI_E_INTEGER_RANGE, 0},
    {"-9223372036854775808", INT64_MIN, INT64_MAX, DSI_OK, INT64_MIN},
    {"-9223372036854775809", INT64_MIN, INT64_MAX, DSI_E_INTEGER_RANGE, 0},
    {"9223372036854775810", INT64_MIN, INT64_MAX, DSI_E_INTEGER_RANGE, 0},
    {"18446744073709551616", INT64_MIN, INT64_MAX, DSI_E_INTEGER_RANGE, 0},
    {"100000000000000000000000000", INT64_MIN, INT64_MAX, DSI_E_INTEGER_RANGE, 0},
    {"1.0", INT64_MIN, INT64_MAX, DSI_E_INTEGER, 0},
    {"1.001", INT64_MIN, INT64_MAX, DSI_E_INTEGER, 0},
    {"1e2", INT64_MIN, INT64_MAX, DSI_E_INTEGER, 0},
    {"1E0", INT64_MIN, INT64_MAX, DSI_E_INTEGER, 0},
    {"-1e-400", INT64_MIN, INT64_MAX, DSI_E_INTEGER, 0},
};

START_TEST(reads_exactly_or_refuses)
{
    const integer_row *row = &rows[_i];
    int64_t value = 0;
    dsi_code code = dsi_integer_read(dsi_str(row->digits), row->minimum, row->maximum,
                                     &value);

    ck_assert_msg(code == row->code, "%s: %s", row->digits, dsi_code_name(code));
    if (code == DSI_OK) {
        ck_assert_int_eq(value, row->value);
    }
}
END_TEST

SUITE(integer)
{
    Suite *suite = suite_create("integer");

    add_rows(suite, "reads exactly or refuses", reads_exactly_or_refuses, COUNT(rows));
    return suite;
}
