/* bench/options.c - reads the command line of dsi_bench. */
#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#include "measure.h"

#define OPTIONS_ROUNDS 21
#define OPTIONS_QUICK_ROUNDS 3

const char bench_usage[] =
    "usage: dsi_bench [--quick] [--filter TEXT] [--rounds N] [--json FILE]\n"
    "       dsi_bench --list | --growth [--quick]\n"
    "       dsi_bench --once JOB CONTESTANT [--times N]\n"
    "\n"
    "  --filter TEXT  only jobs that have TEXT in their name\n"
    "  --rounds N     samples of each contestant (21, at most 101; --quick: 3)\n"
    "  --json FILE    also write what was measured to FILE\n"
    "  --list         name the jobs and their contestants\n"
    "  --growth       how time and memory of dsi grow with the message\n"
    "  --once         run one operation, or N of them, and exit\n";

/* The ":" keeps getopt_long from printing errors of its own. */
static const char options_short[] = ":";

static const struct option options_long[] = {
    {"filter", required_argument, NULL, 'f'}, {"growth", no_argument, NULL, 'g'},
    {"help", no_argument, NULL, 'h'},         {"json", required_argument, NULL, 'j'},
    {"list", no_argument, NULL, 'l'},         {"once", required_argument, NULL, 'o'},
    {"quick", no_argument, NULL, 'q'},        {"rounds", required_argument, NULL, 'r'},
    {"times", required_argument, NULL, 't'},  {NULL, 0, NULL, 0},
};

/* Returns 0 if the text is not a number from 1 to `maximum`. */
static size_t options_number(const char *text, size_t maximum)
{
    char *end;
    unsigned long long number = strtoull(text, &end, 10);

    return *end == '\0' && number <= maximum ? (size_t)number : 0;
}

static bool options_store(bench_options *options, int option)
{
    switch (option) {
    case 'f':
        options->filter = optarg;
        return true;
    case 'g':
        options->mode = BENCH_GROWTH;
        return true;
    case 'h':
        options->mode = BENCH_HELP;
        return true;
    case 'j':
        options->json = optarg;
        return true;
    case 'l':
        options->mode = BENCH_LIST;
        return true;
    case 'o':
        options->mode = BENCH_ONCE;
        options->once_job = optarg;
        return true;
    case 'q':
        options->quick = true;
        return true;
    case 'r':
        options->rounds = options_number(optarg, BENCH_ROUNDS_MAX);
        return options->rounds != 0;
    case 't':
        options->times = options_number(optarg, SIZE_MAX);
        return options->times != 0;
    default:
        return false;
    }
}

static bool options_read_all(bench_options *options, int argc, char **argv)
{
    bool good = true;
    int option;

    opterr = 0;
    while (good && (option = getopt_long(argc, argv, options_short, options_long,
                                         NULL)) != -1) {
        good = options_store(options, option);
    }
    if (good && options->mode == BENCH_ONCE && optind < argc) {
        options->once_contestant = argv[optind++];
    }
    return good && optind == argc;
}

bool bench_options_read(bench_options *options, int argc, char **argv)
{
    *options = (bench_options){.mode = BENCH_RUN, .times = 1};
    if (!options_read_all(options, argc, argv)) {
        fputs(bench_usage, stderr);
        return false;
    }
    if (options->rounds == 0) {
        options->rounds = options->quick ? OPTIONS_QUICK_ROUNDS : OPTIONS_ROUNDS;
    }
    return true;
}
