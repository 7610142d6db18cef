/*
 * tests/codec/grammar.h - RFC 8259's grammar, rule by rule, and the places of messages
 * where each rule holds.
 */
#ifndef DSI_TESTS_CODEC_GRAMMAR_H
#define DSI_TESTS_CODEC_GRAMMAR_H

#include "tests/codec/outcome.h"

/* DOCUMENT: a whole message, nothing stands around it. */
typedef enum grammar_form {
    FORM_DOCUMENT,
    FORM_LITERAL,
    FORM_OBJECT,
    FORM_ARRAY,
    FORM_NUMBER,
    FORM_STRING
} grammar_form;

/* Where a second parser does not follow the RFC as far. */
typedef enum grammar_other {
    OTHER_AGREES,
    OTHER_HAS_RANGES,  /* refuses numbers that it cannot hold */
    OTHER_HAS_NO_NULS, /* refuses U+0000 in a name */
    OTHER_LOSES_NULS   /* does not see a NUL right behind a number */
} grammar_other;

/*
 * A fragment and what the RFC says of it. In `text`, '@' stands for an item that the
 * place takes.
 */
typedef struct grammar_row {
    const char *name;
    const char *section; /* of RFC 8259 */
    grammar_form form;
    dsi_string text;
    dsi_code code;       /* DSI_OK: it is JSON */
    size_t offset;       /* of the fault, in `text` */
    dsi_json_type first; /* of its first token that is whole before a fault; 0: none */
    dsi_code integer;    /* a number: what a member that is an integer says */
    bool nested;         /* an array whose items are of many types */
    grammar_other another; /* the second parser's verdict */
} grammar_row;

typedef struct grammar_list {
    const grammar_row *items;
    size_t count;
} grammar_list;

extern const grammar_list grammar_values;
extern const grammar_list grammar_texts;

/* All rows of both lists; NULL behind the last. */
const grammar_row *grammar_at(size_t index);

/* What a place takes; ANY: what is there is not known, and skipped. */
typedef enum grammar_takes {
    TAKES_ANY,
    TAKES_NAME, /* a string that names an unknown member */
    TAKES_DOCUMENT,
    TAKES_STRING,
    TAKES_INTEGER,
    TAKES_BOOLEAN,
    TAKES_OBJECT,
    TAKES_STRINGS, /* a list of them */
    TAKES_OBJECTS
} grammar_takes;

typedef struct grammar_place {
    const char *name;
    const char *message;
    bool streamed;
    int status;
    const char *before;
    const char *behind;
    grammar_takes takes;
    bool lenient;       /* an error answer: what has a wrong type is left out */
    const char *kept;   /* a JSON Pointer to what becomes of it; NULL: it is skipped */
    const char *output; /* of the message, if it is skipped */
} grammar_place;

extern const grammar_place grammar_places[];
extern const size_t grammar_place_count;

/* True if the fragment can stand there, right or wrong. */
bool grammar_fits(const grammar_place *place, const grammar_row *row);

/* The verdict on the fragment there, its offset counted from the fragment's start. */
typedef struct grammar_verdict {
    dsi_code code;
    size_t offset;
} grammar_verdict;

grammar_verdict grammar_judge(const grammar_place *place, const grammar_row *row);

#define GRAMMAR_MESSAGE_MAX 512

/* The fragment in its place: a vector whose bytes lie in `buffer`. */
typedef struct grammar_message {
    char bytes[GRAMMAR_MESSAGE_MAX];
    size_t start; /* of the fragment */
    size_t end;
    size_t fault; /* the row's offset */
    vector row;
} grammar_message;

void grammar_put(const grammar_place *place, const grammar_row *row,
                 grammar_message *message);

#endif
