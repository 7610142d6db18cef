/*
 * fuzz/face.c - G1: whatever JavaScript calls, in any order and with any numbers, the
 * face reaches only memory that is its own, and what it tells is whole.
 *
 * The input is a list of calls: which one, its bytes, and its numbers. A number is small,
 * a handle that was given before, or any.
 */
#include "fuzz/input.h"

#include "web/face.h"

#include <dsi/error.h>
#include <dsi/text.h>

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define HANDLES 16u
#define CALLS_MAX 100

/* The handles that were given last, open or not. */
typedef struct caller {
    fuzz_input input;
    uint32_t handles[HANDLES];
    uint32_t given;
    uint32_t written; /* the length of the bytes for the next call */
} caller;

static uint32_t number(caller *self)
{
    uint8_t kind = fuzz_byte(&self->input);

    if (kind < 96) {
        return kind % 8;
    }
    if (kind < 160) {
        return self->handles[kind % HANDLES];
    }
    if (kind < 200) {
        return self->written;
    }
    return kind < 240 ? fuzz_byte(&self->input) : fuzz_number(&self->input);
}

/* ------------------------------------------------------------------------- bytes */

static const dsi_string texts[] = {
    DSI_STR(""),
    DSI_STR("{}"),
    DSI_STR(
        "{\"rdsDataApiConfig\":{\"resourceArn\":\"arn:aws:rds:us-east-1:1:cluster:a\","
        "\"secretArm\":\"\\u00e9\",\"databaseName\":\"\"}}"),
    DSI_STR("{\"introspectionId\":\"id\",\"introspectionStatus\":\"PROCESSING\"}"),
    DSI_STR(
        "{\"introspectionId\":\"id\",\"introspectionResult\":{\"models\":[{\"name\":"
        "\"a\"},"
        "{\"name\":\"b\",\"fields\":[{\"name\":\"c\",\"type\":{\"kind\":\"Scalar\"},"
        "\"length\":9}]}],\"nextToken\":\"t\"},\"introspectionStatus\":\"SUCCESS\"}"),
    DSI_STR("{\"introspectionId\":\"x y\",\"maxResults\":99}"),
    DSI_STR("/v1/datasources/introspections/a%20b?maxResults=3&other=1"),
    DSI_STR("arn:aws:rds:us-east-1:123456789012:cluster:a"),
    DSI_STR("Retry-After\0003\000x-amzn-errortype\000ThrottlingException\000"),
    DSI_STR("<html>")};

/* A message with a long string, so that buffers have to grow. */
static void write_long(caller *self)
{
    static const dsi_string begin = DSI_STR("{\"introspectionId\":\"");
    static const dsi_string end = DSI_STR("\"}");
    uint32_t filling = 1024u * fuzz_byte(&self->input);
    uint32_t length = (uint32_t)(begin.length + end.length) + filling;
    unsigned char *room = web_input(length);

    if (room != NULL) {
        memcpy(room, begin.data, begin.length);
        memset(room + begin.length, 'a', filling);
        memcpy(room + begin.length + filling, end.data, end.length);
        self->written = length;
    }
}

/* The face may refuse the length. Then the next call finds the bytes before. */
static void write_bytes(caller *self)
{
    uint8_t choice = fuzz_byte(&self->input);
    dsi_string text = texts[choice % COUNT(texts)];
    uint32_t length = (uint32_t)text.length;
    uint32_t more = choice >= 224 ? fuzz_number(&self->input) : 0;
    unsigned char *room = web_input(length + more);

    self->written = length;
    if (room != NULL && length + more >= length) {
        memcpy(room, text.data, length);
        if (choice >= 128 && length > 0) {
            room[fuzz_byte(&self->input) % length] = fuzz_byte(&self->input);
        }
    }
}

static volatile uint32_t read_sum; /* so that no byte's reading is left out */

/* Reads all that a call told, so that a sanitizer sees what is not the output's. */
static void read_output(uint32_t code)
{
    const char *text = web_output();
    uint32_t length = web_output_length();
    uint32_t sum = 0;

    for (uint32_t i = 0; i < length; i++) {
        sum += (unsigned char)text[i];
    }
    read_sum = sum;
    fuzz_hold(strcmp(dsi_code_name((dsi_code)code), "DSI_E_UNKNOWN") != 0,
              "a call returns a code");
    fuzz_hold(code == DSI_OK || length == 0 || text[0] == '{', "an error is an object");
    fuzz_hold(code != DSI_E_INTERNAL, "no error is internal");
}

/* ------------------------------------------------------------------------- calls */

static void keep(caller *self, uint32_t handle)
{
    self->handles[self->given++ % HANDLES] = handle;
}

static void open_one(caller *self, uint8_t which)
{
    uint32_t n[8];

    for (size_t i = 0; i < COUNT(n); i++) {
        n[i] = number(self);
    }
    if (which == 0) {
        keep(self,
             web_decoder_open(n[0], n[1], n[2] * 100, n[3], n[4], n[5], n[6], n[7]));
    } else if (which == 1) {
        keep(self, web_poll_open(n[0], n[1], n[2], n[3], n[4], n[5], n[6]));
    } else {
        keep(self, web_vectors_open(n[0], n[1], n[2], n[3]));
    }
    read_output(DSI_OK);
}

static uint32_t call_whole(caller *self, uint8_t which)
{
    uint32_t a = number(self);
    uint32_t b = number(self);
    uint32_t c = number(self);

    switch (which) {
    case 0:
        return web_validate(a, b, c);
    case 1:
        return web_encode(a, b, c);
    case 2:
        return web_target(a, b, c);
    case 3:
        return web_arn(b, a, c);
    case 4:
        return web_messages();
    default:
        return web_decode(a, b, c, number(self) * 100, number(self), number(self),
                          number(self), number(self));
    }
}

static uint32_t call_handle(caller *self, uint8_t which)
{
    uint32_t handle = number(self);
    uint32_t a = number(self);
    uint32_t b = number(self);

    switch (which) {
    case 0:
    case 1:
        a = web_decoder_feed(handle, a);
        (void)web_decoder_wants(handle);
        return a;
    case 2:
        return web_decoder_finish(handle);
    case 3:
        return web_poll_resume(handle, a, b);
    case 4:
        return web_poll_advance(handle, a, b);
    case 5:
        return web_poll_restart(handle, a);
    case 6:
        return web_vectors_next(handle);
    case 7:
        return web_vectors_bytes(handle);
    default:
        web_close(handle);
        return DSI_OK;
    }
}

static void call(caller *self)
{
    uint8_t which = fuzz_byte(&self->input);

    if (which < 56) {
        write_bytes(self);
    } else if (which < 64) {
        write_long(self);
    } else if (which < 112) {
        open_one(self, which % 3);
    } else if (which < 160) {
        read_output(call_whole(self, which % 6));
    } else {
        read_output(call_handle(self, which % 9));
    }
}

/* A closed handle finds nothing, and the next input begins with all memory. */
static void close_all(caller *self)
{
    for (size_t i = 0; i < HANDLES; i++) {
        web_close(self->handles[i]);
        fuzz_hold(web_decoder_finish(self->handles[i]) == DSI_E_ARGUMENT,
                  "a handle still works after it was closed");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    caller self = {.input = {.data = data, .size = size}};

    for (int i = 0; i < CALLS_MAX && self.input.size > 0; i++) {
        call(&self);
        if (self.given % HANDLES == 0) {
            close_all(&self);
        }
    }
    close_all(&self);
    return 0;
}
