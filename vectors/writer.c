#include "vectors/writer.h"

#include "schema/text/buffer.h"

#include <dsi/decode.h>

void dsi_writer_put(dsi_writer *writer, const char *bytes, size_t length)
{
    if (writer->ended) {
        return;
    }
    if (length > writer->capacity - writer->length) {
        writer->full = true;
        return;
    }
    memcpy(writer->bytes + writer->length, bytes, length);
    writer->length += length;
}

void dsi_writer_text(dsi_writer *writer, const char *text)
{
    dsi_writer_put(writer, text, strlen(text));
}

/* The longest text takes 24 KiB, and what is open must still be closed. */
bool dsi_writer_has_room(const dsi_writer *writer)
{
    return !writer->brief && writer->length < writer->capacity / 2;
}

static dsi_buffer writer_path(dsi_writer *writer)
{
    return (dsi_buffer){writer->path, sizeof writer->path, writer->path_length};
}

size_t dsi_writer_enter(dsi_writer *writer, const char *name)
{
    size_t before = writer->path_length;
    dsi_buffer path = writer_path(writer);

    dsi_buffer_add(&path, "/");
    dsi_buffer_add(&path, name);
    writer->path_length = dsi_buffer_end(&path);
    return before;
}

size_t dsi_writer_enter_item(dsi_writer *writer, size_t index)
{
    size_t before = writer->path_length;
    dsi_buffer path = writer_path(writer);

    dsi_buffer_add(&path, "/");
    dsi_buffer_add_number(&path, index);
    writer->path_length = dsi_buffer_end(&path);
    return before;
}

void dsi_writer_leave(dsi_writer *writer, size_t path_length)
{
    writer->path_length = path_length;
    writer->path[path_length] = '\0';
}

const dsi_mutation *dsi_writer_pass(dsi_writer *writer, dsi_site site)
{
    size_t passed = writer->sites[site]++;

    if (writer->planned == NULL || writer->planned->site != site ||
        passed != writer->before) {
        return NULL;
    }
    memcpy(writer->broken_path, writer->path, sizeof writer->path);
    return writer->planned;
}

bool dsi_writer_break(dsi_writer *writer, dsi_site site)
{
    const dsi_mutation *planned = dsi_writer_pass(writer, site);
    size_t times = 1;

    if (planned == NULL) {
        return false;
    }
    if (planned->effect == DSI_DEEP) {
        times = DSI_MAX_DEPTH_DEFAULT; /* the message itself is one more */
    }
    for (size_t i = 0; i < times; i++) {
        dsi_writer_put(writer, planned->bytes.data, planned->bytes.length);
    }
    writer->ended = writer->ended || planned->effect == DSI_CUT;
    return true;
}
