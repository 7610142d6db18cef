/* tests/prove/text_oracle.h - a second opinion on the contents of a JSON string. */
#ifndef DSI_TESTS_PROVE_TEXT_ORACLE_H
#define DSI_TESTS_PROVE_TEXT_ORACLE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Returns true if the text may stand in a string by RFC 8259, section 7, and RFC 3629.
 * A surrogate needs its partner. The oracle computes characters. The guard has ranges
 * of bytes instead.
 */
bool text_oracle(const unsigned char *text, size_t length);

#endif
