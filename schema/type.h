/*
 * schema/type.h - what a message is, as data.
 *
 * One dsi_type describes one shape of the service model, and one dsi_member one member
 * of a structure. Decoder, encoder and validator are each one walk over these rows.
 * Only the tables (schema/start.c, get.c, service_error.c) have names of JSON members.
 * How a value lies in memory follows from the kind:
 *
 *     string   dsi_string                          absent: data == NULL
 *     enum     dsi_enum_value (tag beside text)    absent: text.data == NULL
 *     int32    dsi_optional_int32                  absent: !present
 *     int64    dsi_optional_int64                  absent: !present
 *     boolean  dsi_optional_bool                   absent: !present
 *     struct   const T *  as a member, T itself as a list's element;  absent: NULL
 *     list     dsi_list (items, count, dropped)    absent: items == NULL
 */
#ifndef DSI_SCHEMA_TYPE_H
#define DSI_SCHEMA_TYPE_H

#include "schema/text/same.h"

#include <string.h>

#include <dsi/arn.h>
#include <dsi/error.h>
#include <dsi/optional.h>

/* 0 if the condition holds; if not, it does not compile. For the middle of a table. */
#define DSI_HOLDS(condition, words)                                                    \
    (0 * sizeof(struct {                                                               \
         _Static_assert(condition, words);                                             \
         char unused;                                                                  \
     }))

/* A message is never nested deeper. yajl and yajl_gen are safe up to 127. */
#define DSI_DEPTH_MAX 126

/* For shapes of so few levels a walk needs little of the stack. */
#define DSI_FEW_LEVELS 8

/* No structure has more members: a decode has one bit for each, on every machine. */
#define DSI_MEMBERS_MAX 64

typedef enum dsi_kind {
    DSI_KIND_STRING,
    DSI_KIND_ENUM,
    DSI_KIND_INT32,
    DSI_KIND_INT64,
    DSI_KIND_BOOLEAN,
    DSI_KIND_STRUCT,
    DSI_KIND_LIST
} dsi_kind;

/* As large as the enums of the model, even where the compiler makes enums short. */
typedef enum dsi_tag { DSI_TAG_UNKNOWN = 0, DSI_TAG_MAX = 127 } dsi_tag;

/* The generic face of every typed enum value: tag i + 1 stands for values[i]. */
typedef struct dsi_enum_value {
    dsi_tag tag;
    dsi_string text;
} dsi_enum_value;

/* The generic face of every typed list. */
typedef struct dsi_list {
    const void *items;
    size_t count;
    size_t dropped;
} dsi_list;

/* Where a text stops matching. The members are those of dsi_violation. */
typedef struct dsi_mismatch {
    size_t offset;
    const char *rule;
    const char *part;
} dsi_mismatch;

/*
 * Checks `value` against a rule of `level`. If the value breaks it, fills `mismatch`
 * and returns false.
 */
typedef bool dsi_match_fn(dsi_string value, dsi_level level, dsi_mismatch *mismatch);

/*
 * model: the length and pattern traits of a string shape, or the range of an integer's.
 */
typedef struct dsi_constraint {
    size_t minimum;            /* of a text: Unicode scalar values */
    size_t maximum;            /* SIZE_MAX: no bound */
    const char *pattern;       /* as published; NULL: no pattern */
    dsi_match_fn *match;       /* NULL: no pattern */
    bool ascii;                /* what matches at the model's level is ASCII */
    dsi_code mismatch;         /* the code of a broken model rule; 0: DSI_E_PATTERN */
    size_t documented_maximum; /* of the Data API, which AppSync calls; 0: no rule */
} dsi_constraint;

/* model: the HTTP binding of a member. */
typedef enum dsi_location { DSI_IN_BODY, DSI_IN_PATH, DSI_IN_QUERY } dsi_location;

typedef struct dsi_type dsi_type;

typedef struct dsi_member {
    const char *name; /* on the wire */
    size_t name_length;
    size_t offset;
    const dsi_type *type;
    bool required;
    dsi_location location;
    const char *option; /* of a command line; NULL: made of the name */
    const char *value;  /* a word for its value; may be NULL */
    const char *help;   /* what it is, in words; may be NULL */
} dsi_member;

