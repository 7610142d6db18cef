/*
 * dsi/text.h - strings.
 *
 * Every string that dsi reads or gives is a pointer and a length in bytes. JSON text
 * may hold U+0000, so the length decides, never a terminator.
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
 * Absent is `data == NULL` (then `length` is 0); the empty string has a non-NULL
 * `data`. A string that a decoder made is also NUL-terminated and lives as long as the
 * decoder's block. A string that is a view into another one (the parts of an ARN) is
 * not terminated and lives as long as the text it points into.
 */
typedef struct dsi_string {
    const char *data;
    size_t length; /* bytes, without any terminator */
} dsi_string;

/* Makes a dsi_string of a NUL-terminated text, which must outlive it. NULL: absent. */
static inline dsi_string dsi_str(const char *text)
{
    dsi_string string;

    string.data = text;
    string.length = text ? strlen(text) : 0; /* NULL is a zero that C++ may warn of */
    return string;
}

/*
 * The initialiser of a dsi_string, for constants and tables. `literal` must be a string
 * literal; anything else does not compile. It may hold "\0".
 */
#define DSI_STR(literal)                                                               \
    {                                                                                  \
        "" literal, sizeof("" literal) - 1                                             \
    }

/*
 * The two arguments that printf's "%.*s" takes for a dsi_string, which is evaluated twice.
 * An absent string prints as nothing; printf stops at a U+0000, and after INT_MAX bytes.
 */
#define DSI_PRINT(string) dsi_print_length(string), dsi_print_text(string)

/* What DSI_PRINT is made of: the length, INT_MAX if it is greater; the data, never NULL. */
DSI_API int dsi_print_length(dsi_string string);
DSI_API const char *dsi_print_text(dsi_string string);

/* True if the two are equal byte for byte. Absent equals absent, and nothing else. */
DSI_API bool dsi_string_equal(dsi_string left, dsi_string right);

#ifdef __cplusplus
}
#endif

#endif
