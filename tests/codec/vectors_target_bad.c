/* Targets that are refused, with the code, offset and path of the error. */
#include "tests/codec/target_rows.h"

#define AT(text) TEXT_ROW(TARGET_PATH text)
#define ID_PATH "/introspectionId"
#define TOKEN_PATH "/nextToken"
#define RESULTS_PATH "/maxResults"
#define SDL_PATH "/includeModelsSDL"

/*
 * Offsets count from the target's first byte. In the macros that put TARGET_PATH before
 * their text, they count from the first byte after it.
 */
#define AFTER_PATH(at) (TARGET_PATH_LENGTH + (at))
#define ROUTE(id, reason, text, at)                                                    \
    {                                                                                  \
        (id), (reason), TEXT_ROW(text), DSI_E_ROUTE, (at), "", false                   \
    }
#define ESCAPE(id, text, at, where)                                                    \
    {                                                                                  \
        (id), "two hexadecimal digits must follow", AT(text), DSI_E_ESCAPE,            \
            AFTER_PATH(at), (where), false                                             \
    }
#define UTF8(id, text, at, where)                                                      \
    {                                                                                  \
        (id), "the offset is where the character begins", AT(text), DSI_E_UTF8,        \
            AFTER_PATH(at), (where), false                                             \
    }
#define ILLEGAL(id, text, at)                                                          \
    {                                                                                  \
        (id), "a target must not contain this byte", AT(text), DSI_E_SYNTAX,           \
            AFTER_PATH(at), "", false                                                  \
    }
/* Errors before the path of a target in absolute form. */
#define HOST(id, reason, text, at)                                                     \
    {                                                                                  \
        (id), (reason), TEXT_ROW(text TARGET_PATH "7"), DSI_E_SYNTAX, (at), "", false  \
    }
#define BOOLEAN(id, text)                                                              \
    {                                                                                  \
        (id), "only true and false are booleans", AT("7?includeModelsSDL" text),       \
            DSI_E_TYPE, AFTER_PATH(18 + (sizeof(text) > 1 ? 1 : 0)), SDL_PATH, false   \
    }
#define INTEGER(id, text)                                                              \
    {                                                                                  \
        (id), "an integer is written as in JSON", AT("7?maxResults=" text),            \
            DSI_E_INTEGER, AFTER_PATH(13), RESULTS_PATH, false                         \
    }
#define RANGE(id, text)                                                                \
    {                                                                                  \
        (id), "the integer does not fit 32 bits", AT("7?maxResults=" text),            \
            DSI_E_INTEGER_RANGE, AFTER_PATH(13), RESULTS_PATH, false                   \
    }
#define UNKNOWN(id, text, at)                                                          \
    {                                                                                  \
        (id), "strict refuses an unknown parameter", AT(text), DSI_E_UNKNOWN_MEMBER,   \
            AFTER_PATH(at), "", true                                                   \
    }

