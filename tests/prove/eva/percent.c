/* Percent-coding: any text into a buffer of any size, and back. */
#include "codec/percent.h"
#include "tests/prove/eva/eva.h"

static char buffer[EVA_SIZE];
static size_t capacity;

static void encode(dsi_string text)
{
    dsi_words words = {.buffer = buffer, .capacity = capacity};

    dsi_percent_encode(&words, text);
    (void)dsi_words_end(&words);
}

static void read(dsi_string text)
{
    size_t cursor = 0;
    char byte;

    while (cursor < text.length && dsi_percent_read(text, &cursor, &byte)) {
    }
}

int main(void)
{
    if (eva_length <= EVA_SIZE && capacity <= EVA_SIZE) {
        encode((dsi_string){.data = eva_bytes, .length = eva_length});
        read((dsi_string){.data = eva_bytes, .length = eva_length});
    }
    return 0;
}
