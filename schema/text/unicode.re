/* schema/text/unicode.re - Unicode as bytes. For re2c; included by the others. */
/*!re2c
    // Well-formed UTF-8 beyond ASCII (RFC 3629; Unicode, table 3-7): no overlong form,
    // no surrogate, no character above U+10FFFF.
    utf8_tail  = [\x80-\xbf];
    utf8_multi = [\xc2-\xdf] utf8_tail
               | "\xe0" [\xa0-\xbf] utf8_tail
               | [\xe1-\xec\xee\xef] utf8_tail{2}
               | "\xed" [\x80-\x9f] utf8_tail
               | "\xf0" [\x90-\xbf] utf8_tail{2}
               | [\xf1-\xf3] utf8_tail{3}
               | "\xf4" [\x80-\x8f] utf8_tail{2};

    // WhiteSpace and LineTerminator of ECMA-262: U+0009 to 000D, 0020, 00A0, 1680, 2000
    // to 200A, 2028, 2029, 202F, 205F, 3000, FEFF. In UTF-8 none of these sequences can
    // begin inside another character.
    white_space = [\t\n\v\f\r ] | "\xc2\xa0" | "\xe1\x9a\x80"
                | "\xe2\x80" [\x80-\x8a\xa8\xa9\xaf] | "\xe2\x81\x9f"
                | "\xe3\x80\x80" | "\xef\xbb\xbf";
*/
