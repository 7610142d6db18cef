/*
 * tests/codec/page.h - answers of Get: pages of any number of models, how they are fed,
 * and who takes the models.
 */
#ifndef DSI_TESTS_CODEC_PAGE_H
#define DSI_TESTS_CODEC_PAGE_H

#include "tests/support.h"

/* Bytes that grow up to what there is room for. */
typedef struct page_text {
    char *bytes;
    size_t capacity;
    size_t length;
} page_text;

/* A dsi_write_fn; the context is a page_text. */
bool page_write(void *context, const char *bytes, size_t length);

/*
 * An answer with so many models, "t0", "t1" and so on, each with all its members; to be
 * freed. `model` says how one of them is written.
 */
page_text page_make(size_t count);
int page_model(size_t index, char *bytes, size_t capacity);

/* Counts what it takes, and refuses one; a dsi_take_model_fn is `page_take`. */
typedef struct page_taker {
    size_t count;
    size_t stop_at;  /* SIZE_MAX: never */
    page_text *text; /* gets the models as they are written; NULL: nobody does */
} page_taker;

bool page_take(void *context, const dsi_model *model);

/* Begins to decode an answer; without a taker (NULL) the models are kept. */
dsi_decoder *page_begin(void *block, size_t size, page_taker *taker,
                        const dsi_limits *limits);

/* Feeds `chunk` bytes at a time; what the last dsi_feed says. */
bool page_feed(dsi_decoder *decoder, const char *bytes, size_t length, size_t chunk);

/* The bytes are the same. */
bool page_same(const page_text *text, const char *bytes, size_t length);

#endif
