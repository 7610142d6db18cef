/* Targets that are refused: what for, and where. */
#include "tests/codec/target_rows.h"

#define AT(text) TEXT_ROW(TARGET_PATH text)
#define ID_PATH "/introspectionId"
#define TOKEN_PATH "/nextToken"
#define RESULTS_PATH "/maxResults"
#define SDL_PATH "/includeModelsSDL"

/* Its offset counts from the target's first byte; BEHIND is behind TARGET_PATH. */
#define ROUTE(id, reason, text, at)                                                    \
    {                                                                                  \
        (id), (reason), TEXT_ROW(text), DSI_E_ROUTE, (at), "", false                   \
    }
#define BEHIND(at) (TARGET_PATH_LENGTH + (at))
#define ESCAPE(id, text, at, where)                                                    \
    {                                                                                  \
        (id), "two hexadecimal digits follow", AT(text), DSI_E_ESCAPE, (at), (where),  \
            false                                                                      \
    }
#define UTF8(id, text, at, where)                                                      \
    {                                                                                  \
        (id), "where the character begins", AT(text), DSI_E_UTF8, (at), (where), false \
    }
#define ILLEGAL(id, text, at)                                                          \
    {                                                                                  \
        (id), "no target has this byte", AT(text), DSI_E_SYNTAX, (at), "", false       \
    }
#define BOOLEAN(id, text)                                                              \
    {                                                                                  \
        (id), "true or false, exactly", AT("7?includeModelsSDL" text), DSI_E_TYPE,     \
            18 + (sizeof(text) > 1 ? 1 : 0), SDL_PATH, false                           \
    }
#define INTEGER(id, text)                                                              \
    {                                                                                  \
        (id), "digits, as in JSON", AT("7?maxResults=" text), DSI_E_INTEGER, 13,       \
            RESULTS_PATH, false                                                        \
    }
#define RANGE(id, text)                                                                \
    {                                                                                  \
        (id), "32 bits", AT("7?maxResults=" text), DSI_E_INTEGER_RANGE, 13,            \
            RESULTS_PATH, false                                                        \
    }
#define UNKNOWN(id, text, at)                                                          \
    {                                                                                  \
        (id), "strictly", AT(text), DSI_E_UNKNOWN_MEMBER, (at), "", true               \
    }

static const bad_target rows[] = {
    ROUTE("empty", "no path", "", 0),
    ROUTE("slash-alone", "another path", "/", 1),
    ROUTE("query-alone", "no path", "?nextToken=t", 0),
    ROUTE("short", "cut short", "/v1/datasources/introspection", 29),
    ROUTE("start", "the other operation's", "/v1/datasources/introspections", 30),
    ROUTE("start-query", "the other operation's",
          "/v1/datasources/introspections?nextToken=t", 30),
    ROUTE("version", "another path", "/v2/datasources/introspections/7", 2),
    ROUTE("case", "paths have a case", "/v1/dataSources/introspections/7", 8),
    ROUTE("two-slashes-first", "another path", "//v1/datasources/introspections/7", 1),
    ROUTE("no-slash-first", "another path", "v1/datasources/introspections/7", 0),
    ROUTE("blank-first", "another path", " " TARGET_PATH "7", 0),
    ROUTE("absolute", "a path is asked for",
          "https://appsync.us-east-1.amazonaws.com" TARGET_PATH "7", 0),
    ROUTE("mark-in-path", "the query begins too early",
          "/v1/datasources?/introspections/7", 15),
    ILLEGAL("template", "{introspectionId}", 0),
    ROUTE("no-id", "the id is missed", TARGET_PATH, BEHIND(0)),
    ROUTE("no-id-query", "the id is missed", TARGET_PATH "?nextToken=t", BEHIND(0)),
    ROUTE("no-id-slash", "the id is missed", TARGET_PATH "/", BEHIND(0)),
    ROUTE("no-id-slash-id", "the id is missed", TARGET_PATH "/7", BEHIND(0)),
    ROUTE("two-slashes", "one is ignored", TARGET_PATH "7//", BEHIND(2)),
    ROUTE("two-slashes-query", "one is ignored", TARGET_PATH "7//?nextToken=t",
          BEHIND(2)),
    ROUTE("segment", "one more", TARGET_PATH "7/8", BEHIND(2)),
    ROUTE("segment-slash", "one more", TARGET_PATH "77/8/", BEHIND(3)),

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

    ILLEGAL("illegal-blank", "7 ", 1),
    ILLEGAL("illegal-blank-first", " 7", 0),
    ILLEGAL("illegal-newline", "7\n", 1),
    ILLEGAL("illegal-nul", "7\0", 1),
    ILLEGAL("illegal-utf8", "\xc3\xa9", 0),
    ILLEGAL("illegal-fragment", "7#a", 1),
    ILLEGAL("illegal-behind-escape", "%zz ", 3),
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
    BOOLEAN("sdl-blank", "=true%20"),
    BOOLEAN("sdl-nul", "=false%00"),
    BOOLEAN("sdl-null", "=null"),
    BOOLEAN("sdl-quotes", "=%22true%22"),
    {"sdl-first", "the second does not count",
     AT("7?includeModelsSDL=x&includeModelsSDL=true"), DSI_E_TYPE, 19, SDL_PATH, false},

    INTEGER("results-empty", ""),
    {"results-no-equals", "the empty value", AT("7?maxResults"), DSI_E_INTEGER, 12,
     RESULTS_PATH, false},
    {"results-no-equals-and-more", "the empty value", AT("7?maxResults&1"),
     DSI_E_INTEGER, 12, RESULTS_PATH, false},
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
    INTEGER("results-blank", "1%20"),
    INTEGER("results-blank-first", "%201"),
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
    {"results-first", "the second does not count", AT("7?maxResults=x&maxResults=1"),
     DSI_E_INTEGER, 13, RESULTS_PATH, false},

    UNKNOWN("strict", "7?a=b", 2),
    UNKNOWN("strict-no-equals", "7?nextToken=t&abc", 14),
    UNKNOWN("strict-empty-name", "7?=b", 2),
    UNKNOWN("strict-case", "7?nexttoken=t", 2),
    UNKNOWN("strict-id", "7?introspectionId=7", 2),
    UNKNOWN("strict-escape", "7?&&%G1=7", 4),
    UNKNOWN("strict-mark", "7??nextToken=7", 2),
};

const bad_target_list bad_targets = {.items = rows, .count = COUNT(rows)};
