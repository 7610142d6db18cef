/* tests/schema/sample.h - texts for the tables, and where to put them. */
#ifndef DSI_TESTS_SCHEMA_SAMPLE_H
#define DSI_TESTS_SCHEMA_SAMPLE_H

#include <stdint.h>

#include <dsi/text.h>

/* The initialiser of a dsi_string in a static table; the literal may hold NUL. */
#define BYTES(literal)                                                                 \
    {                                                                                  \
        .data = (literal), .length = sizeof(literal) - 1                               \
    }

/* SIZE_MAX in words but for its last digit, which is a 5 on every machine. */
#if SIZE_MAX > UINT32_MAX
#define SIZE_MAX_TENTH "1844674407370955161"
#else
#define SIZE_MAX_TENTH "429496729"
#endif

/* A text too long to write down: `unit` stands `count` times between head and tail. */
typedef struct long_text {
    dsi_string head;
    const char *unit;
    size_t count;
    dsi_string tail;
} long_text;

/* Room for every text of the tables but those of Get's requests. */
#define LONG_TEXT_MAX 4096

/* Writes the text into `buffer`, of LONG_TEXT_MAX bytes. All zero gives absent. */
dsi_string long_text_make(const long_text *text, char *buffer);

/* The same into a buffer of any capacity that suffices. */
dsi_string long_text_put(const long_text *text, char *buffer, size_t capacity);

/*
 * A page between two that cannot be read, so that a look beside a text that lies flush
 * against one of them is a crash.
 */
typedef struct guarded_page {
    char *memory; /* three pages */
    size_t page;
} guarded_page;

guarded_page guarded_page_open(void);
void guarded_page_close(guarded_page *page);

/* Copies of a text of at most a page: at the page's first byte, up to its last one. */
dsi_string guarded_page_first(const guarded_page *page, dsi_string text);
dsi_string guarded_page_last(const guarded_page *page, dsi_string text);

/* Writes the words of a subject as dsi_error_describe does. */
typedef size_t render_fn(const void *subject, char *buffer, size_t capacity);

/*
 * Renders into every capacity up to the full length: what is written is the beginning
 * of `expected`, terminated, nothing is written behind it, and the full length is told.
 */
void check_rendering(render_fn *render, const void *subject, const char *expected);

#endif
