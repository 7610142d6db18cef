/*
 * Does this yajl have the fixes for its three CVEs? Harmless: nothing is read or
 * written out of bounds either way. Prints one word for each; exit status 0 if all are
 * fixed.
 */
#define _DEFAULT_SOURCE
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <yajl/yajl_gen.h>
#include <yajl/yajl_parse.h>
#include <yajl/yajl_tree.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

static size_t string_length;

static int on_string(void *context, const unsigned char *text, size_t length)
{
    (void)context;
    (void)text;
    string_length = length;
    return 1;
}

/* CVE-2017-16516: half a surrogate pair swallowed the character after it. */
static int fixed_2017(void)
{
    static const char text[] = "[\"\\ud800x\"]";
    yajl_callbacks callbacks;
    yajl_handle handle;

    memset(&callbacks, 0, sizeof callbacks);
    callbacks.yajl_string = on_string;
    handle = yajl_alloc(&callbacks, NULL, NULL);
    (void)yajl_parse(handle, (const unsigned char *)text, sizeof text - 1);
    yajl_free(handle);
    return string_length == 2;
}

static sigjmp_buf escape;

static void on_abort(int signal_number)
{
    (void)signal_number;
    siglongjmp(escape, 1);
}

static void *hook_malloc(void *context, size_t size)
{
    (void)context;
    return malloc(size);
}

static void *hook_realloc(void *context, void *pointer, size_t size)
{
    (void)context;
    (void)pointer;
    (void)size;
    siglongjmp(escape, 2);
}

static void hook_free(void *context, void *pointer)
{
    (void)context;
    free(pointer);
}

/* CVE-2022-24795: a buffer's size wrapped around. The fix gives up before it
 * reallocates. */
static int fixed_2022(void)
{
    yajl_alloc_funcs hooks = {hook_malloc, hook_realloc, hook_free, NULL};
    yajl_gen generator = yajl_gen_alloc(&hooks);
    int how;

    (void)signal(SIGABRT, on_abort);
    (void)yajl_gen_array_open(generator);
    how = sigsetjmp(escape, 1);
    if (how == 0) {
        (void)yajl_gen_number(generator, "0", SIZE_MAX / 2 + 2);
    }
    (void)signal(SIGABRT, SIG_DFL);
    return how == 1;
}

static size_t heap_in_use(void)
{
#ifdef __GLIBC__
    return mallinfo2().uordblks;
#else
    return 0;
#endif
}

/* CVE-2023-33460: yajl_tree leaked what it had built of a broken document. */
static int fixed_2023(void)
{
    char words[64];
    size_t before;

    (void)yajl_tree_parse("{\"k\":[1,{\"z\":2", words, sizeof words);
    before = heap_in_use();
    for (int i = 0; i < 64; i++) {
        (void)yajl_tree_parse("{\"k\":[1,{\"z\":2", words, sizeof words);
    }
    return heap_in_use() <= before + 512;
}

int main(void)
{
    int in_2017 = fixed_2017();
    int in_2022 = fixed_2022();
    int in_2023 = fixed_2023();

    printf("CVE-2017-16516 %s, CVE-2022-24795 %s, CVE-2023-33460 %s\n",
           in_2017 ? "fixed" : "OPEN", in_2022 ? "fixed" : "OPEN",
           in_2023 ? "fixed" : "OPEN");
    return !(in_2017 && in_2022 && in_2023);
}
