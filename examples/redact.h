/*
 * Replaces what must stay secret in a text: account numbers, the names of resources in
 * ARNs, ids, tokens, keys and signatures. A stand-in has the length of its value, so
 * nothing else in the text moves. The same value has the same stand-in everywhere, and
 * two values have two, unless they are short names. So recorded answers still belong to
 * recorded requests.
 *
 * Some values are known before a run (the keys, the ARNs), others are found by their
 * shape: ARNs, numbers of 12 digits, UUIDs, key ids, signatures. After the replacing,
 * redact_is_clean() reads the text as an attacker could have meant it, with every
 * escape undone, and finds what is left.
 *
 * It cannot find a value that was changed in another way: encrypted, hashed, written in
 * base64, with spaces between its letters.
 */
#ifndef DSI_EXAMPLES_REDACT_H
#define DSI_EXAMPLES_REDACT_H

#include <dsi/dsi.h>

#define REDACT_VALUES_MAX 256u
#define REDACT_TEXTS_MAX (2u << 20) /* bytes of all values and their stand-ins */

typedef enum redact_kind {
    REDACT_SECRET,  /* replaced wherever it stands */
    REDACT_ACCOUNT, /* too, by a number: 99999999 and four digits */
    REDACT_NAME     /* replaced as a whole word: it can be a short one */
} redact_kind;

typedef struct redact_value {
    redact_kind kind;
    dsi_string text;
    const char *stand_in; /* as long as the text */
    unsigned number;      /* stands at the end of the stand-in */
} redact_value;

/* What is known of a run. It is large: make it static. All zero, it knows nothing. */
typedef struct redact {
    redact_value values[REDACT_VALUES_MAX];
    size_t count;
    unsigned numbers;
    bool begins[256]; /* whether a value begins with this byte, in lower case */
    char texts[REDACT_TEXTS_MAX];
    size_t used;
    const char
        *failure; /* NULL, or why a value cannot be replaced: trust no text then */
} redact;

/*
 * Remembers an id, a token or a key; an absent or empty one is ignored. It must have
 * six letters and digits, and a digit if they are fewer than 16. Otherwise it could be
 * a word of any text. If it is not so, or there is no room, `failure` is set.
 */
void redact_learn_secret(redact *self, dsi_string value);

/* The same for a value that is also sent in a target, percent-encoded. */
void redact_learn_target(redact *self, dsi_string value);

/*
 * Replaces what it knows, and what has the shape of a secret, which it then knows.
 * Returns how many values it replaced. A value that the end of a text teaches can stand
 * at its beginning, so call it twice.
 */
size_t redact_text(redact *self, char *text, size_t length);

/* Makes an x of each letter and digit, and of each byte that is not ASCII. */
void redact_blank(char *text, size_t length);

/*
 * Redacts the strings and numbers of a JSON text, and learns the values of the members
 * introspectionId and nextToken. Names of members stay. Returns NULL, or why the text
 * cannot be redacted: it is not JSON as far as this can see, or an escape could hide
 * something.
 */
const char *redact_json(redact *self, char *text, size_t length);

/*
 * Whether nothing secret is left, even after escapes of JSON and percent-escapes are
 * undone, as often as there are any. The text is changed: pass a copy.
 */
bool redact_is_clean(redact *self, char *text, size_t length);

#endif
