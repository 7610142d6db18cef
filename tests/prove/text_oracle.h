/* tests/prove/text_oracle.h - what may stand in a JSON string: a second opinion. */
#ifndef DSI_TESTS_PROVE_TEXT_ORACLE_H
#define DSI_TESTS_PROVE_TEXT_ORACLE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * RFC 8259, section 7, with escapes that are whole surrogate pairs, and RFC 3629: by
 * computing characters instead of by a table of bytes.
 */
bool text_oracle(const unsigned char *text, size_t length);

#endif
