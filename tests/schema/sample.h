/*
 * tests/schema/sample.h - texts for the tables, and memory that shows a read or write
 * beside a text.
 */
#ifndef DSI_TESTS_SCHEMA_SAMPLE_H
#define DSI_TESTS_SCHEMA_SAMPLE_H

#include <stdint.h>

#include <dsi/text.h>

/* The initialiser of a dsi_string in a static table; the literal may hold NUL. */
#define BYTES(literal)                                                                 \
    {                                                                                  \
        .data = (literal), .length = sizeof(literal) - 1                               \
    }

/* SIZE_MAX as text without its last digit. That digit is 5 on every machine. */
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

/* Enough for every text of the tables, except those of Get's requests. */
#define LONG_TEXT_MAX 4096

/*
 * Writes the text into `buffer` of LONG_TEXT_MAX bytes. A text of all zero is absent.
 */
dsi_string long_text_make(const long_text *text, char *buffer);

/* Does the same with a buffer of any sufficient capacity. */
dsi_string long_text_put(const long_text *text, char *buffer, size_t capacity);

/*
 * A page between two unreadable ones. A text that begins or ends at an edge of the page
 * makes each read beside it crash.
 */
typedef struct guarded_page {
    char *memory; /* three pages */
    size_t page;
} guarded_page;

guarded_page guarded_page_open(void);
void guarded_page_close(guarded_page *page);

/* Copies a text of at most a page: to the start of the page, or to its end. */
dsi_string guarded_page_first(const guarded_page *page, dsi_string text);
dsi_string guarded_page_last(const guarded_page *page, dsi_string text);

/* Describes a subject in words, with the contract of dsi_error_describe. */
typedef size_t render_fn(const void *subject, char *buffer, size_t capacity);

/*
 * Renders into buffers of every capacity up to the full length. Each result must be a
 * terminated prefix of `expected`, and no byte after it may be written. The function
 * must return the full length.
 */
void check_rendering(render_fn *render, const void *subject, const char *expected);

#endif
