/*
 * tests/web/native.c - what the native library makes of vectors.
 *
 *     native MESSAGE COUNT SEED
 *
 * prints a JSON object for each vector: its bytes, the error, the violations, and the
 * message encoded again. The tests of the npm package expect the same of the module.
 */
#include <dsi/dsi.h>
#include <dsi/vectors.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "tool/base64.h"

#define TEXT_MAX ((size_t)1024 * 1024)

/* One vector, and what became of it. */
typedef struct native_verdict {
    const void *object; /* NULL: see `error` */
    dsi_error error;
    dsi_violation found[DSI_VIOLATIONS_MAX];
    size_t text_length;
    char text[TEXT_MAX]; /* encoded again */
} native_verdict;

static unsigned char block[64 * 1024 * 1024];
static char base64[BASE64_SIZE(TEXT_MAX)];

/* A dsi_write_fn; the context is the verdict. */
static bool native_keep(void *context, const char *bytes, size_t length)
{
    native_verdict *self = context;

    if (length > sizeof self->text - self->text_length) {
        return false;
    }
    memcpy(self->text + self->text_length, bytes, length);
    self->text_length += length;
    return true;
}

/* The bytes of a request without a body are its target. */
static const void *native_decode(const dsi_message *message, dsi_string bytes,
                                 dsi_error *error)
{
    dsi_message_options options = {.head = {.status = 200}};
    size_t size = dsi_message_size(message);
    dsi_room room = {.memory = block + size, .size = sizeof block - size};

    if (dsi_message_has_body(message)) {
        return dsi_message_decode(message, block, sizeof block, bytes, &options, error);
    }
    return dsi_message_target_decode(message, bytes, &room, NULL, block, error) ? block
                                                                                : NULL;
}

static void native_print_bytes(const char *name, dsi_string bytes)
{
    base64_write(bytes, base64);
    printf("\"%s\":\"%s\",", name, base64);
}

static void native_print_place(const char *code, uint64_t offset, const char *path)
{
    printf("\"code\":\"%s\",\"offset\":%" PRIu64 ",\"path\":\"%s\"", code, offset,
           path);
}

/* No path has a character that JSON escapes: it is made of names and numbers. */
static void native_print(const dsi_message *message, native_verdict *self,
                         dsi_string bytes)
{
    dsi_violations report = {.items = self->found, .capacity = DSI_VIOLATIONS_MAX};
    dsi_sink sink = {.write = native_keep, .context = self};

    self->text_length = 0;
    if (self->object != NULL) {
        (void)dsi_message_validate(message, self->object, &report);
        (void)dsi_message_write(message, self->object, &sink, NULL, &self->error);
    }
    printf("{");
    native_print_bytes("bytes", bytes);
    native_print_bytes("text", (dsi_string){self->text, self->text_length});
    native_print_place(dsi_code_name(self->error.code), self->error.offset,
                       self->error.path);
    printf(",\"violations\":[");
    for (size_t i = 0; i < report.count; i++) {
        fputs(i == 0 ? "{" : ",{", stdout);
        native_print_place(dsi_code_name(self->found[i].code), self->found[i].offset,
                           self->found[i].path);
        printf("}");
    }
    printf("]}\n");
}

int main(int count, char **arguments)
{
    static dsi_vectors vectors;
    static native_verdict verdict;
    const dsi_message *message = count == 4 ? dsi_message_find(dsi_str(arguments[1]))
                                            : NULL;

    if (message == NULL) {
        fputs("usage: native MESSAGE COUNT SEED\n", stderr);
        return 2;
    }
    dsi_vectors_begin(&vectors, message, strtoull(arguments[3], NULL, 10), true);
    for (long i = strtol(arguments[2], NULL, 10); i > 0; i--) {
        dsi_vector vector;

        dsi_vectors_next(&vectors, &vector);
        verdict.object = native_decode(message, vector.bytes, &verdict.error);
        native_print(message, &verdict, vector.bytes);
    }
    return ferror(stdout) != 0;
}
