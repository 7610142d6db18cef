/*
 * tests/work/work.c - counts the work. Functions here replace those of the C library
 * and yajl, and the compiler adds a call to each basic block.
 */
#include "tests/work/work.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <yajl/yajl_gen.h>
#include <yajl/yajl_parse.h>

static work now;
static bool counting;

/*
 * The token of which yajl has seen only a part. A literal is never read again, so it
 * does not count.
 */
typedef struct open_token {
    size_t length; /* 0 if no token is open */
    bool string;
    bool escaped; /* the next byte of the string is escaped */
} open_token;

static open_token token;

void work_begin(void)
{
    now = (work){.steps = 0};
    token = (open_token){.length = 0};
    counting = true;
}

work work_end(void)
{
    counting = false;
    return now;
}

static void touch(size_t bytes)
{
    now.touched += counting ? bytes : 0;
}

/* ------------------------------------------------------- functions that count */

/* The compiler inserts a call of this function into each basic block of the library. */
void __sanitizer_cov_trace_pc(void);

void __sanitizer_cov_trace_pc(void)
{
    now.steps += counting;
}

/* The linker gives the names: a call of f calls __wrap_f, and __real_f is f itself. */
void *__real_memcpy(void *to, const void *from, size_t length);
void *__wrap_memcpy(void *to, const void *from, size_t length);
void *__real_memmove(void *to, const void *from, size_t length);
void *__wrap_memmove(void *to, const void *from, size_t length);
void *__real_memset(void *to, int byte, size_t length);
void *__wrap_memset(void *to, int byte, size_t length);
int __real_memcmp(const void *left, const void *right, size_t length);
int __wrap_memcmp(const void *left, const void *right, size_t length);
int __wrap_bcmp(const void *left, const void *right, size_t length);
void *__real_memchr(const void *text, int byte, size_t length);
void *__wrap_memchr(const void *text, int byte, size_t length);
size_t __real_strlen(const char *text);
size_t __wrap_strlen(const char *text);
int __real_strcmp(const char *left, const char *right);
int __wrap_strcmp(const char *left, const char *right);
size_t __real_strcspn(const char *text, const char *stops);
size_t __wrap_strcspn(const char *text, const char *stops);
yajl_status __real_yajl_parse(yajl_handle handle, const unsigned char *text,
                              size_t length);
yajl_status __wrap_yajl_parse(yajl_handle handle, const unsigned char *text,
                              size_t length);
yajl_gen_status __real_yajl_gen_string(yajl_gen generator, const unsigned char *text,
                                       size_t length);
yajl_gen_status __wrap_yajl_gen_string(yajl_gen generator, const unsigned char *text,
                                       size_t length);
yajl_gen_status __real_yajl_gen_number(yajl_gen generator, const char *text,
                                       size_t length);
yajl_gen_status __wrap_yajl_gen_number(yajl_gen generator, const char *text,
                                       size_t length);

void *__wrap_memcpy(void *to, const void *from, size_t length)
{
    touch(length);
    return __real_memcpy(to, from, length);
}

void *__wrap_memmove(void *to, const void *from, size_t length)
{
    touch(length);
    return __real_memmove(to, from, length);
}

void *__wrap_memset(void *to, int byte, size_t length)
{
    touch(length);
    return __real_memset(to, byte, length);
}

int __wrap_memcmp(const void *left, const void *right, size_t length)
{
    touch(length);
    return __real_memcmp(left, right, length);
}

int __wrap_bcmp(const void *left, const void *right, size_t length)
{
    return __wrap_memcmp(left, right, length);
}

void *__wrap_memchr(const void *text, int byte, size_t length)
{
    const char *found = __real_memchr(text, byte, length);

    touch(found == NULL ? length : (size_t)(found - (const char *)text) + 1);
    return (void *)found;
}

size_t __wrap_strlen(const char *text)
{
    size_t length = __real_strlen(text);

    touch(length);
    return length;
}

int __wrap_strcmp(const char *left, const char *right)
{
    touch(__real_strlen(left)); /* an upper bound */
    return __real_strcmp(left, right);
}

size_t __wrap_strcspn(const char *text, const char *stops)
{
    size_t length = __real_strcspn(text, stops);

    touch(length);
    return length;
}

static void give(size_t length)
{
    if (counting) {
        now.calls++;
        now.given += length;
    }
}

/* A search that is not counted, because the library does not make it. */
static bool is_one_of(const char *set, unsigned char byte)
{
    return __real_memchr(set, byte, __real_strlen(set)) != NULL;
}

static void pass_string(unsigned char byte)
{
    token.length++;
    if (!token.escaped && byte == '"') {
        token = (open_token){.length = 0};
    }
    token.escaped = !token.escaped && byte == '\\';
}

