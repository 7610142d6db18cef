/*
 * tool/input.c - reads a file or standard input in pieces.
 *
 * It uses read() and not stdio, so a piece is passed on as soon as it arrives: a
 * message can be decoded while it is still on its way.
 */
#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* The most bytes that are read at once without --chunk. */
#define PIECE_MAX 65536

static bool input_is_stdin(const char *file)
{
    return file == NULL || strcmp(file, "-") == 0;
}

const char *input_name(const char *file)
{
    return input_is_stdin(file) ? "standard input" : file;
}

static tool_exit input_fail(const char *file)
{
    tool_complain(input_name(file), strerror(errno));
    return TOOL_FILE;
}

/* A signal that interrupts read() is no error. */
static ssize_t input_read_some(int descriptor, char *piece, size_t size)
{
    ssize_t got;

    do {
        got = read(descriptor, piece, size);
    } while (got < 0 && errno == EINTR);
    return got;
}

/*
 * Reads one piece. Returns its length, 0 at the end, or a negative number with errno
 * set.
 */
static ssize_t input_read_piece(int descriptor, const input_buffer *buffer)
{
    size_t length = 0;
    ssize_t got;

    do {
        got = input_read_some(descriptor, buffer->bytes + length,
                              buffer->size - length);
        if (got < 0) {
            return got;
        }
        length += (size_t)got;
    } while (buffer->exact && got > 0 && length < buffer->size);
    return (ssize_t)length;
}

bool input_make_buffer(input_buffer *buffer, size_t chunk)
{
    size_t size = chunk != 0 ? chunk : PIECE_MAX;

    *buffer = (input_buffer){
        .bytes = tool_allocate(size), .size = size, .exact = chunk != 0};
    return buffer->bytes != NULL;
}

tool_exit input_read(const char *file, input_buffer *buffer, input_take_fn *take,
                     void *context)
{
    int descriptor = input_is_stdin(file) ? STDIN_FILENO : open(file, O_RDONLY);
    tool_exit status = TOOL_DONE;
    ssize_t length;

    if (descriptor < 0) {
        return input_fail(file);
    }
    progress_begin(&buffer->progress, descriptor);
    do {
        length = input_read_piece(descriptor, buffer);
        progress_add(&buffer->progress, length > 0 ? (uint64_t)length : 0);
    } while (length > 0 && take(context, buffer->bytes, (size_t)length));
    progress_hide(&buffer->progress);
    if (length < 0) {
        status = input_fail(file);
    }
    if (descriptor != STDIN_FILENO) {
        close(descriptor); /* it was only read, so an error here loses nothing */
    }
    return status;
}
