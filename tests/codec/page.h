/*
 * tests/codec/page.h - answers of Get: pages of any number of models, and who takes the
 * models.
 */
#ifndef DSI_TESTS_CODEC_PAGE_H
#define DSI_TESTS_CODEC_PAGE_H

#include "tests/model/bytes.h"
#include "tests/support.h"

/*
 * An answer with so many models, "t0", "t1" and so on, each with all its members; to be
 * freed. `model` says how one of them is written.
 */
gathered page_make(size_t count);
int page_model(size_t index, char *bytes, size_t capacity);

/* Counts what it takes, and refuses one; a dsi_take_model_fn is `page_take`. */
typedef struct page_taker {
    size_t count;
    size_t stop_at; /* SIZE_MAX: never */
    gathered *text; /* gets the models as they are written; NULL: nobody does */
} page_taker;

bool page_take(void *context, const dsi_model *model);

/* Begins to decode an answer; without a taker (NULL) the models are kept. */
dsi_decoder *page_begin(void *block, size_t size, page_taker *taker,
                        const dsi_limits *limits);

#endif
