/*
 * codec/target_origin.c - what stands before the path of a target in absolute form:
 * scheme and authority (RFC 9112, 3.2.2). They are checked and passed over. The server
 * has to check which host they name.
 */
#include "codec/target.h"

#include <string.h>

#include "codec/http.h"
#include "schema/text/percent.h"

/*
 * The length of the scheme up to the authority; 0 if the target has no scheme of these.
 */
static size_t origin_scheme(dsi_string target)
{
    static const char *const schemes[] = {"http://", "https://"};

    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        dsi_string scheme = dsi_str(schemes[i]);
        dsi_string begin = {.data = target.data, .length = scheme.length};

        if (target.length >= scheme.length && dsi_http_same(begin, scheme)) {
            return scheme.length;
        }
    }
    return 0;
}

/* An authority whose host is empty has to be refused (RFC 9110, 4.2.1). */
static bool origin_has_host(dsi_string target, size_t start)
{
    return start < target.length && memchr("/?:", target.data[start], 3) == NULL;
}

/*
 * RFC 3986: what a host and a port can have, escapes included. An '@' would end user
 * information, and a target of these schemes must not have any (RFC 9110, 4.2.4).
 */
static bool origin_is_legal(char byte)
{
    return dsi_percent_is_legal(byte, "!$&'()*+,;=:[]%");
}

/* Moves on to the authority's end, or to the first byte that cannot stand in it. */
static dsi_code origin_pass_authority(dsi_string target, size_t *cursor)
{
    char byte;

    while (*cursor < target.length && target.data[*cursor] != '/' &&
           target.data[*cursor] != '?') {
        if (!origin_is_legal(target.data[*cursor])) {
            return DSI_E_SYNTAX;
        }
        if (!dsi_percent_read(target, cursor, &byte)) {
            return DSI_E_ESCAPE;
        }
    }
    return DSI_OK;
}

/*
 * A target of another scheme has no '/' at its start, so it fails at the last test. So
 * does one in absolute form without a path.
 */
dsi_code dsi_target_origin(dsi_string target, size_t *start)
{
    dsi_code code = DSI_OK;

    *start = origin_scheme(target);
    if (*start > 0) {
        code = origin_has_host(target, *start) ? origin_pass_authority(target, start)
                                               : DSI_E_ROUTE;
    }
    if (code == DSI_OK && (*start == target.length || target.data[*start] != '/')) {
        code = DSI_E_ROUTE;
    }
    return code;
}

dsi_string dsi_target_origin_form(dsi_string target)
{
    size_t start;

    if (dsi_target_origin(target, &start) != DSI_OK) {
        return dsi_str(NULL);
    }
    return (dsi_string){.data = target.data + start, .length = target.length - start};
}
