/*
 * Fragments that are documents or values, but not strings: RFC 8259, sections 2 to 6.
 */
#include "tests/codec/grammar.h"

#define ROW(of, id, rule, fragment, error, at, ...)                                    \
    {                                                                                  \
        .name = (id), .section = (rule), .form = (of), .text = TEXT_ROW(fragment),     \
        .code = (error), .offset = (at), __VA_ARGS__                                   \
    }

#define DOCUMENT(id, fragment)                                                         \
    ROW(FORM_DOCUMENT, id, "2", fragment, DSI_OK, 0, .first = 0)
#define NO_DOCUMENT(id, fragment, error, at)                                           \
    ROW(FORM_DOCUMENT, id, "2", fragment, error, at, .first = 0)

#define LITERAL(id, fragment, type)                                                    \
    ROW(FORM_LITERAL, id, "3", fragment, DSI_OK, 0, .first = (type))
#define NO_LITERAL(id, fragment, at)                                                   \
    ROW(FORM_LITERAL, id, "3", fragment, DSI_E_SYNTAX, at, .first = 0)
#define LITERAL_THEN_ERROR(id, fragment, at, type)                                     \
    ROW(FORM_LITERAL, id, "3", fragment, DSI_E_SYNTAX, at, .first = (type))

#define OBJECT(id, fragment)                                                           \
    ROW(FORM_OBJECT, id, "4", fragment, DSI_OK, 0, .first = DSI_JSON_OBJECT)
#define NO_OBJECT(id, fragment, at)                                                    \
    ROW(FORM_OBJECT, id, "4", fragment, DSI_E_SYNTAX, at, .first = DSI_JSON_OBJECT)

#define ARRAY(id, fragment)                                                            \
    ROW(FORM_ARRAY, id, "5", fragment, DSI_OK, 0, .first = DSI_JSON_ARRAY)
#define NESTED(id, fragment)                                                           \
    ROW(FORM_ARRAY, id, "5", fragment, DSI_OK, 0, .first = DSI_JSON_ARRAY,             \
        .nested = true)
#define NO_ARRAY(id, fragment, at)                                                     \
    ROW(FORM_ARRAY, id, "5", fragment, DSI_E_SYNTAX, at, .first = DSI_JSON_ARRAY)
#define NO_NESTED(id, fragment, at)                                                    \
    ROW(FORM_ARRAY, id, "5", fragment, DSI_E_SYNTAX, at, .first = DSI_JSON_ARRAY,      \
        .nested = true)

#define INTEGER(id, fragment)                                                          \
    ROW(FORM_NUMBER, id, "6", fragment, DSI_OK, 0, .first = DSI_JSON_NUMBER)
#define NUMBER(id, fragment)                                                           \
    ROW(FORM_NUMBER, id, "6", fragment, DSI_OK, 0, .first = DSI_JSON_NUMBER,           \
        .integer = DSI_E_INTEGER)
#define HUGE_NUMBER(id, fragment, error)                                               \
    ROW(FORM_NUMBER, id, "6", fragment, DSI_OK, 0, .first = DSI_JSON_NUMBER,           \
        .integer = (error), .another = OTHER_HAS_RANGES)
#define NO_NUMBER(id, fragment, at)                                                    \
    ROW(FORM_NUMBER, id, "6", fragment, DSI_E_SYNTAX, at, .first = 0)
/* White space ends the number before the error, so its type is checked first. */
#define NUMBER_THEN_ERROR(id, fragment, at)                                            \
    ROW(FORM_NUMBER, id, "6", fragment, DSI_E_SYNTAX, at, .first = DSI_JSON_NUMBER)

#define LOST_NUL(id, fragment, at)                                                     \
    ROW(FORM_NUMBER, id, "6", fragment, DSI_E_SYNTAX, at, .first = 0,                  \
        .another = OTHER_LOSES_NULS)

