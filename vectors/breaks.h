/*
 * vectors/breaks.h - the ways in which a message can be broken, as data: what stands
 * where instead, and what must come of it.
 */
#ifndef DSI_VECTORS_BREAKS_H
#define DSI_VECTORS_BREAKS_H

#include <dsi/error.h>
#include <dsi/text.h>

/* The places of a message that a break is for. */
typedef enum dsi_site {
    /* JSON: between bytes */
    DSI_SITE_REQUEST,  /* before the first of a request: an answer may be empty */
    DSI_SITE_BEGIN,    /* before the first */
    DSI_SITE_END,      /* behind the last */
    DSI_SITE_GAP,      /* between two tokens of the message */
    DSI_SITE_STRING,   /* between two characters of a string, a name's too */
    DSI_SITE_FULL_END, /* before the end of an object or list that is not empty */
    DSI_SITE_TWICE,    /* behind a known member */
    /* JSON: a token or value */
    DSI_SITE_COLON,
    DSI_SITE_COMMA,
    DSI_SITE_OBJECT_END,
    DSI_SITE_LIST_END,
    DSI_SITE_LITERAL,
    DSI_SITE_NUMBER,
    DSI_SITE_TEXT_VALUE, /* of a member or item that is known, as the next three */
    DSI_SITE_INT64_VALUE,
    DSI_SITE_STRUCT_VALUE,
    DSI_SITE_LIST_VALUE,
    DSI_SITE_UNKNOWN_VALUE,
    /* requests: what a constraint is about */
    DSI_SITE_REQUIRED_MEMBER, /* with its name */
    DSI_SITE_REQUIRED_VALUE,
    DSI_SITE_LENGTH,  /* a text with a greatest length */
    DSI_SITE_MINIMUM, /* a text that is bound by its length alone */
    DSI_SITE_ARN_PREFIX,
    DSI_SITE_ARN_PARTITION,
    DSI_SITE_ARN_SERVICE,
    DSI_SITE_ARN_REGION,
    DSI_SITE_ARN_ACCOUNT,
    DSI_SITE_ARN_TYPE,
    DSI_SITE_ARN_NAME,
    /* targets */
    DSI_SITE_ROUTE,
    DSI_SITE_SEGMENT, /* the id, as it is written, for what is none */
    DSI_SITE_LABEL,   /* the same, for what is another id */
    DSI_SITE_BOOLEAN, /* a parameter's value, as it is written, as the next two */
    DSI_SITE_INTEGER,
    DSI_SITE_TOKEN,
    DSI_SITE_ENCODED,     /* between two characters of the id or of a token */
    DSI_SITE_TARGET_BYTE, /* the same, for what no target has */
    DSI_SITES
} dsi_site;

typedef enum dsi_effect {
    DSI_PUT,     /* the bytes stand there too */
    DSI_INSTEAD, /* the bytes stand there instead */
    DSI_CUT,     /* the bytes stand there, and nothing more */
    DSI_DEEP,    /* the bytes stand there once for each level that is allowed */
    DSI_AGAIN,   /* the member stands there again; the bytes are its value */
    DSI_LONGER   /* the text has one character too many */
} dsi_effect;

typedef struct dsi_break {
    dsi_site site;
    dsi_effect effect;
    dsi_code code;
    dsi_string bytes;
    const char *why;
} dsi_break;

extern const dsi_break dsi_breaks[];
extern const size_t dsi_break_count;

#endif
