/*
 * tests/prove/eva/percent.c - percent-coding: a text of each length into a buffer of
 * any size, any text into a buffer of each length, and back. Reading does not depend on
 * the output, so the pairs of lengths need not be tried.
 */
#include "schema/text/percent.h"
#include "tests/prove/eva/eva.h"

static char text[1000000];
static size_t text_length;
static char buffer[1000000];
static size_t capacity;

static void encode(dsi_buffer out, dsi_string decoded)
{
    dsi_percent_encode(&out, decoded);
    (void)dsi_buffer_end(&out);
}

static void read(dsi_string encoded)
{
    size_t cursor = 0;
    char byte;

    while (cursor < encoded.length && dsi_percent_read(encoded, &cursor, &byte)) {
    }
}

static void eva_text(char *bytes, size_t length)
{
    dsi_string exact = {.data = bytes, .length = length};

    read(exact);
    if (capacity <= sizeof buffer) {
        encode((dsi_buffer){.bytes = buffer, .capacity = capacity}, exact);
    }
    if (text_length <= sizeof text) {
        encode((dsi_buffer){.bytes = bytes, .capacity = length},
               (dsi_string){.data = text, .length = text_length});
    }
}

int main(void)
{
    eva_each();
    return 0;
}
