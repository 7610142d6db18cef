/*
 * dsi/error.h - what went wrong, where, and in words.
 *
 * Every function that can fail fills a dsi_error: a code, the place and two numbers.
 * dsi makes a text of it only when you ask for one:
 *
 *     char words[DSI_ERROR_TEXT_MAX];
 *     dsi_error_describe(&error, words, sizeof words);
 *     fprintf(stderr, "%s\n", words);
 *
 * Codes come in bands, so a caller can decide by the kind of error alone:
 *
 *     switch (dsi_code_band(error.code)) {
 *     case DSI_BAND_LIMIT: ... raise a limit or give a larger block
 *     case DSI_BAND_USAGE: ... a bug in the calling program
 */
#ifndef DSI_ERROR_H
#define DSI_ERROR_H

#include <stddef.h>
#include <stdint.h>

#include <dsi/export.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * The one list of codes: name, number, text. The high byte of a number is its band. A
 * number never changes once it is released.
 */
#define DSI_CODES(X)                                                                   \
    X(DSI_OK, 0x000, "no error")                                                       \
    /* usage: the calling program is wrong */                                          \
    X(DSI_E_ARGUMENT, 0x101, "an argument is missing or out of range")                 \
    X(DSI_E_BLOCK_SIZE, 0x102, "the block is too small for these limits")              \
    X(DSI_E_BUFFER_SIZE, 0x103, "the buffer is too small for the message")             \
    X(DSI_E_REENTRY, 0x104, "the decoder was called from inside its own call")         \
    /* syntax: not JSON (RFC 8259) */                                                  \
    X(DSI_E_SYNTAX, 0x201, "this byte is not allowed here")                            \
    X(DSI_E_NOT_OBJECT, 0x202, "the message is not a JSON object")                     \
    X(DSI_E_TRUNCATED, 0x203, "the message ends too early")                            \
    X(DSI_E_TRAILING, 0x204, "bytes follow the end of the message")                    \
    X(DSI_E_CONTROL, 0x205, "a control character in a string is not escaped")          \
    X(DSI_E_ESCAPE, 0x206, "this is not a valid escape")                               \
    /* text: not Unicode */                                                            \
    X(DSI_E_UTF8, 0x301, "these bytes are not UTF-8")                                  \
    X(DSI_E_SURROGATE, 0x302, "this escape is half of a surrogate pair")               \
    /* shape: JSON, but not this message */                                            \
    X(DSI_E_TYPE, 0x401, "the value has the wrong JSON type")                          \
    X(DSI_E_DUPLICATE, 0x402, "the member is given twice")                             \
    X(DSI_E_UNKNOWN_MEMBER, 0x403, "the member is not known")                          \
    X(DSI_E_NULL_ITEM, 0x404, "a list has a null item")                                \
    X(DSI_E_INTEGER, 0x405, "the number is not written as an integer")                 \
    X(DSI_E_INTEGER_RANGE, 0x406, "the integer does not fit the member's width")       \
    X(DSI_E_ROUTE, 0x407, "the target is not this operation's")                        \
    /* limit: refused for its size */                                                  \
    X(DSI_E_MAX_BYTES, 0x501, "the message is longer than max_bytes")                  \
    X(DSI_E_MAX_DEPTH, 0x502, "the message is nested deeper than max_depth")           \
    X(DSI_E_MAX_TOKEN, 0x503, "a string, number or literal is longer than max_token")  \
    X(DSI_E_MEMORY, 0x504, "the block is used up")                                     \
    /* constraint: what a request must satisfy; reported as violations */              \
    X(DSI_E_REQUIRED, 0x601, "a required member is missing")                           \
    X(DSI_E_LENGTH, 0x602, "the length is out of bounds")                              \
    X(DSI_E_PATTERN, 0x603, "the pattern does not match")                              \
    X(DSI_E_ILL_FORMED, 0x604, "the text is not UTF-8")                                \
    X(DSI_E_DISAGREEMENT, 0x605, "two members do not belong together")                 \
    X(DSI_E_RANGE, 0x606, "the number is out of bounds")                               \
    X(DSI_E_DOT_SEGMENT, 0x607, "HTTP clients remove '.' and '..' from a path")        \
    /* sink: the caller's own function ended it */                                     \
    X(DSI_E_SINK, 0x701, "the sink refused the bytes")                                 \
    X(DSI_E_STOPPED, 0x702, "the caller's function stopped the call")                  \
    /* internal: dsi or yajl is at fault; please report it */                          \
    X(DSI_E_INTERNAL, 0x801, "internal error")

