/* tests/schema/sample.c - makes long texts, guarded pages and renderings. */
#define _DEFAULT_SOURCE /* for MAP_ANONYMOUS */

#include "tests/schema/sample.h"

#include <check.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

dsi_string long_text_put(const long_text *text, char *buffer, size_t capacity)
{
    const char *unit_text = text->unit == NULL ? "" : text->unit;
    size_t unit = strlen(unit_text);
    size_t length = text->head.length + unit * text->count + text->tail.length;
    char *end = buffer;

    if (text->head.data == NULL && text->count == 0 && text->tail.data == NULL) {
        return dsi_str(NULL);
    }
    ck_assert_uint_le(length, capacity);
    if (text->head.data != NULL) {
        memcpy(end, text->head.data, text->head.length);
        end += text->head.length;
    }
    for (size_t i = 0; i < text->count; i++, end += unit) {
        memcpy(end, unit_text, unit);
    }
    if (text->tail.data != NULL) {
        memcpy(end, text->tail.data, text->tail.length);
    }
    return (dsi_string){.data = buffer, .length = length};
}

dsi_string long_text_make(const long_text *text, char *buffer)
{
    return long_text_put(text, buffer, LONG_TEXT_MAX);
}

guarded_page guarded_page_open(void)
{
    guarded_page page = {.page = (size_t)sysconf(_SC_PAGESIZE)};

    page.memory = mmap(NULL, 3 * page.page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                       0);
    ck_assert_msg(page.memory != MAP_FAILED, "no memory for the pages");
    ck_assert_int_eq(
        mprotect(page.memory + page.page, page.page, PROT_READ | PROT_WRITE), 0);
    return page;
}

void guarded_page_close(guarded_page *page)
{
    ck_assert_int_eq(munmap(page->memory, 3 * page->page), 0);
    page->memory = NULL;
}

static dsi_string guarded_page_put(const guarded_page *page, size_t at, dsi_string text)
{
    char *place = page->memory + page->page + at;

    if (text.length > 0) {
        memcpy(place, text.data, text.length);
    }
    return (dsi_string){.data = place, .length = text.length};
}

dsi_string guarded_page_first(const guarded_page *page, dsi_string text)
{
    ck_assert_uint_le(text.length, page->page);
    return guarded_page_put(page, 0, text);
}

dsi_string guarded_page_last(const guarded_page *page, dsi_string text)
{
    ck_assert_uint_le(text.length, page->page);
    return guarded_page_put(page, page->page - text.length, text);
}

void check_rendering(render_fn *render, const void *subject, const char *expected)
{
    const size_t length = strlen(expected);

    ck_assert_uint_eq(render(subject, NULL, 0), length);
    for (size_t capacity = 1; capacity <= length + 2; capacity++) {
        size_t written = capacity <= length ? capacity - 1 : length;
        char *buffer = malloc(capacity); /* a sanitizer detects writes past its end */

        ck_assert_ptr_nonnull(buffer);
        memset(buffer, '#', capacity);
        ck_assert_uint_eq(render(subject, buffer, capacity), length);
        ck_assert_msg(memcmp(buffer, expected, written) == 0 && buffer[written] == '\0',
                      "capacity %zu: '%.*s'", capacity, (int)capacity, buffer);
        free(buffer);
    }
}
