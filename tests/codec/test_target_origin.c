/*
 * The origin form of a target, which a server compares with Start's path. Errors before
 * the path are checked with dsi_get_request_target_decode.
 */
#include "tests/codec/target_rows.h"
#include "tests/support.h"

typedef struct origin_row {
    const char *why;
    dsi_string target;
    const char *origin; /* NULL: the target has none */
} origin_row;

static const origin_row origins[] = {
    {"origin form already", TEXT_ROW(START_PATH), START_PATH},
    {"with a query", TEXT_ROW(START_PATH "?a=b"), START_PATH "?a=b"},
    {"the root", TEXT_ROW("/"), "/"},
    {"path and query are not checked", TEXT_ROW("/ %zz?\xff"), "/ %zz?\xff"},
    {"an empty first segment, not an authority", TEXT_ROW("//h/a"), "//h/a"},
    {"absolute", TEXT_ROW("http://h" START_PATH), START_PATH},
    {"absolute, with a query", TEXT_ROW("https://h:443/a?b=c"), "/a?b=c"},
    {"a scheme is not case-sensitive", TEXT_ROW("HtTp://h/a"), "/a"},
    {"the root of a host", TEXT_ROW("http://h/"), "/"},
    {"an IPv6 address", TEXT_ROW("http://[::1]:80/a"), "/a"},
    {"path and query are also not checked in absolute form",
     TEXT_ROW("http://h/ %zz?\xff"), "/ %zz?\xff"},
    {"a second authority is part of the path", TEXT_ROW("http://h//i/a"), "//i/a"},
    {"no target", {.data = NULL}, NULL},
    {"an empty target", TEXT_ROW(""), NULL},
    {"asterisk form", TEXT_ROW("*"), NULL},
    {"authority form", TEXT_ROW("h:443"), NULL},
    {"a path without a slash", TEXT_ROW("v1/a"), NULL},
    {"another scheme", TEXT_ROW("ftp://h/a"), NULL},
    {"a scheme that only begins with http", TEXT_ROW("httpx://h/a"), NULL},
    {"one slash", TEXT_ROW("http:/h/a"), NULL},
    {"no host", TEXT_ROW("http:///a"), NULL},
    {"a port without a host", TEXT_ROW("http://:80/a"), NULL},
    {"no path", TEXT_ROW("http://h"), NULL},
    {"no path before the query", TEXT_ROW("http://h?/a"), NULL},
    {"user information", TEXT_ROW("http://u@h/a"), NULL},
    {"a space in the host", TEXT_ROW("http://a b/a"), NULL},
    {"a NUL in the host", TEXT_ROW("http://a\0b/a"), NULL},
    {"half an escape in the host", TEXT_ROW("http://a%4/a"), NULL},
};

START_TEST(origin_forms)
{
    const origin_row *row = &origins[_i];
    dsi_string found = dsi_target_origin_form(row->target);

    ck_assert_msg(dsi_string_equal(found, dsi_str(row->origin)), "%s: '%.*s'", row->why,
                  (int)found.length, found.data != NULL ? found.data : "");
    ck_assert_msg(found.data == NULL || found.data + found.length ==
                                            row->target.data + row->target.length,
                  "%s: not a view of the target's end", row->why);
}
END_TEST

/*
 * RFC 3986: characters of host and port, without '%'. The library does this in another
 * way.
 */
static bool may_stand(int byte)
{
    static const char marks[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        "-._~!$&'()*+,;=:[]";

    return byte != 0 && strchr(marks, byte) != NULL;
}

static dsi_code parse(dsi_string target, dsi_error *error)
{
    char buffer[128];
    dsi_get_request request;

    (void)dsi_get_request_target_decode(target, buffer, sizeof buffer, NULL, &request,
                                        error);
    return error->code;
}

/*
 * A '%' before "zz" is a bad escape. A slash or '?' there makes the path another one.
 */
static dsi_code expected_code(int byte)
{
    switch (byte) {
    case '/':
    case '?':
        return DSI_E_ROUTE;
    case '%':
        return DSI_E_ESCAPE;
    default:
        return may_stand(byte) ? DSI_OK : DSI_E_SYNTAX;
    }
}

START_TEST(every_byte_of_a_host)
{
    char text[] = "http://h#zz" TARGET_PATH "7";
    dsi_string target = TEXT(text);
    dsi_error error;

    text[sizeof "http://h" - 1] = (char)(unsigned char)_i;
    ck_assert_int_eq(parse(target, &error), expected_code(_i));
    if (_i == '/') {
        ck_assert_uint_eq(error.offset, sizeof "http://h/" - 1);
    } else if (error.code != DSI_OK) {
        ck_assert_uint_eq(error.offset, sizeof "http://h" - 1);
    }
    ck_assert_str_eq(error.path, "");
    ck_assert(!may_stand(_i) || dsi_target_origin_form(target).data != NULL);
}
END_TEST

/* Each byte of the scheme replaced by every other byte gives an unknown scheme. */
START_TEST(every_byte_of_a_scheme)
{
    const char scheme[] = "https://";

    for (size_t i = 0; i < sizeof scheme - 1; i++) {
        char text[] = "https://h" TARGET_PATH "7";
        dsi_string target = TEXT(text);
        bool same = _i == scheme[i] ||
                    (scheme[i] >= 'a' && scheme[i] <= 'z' && _i == scheme[i] - 32);
        dsi_error error;

        text[i] = (char)(unsigned char)_i;
        if (same || (i == 0 && _i == '/')) {
            ck_assert(dsi_target_origin_form(target).data != NULL);
        } else {
            ck_assert(dsi_target_origin_form(target).data == NULL);
            ck_assert_int_eq(parse(target, &error), DSI_E_ROUTE);
            ck_assert_uint_eq(error.offset, 0);
        }
    }
}
END_TEST

SUITE(target_origin)
{
    Suite *suite = suite_create("target origin");

    add_rows(suite, "origin forms", origin_forms, COUNT(origins));
    add_rows(suite, "every byte of a host", every_byte_of_a_host, 256);
    add_rows(suite, "every byte of a scheme", every_byte_of_a_scheme, 256);
    return suite;
}