/* Compares members of one structure with each other; see schema/agreement.h. */
struct dsi_agreement;
typedef void dsi_agree_fn(const void *object, struct dsi_agreement *agreement);

struct dsi_type {
    const char *name; /* of the shape in the model */
    dsi_kind kind;
    size_t size;               /* of the value as a list's element or on its own */
    const dsi_member *members; /* struct */
    size_t member_count;
    const dsi_type *element;          /* list */
    const dsi_string *values;         /* enum */
    size_t value_count;               /* enum */
    const dsi_constraint *constraint; /* text, integer; NULL if free */
    dsi_agree_fn *agree;              /* struct; NULL if there is no such rule */
    size_t levels; /* how deep a value is, DSI_FEW_LEVELS at most; 0: not known */
};

/* True if this is the member's name. */
static inline bool dsi_member_is(const dsi_member *member, dsi_string name)
{
    return member->name_length == name.length &&
           dsi_same(member->name, name.data, name.length);
}

/* True if some member of the structure is in the body. */
bool dsi_type_has_body(const dsi_type *type);

/*
 * True for a member in the path or the query of a request that also has a body. Its
 * JSON does not have that member. The JSON form of a request without a body has all
 * members.
 */
static inline bool dsi_member_is_beside(const dsi_type *type, const dsi_member *member)
{
    return member->location != DSI_IN_BODY && dsi_type_has_body(type);
}

/*
 * At most so many bytes of results come from each byte of JSON of this structure. The
 * costliest are lists of empty items: `{},` is three bytes, and takes an item's struct
 * twice, since items lie on the arena's top before they move down. SIZE_MAX if the
 * structure reaches more types than this function can hold.
 */
size_t dsi_type_cost(const dsi_type *type);

/* The member of a structure with this name, or NULL. */
const dsi_member *dsi_type_find(const dsi_type *type, dsi_string name);

/* The tag of an enum's text, 0 if the model does not list it. */
int dsi_type_tag(const dsi_type *type, dsi_string text);

/* True if the value of this type at `value`, a member's place, is present. */
bool dsi_type_present(const dsi_type *type, const void *value);

/* True if every member of the structure at `object` is absent. */
bool dsi_type_blank(const dsi_type *type, const void *object);

/*
 * How many bytes a member of this type takes in its structure: for a structure, a
 * pointer.
 */
static inline size_t dsi_type_place_size(const dsi_type *type)
{
    return type->kind == DSI_KIND_STRUCT ? sizeof(const void *) : type->size;
}

/* True for a string or an enum. */
static inline bool dsi_type_is_text(const dsi_type *type)
{
    return type->kind == DSI_KIND_STRING || type->kind == DSI_KIND_ENUM;
}

/* Where the text of a string or an enum lies in its value. */
static inline size_t dsi_type_text_offset(const dsi_type *type)
{
    return type->kind == DSI_KIND_ENUM ? offsetof(dsi_enum_value, text) : 0;
}

/* The text of a string or an enum; absent if the value is. */
static inline dsi_string dsi_type_text(const dsi_type *type, const void *value)
{
    dsi_string text;

    memcpy(&text, (const char *)value + dsi_type_text_offset(type), sizeof text);
    return text;
}

/* Puts another text in the place of the one that is there. The tag of an enum stays. */
static inline void dsi_type_replace_text(const dsi_type *type, void *value,
                                         dsi_string text)
{
    memcpy((char *)value + dsi_type_text_offset(type), &text, sizeof text);
}

/* Sets a string or an enum. The text decides the tag of an enum. */
static inline void dsi_type_set_text(const dsi_type *type, void *value, dsi_string text)
{
    dsi_type_replace_text(type, value, text);
    if (type->kind == DSI_KIND_ENUM) {
        dsi_tag tag = (dsi_tag)dsi_type_tag(type, text);

        memcpy((char *)value + offsetof(dsi_enum_value, tag), &tag, sizeof tag);
    }
}

/* The integer of an int32 or int64 that is present. */
int64_t dsi_type_integer(const dsi_type *type, const void *value);

/* Sets an int32 or int64. The integer is in its range. */
void dsi_type_set_integer(const dsi_type *type, void *value, int64_t integer);

#endif
