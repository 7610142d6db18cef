/*
 * tests/codec/grammar.h - fragments of JSON for each rule of RFC 8259, and the places
 * of messages into which each fragment is put.
 */
#ifndef DSI_TESTS_CODEC_GRAMMAR_H
#define DSI_TESTS_CODEC_GRAMMAR_H

#include "tests/codec/outcome.h"

/* What a fragment is. DOCUMENT: a whole message, with nothing around it. */
typedef enum grammar_form {
    FORM_DOCUMENT,
    FORM_LITERAL,
    FORM_OBJECT,
    FORM_ARRAY,
    FORM_NUMBER,
    FORM_STRING
} grammar_form;

/* Where the second parser differs from the RFC. */
typedef enum grammar_other {
    OTHER_AGREES,
    OTHER_HAS_RANGES,  /* refuses numbers that it cannot hold */
    OTHER_HAS_NO_NULS, /* refuses U+0000 in a name */
    OTHER_LOSES_NULS   /* overlooks a NUL directly after a number */
} grammar_other;

/*
 * A fragment and what the RFC says about it. In `text`, '@' stands for an item that the
 * place accepts.
 */
typedef struct grammar_row {
    const char *name;
    const char *section; /* of RFC 8259 */
    grammar_form form;
    dsi_string text;
    dsi_code code;         /* DSI_OK: the fragment is JSON */
    size_t offset;         /* of the error, in `text` */
    dsi_json_type first;   /* of the first token; 0 if the error is in it */
    dsi_code integer;      /* of a number: the outcome where an integer is expected */
    bool nested;           /* an array whose items are of many types */
    grammar_other another; /* the second parser's verdict */
} grammar_row;

typedef struct grammar_list {
    const grammar_row *items;
    size_t count;
} grammar_list;

extern const grammar_list grammar_values;
extern const grammar_list grammar_texts;

/* The row at this index in both lists together; NULL after the last. */
const grammar_row *grammar_at(size_t index);

/* What a place accepts. ANY: it is in an unknown member, so it is skipped. */
typedef enum grammar_takes {
    TAKES_ANY,
    TAKES_NAME, /* a string that names an unknown member */
    TAKES_DOCUMENT,
    TAKES_STRING,
    TAKES_INTEGER,
    TAKES_BOOLEAN,
    TAKES_OBJECT,
    TAKES_STRINGS, /* a list of strings */
    TAKES_OBJECTS
} grammar_takes;

typedef struct grammar_place {
    const char *name;
    const char *message;
    bool streamed;
    int status;
    const char *before;
    const char *after;
    grammar_takes takes;
    bool lenient;     /* a service error: a value of the wrong type is left out */
    const char *kept; /* JSON Pointer to the value in the output; NULL: it is skipped */
    const char *output; /* of the message, if the value is skipped */
} grammar_place;

extern const grammar_place grammar_places[];
extern const size_t grammar_place_count;

/* True if the fragment can be put there, be it valid or not. */
bool grammar_fits(const grammar_place *place, const grammar_row *row);

/* The expected outcome there. The offset counts from the start of the fragment. */
typedef struct grammar_verdict {
    dsi_code code;
    size_t offset;
} grammar_verdict;

grammar_verdict grammar_judge(const grammar_place *place, const grammar_row *row);

#define GRAMMAR_MESSAGE_MAX 512

/* The fragment in its place, as a vector whose text is `bytes`. */
typedef struct grammar_message {
    char bytes[GRAMMAR_MESSAGE_MAX];
    size_t start; /* of the fragment */
    size_t end;
    size_t error_at; /* the offset of the expected error, in the message */
    vector row;
} grammar_message;

void grammar_put(const grammar_place *place, const grammar_row *row,
                 grammar_message *message);

#endif
