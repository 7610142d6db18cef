/*
 * tool/caret.c - prints untrusted text as ASCII, and a caret below it.
 *
 * The text is read as pieces: one printable character each, or one escape. Printing and
 * counting columns use the same pieces, so the caret stands below the right one.
 */
#include "caret.h"

#include "paint.h"

#define CARET_INDENT 4

/* With the indent and "..." on both sides, a line stays below 80 columns. */
#define CARET_COLUMNS 66
#define CARET_COLUMNS_BEFORE 48

/* The smallest scalar value that needs a sequence of this length. */
static const unsigned caret_smallest[] = {0, 0, 0x80, 0x800, 0x10000};

typedef struct caret_piece {
    size_t bytes;   /* taken from the text, at least 1 */
    size_t columns; /* of `shown` */
    char shown[16];
} caret_piece;

/* The length of a sequence that begins with this byte; 0 if no sequence does. */
static size_t caret_sequence_length(unsigned char lead)
{
    if (lead >= 0xf0 && lead <= 0xf4) {
        return 4;
    }
    if (lead >= 0xe0) {
        return lead <= 0xef ? 3 : 0;
    }
    return lead >= 0xc2 ? 2 : 0;
}

/*
 * The length of the character beyond ASCII at `at`, or 0 if there is none. It is
 * strict: an overlong form or a surrogate is shown byte by byte.
 */
static size_t caret_decode(dsi_string text, size_t at, unsigned *scalar)
{
    const unsigned char *bytes = (const unsigned char *)text.data + at;
    size_t length = caret_sequence_length(bytes[0]);

    if (length == 0 || length > text.length - at) {
        return 0;
    }
    *scalar = bytes[0] & (0x7fu >> length);
    for (size_t i = 1; i < length; i++) {
        if ((bytes[i] & 0xc0u) != 0x80) {
            return 0;
        }
        *scalar = *scalar << 6 | (bytes[i] & 0x3fu);
    }
    if (*scalar < caret_smallest[length] || *scalar > 0x10ffff ||
        (*scalar >= 0xd800 && *scalar <= 0xdfff)) {
        return 0;
    }
    return length;
}

/* The piece that begins at `at`. */
static caret_piece caret_piece_at(dsi_string text, size_t at)
{
    char byte = text.data[at];
    caret_piece piece = {.bytes = 1, .columns = 1, .shown = {byte}};
    unsigned scalar;
    size_t length;
    int columns;

    if (byte >= ' ' && byte <= '~' && byte != '\\') {
        return piece;
    }
    length = caret_decode(text, at, &scalar);
    if (byte == '\\') {
        columns = snprintf(piece.shown, sizeof piece.shown, "\\\\");
    } else if (length > 0) {
        piece.bytes = length;
        columns = snprintf(piece.shown, sizeof piece.shown, "\\u{%X}", scalar);
    } else {
        columns = snprintf(piece.shown, sizeof piece.shown, "\\x%02X",
                           (unsigned char)byte);
    }
    piece.columns = (size_t)columns;
    return piece;
}

/* Prints pieces from `at` on while they fit. Returns the place where it stopped. */
static size_t caret_print_columns(FILE *out, dsi_string text, size_t at, size_t columns)
{
    while (at < text.length) {
        caret_piece piece = caret_piece_at(text, at);

        if (piece.columns > columns) {
            break;
        }
        fputs(piece.shown, out);
        columns -= piece.columns;
        at += piece.bytes;
    }
    return at;
}

static size_t caret_columns_before(dsi_string text, size_t offset)
{
    size_t columns = 0;

    for (size_t at = 0; at < offset;) {
        caret_piece piece = caret_piece_at(text, at);

        columns += piece.columns;
        at += piece.bytes;
    }
    return columns;
}

void caret_print_text(FILE *out, dsi_string text)
{
    caret_print_columns(out, text, 0, SIZE_MAX);
}

void caret_print_name(FILE *out, dsi_string name)
{
    for (size_t at = 0; at < name.length;) {
        caret_piece piece = caret_piece_at(name, at);
        bool is_byte = piece.bytes == 1 && piece.shown[1] == 'x';

        if (is_byte) {
            fputs(piece.shown, out);
        } else {
            fwrite(name.data + at, 1, piece.bytes, out);
        }
        at += piece.bytes;
    }
}

/* The beginning of a long text is left out, as far as the caret's column requires. */
void caret_print(FILE *out, dsi_string text, size_t offset, const char *label)
{
    size_t columns = caret_columns_before(text, offset);
    size_t start = 0;
    size_t end;

    while (columns > CARET_COLUMNS_BEFORE) {
        caret_piece piece = caret_piece_at(text, start);

        columns -= piece.columns;
        start += piece.bytes;
    }
    fprintf(out, "%*s%s", CARET_INDENT, "", start > 0 ? "..." : "");
    end = caret_print_columns(out, text, start, CARET_COLUMNS);
    fprintf(out, "%s\n", end < text.length ? "..." : "");
    columns += CARET_INDENT + (start > 0 ? sizeof "..." - 1 : 0);
    fprintf(out, "%*s", (int)columns, "");
    paint_begin(out, PAINT_PLACE);
    fprintf(out, "^%s%s", label != NULL ? " " : "", label != NULL ? label : "");
    paint_end(out);
    putc('\n', out);
}
