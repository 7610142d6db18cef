/*
 * vectors/mutations.c - the table of mutations.
 *
 * A row says at which site its bytes stand, what they do there, which code a parser
 * must report, and why. Each row breaks one rule only, so its verdict is certain. A
 * byte that could go on as something valid would move the error. For that reason some
 * rows begin or end with a blank, which closes the token before or after it.
 *
 * The order is part of the output: a row is chosen by its number. A new row goes to the
 * end; see DSI_MUTATIONS_FIRST.
 */
#include "vectors/mutations.h"

#include "schema/rows.h"

/* The bytes can hold NUL, so their length is the literal's. */
#define ROW(where, effect, code, literal, why)                                         \
    {                                                                                  \
        DSI_SITE_##where, DSI_##effect, DSI_##code, DSI_STR(literal), (why)            \
    }

const dsi_mutation dsi_mutations[] = {
    /* ------------------------------------------------------- RFC 8259, section 2 */
    ROW(GAP, CUT, E_TRUNCATED, " ", "the message is cut between two tokens"),
    ROW(STRING, CUT, E_TRUNCATED, "", "the message is cut in a string"),
    ROW(REQUEST, CUT, E_TRUNCATED, "", "there is no message"),
    ROW(BEGIN, CUT, E_TRUNCATED, " \r\n\t", "there is nothing but white space"),
    ROW(BEGIN, PUT, E_NOT_OBJECT, "[", "the message is an array"),
    ROW(BEGIN, PUT, E_NOT_OBJECT, "\"a\"", "the message is a string"),
    ROW(BEGIN, PUT, E_NOT_OBJECT, "1", "the message is a number"),
    ROW(BEGIN, PUT, E_NOT_OBJECT, "null", "the message is null"),
    ROW(BEGIN, PUT, E_SYNTAX, "\xef\xbb\xbf", "a byte order mark comes first"),
    ROW(BEGIN, PUT, E_SYNTAX, "x", "the message begins no JSON text"),
    ROW(END, PUT, E_TRAILING, "{}", "another object follows"),
    ROW(END, PUT, E_TRAILING, "\"a", "a string that does not end follows"),
    ROW(END, PUT, E_TRAILING, ",", "a comma follows"),
    ROW(END, PUT, E_TRAILING, "\0", "a NUL follows"),
    ROW(END, PUT, E_TRAILING, " }", "a brace too many follows"),
    ROW(GAP, PUT, E_SYNTAX, " \v", "a vertical tab is no white space"),
    ROW(GAP, PUT, E_SYNTAX, " \f", "a form feed is no white space"),
    ROW(GAP, PUT, E_SYNTAX, " \xc2\xa0", "a no-break space is no white space"),
    ROW(GAP, PUT, E_SYNTAX, " /**/", "there are no comments"),
    ROW(GAP, PUT, E_SYNTAX, " \0", "a NUL is no token"),
    ROW(GAP, PUT, E_SYNTAX, " 'a'", "a string has double quotes"),
    /* -------------------------------------------------- RFC 8259, sections 4 and 5 */
    ROW(COLON, INSTEAD, E_SYNTAX, " ", "the colon is missing"),
    ROW(COLON, INSTEAD, E_SYNTAX, "=", "an equals sign is no colon"),
    ROW(COLON, INSTEAD, E_SYNTAX, "::", "there are two colons"),
    ROW(COMMA, INSTEAD, E_SYNTAX, " ", "the comma is missing"),
    ROW(COMMA, INSTEAD, E_SYNTAX, " ;", "a semicolon is no comma"),
    ROW(COMMA, INSTEAD, E_SYNTAX, " ,,", "there are two commas"),
    ROW(FULL_END, PUT, E_SYNTAX, " ,", "nothing follows the last comma"),
    ROW(OBJECT_END, INSTEAD, E_SYNTAX, " ]", "an object ends as an array"),
    ROW(LIST_END, INSTEAD, E_SYNTAX, " }", "an array ends as an object"),
    /* ------------------------------------------------------- RFC 8259, section 3 */
    ROW(LITERAL, INSTEAD, E_SYNTAX, "nULL", "literals are in lower case"),
    ROW(LITERAL, INSTEAD, E_SYNTAX, "nulx", "a literal has another letter"),
    ROW(LITERAL, INSTEAD, E_SYNTAX, "fals ", "a literal has a letter too few"),
    ROW(LITERAL, INSTEAD, E_SYNTAX, "nil ", "there is no such literal"),
    /* ------------------------------------------------------- RFC 8259, section 6 */
    ROW(NUMBER, INSTEAD, E_SYNTAX, "01", "a number begins with a zero too many"),
    ROW(NUMBER, INSTEAD, E_SYNTAX, "+1", "a number has a plus"),
    ROW(NUMBER, INSTEAD, E_SYNTAX, ".5", "a number begins with a point"),
    ROW(NUMBER, INSTEAD, E_SYNTAX, "1. ", "a number ends with a point"),
    ROW(NUMBER, INSTEAD, E_SYNTAX, "1e+ ", "an exponent has no digits"),
    ROW(NUMBER, INSTEAD, E_SYNTAX, "- ", "a number has no digits"),
    ROW(NUMBER, INSTEAD, E_SYNTAX, "0x1F", "there are no hexadecimal numbers"),
    ROW(NUMBER, INSTEAD, E_SYNTAX, "Infinity", "no number is infinite"),
    ROW(NUMBER, INSTEAD, E_SYNTAX, "-NaN", "every number is one"),
    /* ------------------------------------------------- RFC 8259, sections 7 and 8 */
    ROW(STRING, PUT, E_CONTROL, "\n", "a line feed is not escaped"),
    ROW(STRING, PUT, E_CONTROL, "\0", "a NUL is not escaped"),
    ROW(STRING, PUT, E_CONTROL, "\x1f", "a control character is not escaped"),
    ROW(STRING, PUT, E_ESCAPE, "\\x41", "there is no such escape"),
    ROW(STRING, PUT, E_ESCAPE, "\\U0041", "an escape has a capital U"),
    ROW(STRING, PUT, E_ESCAPE, "\\u004g", "an escape has a digit that is none"),
    ROW(STRING, PUT, E_ESCAPE, "\\u00\\n", "an escape has two digits"),
    ROW(STRING, PUT, E_UTF8, "\x80", "a continuation byte begins a character"),
    ROW(STRING, PUT, E_UTF8, "\xc0\xaf", "a character is longer than it must be"),
    ROW(STRING, PUT, E_UTF8, "\xe0\x80\x80", "U+0000 is written with three bytes"),
    ROW(STRING, PUT, E_UTF8, "\xed\xa0\x80", "half of a surrogate pair is encoded"),
    ROW(STRING, PUT, E_UTF8, "\xf4\x90\x80\x80", "a character is beyond U+10FFFF"),
    ROW(STRING, PUT, E_UTF8, "\xe2\x82", "a character lacks its last byte"),
    ROW(STRING, PUT, E_UTF8, "\xff", "a byte that UTF-8 never has"),
    ROW(STRING, PUT, E_SURROGATE, "\\udc00", "the low half of a pair stands alone"),
    ROW(STRING, PUT, E_SURROGATE, "\\ud83d", "the high half of a pair stands alone"),
    ROW(STRING, PUT, E_SURROGATE, "\\uD800\\u0041", "a letter follows a high half"),
    /* --------------------------------------------------------- the message's shape */
    ROW(TWICE, AGAIN, E_DUPLICATE, "null", "a member is given twice"),
    ROW(TEXT_VALUE, INSTEAD, E_TYPE, "5", "a number where a string belongs"),
    ROW(TEXT_VALUE, INSTEAD, E_TYPE, "true", "a boolean where a string belongs"),
    ROW(TEXT_VALUE, INSTEAD, E_TYPE, "{}", "an object where a string belongs"),
    ROW(TEXT_VALUE, INSTEAD, E_TYPE, "[]", "an array where a string belongs"),
    ROW(INTEGER_VALUE, INSTEAD, E_TYPE, "\"5\"", "a string where a number belongs"),
    ROW(INTEGER_VALUE, INSTEAD, E_TYPE, "false", "a boolean where a number belongs"),
    ROW(INTEGER_VALUE, INSTEAD, E_TYPE, "[5]", "an array where a number belongs"),
    ROW(INTEGER_VALUE, INSTEAD, E_INTEGER, "1.0", "an integer has a fraction"),
    ROW(INTEGER_VALUE, INSTEAD, E_INTEGER, "1e3", "an integer has an exponent"),
    ROW(INTEGER_VALUE, INSTEAD, E_INTEGER_RANGE, "9223372036854775808", "2^63"),
    ROW(INTEGER_VALUE, INSTEAD, E_INTEGER_RANGE, "-9223372036854775809", "-2^63 - 1"),
    ROW(INTEGER_VALUE, INSTEAD, E_INTEGER_RANGE, "18446744073709551617", "2^64 + 1"),
    ROW(STRUCT_VALUE, INSTEAD, E_TYPE, "[]", "an array where an object belongs"),
    ROW(STRUCT_VALUE, INSTEAD, E_TYPE, "\"{}\"", "a string where an object belongs"),
    ROW(STRUCT_VALUE, INSTEAD, E_TYPE, "0", "a number where an object belongs"),
    ROW(LIST_VALUE, INSTEAD, E_TYPE, "{}", "an object where an array belongs"),
    ROW(LIST_VALUE, INSTEAD, E_TYPE, "\"\"", "a string where an array belongs"),
    ROW(LIST_VALUE, INSTEAD, E_TYPE, "true", "a boolean where an array belongs"),
    ROW(UNKNOWN_VALUE, DEEP, E_MAX_DEPTH, "[", "arrays are nested too deep"),
    ROW(UNKNOWN_VALUE, DEEP, E_MAX_DEPTH, "{\"\":", "objects are nested too deep"),
    /* ------------------------------------------------- a request's constraints */
    ROW(REQUIRED_MEMBER, INSTEAD, E_REQUIRED, "", "a required member is missing"),
    ROW(REQUIRED_VALUE, INSTEAD, E_REQUIRED, "null", "a required member is null"),
    ROW(LENGTH, LONGER, E_LENGTH, "", "a text has one character too many"),
    ROW(MINIMUM, INSTEAD, E_LENGTH, "", "a text is empty"),
    ROW(ARN_PREFIX, INSTEAD, E_PATTERN, "ARN", "the prefix is in capitals"),
    ROW(ARN_PREFIX, INSTEAD, E_PATTERN, " arn", "a blank comes first"),
    ROW(ARN_PARTITION, INSTEAD, E_PATTERN, "AWS", "the partition is in capitals"),
    ROW(ARN_PARTITION, INSTEAD, E_PATTERN, "aws2", "a digit in the partition"),
    ROW(ARN_SERVICE, INSTEAD, E_PATTERN, "redshift", "another service"),
    ROW(ARN_SERVICE, INSTEAD, E_PATTERN, "", "there is no service"),
    ROW(ARN_REGION, INSTEAD, E_PATTERN, "us_east_1", "an underscore in the region"),
    ROW(ARN_REGION, INSTEAD, E_PATTERN, "EU-WEST-1", "the region is in capitals"),
    ROW(ARN_ACCOUNT, INSTEAD, E_PATTERN, "12345678901", "eleven digits"),
    ROW(ARN_ACCOUNT, INSTEAD, E_PATTERN, "1234567890123", "thirteen digits"),
    ROW(ARN_ACCOUNT, INSTEAD, E_PATTERN, "12345678901a", "a letter in the account"),
    ROW(ARN_ACCOUNT, INSTEAD, E_PATTERN, "12345678901\xd9\xa2",
        "a digit that is not of ASCII"),
    ROW(ARN_TYPE, INSTEAD, E_PATTERN, "db", "another type of resource"),
    ROW(ARN_TYPE, INSTEAD, E_PATTERN, "Cluster", "types of resources have a case"),
    ROW(ARN_NAME, INSTEAD, E_PATTERN, "orders\n", "a line feed at the end"),
    ROW(ARN_NAME, INSTEAD, E_PATTERN, "or ders", "a blank in the name"),
    ROW(ARN_NAME, INSTEAD, E_PATTERN, "caf\xc3\xa9", "a letter that is not of ASCII"),
    ROW(ARN_NAME, INSTEAD, E_PATTERN, "orders:1", "a colon in the name"),
    /* ----------------------------------------------------------------- targets */
    ROW(ROUTE, INSTEAD, E_ROUTE, "", "there is no path"),
    ROW(VERSION, INSTEAD, E_ROUTE, "/v2", "another version"),
    ROW(SLASH, INSTEAD, E_ROUTE, "", "a slash is missing"),
    ROW(ROUTE, PUT, E_ROUTE, "/", "two slashes"),
    ROW(ROUTE, PUT, E_ROUTE, "ftp://example.com", "another scheme"),
    ROW(SEGMENT, INSTEAD, E_ROUTE, "", "a segment of the path is empty"),
    ROW(SEGMENT, INSTEAD, E_ROUTE, "7/8", "there is one segment more"),
    ROW(LABEL, INSTEAD, E_DOT_SEGMENT, ".", "a label is a dot segment"),
    ROW(LABEL, INSTEAD, E_DOT_SEGMENT, "%2e%2E", "a label is an escaped dot segment"),
    ROW(ENCODED, PUT, E_ESCAPE, "%G0", "an escape has a digit that is none"),
    ROW(ENCODED, PUT, E_ESCAPE, "%%41", "a percent sign is not escaped"),
    ROW(ENCODED, PUT, E_ESCAPE, "%4+", "an escape has one digit"),
    ROW(ENCODED, PUT, E_UTF8, "%80", "a continuation byte begins a character"),
    ROW(ENCODED, PUT, E_UTF8, "%C0%AF", "a character is longer than it must be"),
    ROW(ENCODED, PUT, E_UTF8, "%ed%a0%80", "half of a surrogate pair is encoded"),
    ROW(ENCODED, PUT, E_UTF8, "%F4%90%80%80", "a character is beyond U+10FFFF"),
    ROW(ENCODED, PUT, E_UTF8, "%E2%82", "a character lacks its last byte"),
    ROW(TARGET_BYTE, PUT, E_SYNTAX, " ", "a blank is not escaped"),
    ROW(TARGET_BYTE, PUT, E_SYNTAX, "\xc3\xa9", "a letter is not escaped"),
    ROW(TARGET_BYTE, PUT, E_SYNTAX, "\"", "a quote is not escaped"),
    ROW(TARGET_BYTE, PUT, E_SYNTAX, "#", "a target has no fragment"),
    ROW(TARGET_BYTE, PUT, E_SYNTAX, "\r\n", "a line ends in the target"),
    ROW(BOOLEAN, INSTEAD, E_TYPE, "TRUE", "a boolean is in lower case"),
    ROW(BOOLEAN, INSTEAD, E_TYPE, "1", "a number is no boolean"),
    ROW(BOOLEAN, INSTEAD, E_TYPE, "", "nothing is no boolean"),
    ROW(INTEGER, INSTEAD, E_INTEGER, "1.0", "an integer has a fraction"),
    ROW(INTEGER, INSTEAD, E_INTEGER, "+1", "an integer has a plus"),
    ROW(INTEGER, INSTEAD, E_INTEGER, "007", "an integer begins with zeroes"),
    ROW(INTEGER, INSTEAD, E_INTEGER, "%D9%A1", "a digit that is not of ASCII"),
    ROW(INTEGER, INSTEAD, E_INTEGER, "", "nothing is no integer"),
    ROW(INT32, INSTEAD, E_INTEGER_RANGE, "2147483648", "2^31"),
    ROW(INT32, INSTEAD, E_INTEGER_RANGE, "4294967297", "2^32 + 1"),
    ROW(RANGE, OVER, E_RANGE, "", "a number is one too great"),
    ROW(RANGE, INSTEAD, E_RANGE, "-1", "a number is negative"),
    ROW(TOKEN, INSTEAD, E_PATTERN, "a%20b", "a blank in the token"),
    ROW(TOKEN, INSTEAD, E_PATTERN, "a%0A", "a line feed at the token's end"),
    ROW(TOKEN, INSTEAD, E_PATTERN, "%E3%80%80", "white space that is not of ASCII"),
    /* ----------------------------------------- added later; see DSI_MUTATIONS_FIRST */
    ROW(BOOLEAN_VALUE, INSTEAD, E_TYPE, "\"true\"", "a string where a boolean belongs"),
    ROW(BOOLEAN_VALUE, INSTEAD, E_TYPE, "1", "a number where a boolean belongs"),
    ROW(BOOLEAN_VALUE, INSTEAD, E_TYPE, "[true]", "an array where a boolean belongs"),
    ROW(NULL_ITEM, INSTEAD, E_NULL_ITEM, "null", "a list in a request holds null"),
    ROW(INT64, INSTEAD, E_INTEGER_RANGE, "9223372036854775808", "2^63"),
    ROW(INT64, INSTEAD, E_INTEGER_RANGE, "-9223372036854775809", "-2^63 - 1"),
};

_Static_assert(DSI_COUNT(dsi_mutations) > DSI_MUTATIONS_FIRST,
               "later rows stand after the first");

const size_t dsi_mutation_count = DSI_COUNT(dsi_mutations);
