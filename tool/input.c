/*
 * tool/input.c - reads a file or standard input in pieces.
 *
 * It uses read() and not stdio, so a piece is passed on as soon as it arrives: a
 * message can be decoded while it is still on its way.
 */
#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
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
 * Reads one piece. An `exact` one is full unless the file ends. Returns its length, 0
 * at the end, or a negative number with errno set.
 */
static ssize_t input_read_piece(int descriptor, char *piece, size_t size, bool exact)
{
    size_t length = 0;
    ssize_t got;

    do {
        got = input_read_some(descriptor, piece + length, size - length);
        if (got < 0) {
            return got;
        }
        length += (size_t)got;
    } while (exact && got > 0 && length < size);
    return (ssize_t)length;
}

static tool_exit input_read_from(int descriptor, const char *file, size_t chunk,
                                 input_take_fn *take, void *context)
{
    size_t size = chunk != 0 ? chunk : PIECE_MAX;
    char *piece = tool_allocate(size);
    tool_exit status = TOOL_DONE;
    ssize_t length;

    if (piece == NULL) {
        return TOOL_USAGE;
    }
    do {
        length = input_read_piece(descriptor, piece, size, chunk != 0);
    } while (length > 0 && take(context, piece, (size_t)length));
    if (length < 0) {
        status = input_fail(file);
    }
    free(piece);
    return status;
}

tool_exit input_read(const char *file, size_t chunk, input_take_fn *take, void *context)
{
    int descriptor = input_is_stdin(file) ? STDIN_FILENO : open(file, O_RDONLY);
    tool_exit status;

    if (descriptor < 0) {
        return input_fail(file);
    }
    status = input_read_from(descriptor, file, chunk, take, context);
    if (descriptor != STDIN_FILENO) {
        close(descriptor); /* it was only read, so an error here loses nothing */
    }
    return status;
}
