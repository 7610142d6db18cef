/*
 * web/face.h - what JavaScript calls: dsi as functions of numbers.
 *
 * The caller writes bytes where web_input says, calls one function, and reads the
 * output: one JSON text, or plain bytes. Only numbers come in, and each is checked here:
 * a message's index, a handle, a length, an enum. So wrong calls get an error, and no
 * call can reach memory that is not its own.
 *
 * Functions return a dsi_code, and DSI_OK is 0. Otherwise the output is the error:
 *
 *     {"code":"DSI_E_TYPE","offset":20,"path":"/rdsDataApiConfig","message":"..."}
 *
 * Without memory even for that, the output is empty.
 */
#ifndef DSI_WEB_FACE_H
#define DSI_WEB_FACE_H

#include <stdint.h>

#ifdef __wasm__
#define WEB_EXPORT(name) __attribute__((export_name(#name)))
#else
#define WEB_EXPORT(name)
#endif

/* ---------------------------------------------------------------------- the bytes */

/*
 * Room for the bytes of the next call. A function that takes lengths finds its texts
 * there, one after the other. NULL: there is no memory, and no input any more.
 */
unsigned char *web_input(uint32_t length);

/* The last call's output. It is valid until the next call. */
const char *web_output(void);
uint32_t web_output_length(void);

/* ----------------------------------------------------------------- whole messages */

/*
 * Every message, in the order of their indices, and the version:
 *
 *     {"version":"0.2.0","messages":[{"name":"start-request","operation":"...",
 *      "isRequest":true,"hasBody":true,"hasItems":false,"method":"POST","path":"...",
 *      "fields":[{"path":"...","kind":1,"required":true,"values":[...]}]}]}
 */
uint32_t web_messages(void);

/*
 * What a request breaks; the input is its JSON or its target. The output is empty if
 * there is nothing to say, else
 *
 *     {"message":"1 validation error detected. ...","violations":[{"code":"...",
 *      "level":0,"path":"...","message":"...","offset":4,"index":4,"part":"partition"}],
 *      "unknown":[{"path":"...","name":"...","offset":1,"suggestion":"..."}]}
 *
 * `offset` counts bytes of the value, and `index` the units of a JavaScript string.
 */
uint32_t web_validate(uint32_t message, uint32_t length, uint32_t level);

#define WEB_NULLS 1u
#define WEB_PRETTY 2u
#define WEB_STRICT 4u /* refuse members that the model does not list */

/*
 * The input is a message's JSON; the output is its bytes. A response is an output of the
 * operation, with status 200. If WEB_STRICT refuses it, the output is not an error but
 * {"unknown":[...]}, as web_validate's.
 */
uint32_t web_encode(uint32_t message, uint32_t length, uint32_t how);

/* The input is a request's JSON; the output is its target. `how` may be WEB_STRICT. */
uint32_t web_target(uint32_t message, uint32_t length, uint32_t how);

/*
 * The input is the head of a response, `head` bytes, then the body. A head is names and
 * values, each followed by a NUL. The output is a request, or {"output":...}, or
 * {"error":...}. A limit of 0 is the default.
 */
uint32_t web_decode(uint32_t message, uint32_t head, uint32_t length, uint32_t status,
                    uint32_t strict, uint32_t max_bytes, uint32_t max_depth,
                    uint32_t max_token);

/*
 * The input is a text. The output is {"ok":true,"partition":...} or
 * {"ok":false,"part":"partition","offset":4,"index":4,"message":"..."}.
 */
uint32_t web_arn(uint32_t length, uint32_t kind, uint32_t level);

/* ---------------------------------------------------------------------- in pieces */

/* Closes any handle. A number that is none is ignored. */
void web_close(uint32_t handle);

/*
 * Begins to decode; the input is the head. Items of a response's list are handed over.
 * `memory` is the room for decoded text and structs, in bytes. Returns a handle, or 0
 * with the error as output.
 */
uint32_t web_decoder_open(uint32_t message, uint32_t head, uint32_t status,
                          uint32_t strict, uint32_t max_bytes, uint32_t max_depth,
                          uint32_t max_token, uint32_t memory);

/*
 * Feeds the input. The output is a list of the items that it ended. A decoder with an
 * error takes no more bytes, and its finish has the error.
 */
uint32_t web_decoder_feed(uint32_t handle, uint32_t length);

/* Whether more bytes are of use: 0 once the decoder has an error, or is finished. */
uint32_t web_decoder_wants(uint32_t handle);

/* Ends. The output is as web_decode's, without the items. It may be called again. */
uint32_t web_decoder_finish(uint32_t handle);

/*
 * Begins to poll. Returns a handle, or 0 with the error as output. The output is the
 * first step:
 *
 *     {"action":1,"cause":0,"reason":"","delayMs":0,"lastCause":0,"request":{...}}
 *
 * Numbers of 0 are the defaults. `sdl`: 0 absent, 1 false, 2 true. `results` is one more
 * than max_results, or 0.
 */
uint32_t web_poll_open(uint32_t max_requests, uint32_t max_retries,
                       uint32_t max_wait_ms, uint32_t base_delay_ms,
                       uint32_t max_delay_ms, uint32_t sdl, uint32_t results);

/* The input is an id and then the token of a page, which may be empty. */
uint32_t web_poll_resume(uint32_t handle, uint32_t id, uint32_t token);

/* Tells what a decoder found when it was finished; 0: no answer came. */
uint32_t web_poll_advance(uint32_t handle, uint32_t decoder, uint32_t random);
uint32_t web_poll_restart(uint32_t handle, uint32_t random);

/* Begins a sequence of vectors. Returns a handle, or 0 with the error as output. */
uint32_t web_vectors_open(uint32_t message, uint32_t seed_low, uint32_t seed_high,
                          uint32_t broken);

/* Makes the next. The output is {"code":"DSI_OK","path":"","why":"..."}. */
uint32_t web_vectors_next(uint32_t handle);

/* The bytes of the last vector as output. */
uint32_t web_vectors_bytes(uint32_t handle);

#endif