static const grammar_row rows[] = {
    DOCUMENT("the smallest", "{}"),
    DOCUMENT("white space around", " \t\r\n{ \t\r\n} \t\r\n"),
    DOCUMENT("line feeds alone", "\n\n{\n}\n\n"),
    NO_DOCUMENT("white space alone", " \t\r\n", DSI_E_TRUNCATED, 4),
    NO_DOCUMENT("an array", "[]", DSI_E_NOT_OBJECT, 0),
    NO_DOCUMENT("a string", "\"{}\"", DSI_E_NOT_OBJECT, 0),
    NO_DOCUMENT("a number", "0", DSI_E_NOT_OBJECT, 0),
    NO_DOCUMENT("a negative number", " -1", DSI_E_NOT_OBJECT, 1),
    NO_DOCUMENT("a literal", "true", DSI_E_NOT_OBJECT, 0),
    NO_DOCUMENT("two documents", "{}{}", DSI_E_TRAILING, 2),
    NO_DOCUMENT("two documents on two lines", "{}\n{}\n", DSI_E_TRAILING, 3),
    NO_DOCUMENT("two documents, a comma", "{},{}", DSI_E_TRAILING, 2),
    NO_DOCUMENT("a bracket too many", "{}]", DSI_E_TRAILING, 2),
    NO_DOCUMENT("a brace too many", "{}}", DSI_E_TRAILING, 2),
    NO_DOCUMENT("a string after it", "{} \"", DSI_E_TRAILING, 3),
    NO_DOCUMENT("a comment after it", "{}//", DSI_E_TRAILING, 2),
    NO_DOCUMENT("NUL after it", "{}\0", DSI_E_TRAILING, 2),
    NO_DOCUMENT("a form feed after it", "{}\f", DSI_E_TRAILING, 2),
    NO_DOCUMENT("a form feed before", "\f{}", DSI_E_SYNTAX, 0),
    NO_DOCUMENT("a comment before", "/**/{}", DSI_E_SYNTAX, 0),
    NO_DOCUMENT("a byte order mark", "\xef\xbb\xbf{}", DSI_E_SYNTAX, 0),
    NO_DOCUMENT("UTF-16 with a byte order mark", "\xff\xfe{\0}\0", DSI_E_SYNTAX, 0),
    NO_DOCUMENT("UTF-16, big-endian", "\0{\0}", DSI_E_SYNTAX, 0),
    NO_DOCUMENT("UTF-16, little-endian", "{\0}\0", DSI_E_SYNTAX, 1),
    NO_DOCUMENT("a record separator", "\x1e{}\n", DSI_E_SYNTAX, 0),
    NO_DOCUMENT("a name without braces", "\"a\":1", DSI_E_NOT_OBJECT, 0),
    NO_DOCUMENT("a closing brace", "}", DSI_E_SYNTAX, 0),
    NO_DOCUMENT("an opening brace", "{", DSI_E_TRUNCATED, 1),
    NO_DOCUMENT("an open array", "{\"a\":[1", DSI_E_TRUNCATED, 7),

    LITERAL("true", "true", DSI_JSON_BOOLEAN),
    LITERAL("false", "false", DSI_JSON_BOOLEAN),
    LITERAL("null", "null", DSI_JSON_NULL),
    LITERAL("white space around true", " \t\r\ntrue \t\r\n", DSI_JSON_BOOLEAN),
    LITERAL("white space around null", "\nnull\n", DSI_JSON_NULL),
    NO_LITERAL("True", "True", 0),
    NO_LITERAL("TRUE", "TRUE", 0),
    NO_LITERAL("tRUE", "tRUE", 1),
    NO_LITERAL("truE", "truE", 3),
    NO_LITERAL("False", "False", 0),
    NO_LITERAL("Null", "Null", 0),
    NO_LITERAL("tru", "tru", 3),
    NO_LITERAL("fals", "fals", 4),
    NO_LITERAL("nul", "nul", 3),
    NO_LITERAL("n", "n", 1),
    NO_LITERAL("none", "none", 1),
    NO_LITERAL("nil", "nil", 1),
    NO_LITERAL("undefined", "undefined", 0),
    NO_LITERAL("yes", "yes", 0),
    NO_LITERAL("a space in it", "tr ue", 2),
    NO_LITERAL("an escape in it", "t\\u0072ue", 1),
    NO_LITERAL("a comment", "/*1*/1", 0),
    NO_LITERAL("another comment", "#1", 0),
    NO_LITERAL("a bare word", "word", 0),
    NO_LITERAL("single quotes", "'a'", 0),
    NO_LITERAL("a character of two bytes", "\xc3\xa9", 0),
    LITERAL_THEN_ERROR("truetrue", "truetrue", 4, DSI_JSON_BOOLEAN),
    LITERAL_THEN_ERROR("true1", "true1", 4, DSI_JSON_BOOLEAN),
    LITERAL_THEN_ERROR("two literals", "false true", 6, DSI_JSON_BOOLEAN),
    LITERAL_THEN_ERROR("nullnull", "nullnull", 4, DSI_JSON_NULL),
    LITERAL_THEN_ERROR("a quote after it", "null\"", 4, DSI_JSON_NULL),

    OBJECT("empty", "{}"),
    OBJECT("white space in it", "{ \t\r\n}"),
    OBJECT("white space around", " \t\r\n{} \t\r\n"),
    OBJECT("a member", "{\"a\":@}"),
    OBJECT("members", "{\"a\":@,\"b\":@,\"c\":@}"),
    OBJECT("white space at each place",
           "{ \t\r\n\"a\" \t\r\n: \t\r\n@ \t\r\n, \t\r\n\"b\" \t\r\n: \t\r\n@ \t\r\n}"),
    OBJECT("every type",
           "{\"a\":1,\"b\":\"c\",\"d\":true,\"e\":null,\"f\":[],\"g\":{}}"),
    OBJECT("an empty name", "{\"\":@}"),
    OBJECT("a name twice, unknown", "{\"a\":@,\"a\":@}"),
    OBJECT("names that differ in case", "{\"a\":@,\"A\":@}"),
    OBJECT("a name that is a literal", "{\"null\":@,\"true\":@}"),
    OBJECT("a name with escapes", "{\"\\u0061\\\"\\\\\":@}"),
    OBJECT("nested", "{\"a\":{\"b\":{\"c\":{\"d\":{}}}}}"),
    OBJECT("nested, in arrays", "{\"a\":[{\"b\":[{}]}]}"),
    NO_OBJECT("a comma alone", "{,}", 1),
    NO_OBJECT("a comma first", "{,\"a\":@}", 1),
    NO_OBJECT("a comma last", "{\"a\":@,}", 7),
    NO_OBJECT("a comma last, and a space", "{\"a\":@, }", 8),
    NO_OBJECT("two commas", "{\"a\":@,,\"b\":@}", 7),
    NO_OBJECT("no comma", "{\"a\":@ \"b\":@}", 7),
    NO_OBJECT("no comma between strings", "{\"a\":\"\"\"b\":@}", 7),
    NO_OBJECT("a semicolon for a comma", "{\"a\":@;\"b\":@}", 6),
    NO_OBJECT("a colon for a comma", "{\"a\":@:\"b\":@}", 6),
    NO_OBJECT("no colon", "{\"a\" @}", 5),
    NO_OBJECT("no colon, no space", "{\"a\"@}", 4),
    NO_OBJECT("two colons", "{\"a\"::@}", 5),
    NO_OBJECT("an equals sign for a colon", "{\"a\"=@}", 4),
    NO_OBJECT("a comma for a colon", "{\"a\",@}", 4),
    NO_OBJECT("a name alone", "{\"a\"}", 4),
    NO_OBJECT("no value", "{\"a\":}", 5),
    NO_OBJECT("no value, and another member", "{\"a\":,\"b\":@}", 5),
    NO_OBJECT("a colon alone", "{:}", 1),
    NO_OBJECT("no name", "{:@}", 1),
    NO_OBJECT("a name without quotes", "{a:@}", 1),
    NO_OBJECT("a name in single quotes", "{'a':@}", 1),
    NO_OBJECT("a name that is a number", "{1:@}", 1),
    NO_OBJECT("a name that is true", "{true:@}", 1),
    NO_OBJECT("a name that is null", "{null:@}", 1),
    NO_OBJECT("a name that is an array", "{[]:@}", 1),
    NO_OBJECT("a name that is an object", "{{}:@}", 1),
    NO_OBJECT("two values", "{\"a\":@ @}", 7),
    NO_OBJECT("a bracket for its end", "{\"a\":@]", 6),
    NO_OBJECT("a bracket for its end, empty", "{]", 1),
    NO_OBJECT("a comment in it", "{/**/}", 1),
    NO_OBJECT("a line comment in it", "{//\n}", 1),
    NO_OBJECT("a vertical tab in it", "{\v}", 1),
    NO_OBJECT("a form feed in it", "{\"a\":\f@}", 5),
    NO_OBJECT("NUL in it", "{\0}", 1),
    NO_OBJECT("a no-break space in it", "{\xc2\xa0}", 1),
    NO_OBJECT("a line separator in it", "{\xe2\x80\xa8}", 1),
    NO_OBJECT("a byte order mark in it", "{\xef\xbb\xbf}", 1),
    NO_OBJECT("three dots", "{\"a\":@,...}", 7),

    ARRAY("empty", "[]"),
    ARRAY("white space in it", "[ \t\r\n]"),
    ARRAY("white space around", " \t\r\n[] \t\r\n"),
    ARRAY("an item", "[@]"),
    ARRAY("items", "[@,@,@]"),
    ARRAY("white space at each place", "[ \t\r\n@ \t\r\n, \t\r\n@ \t\r\n]"),
    ARRAY("many items", "[@,@,@,@,@,@,@,@,@,@,@,@,@,@,@,@,@]"),
    NESTED("nested", "[[],[[]],[[[]]]]"),
    NESTED("every type", "[1,\"a\",true,false,null,[],{}]"),
    NESTED("objects and arrays", "[{\"a\":[{\"b\":[]}]},[{}]]"),
    NO_ARRAY("a comma alone", "[,]", 1),
    NO_ARRAY("a comma first", "[,@]", 1),
    NO_ARRAY("a comma last", "[@,]", 3),
    NO_ARRAY("a comma last, and a space", "[@, ]", 4),
    NO_ARRAY("two commas", "[@,,@]", 3),
    NO_ARRAY("no comma", "[@ @]", 3),
    NO_ARRAY("a semicolon for a comma", "[@;@]", 2),
    NO_ARRAY("a colon", "[@:@]", 2),
    NO_ARRAY("a brace for its end", "[@}", 2),
    NO_ARRAY("a brace for its end, empty", "[}", 1),
    NO_ARRAY("a parenthesis for its end", "[@)", 2),
    NO_ARRAY("a comment in it", "[/**/]", 1),
    NO_ARRAY("a vertical tab in it", "[\v]", 1),
    NO_ARRAY("a form feed in it", "[@\f]", 2),
    NO_ARRAY("NUL in it", "[@ \0]", 3),
    NO_ARRAY("an array after it", "[][]", 2),
    NO_NESTED("closed the wrong way round", "[{]}", 2),
    NO_NESTED("closed by a brace, nested", "[[}", 2),
    NO_NESTED("no comma between arrays", "[[][]]", 3),
    NO_NESTED("a member in it", "[\"a\":1]", 4),

    INTEGER("zero", "0"),
    INTEGER("minus zero", "-0"),
    INTEGER("a digit", "7"),
    INTEGER("minus a digit", "-7"),
    INTEGER("all digits", "1234567890"),
    INTEGER("zeros at the end", "1000"),
    INTEGER("white space around", " \t\r\n12 \t\r\n"),
    NUMBER("a fraction", "1.5"),
    NUMBER("a fraction of zero", "0.0"),
    NUMBER("a fraction of minus zero", "-0.0"),
    NUMBER("zeros in a fraction", "0.000010"),
    NUMBER("an exponent", "1e2"),
    NUMBER("an exponent in upper case", "1E2"),
    NUMBER("a positive exponent", "1e+2"),
    NUMBER("a negative exponent", "1e-2"),
    NUMBER("an exponent of zero", "0e0"),
    NUMBER("an exponent of zero in upper case", "0E0"),
    NUMBER("zeros before an exponent", "1e00"),
    NUMBER("zeros before an exponent, signed", "1E+007"),
    NUMBER("all parts", "-12.34e-05"),
    NUMBER("all digits in each part", "1234567890.0987654321e-12"),
    NUMBER("too small for a double", "1e-400"),
    HUGE_NUMBER("too large for a double", "1e400", DSI_E_INTEGER),
    HUGE_NUMBER("too large for an integer", "123456789012345678901234567890",
                DSI_E_INTEGER_RANGE),
    HUGE_NUMBER("too small for an integer", "-123456789012345678901234567890",
                DSI_E_INTEGER_RANGE),
    NO_NUMBER("a zero before", "01", 1),
    NO_NUMBER("two zeros", "00", 1),
    NO_NUMBER("a zero before, negative", "-01", 2),
    NO_NUMBER("a zero before a fraction", "01.5", 1),
    NO_NUMBER("a plus", "+1", 0),
    NO_NUMBER("a minus alone", "-", 1),
    NO_NUMBER("two minuses", "--1", 1),
    NO_NUMBER("a minus and a space", "- 1", 1),
    NO_NUMBER("a minus after it", "1-", 1),
    NO_NUMBER("a plus after it", "1+", 1),
    NO_NUMBER("a point first", ".5", 0),
    NO_NUMBER("a minus and a point", "-.5", 1),
    NO_NUMBER("a point last", "1.", 2),
    NO_NUMBER("a point alone", ".", 0),
    NO_NUMBER("two points", "1..5", 2),
    NO_NUMBER("two fractions", "1.2.3", 3),
    NO_NUMBER("a point and an exponent", "1.e1", 2),
    NO_NUMBER("a sign in a fraction", "1.-5", 2),
    NO_NUMBER("a space in a fraction", "1. 5", 2),
    NO_NUMBER("an empty exponent", "1e", 2),
    NO_NUMBER("an exponent of a sign", "1e+", 3),
    NO_NUMBER("an exponent of two signs", "1e+-1", 3),
    NO_NUMBER("a fraction in an exponent", "1e1.5", 3),
    NO_NUMBER("two exponents", "1e1e1", 3),
    NO_NUMBER("an exponent alone", "e1", 0),
    NO_NUMBER("an empty exponent of zero", "0e", 2),
    NO_NUMBER("hexadecimal", "0x1F", 1),
    NO_NUMBER("octal", "0o17", 1),
    NO_NUMBER("binary", "0b1", 1),
    NO_NUMBER("separators", "1_000", 1),
    NO_NUMBER("an apostrophe", "1'000", 1),
    NO_NUMBER("a suffix", "1L", 1),
    NO_NUMBER("letters after it", "1abc", 1),
    NO_NUMBER("NaN", "NaN", 0),
    NO_NUMBER("nan", "nan", 1),
    NO_NUMBER("Infinity", "Infinity", 0),
    NO_NUMBER("minus Infinity", "-Infinity", 1),
    NO_NUMBER("Inf", "Inf", 0),
    NO_NUMBER("digits of another script", "\xd9\xa1", 0),
    NO_NUMBER("full-width digits", "\xef\xbc\x91", 0),
    NO_NUMBER("a superscript after it", "1\xc2\xb2", 1),
    LOST_NUL("NUL after it", "1\0", 1),
    NO_NUMBER("a quote after it", "1\"", 1),
    NUMBER_THEN_ERROR("a space inside", "1 2", 2),
    NUMBER_THEN_ERROR("a space before a fraction", "1 .5", 2),
    NUMBER_THEN_ERROR("a space before an exponent", "1 e5", 2),
};

const grammar_list grammar_values = {.items = rows, .count = COUNT(rows)};
