/*
 * vectors/mutations.h - the ways in which a message can be broken, as data.
 *
 * A site is a kind of place in a message. A mutation is made for one site. The writer
 * passes each site of the message, and one of them gets the mutation.
 */
#ifndef DSI_VECTORS_MUTATIONS_H
#define DSI_VECTORS_MUTATIONS_H

#include <dsi/error.h>
#include <dsi/text.h>

/* The kinds of places at which a mutation can be made. */
typedef enum dsi_site {
    /* JSON: between bytes */
    DSI_SITE_REQUEST,  /* before a request's first byte; an answer may be empty */
    DSI_SITE_BEGIN,    /* before the first byte */
    DSI_SITE_END,      /* after the last byte */
    DSI_SITE_GAP,      /* between two tokens of the message */
    DSI_SITE_STRING,   /* between two characters of a string, names included */
    DSI_SITE_FULL_END, /* before the end of an object or list that is not empty */
    DSI_SITE_TWICE,    /* after a known member */
    /* JSON: a token or value, which the mutation replaces */
    DSI_SITE_COLON,
    DSI_SITE_COMMA,
    DSI_SITE_OBJECT_END,
    DSI_SITE_LIST_END,
    DSI_SITE_LITERAL,
    DSI_SITE_NUMBER,
    DSI_SITE_TEXT_VALUE, /* a known member's or item's, as the next four are */
    DSI_SITE_INTEGER_VALUE,
    DSI_SITE_BOOLEAN_VALUE,
    DSI_SITE_STRUCT_VALUE,
    DSI_SITE_LIST_VALUE,
    DSI_SITE_NULL_ITEM, /* an item of a list in a request, which cannot be null */
    DSI_SITE_UNKNOWN_VALUE,
    /* requests: a value that a constraint is about */
    DSI_SITE_REQUIRED_MEMBER, /* name and value */
    DSI_SITE_REQUIRED_VALUE,  /* the value alone */
    DSI_SITE_LENGTH,          /* a text with a maximum length */
    DSI_SITE_MINIMUM,         /* a text that has a length as its only constraint */
    DSI_SITE_RANGE,           /* a number with a range, in JSON or in a target */
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
    /* targets: a value as it is encoded */
    DSI_SITE_SEGMENT,     /* a label's, which is one segment of the path */
    DSI_SITE_LABEL,       /* a label's text, which must not be a dot segment */
    DSI_SITE_BOOLEAN,     /* a parameter's, as the next two are */
    DSI_SITE_INTEGER,     /* its digits */
    DSI_SITE_TOKEN,       /* a pagination token's text */
    DSI_SITE_INT32,       /* an integer's size, in JSON as well */
    DSI_SITE_INT64,       /* a parameter's size */
    DSI_SITE_ENCODED,     /* between two characters; the error has the member's path */
    DSI_SITE_TARGET_BYTE, /* the same place; the error has the target's path, "" */
    DSI_SITES
} dsi_site;

/* What a mutation does at its site. */
typedef enum dsi_effect {
    DSI_PUT,     /* inserts the bytes */
    DSI_INSTEAD, /* replaces what stands there with the bytes */
    DSI_CUT,     /* writes the bytes, and ends the message */
    DSI_DEEP,    /* writes the bytes once for each level that is allowed */
    DSI_AGAIN,   /* writes the member again, with the bytes as its value */
    DSI_LONGER,  /* makes the text one character too long */
    DSI_OVER     /* makes the number one too great */
} dsi_effect;

typedef struct dsi_mutation {
    dsi_site site;
    dsi_effect effect;
    dsi_code code; /* which a parser must report */
    dsi_string bytes;
    const char *why; /* in words, for dsi_vector.why */
} dsi_mutation;

/*
 * The first DSI_MUTATIONS_FIRST rows are candidates for every message. The later rows
 * are candidates only up to the last one for which the message has a site. So a row at
 * the end leaves the vectors of all messages without its site as they were.
 */
extern const dsi_mutation dsi_mutations[];
extern const size_t dsi_mutation_count;

#define DSI_MUTATIONS_FIRST 140

#endif
