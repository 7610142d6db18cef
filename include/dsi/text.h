/*
 * dsi/text.h - strings.
 *
 * Every string that dsi reads or returns is a pointer and a length in bytes. JSON text
 * may hold U+0000. So the length says where a string ends, never a terminator.
 *
 *     dsi_string name = dsi_str("orders");
 *     static const dsi_string schema = DSI_STR("public");
 *     printf("%.*s.%.*s\n", DSI_PRINT(schema), DSI_PRINT(name));
 */
#ifndef DSI_TEXT_H
#define DSI_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include <dsi/export.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A string that dsi does not own: UTF-8, `length` bytes at `data`.
 *
 * A string is absent if `data` is NULL; then `length` is 0. The empty string has a
 * `data` that is not NULL.
 *
 * A decoder also puts a NUL after each string it makes, and the string lives as long as
 * the decoder's block. A view into another string, as a part of an ARN, has no
 * terminator. It lives as long as the text it points into.
 */
typedef struct dsi_string {
    const char *data;
    size_t length; /* bytes, without any terminator */
} dsi_string;

/*
 * Makes a dsi_string of a NUL-terminated text. The text must outlive it. NULL makes an
 * absent string.
 */
static inline dsi_string dsi_str(const char *text)
{
    dsi_string string;

    string.data = text;
    string.length = text ? strlen(text) : 0; /* NULL is a zero that C++ may warn of */
    return string;
}

/*
 * The initialiser of a dsi_string, for constants and tables. `literal` must be a string
 * literal: anything else does not compile. It may hold "\0".
 */
#define DSI_STR(literal)                                                               \
    {                                                                                  \
        "" literal, sizeof("" literal) - 1                                             \
    }

/*
 * The two arguments that "%.*s" of printf takes for a dsi_string. The macro evaluates
 * `string` twice. An absent string prints as the empty text. printf stops at a U+0000,
 * and after INT_MAX bytes.
 */
#define DSI_PRINT(string) dsi_print_length(string), dsi_print_text(string)

/*
 * The two halves of DSI_PRINT. The length is in bytes, and INT_MAX if it is greater.
 * The text is never NULL.
 */
DSI_API int dsi_print_length(dsi_string string);
DSI_API const char *dsi_print_text(dsi_string string);

/*
 * True if both strings hold the same bytes. An absent string equals an absent one and
 * no other, the empty one included.
 */
DSI_API bool dsi_string_equal(dsi_string left, dsi_string right);

#ifdef __cplusplus
}
#endif

#endif
