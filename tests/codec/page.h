/*
 * tests/codec/page.h - makes pages of any number of models, and counts the models that
 * are handed over.
 */
#ifndef DSI_TESTS_CODEC_PAGE_H
#define DSI_TESTS_CODEC_PAGE_H

#include "tests/model/bytes.h"
#include "tests/support.h"

/*
 * Makes an answer with `count` models, named "t0", "t1" and so on. Free its bytes.
 * page_model writes the model at `index`, and returns its length.
 */
gathered page_make(size_t count);
int page_model(size_t index, char *bytes, size_t capacity);

/* Counts models, and stops at one; the context of page_take, a dsi_take_model_fn. */
typedef struct page_taker {
    size_t count;
    size_t stop_at; /* SIZE_MAX: never */
    gathered *text; /* each model is written here; NULL: it is not */
} page_taker;

bool page_take(void *context, const dsi_model *model);

/* Begins to decode an answer. Without a taker (NULL) the models are kept. */
dsi_decoder *page_begin(void *block, size_t size, page_taker *taker,
                        const dsi_limits *limits);

#endif
