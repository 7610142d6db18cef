/*
 * vectors/writer.c - the writer's bytes, path and sites.
 *
 * After a cut, nothing more is written. A piece that does not fit is left out. Sites
 * and path go on in both cases, so the functions that write a message need no checks.
 */
#include "vectors/writer.h"

#include "schema/text/buffer.h"

#include <dsi/decode.h>

/* A piece is written whole or not at all; `full` says that one was left out. */
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

/*
 * Half of the room is kept. The longest text takes 24 KiB there, and the open objects
 * and arrays must still be ended.
 */
bool dsi_writer_has_room(const dsi_writer *writer)
{
    return !writer->brief && writer->length < writer->capacity / 2;
}

/* A path that is too long for its room is cut, as the library cuts its paths. */
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

/* The path is copied here, because the writer stands at the error now. */
const dsi_mutation *dsi_writer_pass(dsi_writer *writer, dsi_site site)
{
    size_t passed = writer->sites[site]++;

    if (writer->mutation == NULL || writer->mutation->site != site ||
        passed != writer->skip) {
        return NULL;
    }
    memcpy(writer->mutation_path, writer->path, sizeof writer->path);
    return writer->mutation;
}

bool dsi_writer_mutate(dsi_writer *writer, dsi_site site)
{
    const dsi_mutation *mutation = dsi_writer_pass(writer, site);
    size_t times = 1;

    if (mutation == NULL) {
        return false;
    }
    if (mutation->effect == DSI_DEEP) {
        times = DSI_MAX_DEPTH_DEFAULT; /* one too many: the message is a level too */
    }
    for (size_t i = 0; i < times; i++) {
        dsi_writer_put(writer, mutation->bytes.data, mutation->bytes.length);
    }
    writer->ended = writer->ended || mutation->effect == DSI_CUT;
    return true;
}
