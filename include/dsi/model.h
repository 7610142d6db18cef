/*
 * dsi/model.h - what AppSync says of a database: a model for each table, with its
 * fields, their types, its indexes, and on request its GraphQL schema.
 *
 *     for (size_t i = 0; i < model->fields.count; i++) {
 *         const dsi_model_field *field = &model->fields.items[i];
 *         printf("%s\n", field->name.data != NULL ? field->name.data : "?");
 *     }
 *
 * Every member may be absent. A list is absent if `items` is NULL; it is empty if
 * `items` is not NULL and `count` is 0. Public dumps of answers have null for nearly
 * every member that has no value, and dsi reads null as absent.
 *
 * Source: service model appsync-2017-07-25, DataSourceIntrospectionModel and the shapes
 * in it.
 */
#ifndef DSI_MODEL_H
#define DSI_MODEL_H

#include <dsi/encode.h>
#include <dsi/optional.h>
#include <dsi/room.h>
#include <dsi/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A list of texts. */
typedef struct dsi_strings {
    const dsi_string *items;
    size_t count;
    size_t dropped; /* nulls in the message, left out of `items` */
} dsi_strings;

/*
 * model: DataSourceIntrospectionModelFieldType. A wrapper such as NonNull or List has
 * the type that it wraps in `type`. The limits of a decode bound how deep that goes.
 */
typedef struct dsi_model_field_type {
    dsi_string kind; /* documented: Scalar, NonNull, List; there are others */
    dsi_string name; /* of the GraphQL type; absent for a wrapper */
    const struct dsi_model_field_type *type; /* NULL: absent */
    dsi_strings values;                      /* of an enumeration */
} dsi_model_field_type;

/* model: DataSourceIntrospectionModelField */
typedef struct dsi_model_field {
    dsi_string name;
    const dsi_model_field_type *type; /* NULL: absent */
    dsi_optional_int64 length;
} dsi_model_field;

/* A list of fields; see dsi_strings. */
typedef struct dsi_model_fields {
    const dsi_model_field *items;
    size_t count;
    size_t dropped;
} dsi_model_fields;

/* model: DataSourceIntrospectionModelIndex */
typedef struct dsi_model_index {
    dsi_string name;
    dsi_strings fields; /* the fields' names, in the index's order */
} dsi_model_index;

/* A list of indexes; see dsi_strings. */
typedef struct dsi_model_indexes {
    const dsi_model_index *items;
    size_t count;
    size_t dropped;
} dsi_model_indexes;

/* model: DataSourceIntrospectionModel */
typedef struct dsi_model {
    dsi_string name;
    dsi_model_fields fields;
    const dsi_model_index *primary_key; /* NULL: absent */
    dsi_model_indexes indexes;
    dsi_string sdl; /* GraphQL, if the request asked for it */
} dsi_model;

/* A list of models; see dsi_strings. */
typedef struct dsi_models {
    const dsi_model *items;
    size_t count;
    size_t dropped;
} dsi_models;

/*
 * Writes one model as a JSON object, as it stands in an answer. `options` may be NULL.
 * Returns true, or false with `error` filled (may be NULL): DSI_E_SINK, DSI_E_UTF8,
 * DSI_E_NULL_ITEM, DSI_E_MAX_DEPTH.
 */
DSI_API bool dsi_model_write(const dsi_model *model, const dsi_sink *sink,
                             const dsi_encode_options *options, dsi_error *error);

/*
 * Copies a model and everything that it points to into `room`. Use it for a model that
 * has to outlive the call in which dsi handed it over. Texts are NUL-terminated there.
 * Returns the copy, which lives as long as the room's memory, or NULL with `error`
 * filled (may be NULL) and the room unchanged:
 *
 *     DSI_E_MEMORY     the room is too small; `limit` is its size, `actual` the bytes
 *                      that the copy needs there. A room without memory measures: then
 *                      `actual` is for memory that is aligned for any type
 *     DSI_E_MAX_DEPTH  the model is nested deeper than any message; a model that holds
 *                      itself is, for example
 *     DSI_E_ARGUMENT   `model` is NULL
 *
 * After a failure the content of the memory is undefined.
 */
DSI_API const dsi_model *dsi_model_copy(const dsi_model *model, dsi_room *room,
                                        dsi_error *error);

/*
 * Writes a field's type as GraphQL does: "[String!]!". Buffer and result are as for
 * dsi_error_describe. `type` may be NULL: absent.
 *
 * A NonNull adds "!" after what it wraps, and a List adds brackets around it. Every
 * other type is its name, byte for byte. A type without a name that wraps another one,
 * as a wrapper that dsi does not know, adds nothing to it.
 *
 * "?" stands for a type that is absent, or that has neither a name nor a type in it. It
 * also ends a nest of 126 types, as in a type that holds itself.
 */
DSI_API size_t dsi_model_field_type_encode(const dsi_model_field_type *type,
                                           char *buffer, size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
