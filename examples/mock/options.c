/* Reads the options of the mock: how its service behaves, and which faults it has. */
#define _POSIX_C_SOURCE 200809L
#include "mock.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#define MODELS_MAX 100000u

static const char help[] =
    "Usage: dsi-mock [OPTION]...\n"
    "A mock of AppSync's data source introspection on 127.0.0.1. It decodes and\n"
    "validates requests as the service does, but does not check signatures. It prints\n"
    "where it listens, and ends with SIGTERM or SIGINT.\n"
    "\n"
    "Examples:\n"
    "  dsi-mock --port 8080 --verbose\n"
    "  dsi-mock --models 100 --page 25 --fault throttle@3 --fault cut@5\n"
    "  dsi-mock --models-from answer.json --nulls\n"
    "\n"
    "Options:\n"
    "  --port N            the port to listen on (default any free port)\n"
    "  --processing N      answer N Gets of an introspection with PROCESSING (2)\n"
    "  --models N          the number of models, at most 100000 (7)\n"
    "  --page N            models in a page, 1 to 25; a client may ask for fewer (3)\n"
    "  --models-from FILE  serve the models of a Get answer's body instead\n"
    "  --nulls             write absent members as null, as the service does\n"
    "  --fault KIND[@K]    let request K fail, counted from 1; without @K every\n"
    "                      request that the kind fits. May be repeated; the first\n"
    "                      fault that fits counts\n"
    "  --verbose           log each request on standard error: number, method,\n"
    "                      target, status, and the scope of its signature\n"
    "  --help, --version\n"
    "\n"
    "Kinds of faults:\n"
    "  throttle      429 TooManyRequestsException\n"
    "  busy          503 ServiceUnavailableException, with Retry-After: 1\n"
    "  resuming      400 DatabaseResumingException, as of a cluster that was paused\n"
    "  internal      500 InternalFailureException\n"
    "  unauthorized  401 UnauthorizedException\n"
    "  not-found     404 NotFoundException\n"
    "  code-error    400 BadRequestException with a code error; the type is only in\n"
    "                the body\n"
    "  html          503 with a page of HTML, as a front end sends it\n"
    "  empty         200 without a body, as if cut before its first byte\n"
    "  slow          the answer is sent 16 bytes at a time, 2 ms apart\n"
    "  cut           the connection ends in the middle of the answer's body\n"
    "  failed        a Get is answered with FAILED\n";

typedef struct kind_name {
    const char *name;
    mock_fault_kind kind;
} kind_name;

static const kind_name kinds[] = {{"throttle", MOCK_THROTTLE},
                                  {"busy", MOCK_BUSY},
                                  {"resuming", MOCK_RESUMING},
                                  {"internal", MOCK_INTERNAL},
                                  {"unauthorized", MOCK_UNAUTHORIZED},
                                  {"not-found", MOCK_NOT_FOUND},
                                  {"code-error", MOCK_CODE_ERROR},
                                  {"html", MOCK_HTML},
                                  {"empty", MOCK_EMPTY},
                                  {"slow", MOCK_SLOW},
                                  {"cut", MOCK_CUT},
                                  {"failed", MOCK_FAILED}};

enum {
    PORT = 256,
    PROCESSING,
    MODELS,
    PAGE,
    MODELS_FROM,
    NULLS,
    FAULT,
    VERBOSE,
    HELP,
    VERSION
};

static const struct option table[] = {
    {"port", required_argument, NULL, PORT},
    {"processing", required_argument, NULL, PROCESSING},
    {"models", required_argument, NULL, MODELS},
    {"page", required_argument, NULL, PAGE},
    {"models-from", required_argument, NULL, MODELS_FROM},
    {"nulls", no_argument, NULL, NULLS},
    {"fault", required_argument, NULL, FAULT},
    {"verbose", no_argument, NULL, VERBOSE},
    {"help", no_argument, NULL, HELP},
    {"version", no_argument, NULL, VERSION},
    {NULL, 0, NULL, 0}};

static void usage_error(const char *what, const char *value)
{
    fprintf(stderr, "dsi-mock: %s: %s\nTry dsi-mock --help.\n", what, value);
    exit(2);
}

/* Returns a decimal number in its range, or ends the program. */
static unsigned number(const char *text, unsigned least, unsigned most)
{
    char *end;
    unsigned long value = strtoul(text, &end, 10);

    if (text[0] < '0' || text[0] > '9' || *end != '\0' || value < least ||
        value > most) {
        usage_error("no number that is possible here", text);
    }
    return (unsigned)value;
}

static void take_fault(mock_options *options, const char *text)
{
    const char *at = strchr(text, '@');
    const size_t length = at == NULL ? strlen(text) : (size_t)(at - text);
    mock_fault fault = {.request = at == NULL ? 0 : number(at + 1, 1, 1000000)};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strlen(kinds[i].name) == length &&
            memcmp(kinds[i].name, text, length) == 0) {
            fault.kind = kinds[i].kind;
        }
    }
    if (fault.kind == MOCK_NO_FAULT) {
        usage_error("no kind of fault", text);
    }
    if (options->fault_count == MOCK_FAULTS_MAX) {
        usage_error("too many faults", text);
    }
    options->faults[options->fault_count++] = fault;
}

static void say_and_end(const char *text)
{
    fputs(text, stdout);
    exit(fflush(stdout) == 0 ? 0 : 5);
}

static void take_option(mock_options *options, int option)
{
    switch (option) {
    case PORT:
        options->port = number(optarg, 0, 65535);
        break;
    case PROCESSING:
        options->processing = number(optarg, 0, 1000000);
        break;
    case MODELS:
        options->models = number(optarg, 0, MODELS_MAX);
        break;
    case PAGE:
        options->page = number(optarg, 1, 25);
        break;
    case MODELS_FROM:
        options->models_from = optarg;
        break;
    case NULLS:
        options->nulls = true;
        break;
    case FAULT:
        take_fault(options, optarg);
        break;
    case VERBOSE:
        options->verbose = true;
        break;
    case HELP:
        say_and_end(help);
        break;
    case VERSION:
        printf("dsi-mock %s", dsi_version());
        say_and_end("\n");
        break;
    default: /* getopt has said what is wrong */
        exit(2);
    }
}

void mock_take_options(mock_options *options, int argc, char **argv)
{
    int option;

    *options = (mock_options){.processing = 2, .models = 7, .page = 3};
    while ((option = getopt_long(argc, argv, "", table, NULL)) != -1) {
        take_option(options, option);
    }
    if (optind < argc) {
        usage_error("no option", argv[optind]);
    }
}
