/*
 * tests/model/model.h - the service model as the tests and the fuzzers know it.
 *
 * This account is written from the published model and the public headers alone, so
 * that a wrong row of the library's own tables does not go unseen: tests/schema
 * compares the two in both directions. An operation is one file, model_STEM.c, and a
 * line in operations.h.
 *
 * The model gives a plain string, integer or list of strings a name of its own. Where
 * that name says nothing, one name stands for all, as in the library's tables:
 *
 *     String   ErrorMessage
 *     Integer  CodeErrorLine, CodeErrorColumn, CodeErrorSpan
 *     Strings  DataSourceIntrospectionModelFieldTypeValues,
 *              DataSourceIntrospectionModelIndexFields
 *
 * One plain String has more rules than the model says, and so a name of its own:
 *
 *     IntrospectionId  the id in the path of a Get request, which may be neither empty
 *                      (RFC 3986: the path would be another one) nor a dot segment
 */
#ifndef DSI_TESTS_MODEL_MODEL_H
#define DSI_TESTS_MODEL_MODEL_H

#include <dsi/dsi.h>
#include <dsi/message.h>

typedef enum model_kind {
    MODEL_STRING,
    MODEL_ENUM,
    MODEL_INT32,
    MODEL_INT64,
    MODEL_BOOLEAN,
    MODEL_STRUCT,
    MODEL_LIST
} model_kind;

typedef enum model_location {
    MODEL_IN_BODY,
    MODEL_IN_PATH,
    MODEL_IN_QUERY
} model_location;

/* The rules of a string or an integer. */
typedef struct model_rules {
    size_t minimum; /* of a string: in Unicode scalar values */
    size_t maximum; /* SIZE_MAX: there is none */
    const char *pattern;
    dsi_code mismatch;         /* of a rule that is no pattern; DSI_OK: there is none */
    size_t documented_maximum; /* of the Data API, not of the model; 0: there is none */
} model_rules;

typedef struct model_shape model_shape;

typedef struct model_member {
    const char *name; /* on the wire; NULL: the end */
    size_t offset;    /* in the structure's public struct */
    const model_shape *shape;
    bool required;
    model_location location;
} model_member;

struct model_shape {
    const char *name;
    model_kind kind;
    size_t size;                 /* of the value, as a list's element or on its own */
    const model_member *members; /* struct: in the model's order */
    const model_shape *element;  /* list */
    const char *const *values;   /* enum: tag i + 1, NULL: the end */
    const model_rules *rules;    /* NULL: any value is good */
};

typedef struct model_error {
    const char *name; /* NULL: the end */
    int status;
} model_error;

/* Gives items one by one: the next, or NULL after the last. */
typedef struct model_source {
    const void *(*next)(void *context);
    void *context;
} model_source;

/*
 * The typed functions of a message, with void in place of its struct. Those that this
 * kind of message does not have are NULL. `options->items` must live until the decode
 * has ended.
 */
typedef struct model_typed {
    dsi_decoder *(*begin)(void *block, size_t size, const dsi_message_options *options,
                          dsi_error *error);
    const void *(*finish)(dsi_decoder *decoder, dsi_error *error);
    bool (*write)(const void *object, const dsi_sink *sink,
                  const dsi_encode_options *options, dsi_error *error);
    size_t (*size)(const void *object, dsi_error *error);
    size_t (*encode)(const void *object, char *buffer, size_t capacity,
                     dsi_error *error);
    size_t (*validate)(const void *request, dsi_violations *report);
    dsi_request_head (*request_head)(dsi_string target);
    size_t (*target)(const void *request, char *buffer, size_t capacity,
                     dsi_error *error);
    size_t (*target_size)(const void *request, dsi_error *error);
    bool (*parse_target)(dsi_string target, dsi_room *room,
                         const dsi_decode_options *options, void *request,
                         dsi_error *error);
    dsi_answer_head (*answer_head)(const void *answer);
    bool (*write_items)(const void *answer, const model_source *source,
                        const dsi_sink *sink, dsi_error *error);
} model_typed;

/* Where a typed answer has its parts. */
typedef struct model_answer {
    size_t size;
    size_t kind;
    size_t status;
    size_t request_id;
    size_t output;
    size_t error;
    size_t taken; /* how many items were handed over; 0: no list can be */
} model_answer;

typedef struct model_operation {
    const char *name;
    const char *stem; /* in the names of its messages */
    const char *method;
    const char *path; /* {NAME} is a label */
    const model_shape *input;
    const model_shape *output;
    const model_error *errors; /* by name: the model's own order means nothing */
    const char
        *items; /* a JSON Pointer in a response: the list whose items can be handed
                          over; NULL: there is none */
    model_answer answer;
    const model_typed *request;
    const model_typed *response;
    uint64_t request_sum; /* of what dsi-vectors makes of it: see tests/vectors */
    uint64_t response_sum;
} model_operation;

#define OPERATION(stem) extern const model_operation model_##stem;
#include "tests/model/operations.h"
#undef OPERATION

/* All of them; the last is NULL. */
extern const model_operation *const model_operations[];

/* How many messages the library lists. */
size_t message_count(void);

/* An operation's request or its response. */
typedef struct model_message {
    const model_operation *operation; /* NULL: the account has no such message */
    bool is_request;
    const model_shape *shape; /* of its body: the input, or the output */
    size_t size;              /* of its struct */
    size_t offset;            /* of the shape's struct in it */
    const model_typed *typed;
} model_message;

model_message model_find(const char *name);

/* The same; a message that the account has forgotten ends the program with its name. */
model_message model_of(const dsi_message *message);

/* model: BadRequestException, as a dsi_service_error has it. Every other modelled
 * error has its first member alone. */
extern const model_shape model_exception;

/* Shapes that more than one operation has, or that belong to none. */
extern const model_shape model_string;
extern const model_shape model_strings;
extern const model_shape model_integer;
extern const model_shape model_long;
extern const model_shape model_boolean;
extern const model_shape model_status;
extern const model_shape model_token;
extern const model_shape model_max_results;
extern const model_shape model_reason;
extern const model_shape model_detail;

#define MODEL_SHAPES_MAX 64

/* Every shape that operations and errors reach, each once. */
typedef struct model_set {
    const model_shape *shapes[MODEL_SHAPES_MAX];
    size_t count;
} model_set;

const model_set *model_all(void);

/* A pattern for POSIX, which has no \d; else the two dialects mean the same by
 * these. The expression has room for it. */
void model_posix_pattern(const char *pattern, char *expression);

/* The shape of this name, or NULL. */
const model_shape *model_shape_named(const char *name);

/* The member of this name, `length` bytes, or NULL. */
const model_member *model_member_named(const model_shape *shape, const char *name,
                                       size_t length);

/* The member at the end of a JSON Pointer that leads through structures, or NULL. */
const model_member *model_member_at(const model_shape *shape, const char *pointer);

#endif
