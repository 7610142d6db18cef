/* tests/tool/scratch.c - makes and removes the folder. */
#include "tests/tool/scratch.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <check.h>

#define FOLDER "/tmp/dsi-test-XXXXXX"

static char folder[sizeof FOLDER];
static int origin = -1; /* where the test began */

static void scratch_write(const scratch_file *each)
{
    FILE *file = fopen(each->name, "w");

    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(each->content, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

void scratch_enter(const scratch_file *files, size_t count)
{
    memcpy(folder, FOLDER, sizeof FOLDER);
    origin = open(".", O_RDONLY);
    ck_assert_int_ge(origin, 0);
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(chdir(folder), 0);
    for (size_t i = 0; i < count; i++) {
        scratch_write(&files[i]);
    }
}

void scratch_leave(const scratch_file *files, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        unlink(files[i].name);
    }
    ck_assert_int_eq(fchdir(origin), 0);
    close(origin);
    rmdir(folder);
}
