/*
 * dsi/encode.h - where encoded bytes go.
 *
 * Every message can be encoded into a buffer (NAME_encode), measured (NAME_size) or
 * written piece by piece to a sink (NAME_write):
 *
 *     bool to_file(void *context, const char *bytes, size_t length)
 *     {
 *         return fwrite(bytes, 1, length, context) == length;
 *     }
 *     dsi_sink sink = {.write = to_file, .context = file};
 *     dsi_start_request_write(&request, &sink, NULL, &error);
 *
 * The same struct gives the same bytes on every platform and in every locale. Members
 * stand in the model's order, and absent members are left out.
 *
 * Encoding does not validate. It refuses only what JSON cannot express, with the path:
 * text that is not UTF-8 (DSI_E_UTF8), and an absent string in a list
 * (DSI_E_NULL_ITEM). A missing struct or sink, or an answer without a kind, is
 * DSI_E_ARGUMENT. `error` may be NULL everywhere.
 *
 * Only NAME_write takes options. To measure with options, count the bytes in a sink.
 * After a failure, the bytes in the sink or buffer are not a message.
 */
#ifndef DSI_ENCODE_H
#define DSI_ENCODE_H

#include <stdbool.h>

#include <dsi/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Takes the next `length` bytes of a message. Returns true to go on. After false dsi
 * does not call the sink again, and the encoding ends with DSI_E_SINK.
 *
 * A piece has at most 512 bytes, unless it is part of one longer string. If items come
 * one by one from a source, dsi writes everything before an item and only then asks for
 * that item.
 */
typedef bool dsi_write_fn(void *context, const char *bytes, size_t length);

/* A destination: a function and the context that it is called with. */
typedef struct dsi_sink {
    dsi_write_fn *write;
    void *context;
} dsi_sink;

/*
 * How to write. NULL or all zero is the default: compact, absent members left out.
 *
 * nulls: write absent members as null, as the real service does. For mock servers only:
 *     the protocol forbids it to clients.
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
