/*
 * codec/direct/write.h - JSON into a buffer, in the form that yajl's generator gives it.
 *
 * This is an accelerator, as the direct reader is: the bytes are those that the stream
 * writes into a sink. What does not fit is counted, so a buffer of no bytes measures.
 * The walk gives a well-formed sequence of calls.
 */
#ifndef DSI_CODEC_DIRECT_WRITE_H
#define DSI_CODEC_DIRECT_WRITE_H

#include <stdbool.h>
#include <stdint.h>

#include <dsi/text.h>

typedef struct dsi_direct_writer {
    char *to;
    size_t room;   /* that is left; 0 from the first piece on that did not fit */
    size_t length; /* of all pieces, whether they fitted or not */
    bool comma;    /* one is due before the next name or item */
} dsi_direct_writer;

#ifndef DSI_WITHOUT_DIRECT

/* `{` or `[`, and what closes them. */
void dsi_direct_open(dsi_direct_writer *writer, char bracket);
void dsi_direct_close(dsi_direct_writer *writer, char bracket);

/* A member's name, which is plain: ASCII without quotes, backslashes and controls. */
void dsi_direct_name(dsi_direct_writer *writer, dsi_string name);

/* The values. False for text that is not UTF-8. */
bool dsi_direct_string(dsi_direct_writer *writer, dsi_string text);
void dsi_direct_integer(dsi_direct_writer *writer, int64_t value);
void dsi_direct_boolean(dsi_direct_writer *writer, bool value);

#else /* DSI_DIRECT=OFF: nobody calls these */

static inline void dsi_direct_open(const dsi_direct_writer *writer, char bracket)
{
    (void)writer, (void)bracket;
}

static inline void dsi_direct_close(const dsi_direct_writer *writer, char bracket)
{
    (void)writer, (void)bracket;
}

static inline void dsi_direct_name(const dsi_direct_writer *writer, dsi_string name)
{
    (void)writer, (void)name;
}

static inline bool dsi_direct_string(const dsi_direct_writer *writer, dsi_string text)
{
    (void)writer, (void)text;
    return false;
}

static inline void dsi_direct_integer(const dsi_direct_writer *writer, int64_t value)
{
    (void)writer, (void)value;
}

static inline void dsi_direct_boolean(const dsi_direct_writer *writer, bool value)
{
    (void)writer, (void)value;
}

#endif

#endif
