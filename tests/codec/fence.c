/* tests/codec/fence.c - maps three pages and protects the outer two. */
#define _DEFAULT_SOURCE
#include "tests/codec/fence.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "tests/support.h"

fence fence_open(void)
{
    fence made = {.page = (size_t)sysconf(_SC_PAGESIZE)};

    made.pages = mmap(NULL, 3 * made.page, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    ck_assert_ptr_ne(made.pages, MAP_FAILED);
    (void)mprotect(made.pages, made.page, PROT_NONE);
    (void)mprotect(made.pages + 2 * made.page, made.page, PROT_NONE);
    return made;
}

void fence_close(fence *made)
{
    (void)munmap(made->pages, 3 * made->page);
}

char *fence_put(const fence *made, const char *bytes, size_t length, bool first)
{
    char *page = made->pages + made->page;
    char *place = first ? page : page + made->page - length;

    expect(length <= made->page, "%zu bytes are more than a page", length);
    memset(page, '"', made->page); /* removes any earlier copy */
    if (length > 0) {
        memcpy(place, bytes, length);
    }
    return place;
}
