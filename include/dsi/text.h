/*
 * dsi/text.h - strings.
 *
 * Every string that dsi reads or gives is a pointer and a length in bytes. JSON text
 * may hold U+0000, so the length decides, never a terminator.
 *
 *     dsi_string name = dsi_str("orders");
 *     printf("%.*s\n", (int)name.length, name.data);
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

/* True if the two are equal byte for byte. Absent equals absent, and nothing else. */
DSI_API bool dsi_string_equal(dsi_string left, dsi_string right);

#ifdef __cplusplus
}
#endif

#endif