#define DSI_CODE_ENUMERATOR(name, number, text) name = (number),
typedef enum dsi_code { DSI_CODES(DSI_CODE_ENUMERATOR) } dsi_code;
#undef DSI_CODE_ENUMERATOR

/* The kind of error that a code stands for. */
typedef enum dsi_band {
    DSI_BAND_NONE = 0,       /* DSI_OK */
    DSI_BAND_USAGE = 1,      /* the calling program is wrong */
    DSI_BAND_SYNTAX = 2,     /* not JSON (RFC 8259) */
    DSI_BAND_TEXT = 3,       /* not Unicode */
    DSI_BAND_SHAPE = 4,      /* JSON, but not this message */
    DSI_BAND_LIMIT = 5,      /* refused for its size */
    DSI_BAND_CONSTRAINT = 6, /* what a request must satisfy; reported as violations */
    DSI_BAND_SINK = 7,       /* the caller's own function ended it */
    DSI_BAND_INTERNAL = 8    /* dsi or yajl is at fault; please report it */
} dsi_band;

/* JSON's types, as the numbers of DSI_E_TYPE. */
typedef enum dsi_json_type {
    DSI_JSON_NULL = 1,
    DSI_JSON_BOOLEAN,
    DSI_JSON_NUMBER,
    DSI_JSON_STRING,
    DSI_JSON_ARRAY,
    DSI_JSON_OBJECT
} dsi_json_type;

/* Room for every path, in bytes: a message has at most 126 levels. */
#define DSI_PATH_MAX 768

/* Room for the words of every error, terminator included. In bytes. */
#define DSI_ERROR_TEXT_MAX (DSI_PATH_MAX + 256)

/*
 * The first thing that went wrong in one call, or in one decode from begin to finish.
 * Each call that takes a dsi_error sets it, to DSI_OK if all is well. Only finish of a
 * NULL decoder leaves it as begin set it.
 *
 * offset: bytes from the start of the message to the error. The list below says for
 *     each band what stands there.
 * limit, actual: two numbers. The list below says for which codes; otherwise they are
 *     0.
 * path: a JSON Pointer (RFC 6901), NUL-terminated, to the innermost value that the
 *     message's shape knows; "" is the message itself. Inside an unknown member it is
 *     the object that holds the member. Between two items it is the list. It counts all
 *     items of the message, nulls included.
 *
 * What stands at `offset`:
 *
 *     syntax            the first byte after which no text is a JSON object; the length
 *                       of a message that is cut short
 *     text              the first byte of the ill-formed character, or the backslash of
 *                       the escape
 *     shape             the first byte of the value, or of the member's name
 *     limit             the first byte over the limit
 *     DSI_E_MEMORY      the first byte of the value that did not fit, or the end of the
 *                       list
 *     DSI_E_STOPPED     the brace that ended the item
 *     when encoding     counted inside the string at `path`
 *
 * The parser knows that a number is whole only at the byte after it. If that byte is
 * wrong, dsi reports its error, and not an error of the number.
 *
 * What `limit` and `actual` are:
 *
 *     DSI_E_BLOCK_SIZE, DSI_E_BUFFER_SIZE    bytes given, bytes needed
 *     DSI_E_MAX_BYTES, _DEPTH, _TOKEN        the limit, 0
 *     DSI_E_TYPE                             the dsi_json_type expected, and found
 *     DSI_E_MEMORY of a copy                 bytes given, bytes needed
 */
typedef struct dsi_error {
    dsi_code code;
    uint64_t offset;
    uint64_t limit;
    uint64_t actual;
    char path[DSI_PATH_MAX];
} dsi_error;

/* The band of a code. The code must be one that is listed. */
DSI_API dsi_band dsi_code_band(dsi_code code);

/* The code's name ("DSI_E_SYNTAX"), static. A number not listed: "DSI_E_UNKNOWN". */
DSI_API const char *dsi_code_name(dsi_code code);

/*
 * The code's text in English, static, without full stop. A number not listed: "unknown
 * error".
 */
DSI_API const char *dsi_code_text(dsi_code code);

/*
 * Writes `error` (not NULL) in words into `buffer`, and a NUL after it if `capacity` >
 * 0. Returns the full length in bytes without the terminator, as snprintf does. If the
 * result is not less than `capacity`, the text was cut.
 * DSI_ERROR_TEXT_MAX bytes are always enough. The words hold no value of a message.
 */
DSI_API size_t dsi_error_describe(const dsi_error *error, char *buffer,
                                  size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