static const bad_target rows[] = {
    ROUTE("empty", "no path", "", 0),
    ROUTE("slash-alone", "this path is not an operation's", "/", 1),
    ROUTE("query-alone", "no path", "?nextToken=t", 0),
    ROUTE("short", "cut short", "/v1/datasources/introspection", 29),
    ROUTE("start", "this target is the other operation's", START_PATH, 30),
    ROUTE("start-query", "this target is the other operation's",
          START_PATH "?nextToken=t", 30),
    ROUTE("version", "this path is not an operation's",
          "/v2/datasources/introspections/7", 2),
    ROUTE("case", "paths are case-sensitive", "/v1/dataSources/introspections/7", 8),
    ROUTE("two-slashes-first", "this path is not an operation's",
          "//v1/datasources/introspections/7", 1),
    ROUTE("no-slash-first", "this path is not an operation's",
          "v1/datasources/introspections/7", 0),
    ROUTE("space-first", "this path is not an operation's", " " TARGET_PATH "7", 0),
    ROUTE("asterisk", "asterisk form has no path", "*", 0),
    ROUTE("authority", "authority form has no path", "h:443", 0),
    ROUTE("two-slashes-host", "the first segment is empty", "//h" TARGET_PATH "7", 1),
    ROUTE("mark-in-path", "the query begins too early",
          "/v1/datasources?/introspections/7", 15),
    ILLEGAL("template", "{introspectionId}", 0),
    ROUTE("no-id", "the id is missing", TARGET_PATH, AFTER_PATH(0)),
    ROUTE("no-id-query", "the id is missing", TARGET_PATH "?nextToken=t",
          AFTER_PATH(0)),
    ROUTE("no-id-slash", "the id is missing", TARGET_PATH "/", AFTER_PATH(0)),
    ROUTE("no-id-slash-id", "the id is missing", TARGET_PATH "/7", AFTER_PATH(0)),
    ROUTE("two-slashes", "only one trailing slash is ignored", TARGET_PATH "7//",
          AFTER_PATH(2)),
    ROUTE("two-slashes-query", "only one trailing slash is ignored",
          TARGET_PATH "7//?nextToken=t", AFTER_PATH(2)),
    ROUTE("segment", "a segment too many", TARGET_PATH "7/8", AFTER_PATH(2)),
    ROUTE("segment-slash", "a segment too many", TARGET_PATH "77/8/", AFTER_PATH(3)),

    ROUTE("scheme-ftp", "the scheme is neither http nor https",
          "ftp://h" TARGET_PATH "7", 0),
    ROUTE("scheme-ws", "the scheme is neither http nor https", "ws://h" TARGET_PATH "7",
          0),
    ROUTE("scheme-empty", "no scheme", "://h" TARGET_PATH "7", 0),
    ROUTE("scheme-longer", "the scheme is neither http nor https",
          "httpss://h" TARGET_PATH "7", 0),
    ROUTE("scheme-shorter", "the scheme is neither http nor https",
          "htt://h" TARGET_PATH "7", 0),
    ROUTE("scheme-before", "the scheme is neither http nor https",
          "xhttp://h" TARGET_PATH "7", 0),
    ROUTE("scheme-plus", "the scheme is neither http nor https",
          "http+unix://h" TARGET_PATH "7", 0),
    ROUTE("scheme-space", "no byte may come before the scheme",
          " http://h" TARGET_PATH "7", 0),
    ROUTE("scheme-escape", "a scheme has no escapes", "h%74tp://h" TARGET_PATH "7", 0),
    ROUTE("scheme-long-s", "only ASCII letters are compared without case",
          "http\xc5\xbf://h" TARGET_PATH "7", 0),
    ROUTE("scheme-alone", "cut short", "http", 0),
    ROUTE("scheme-one-slash", "no authority", "http:/h" TARGET_PATH "7", 0),
    ROUTE("scheme-no-slash", "no authority", "https:" TARGET_PATH "7", 0),
    ROUTE("host-cut", "no host", "http://", 7),
    ROUTE("host-empty", "no host", "http://" TARGET_PATH "7", 7),
    ROUTE("host-empty-query", "no host", "https://?nextToken=t", 8),
    ROUTE("host-empty-port", "no host", "https://:443" TARGET_PATH "7", 8),
    ROUTE("host-alone", "no path", "http://h", 8),
    ROUTE("host-port-alone", "no path", "https://h:443", 13),
    ROUTE("host-query", "no path", "http://h?nextToken=t", 8),
    ROUTE("host-slash", "this path is not an operation's", "http://h/", 9),
    ROUTE("host-start", "this target is the other operation's",
          "http://h/v1/datasources/introspections", 38),
    ROUTE("host-two-slashes", "this path is not an operation's",
          "http://h/" TARGET_PATH "7", 9),
    ROUTE("host-version", "this path is not an operation's",
          "http://h/v2/datasources/introspections/7", 10),
    ROUTE("host-no-id", "the id is missing", "http://h" TARGET_PATH, 8 + AFTER_PATH(0)),
    ROUTE("host-in-host", "this path is not an operation's",
          "http://h/http://h" TARGET_PATH "7", 9),
    HOST("host-user", "user information is not allowed", "http://u@h", 8),
    HOST("host-password", "user information is not allowed", "https://u:p@h", 11),
    HOST("host-user-empty", "user information is not allowed", "http://@h", 7),
    HOST("host-user-alone", "user information is not allowed", "http://u@", 8),
    HOST("host-space", "a host must not contain this byte", "http://a b", 8),
    HOST("host-nul", "a host must not contain this byte", "http://a\0", 8),
    HOST("host-newline", "a host must not contain this byte", "http://a\r\nb", 8),
    HOST("host-utf8", "a host must not contain this byte", "http://\xc3\xa9", 7),
    HOST("host-backslash", "a host must not contain this byte", "http://a\\b", 8),
    HOST("host-fragment", "a target must not have a fragment", "http://h#", 8),
    {"host-escape", "two hexadecimal digits must follow",
     TEXT_ROW("http://a%4" TARGET_PATH), DSI_E_ESCAPE, 8, "", false},
    {"host-escape-end", "two hexadecimal digits must follow", TEXT_ROW("http://%"),
     DSI_E_ESCAPE, 7, "", false},
    {"host-id-escape", "offsets count from the target's first byte",
     TEXT_ROW("http://h" TARGET_PATH "a%zz"), DSI_E_ESCAPE, 8 + AFTER_PATH(1), ID_PATH,
     false},
    {"host-id-utf8", "offsets count from the target's first byte",
     TEXT_ROW("http://h" TARGET_PATH "a%41%ff"), DSI_E_UTF8, 8 + AFTER_PATH(4), ID_PATH,
     false},
    {"host-query-byte", "offsets count from the target's first byte",
     TEXT_ROW("http://h" TARGET_PATH "7?a=b c"), DSI_E_SYNTAX, 8 + AFTER_PATH(5), "",
     false},
    {"host-results", "offsets count from the target's first byte",
     TEXT_ROW("http://h" TARGET_PATH "7?maxResults=x"), DSI_E_INTEGER,
     8 + AFTER_PATH(13), RESULTS_PATH, false},
    {"host-strict", "offsets count from the target's first byte",
     TEXT_ROW("http://h" TARGET_PATH "7?a=b"), DSI_E_UNKNOWN_MEMBER, 8 + AFTER_PATH(2),
     "", true},

    ESCAPE("escape-id-end", "%", 0, ID_PATH),
    ESCAPE("escape-id-one", "ab%4", 2, ID_PATH),
    ESCAPE("escape-id-slash", "%4/", 0, ID_PATH),
    ESCAPE("escape-id-query", "%4?1=2", 0, ID_PATH),
    ESCAPE("escape-id-high", "%G1", 0, ID_PATH),
    ESCAPE("escape-id-low", "a%1g", 1, ID_PATH),
    ESCAPE("escape-id-twice", "%%41", 0, ID_PATH),
    ESCAPE("escape-id-second", "%41%1:", 3, ID_PATH),
    ESCAPE("escape-id-before-0", "%:0", 0, ID_PATH),
    ESCAPE("escape-id-at", "%@1", 0, ID_PATH),
    ESCAPE("escape-token-end", "7?nextToken=%", 12, TOKEN_PATH),
    ESCAPE("escape-token-one", "7?nextToken=ab%4", 14, TOKEN_PATH),
    ESCAPE("escape-token-and", "7?nextToken=%4&1=2", 12, TOKEN_PATH),
    ESCAPE("escape-token-low", "7?nextToken=%41%1G", 15, TOKEN_PATH),
    ESCAPE("escape-token-plus", "7?nextToken=%+1", 12, TOKEN_PATH),
    ESCAPE("escape-results", "7?maxResults=1%3", 14, RESULTS_PATH),
    ESCAPE("escape-sdl", "7?includeModelsSDL=tru%", 22, SDL_PATH),

    UTF8("utf8-id-lone", "%80", 0, ID_PATH),
    UTF8("utf8-id-overlong", "ab%C0%AF", 2, ID_PATH),
    UTF8("utf8-id-overlong-3", "%E0%9F%BF", 0, ID_PATH),
    UTF8("utf8-id-overlong-4", "%F0%8F%BF%BF", 0, ID_PATH),
    UTF8("utf8-id-surrogate", "%C3%A9%ed%a0%80", 6, ID_PATH),
    UTF8("utf8-id-beyond", "a%41%F4%90%80%80", 4, ID_PATH),
    UTF8("utf8-id-f5", "%F5%80%80%80", 0, ID_PATH),
    UTF8("utf8-id-ff", "%00%FF", 3, ID_PATH),
    UTF8("utf8-id-cut", "a%f0%9f%91", 1, ID_PATH),
    UTF8("utf8-id-cut-slash", "a%c3/", 1, ID_PATH),
    UTF8("utf8-id-cut-ascii", "%41%e2%82a%AC", 3, ID_PATH),
    UTF8("utf8-token-lone", "7?nextToken=abc%bf", 15, TOKEN_PATH),
    UTF8("utf8-token-cut", "7?nextToken=%C3%A9%C3", 18, TOKEN_PATH),
    UTF8("utf8-token-across", "7?nextToken=%C3&nextToken=%A9", 12, TOKEN_PATH),
    UTF8("utf8-token-two", "7?nextToken=%FE%FF", 12, TOKEN_PATH),
    UTF8("utf8-results", "7?maxResults=1%FF", 14, RESULTS_PATH),
    UTF8("utf8-sdl", "7?includeModelsSDL=%C0%F4rue", 19, SDL_PATH),

    ILLEGAL("illegal-space", "7 ", 1),
    ILLEGAL("illegal-space-first", " 7", 0),
    ILLEGAL("illegal-newline", "7\n", 1),
    ILLEGAL("illegal-nul", "7\0", 1),
    ILLEGAL("illegal-utf8", "\xc3\xa9", 0),
    ILLEGAL("illegal-fragment", "7#a", 1),
    ILLEGAL("illegal-after-escape", "%zz ", 3),
    ILLEGAL("illegal-query", "7? ", 2),
    ILLEGAL("illegal-name", "7?next\"Token=t", 6),
    ILLEGAL("illegal-unknown", "7?a=b c", 5),
    ILLEGAL("illegal-unknown-name", "7?a[]=b", 3),
    ILLEGAL("illegal-twice", "7?nextToken=a&nextToken=\xff", 24),
    ILLEGAL("illegal-token", "7?nextToken=\xc3\xa9", 12),
    ILLEGAL("illegal-results", "7?maxResults= 1", 13),
    ILLEGAL("illegal-last", "7?nextToken=a&&\r", 15),
    ILLEGAL("illegal-query-fragment", "7?nextToken=a#b", 13),

    BOOLEAN("sdl-upper", "=TRUE"),
    BOOLEAN("sdl-capital", "=False"),
    BOOLEAN("sdl-1", "=1"),
    BOOLEAN("sdl-0", "=0"),
    BOOLEAN("sdl-yes", "=yes"),
    BOOLEAN("sdl-empty", "="),
    BOOLEAN("sdl-no-equals", ""),
    BOOLEAN("sdl-longer", "=truee"),
    BOOLEAN("sdl-shorter", "=tru"),
    BOOLEAN("sdl-space", "=true%20"),
    BOOLEAN("sdl-nul", "=false%00"),
    BOOLEAN("sdl-null", "=null"),
    BOOLEAN("sdl-quotes", "=%22true%22"),
    {"sdl-first", "the first of a name is used, though only the second is valid",
     AT("7?includeModelsSDL=x&includeModelsSDL=true"), DSI_E_TYPE, AFTER_PATH(19),
     SDL_PATH, false},

    INTEGER("results-empty", ""),
    {"results-no-equals", "a name without '=' has the empty value", AT("7?maxResults"),
     DSI_E_INTEGER, AFTER_PATH(12), RESULTS_PATH, false},
    {"results-no-equals-and-more", "a name without '=' has the empty value",
     AT("7?maxResults&1"), DSI_E_INTEGER, AFTER_PATH(12), RESULTS_PATH, false},
    INTEGER("results-minus-alone", "-"),
    INTEGER("results-two-minus", "--1"),
    INTEGER("results-plus", "+1"),
    INTEGER("results-zero-first", "01"),
    INTEGER("results-zero-twice", "00"),
    INTEGER("results-minus-zero-first", "-01"),
    INTEGER("results-fraction", "1.0"),
    INTEGER("results-exponent", "1e1"),
    INTEGER("results-letters", "2ABC"),
    INTEGER("results-hex", "0x42"),
    INTEGER("results-nan", "NaN"),
    INTEGER("results-infinity", "-Infinity"),
    INTEGER("results-space", "1%20"),
    INTEGER("results-space-first", "%201"),
    INTEGER("results-nul", "1%00"),
    INTEGER("results-comma", "1,000"),
    INTEGER("results-slash", "1/"),
    INTEGER("results-colon", "1:"),
    INTEGER("results-true", "true"),
    INTEGER("results-arabic", "%D9%A1"),
    RANGE("results-over", "2147483648"),
    RANGE("results-under", "-2147483649"),
    RANGE("results-2-32", "4294967297"),
    RANGE("results-2-63", "9223372036854775808"),
    RANGE("results-minus-2-63", "-9223372036854775809"),
    RANGE("results-2-64", "18446744073709551617"),
    RANGE("results-long", "100000000000000000000000000000000000000001"),
    {"results-first", "the first of a name is used, though only the second is valid",
     AT("7?maxResults=x&maxResults=1"), DSI_E_INTEGER, AFTER_PATH(13), RESULTS_PATH,
     false},

    UNKNOWN("strict", "7?a=b", 2),
    UNKNOWN("strict-no-equals", "7?nextToken=t&abc", 14),
    UNKNOWN("strict-empty-name", "7?=b", 2),
    UNKNOWN("strict-case", "7?nexttoken=t", 2),
    UNKNOWN("strict-id", "7?introspectionId=7", 2),
    UNKNOWN("strict-escape", "7?&&%G1=7", 4),
    UNKNOWN("strict-mark", "7??nextToken=7", 2),
};

const bad_target_list bad_targets = {.items = rows, .count = COUNT(rows)};
