/*
 * schema/unicode.re - well-formed UTF-8 (RFC 3629, Unicode table 3-7), byte by byte: no
 * overlong form, no surrogate, nothing above U+10FFFF. For re2c, included by the others.
 */
/*!re2c
    utf8_tail  = [\x80-\xbf];
    utf8_multi = [\xc2-\xdf] utf8_tail
               | "\xe0" [\xa0-\xbf] utf8_tail
               | [\xe1-\xec\xee\xef] utf8_tail{2}
               | "\xed" [\x80-\x9f] utf8_tail
               | "\xf0" [\x90-\xbf] utf8_tail{2}
               | [\xf1-\xf3] utf8_tail{3}
               | "\xf4" [\x80-\x8f] utf8_tail{2};
*/
