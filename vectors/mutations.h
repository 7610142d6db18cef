/*
 * vectors/mutations.h - the ways in which a message can be broken, as data: what stands
 * where instead, and what must come of it.
 */
#ifndef DSI_VECTORS_MUTATIONS_H
#define DSI_VECTORS_MUTATIONS_H

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
    DSI_SITE_TEXT_VALUE, /* of a member or item that is known, as the next five */
    DSI_SITE_INTEGER_VALUE,
    DSI_SITE_BOOLEAN_VALUE,
    DSI_SITE_STRUCT_VALUE,
    DSI_SITE_LIST_VALUE,
    DSI_SITE_NULL_ITEM, /* of a list in a request, for what no item is */
    DSI_SITE_UNKNOWN_VALUE,
    /* requests: what a constraint is about */
    DSI_SITE_REQUIRED_MEMBER, /* with its name */
    DSI_SITE_REQUIRED_VALUE,
    DSI_SITE_LENGTH,  /* a text with a greatest length */
    DSI_SITE_MINIMUM, /* a text that is bound by its length alone */
    DSI_SITE_RANGE,   /* a number with a range, in JSON or in a target */
    DSI_SITE_ARN_PREFIX,
    DSI_SITE_ARN_PARTITION,
    DSI_SITE_ARN_SERVICE,
    DSI_SITE_ARN_REGION,
    DSI_SITE_ARN_ACCOUNT,
    DSI_SITE_ARN_TYPE,
    DSI_SITE_ARN_NAME,
    /* targets: the path before its first label */
    DSI_SITE_ROUTE,   /* all of it */
    DSI_SITE_VERSION, /* its first segment, if that is /v1 */
    DSI_SITE_SLASH,   /* its last slash */
    /* targets: a value, as it is written */
    DSI_SITE_SEGMENT, /* a label's, for what is none */
    DSI_SITE_LABEL,   /* a text's that must not be a dot segment */
    DSI_SITE_BOOLEAN, /* a parameter's, as the next two */
    DSI_SITE_INTEGER,
    DSI_SITE_TOKEN,
    DSI_SITE_INT32,       /* an integer's, in JSON as well */
    DSI_SITE_INT64,       /* a parameter's */
    DSI_SITE_ENCODED,     /* between two characters of a text */
    DSI_SITE_TARGET_BYTE, /* the same, for what no target has */
    DSI_SITES
} dsi_site;

typedef enum dsi_effect {
    DSI_PUT,     /* the bytes stand there too */
    DSI_INSTEAD, /* the bytes stand there instead */
    DSI_CUT,     /* the bytes stand there, and nothing more */
    DSI_DEEP,    /* the bytes stand there once for each level that is allowed */
    DSI_AGAIN,   /* the member stands there again; the bytes are its value */
    DSI_LONGER,  /* the text has one character too many */
    DSI_OVER     /* the number is one too great */
} dsi_effect;

typedef struct dsi_mutation {
    dsi_site site;
    dsi_effect effect;
    dsi_code code;
    dsi_string bytes;
    const char *why;
} dsi_mutation;

/*
 * The first DSI_MUTATIONS_FIRST are drawn for each message; the others were added later, and
 * only where a message has such a site. So they change no message that has none.
 */
extern const dsi_mutation dsi_mutations[];
extern const size_t dsi_mutation_count;

#define DSI_MUTATIONS_FIRST 140

#endif
