/*
 * tests/model/model.h - the tests' and fuzzers' own account of the service model.
 *
 * This account is written from the published model and the public headers alone.
 * tests/schema compares it with the library's tables in both directions, so a wrong row
 * of either is noticed. An operation is one file, model_STEM.c. CMake lists them.
 *
 * The model has many names for a plain string, integer or list of strings. As in the
 * library's tables, one name stands for all of them:
 *
 *     String   ErrorMessage
 *     Integer  CodeErrorLine, CodeErrorColumn, CodeErrorSpan
 *     Strings  DataSourceIntrospectionModelFieldTypeValues,
 *              DataSourceIntrospectionModelIndexFields
 *
 * One plain String has rules that the model does not contain, and so it has its own
 * name:
 *
 *     IntrospectionId  the id in the path of a Get request. An empty id or a dot
 *                      segment would change the path (RFC 3986).
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
    size_t minimum; /* for a string: in Unicode scalar values */
    size_t maximum; /* SIZE_MAX if there is none */
    const char *pattern;
    dsi_code mismatch;         /* of a rule that is not a pattern; otherwise DSI_OK */
    size_t documented_maximum; /* from the Data API's documents; 0 if there is none */
} model_rules;

typedef struct model_shape model_shape;

typedef struct model_member {
    const char *name; /* on the wire; NULL ends the list */
    size_t offset;    /* in the structure's public struct */
    const model_shape *shape;
    bool required;
    model_location location;
} model_member;

struct model_shape {
    const char *name;
    model_kind kind;
    size_t size;                 /* of a value in memory, also as an element */
    const model_member *members; /* of a structure, in the model's order */
    const model_shape *element;  /* of a list */
    const char *const *values;   /* of an enum: text i has tag i + 1; NULL ends them */
    const model_rules *rules;    /* NULL if every value is good */
};

typedef struct model_error {
    const char *name; /* NULL ends the list */
    int status;
} model_error;

/* A source of items: `next` returns the next one, or NULL after the last. */
typedef struct model_source {
    const void *(*next)(void *context);
    void *context;
} model_source;

/*
 * The typed functions of a message, with void pointers in place of its struct. A
 * function that this kind of message does not have is NULL. `options->items` must live
 * until the decode has ended.
 */
typedef struct model_typed {
    dsi_decoder *(*begin)(void *block, size_t size, const dsi_message_options *options,
                          dsi_error *error);
    const void *(*finish)(dsi_decoder *decoder, dsi_error *error);
    const void *(*decode)(void *block, size_t size, dsi_string body,
                          const dsi_message_options *options, dsi_error *error);
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

/* The layout of a typed answer: the offsets of its parts. */
typedef struct model_answer {
    size_t size;
    size_t kind;
    size_t status;
    size_t request_id;
    size_t output;
    size_t error;
    size_t taken; /* of the count of items taken; 0 if items cannot be taken */
} model_answer;

typedef struct model_operation {
    const char *name;
    const char *stem; /* in the names of its messages */
    const char *method;
    const char *path; /* {NAME} is a label */
    const model_shape *input;
    const model_shape *output;
    const model_error *errors; /* sorted by name, because their order means nothing */
    const char *items; /* JSON Pointer to the list whose items can be taken, or NULL */
    model_answer answer;
    const model_typed *request;
    const model_typed *response;
    uint64_t request_sum; /* of the vectors of the request: see tests/vectors */
    uint64_t response_sum;
} model_operation;

/* Every operation. NULL ends the list. */
extern const model_operation *const model_operations[];

/* The number of messages that the library lists. */
size_t message_count(void);

/* An operation's request or its response. */
typedef struct model_message {
    const model_operation *operation; /* NULL if the account lacks the message */
    bool is_request;
    const model_shape *shape; /* the operation's input or output */
    size_t size;              /* of the message's struct */
    size_t offset;            /* of the shape's struct in the message's */
    const model_typed *typed;
} model_message;

model_message model_find(const char *name);

/* Does the same, but ends the program if the account lacks the message. */
model_message model_of(const dsi_message *message);

/*
 * model: BadRequestException with the members of dsi_service_error. Every other
 * modelled error has only the first of them.
 */
extern const model_shape model_exception;

/* Shapes that several operations use, or that belong to no operation. */
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

/*
 * A set of shapes. model_all returns every shape that operations and errors reach,
 * once.
 */
typedef struct model_set {
    const model_shape *shapes[MODEL_SHAPES_MAX];
    size_t count;
} model_set;

const model_set *model_all(void);

/*
 * Translates a pattern of the model into a POSIX expression: \d becomes [0-9].
 * Everything else in these patterns means the same in both. The buffer must be large
 * enough.
 */
void model_posix_pattern(const char *pattern, char *expression);

/* The shape of this name, or NULL. */
const model_shape *model_shape_named(const char *name);

/* The member of this name, `length` bytes, or NULL. */
const model_member *model_member_named(const model_shape *shape, const char *name,
                                       size_t length);

/* The member at the end of a JSON Pointer that leads through structures, or NULL. */
const model_member *model_member_at(const model_shape *shape, const char *pointer);

#endif
