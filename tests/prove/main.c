/*
 * tests/prove/main.c - the program dsi_prove.
 *
 *     dsi_prove [PROOF [NAME...]]
 *
 * Runs all proofs, or one PROOF for all subjects or for the named ones. The exit status
 * is 0 if all hold, 1 if one does not hold, and 2 if a proof could not be carried out.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "tests/prove/prove.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

void prove_need(bool condition, const char *what)
{
    if (!condition) {
        fprintf(stderr, "dsi_prove: this does not hold: %s\n", what);
        exit(2);
    }
}

/* The processor time since the last proof. */
static double seconds(void)
{
    static clock_t last;
    clock_t before = last;

    last = clock();
    return (double)(last - before) / CLOCKS_PER_SEC;
}

bool prove_holds(const char *proof, const char *name, const char *figures)
{
    printf("%-12s  %-27s  %s (%.1f s)\n", proof, name, figures, seconds());
    fflush(stdout);
    return true;
}

bool prove_differs(const char *proof, const char *name, dsi_string text)
{
    printf("%-12s  %-27s  NOT EQUAL on '", proof, name);
    for (size_t i = 0; i < text.length; i++) {
        unsigned byte = (unsigned char)text.data[i];

        printf(byte < 0x20 || byte > 0x7e ? "\\x%02x" : "%c", byte);
    }
    printf("' (%.1f s)\n", seconds());
    fflush(stdout);
    return false;
}

typedef struct proof {
    const char *name;
    bool (*of_subject)(const subject *item, const language *wanted);
    bool (*of_guard)(void);
} proof;

static const proof proofs[] = {{.name = "walk", .of_subject = prove_walk},
                               {.name = "library", .of_subject = prove_library},
                               {.name = "loops", .of_subject = prove_loops},
                               {.name = "pattern", .of_subject = prove_pattern},
                               {.name = "sequences", .of_guard = prove_sequences},
                               {.name = "escapes", .of_guard = prove_escapes}};

static bool is_named(const char *name, int count, char **names)
{
    bool named = count == 0;

    for (int i = 0; i < count; i++) {
        named = named || strcmp(names[i], name) == 0;
    }
    return named;
}

static bool run(const proof *what, int count, char **names)
{
    static language wanted;
    bool holds = true;

    if (what->of_guard != NULL) {
        return what->of_guard();
    }
    for (size_t i = 0; i < subject_count; i++) {
        if (is_named(subjects[i].name, count, names)) {
            language_make(&wanted, subjects[i].expression, subjects[i].without);
            holds = what->of_subject(&subjects[i], &wanted) && holds;
        }
    }
    return holds;
}

int main(int argc, char **argv)
{
    bool holds = subjects_are_complete();

    for (size_t i = 0; i < COUNT(proofs); i++) {
        if (argc < 2 || strcmp(argv[1], proofs[i].name) == 0) {
            holds = run(&proofs[i], argc < 2 ? 0 : argc - 2, argv + 2) && holds;
        }
    }
    return holds ? 0 : 1;
}
