/* fuzz/utf8.h - a second account of what UTF-8 is. */
#ifndef DSI_FUZZ_UTF8_H
#define DSI_FUZZ_UTF8_H

#include <dsi/text.h>

/* The offset of the first character that is not UTF-8; the length if all are. */
size_t utf8_find_error(dsi_string text);

#endif
