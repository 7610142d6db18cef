/* The only place where an example prints bytes that came from outside. */
#include "show.h"

void show_text(FILE *file, dsi_string text)
{
    for (size_t i = 0; i < text.length; i++) {
        const unsigned char byte = (unsigned char)text.data[i];

        if (byte >= ' ' && byte <= '~') {
            fputc(byte, file);
        } else {
            fprintf(file, "\\x%02X", (unsigned)byte);
        }
    }
}
