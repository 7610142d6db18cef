#include "input.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static tool_exit input_feed_stream(FILE *stream, const char *file, size_t chunk,
                                   dsi_decoder *decoder)
{
    char *piece = tool_allocate(chunk);
    tool_exit status = TOOL_DONE;
    size_t length;

    if (piece == NULL) {
        return TOOL_USAGE;
    }
    do {
        length = fread(piece, 1, chunk, stream);
    } while (dsi_feed(decoder, piece, length) && length == chunk);
    if (ferror(stream)) {
        status = input_fail(file);
    }
    free(piece);
    return status;
}

tool_exit input_feed(const char *file, size_t chunk, dsi_decoder *decoder)
{
    FILE *stream = input_is_stdin(file) ? stdin : fopen(file, "rb");
    tool_exit status;

    if (stream == NULL) {
        return input_fail(file);
    }
    status = input_feed_stream(stream, file, chunk, decoder);
    if (stream != stdin) {
        fclose(stream); /* only read: nothing can get lost */
    }
    return status;
}
