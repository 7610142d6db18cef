/*
 * dsi/encode.h - where encoded bytes go.
 *
 * Every message can be encoded into a buffer (NAME_encode), measured (NAME_size) or
 * written piece by piece to a sink (NAME_write). The same struct gives the same bytes
 * on every platform and in every locale. Members stand in the model's order; members
 * that are not set are left out; nothing is validated, but what JSON cannot say is refused
 * with its path: text that is not UTF-8 (DSI_E_UTF8), a string in a list that is absent
 * (DSI_E_NULL_ITEM). A missing struct or sink, or an answer without a kind, is
 * DSI_E_ARGUMENT. `error` may be NULL everywhere.
 *
 * Options are for NAME_write alone; to measure with options, count in a sink. After a
 * failure, what the sink or buffer has got is no message.
 *
 *     bool to_file(void *context, const char *bytes, size_t length)
 *     {
 *         return fwrite(bytes, 1, length, context) == length;
 *     }
 *     dsi_sink sink = {.write = to_file, .context = file};
 *     dsi_start_request_write(&request, &sink, NULL, &error);
 */
#ifndef DSI_ENCODE_H
#define DSI_ENCODE_H

#include <stdbool.h>

#include <dsi/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Takes `length` bytes of a message, in order. Returns true to go on; false stops the
 * encoding with DSI_E_SINK, and the sink is not called again. A piece has up to 512
 * bytes, or is of one string that has more. Where items come one by one from a source,
 * all before an item has been written when the source is asked for it.
 */
typedef bool dsi_write_fn(void *context, const char *bytes, size_t length);

/* A destination: a function and what it is called with. */
typedef struct dsi_sink {
    dsi_write_fn *write;
    void *context;
} dsi_sink;

/*
 * How to write. NULL or all zero is the default: compact, absent members left out.
 *
 * nulls: write members that are not set as null, as the real service does. For mock
 *     servers only; the protocol forbids it to clients.
 * pretty: indent by two spaces, with line breaks and a final one.
 */
typedef struct dsi_encode_options {
    bool nulls;
    bool pretty;
} dsi_encode_options;

#ifdef __cplusplus
}
#endif

#endif
