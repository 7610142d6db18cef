/*
 * fuzz/replay.c - the main function of a harness where there is no engine. It runs
 * every file that is named, and every file in a folder that is named.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "fuzz/fuzz.h"

#define INPUT_MAX ((size_t)1 << 20)

static size_t replayed;

static bool replay_file(const char *name)
{
    uint8_t *data = malloc(INPUT_MAX);
    FILE *file = fopen(name, "rb");
    size_t size;

    if (data == NULL || file == NULL) {
        perror(name);
        free(data);
        return false;
    }
    size = fread(data, 1, INPUT_MAX, file);
    fclose(file);
    (void)LLVMFuzzerTestOneInput(data, size);
    free(data);
    replayed++;
    return true;
}

static bool replay_folder(const char *name, DIR *folder)
{
    const struct dirent *entry;
    bool good = true;

    while ((entry = readdir(folder)) != NULL) {
        char path[4096];

        if (entry->d_name[0] != '.') {
            snprintf(path, sizeof path, "%s/%s", name, entry->d_name);
            good = replay_file(path) && good;
        }
    }
    return good;
}

/* Without a single input the test would pass for no reason, so that is a failure. */
int main(int argc, char **argv)
{
    bool good = true;

    for (int i = 1; i < argc; i++) {
        DIR *folder = opendir(argv[i]);

        if (folder == NULL) {
            good = replay_file(argv[i]) && good;
        } else {
            good = replay_folder(argv[i], folder) && good;
            closedir(folder);
        }
    }
    printf("%zu inputs replayed\n", replayed);
    return good && replayed > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
