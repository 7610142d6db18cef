/*
 * Vectors that every message has. They are made from the account of the model in
 * tests/model, so a new operation gets them without work.
 */
#include "tests/codec/outcome.h"

#include "tests/codec/objects.h"

#include <stdio.h>
#include <string.h>

#define VECTORS_MAX 64
#define TEXT_MAX 1024

typedef struct made_vectors {
    vector rows[VECTORS_MAX];
    char names[VECTORS_MAX][64];
    char bytes[VECTORS_MAX][TEXT_MAX];
    char outputs[VECTORS_MAX][TEXT_MAX];
    char paths[VECTORS_MAX][64];
    size_t count;
} made_vectors;

static made_vectors made;

/* Adds a vector. Its texts were written before, into the room that next() gave. */
static vector *add(const dsi_message *message, const char *what)
{
    size_t at = made.count++;
    vector *row = &made.rows[at];

    (void)snprintf(made.names[at], sizeof *made.names, "%s-%s",
                   dsi_message_name(message), what);
    *row = (vector){.name = made.names[at],
                    .why = "made from the account of the model",
                    .message = dsi_message_name(message),
                    .bytes = dsi_str(made.bytes[at]),
                    .path = made.paths[at],
                    .output = made.outputs[at]};
    return row;
}

/* Returns the index of the next vector. The arrays have room for its texts there. */
static size_t next(void)
{
    expect(made.count < VECTORS_MAX, "make VECTORS_MAX larger");
    return made.count;
}

/* A message with every member set. */
static void add_full(const dsi_message *message)
{
    const model_member *member = model_of(message).shape->members;
    size_t at = next();
    char *text = made.bytes[at];
    char value[TEXT_MAX / 4];
    size_t length = 0;

    for (; member->name != NULL; member++) {
        object_value(member->shape, value, sizeof value);
        length += (size_t)snprintf(text + length, TEXT_MAX - length, "%s\"%s\":%s",
                                   length == 0 ? "{" : ",", member->name, value);
        expect(length + 1 < TEXT_MAX, "make TEXT_MAX larger");
    }
    memcpy(text + length, "}", sizeof "}");
    memcpy(made.outputs[at], text, length + sizeof "}");
    (void)add(message, "full");
}

/* A message whose first member has the wrong type. */
static void add_mistyped(const dsi_message *message)
{
    const model_member *first = model_of(message).shape->members;
    size_t at = next();
    const char *value = first->shape->kind == MODEL_BOOLEAN ? "7" : "false";
    vector *row;

    (void)snprintf(made.bytes[at], TEXT_MAX, "{\"%s\":%s}", first->name, value);
    (void)snprintf(made.paths[at], sizeof *made.paths, "/%s", first->name);
    row = add(message, "mistyped");
    row->code = DSI_E_TYPE;
    row->offset = strlen("{\"\":") + strlen(first->name);
}

/* The first error that the operation models. */
static void add_error(const dsi_message *message)
{
    const model_error *error = model_of(message).operation->errors;
    size_t at = next();

    (void)snprintf(made.bytes[at], TEXT_MAX, "{\"__type\":\"%s\"}", error->name);
    (void)snprintf(made.outputs[at], TEXT_MAX,
                   "{\"type\":\"%s\",\"status\":%d,\"fault\":\"%s\","
                   "\"class\":\"modelled\"}",
                   error->name, error->status,
                   error->status < 500 ? "client" : "server");
    add(message, "error")->status = error->status;
}

const vector *vector_of_account_at(size_t index)
{
    bool is_made = made.count > 0;

    for (size_t i = 0; !is_made && dsi_message_at(i) != NULL; i++) {
        const dsi_message *message = dsi_message_at(i);

        add_full(message);
        add_mistyped(message);
        if (!dsi_message_is_request(message)) {
            add_error(message);
        }
    }
    return index < made.count ? &made.rows[index] : NULL;
}