static void pass(unsigned char byte)
{
    if (token.string) {
        pass_string(byte);
    } else if (is_one_of("{}[],: \t\r\n", byte)) {
        token.length = 0;
    } else {
        token.string = byte == '"';
        token.length += token.length > 0 || is_one_of("\"-0123456789", byte);
    }
}

/* yajl reads a token that a chunk cuts again from its start (see SECURITY.md). */
yajl_status __wrap_yajl_parse(yajl_handle handle, const unsigned char *text,
                              size_t length)
{
    give(token.length + length);
    for (size_t i = 0; i < length; i++) {
        pass(text[i]);
    }
    return __real_yajl_parse(handle, text, length);
}

yajl_gen_status __wrap_yajl_gen_string(yajl_gen generator, const unsigned char *text,
                                       size_t length)
{
    give(length);
    return __real_yajl_gen_string(generator, text, length);
}

yajl_gen_status __wrap_yajl_gen_number(yajl_gen generator, const char *text,
                                       size_t length)
{
    give(length);
    return __real_yajl_gen_number(generator, text, length);
}

/* ---------------------------------------------------------------------- the verdict */

#define SIZE_MIN 4096
#define SIZES 3 /* each is four times the one before */

/* The fixed cost of a call, for example to lay out a block or to write a path. */
static const work fixed = {.steps = 8000, .touched = 16384, .calls = 64, .given = 1024};

typedef struct kind_row {
    const char *name;
    size_t offset;
} kind_row;

static const kind_row kinds[] = {
    {"steps", offsetof(work, steps)},
    {"bytes touched", offsetof(work, touched)},
    {"calls of yajl", offsetof(work, calls)},
    {"bytes given to yajl", offsetof(work, given)},
};

static uint64_t count_of(const work *counts, const kind_row *kind)
{
    return *(const uint64_t *)(const void *)((const char *)counts + kind->offset);
}

/* `before` is the work for a quarter of the bytes. It is NULL for the first size. */
static void check_kind(const char *name, const kind_row *kind, const work_done *done,
                       const work_done *before, const work *most)
{
    uint64_t count = count_of(&done->work, kind);
    uint64_t bound = count_of(most, kind) * done->bytes + count_of(&fixed, kind);
    uint64_t quarter = before == NULL ? count : count_of(&before->work, kind);

    ck_assert_msg(count <= bound, "%s: %llu %s for %zu bytes, not %llu", name,
                  (unsigned long long)count, kind->name, done->bytes,
                  (unsigned long long)bound);
    /* A sixteenth and 64 more are allowed, because pieces end at other places. */
    ck_assert_msg(count <= 4 * quarter + quarter / 16 + 64,
                  "%s: %llu %s for %zu bytes, and for a quarter of them %llu", name,
                  (unsigned long long)count, kind->name, done->bytes,
                  (unsigned long long)quarter);
}

static void print_work(const char *name, const work_done *done)
{
    static bool titled;
    double bytes = (double)done->bytes;

    if (!titled) {
        printf("%-52s %6s %6s %6s %6s\n", "for each byte:", "steps", "bytes", "calls",
               "given");
        titled = true;
    }
    printf("%-52s %6.1f %6.1f %6.2f %6.2f\n", name, (double)done->work.steps / bytes,
           (double)done->work.touched / bytes, (double)done->work.calls / bytes,
           (double)done->work.given / bytes);
}

void work_check(const char *name, work_fn *run, const void *row, const work *most)
{
    work_done done[SIZES];
    size_t size = SIZE_MIN;

    for (size_t i = 0; i < SIZES; i++, size *= 4) {
        done[i] = run(row, size);
        ck_assert_msg(done[i].work.steps > 0, "%s: no work is counted", name);
        ck_assert_msg(done[i].bytes > size / 2, "%s: %zu bytes", name, done[i].bytes);
        for (size_t k = 0; k < COUNT(kinds); k++) {
            check_kind(name, &kinds[k], &done[i], i > 0 ? &done[i - 1] : NULL, most);
        }
    }
    print_work(name, &done[SIZES - 1]);
}

dsi_string work_text(const char *before, const char *unit, const char *after,
                     size_t size)
{
    size_t unit_length = strlen(unit);
    size_t count = size / unit_length;
    size_t length = strlen(before) + count * unit_length + strlen(after);
    char *text = malloc(length + 1);
    char *at = text;

    ck_assert_ptr_nonnull(text);
    at += sprintf(at, "%s", before);
    for (size_t i = 0; i < count; i++) {
        memcpy(at, unit, unit_length);
        at += unit_length;
    }
    (void)sprintf(at, "%s", after);
    return (dsi_string){.data = text, .length = length};
}
