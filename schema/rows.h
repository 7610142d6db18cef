/*
 * schema/rows.h - how tables are written: a row binds a member of a shape to its place
 * in the C struct.
 *
 * Each shape has a companion type, SHAPE_member: the C type of a member of that shape.
 * A row whose C member has another type does not compile. Neither does a list with
 * items of another type. tests/schema/row_rules.h refuses what the compiler cannot see.
 */
#ifndef DSI_SCHEMA_ROWS_H
#define DSI_SCHEMA_ROWS_H

#include "schema/type.h"

#define DSI_COUNT(array) (sizeof(array) / sizeof *(array))

/*
 * Begins the definition of a shape: DSI_SHAPE(static, texts_type, dsi_strings) = {...};
 */
#define DSI_SHAPE(linkage, shape, c_type)                                              \
    typedef c_type shape##_member;                                                     \
    linkage const dsi_type shape

/* The member's offset. _Generic has one choice only, so another type is an error. */
#define DSI_PLACE(structure, field, shape)                                             \
    _Generic(((structure *)NULL)->field, shape##_member : offsetof(structure, field))

/* Within the braces of a row. */
#define DSI_ROW(structure, field, wire, shape, is_required, where)                     \
    .name = (wire), .name_length = sizeof(wire) - 1,                                   \
    .offset = DSI_PLACE(structure, field, shape), .type = &(shape),                    \
    .required = (is_required), .location = (where)

/* Within the same braces: how to name and describe the row's field; see dsi_field. */
#define DSI_HELP(word, words) .value = (word), .help = (words)

/* In the place of DSI_HELP: neither the member nor what it holds is a field. */
#define DSI_NO_FIELD .option = ""

#define DSI_OPTIONAL(structure, field, wire, shape)                                    \
    DSI_ROW(structure, field, wire, shape, false, DSI_IN_BODY)
#define DSI_REQUIRED(structure, field, wire, shape)                                    \
    DSI_ROW(structure, field, wire, shape, true, DSI_IN_BODY)
#define DSI_LABEL(structure, field, wire, shape)                                       \
    DSI_ROW(structure, field, wire, shape, true, DSI_IN_PATH)
#define DSI_QUERY(structure, field, wire, shape)                                       \
    DSI_ROW(structure, field, wire, shape, false, DSI_IN_QUERY)

/* How many rows there are. More than DSI_MEMBERS_MAX do not compile. */
#define DSI_MEMBER_COUNT(rows)                                                         \
    (DSI_COUNT(rows) +                                                                 \
     DSI_HOLDS(DSI_COUNT(rows) <= DSI_MEMBERS_MAX, "too many members"))

/*
 * The shape, if the list's items are of its C type. A companion type is the item's
 * type, or for a structure a pointer to it.
 */
#define DSI_ELEMENT(structure, shape)                                                  \
    _Generic(((structure *)NULL)->items, shape##_member                                \
             : &(shape), const shape##_member *                                        \
             : &(shape))

/* Within the braces of a shape. */
#define DSI_STRUCTURE(model_name, structure, rows)                                     \
    .name = (model_name), .kind = DSI_KIND_STRUCT, .size = sizeof(structure),          \
    .members = (rows), .member_count = DSI_MEMBER_COUNT(rows)

/* A typed list lies in memory as its generic face does, or does not compile. */
#define DSI_LIST(model_name, structure, item)                                          \
    .name = (model_name), .kind = DSI_KIND_LIST,                                       \
    .size = sizeof(structure) +                                                        \
            DSI_HOLDS(sizeof(structure) == sizeof(dsi_list) &&                         \
                          offsetof(structure, count) == offsetof(dsi_list, count) &&   \
                          offsetof(structure, dropped) == offsetof(dsi_list, dropped), \
                      "a list is items, count and dropped"),                           \
    .element = DSI_ELEMENT(structure, item)

/* The same of an enum. */
#define DSI_ENUM(model_name, structure, texts)                                         \
    .name = (model_name), .kind = DSI_KIND_ENUM,                                       \
    .size = sizeof(structure) +                                                        \
            DSI_HOLDS(sizeof(structure) == sizeof(dsi_enum_value) &&                   \
                          sizeof(((structure *)NULL)->value) == sizeof(dsi_tag) &&     \
                          offsetof(structure, text) == offsetof(dsi_enum_value, text), \
                      "an enum is a value and its text"),                              \
    .values = (texts), .value_count = DSI_COUNT(texts)

/* A text of an enum, in the place that its constant has. */
#define DSI_VALUE(constant, text) [(constant)-1] = DSI_STR(text)

#endif
