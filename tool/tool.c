/*
 * tool/tool.c - error messages, exit statuses, memory and stdout, for all commands.
 *
 * Each error message is one line on stderr that begins with "dsi: ". Any text that came
 * from outside is escaped in it.
 */
#include "tool.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "caret.h"
#include "paint.h"

void tool_print_subject(FILE *out, const char *subject)
{
    if (subject != NULL) {
        paint_begin(out, PAINT_NAME);
        caret_print_text(out, dsi_str(subject));
        fputs(":", out);
        paint_end(out);
        fputs(" ", out);
    }
}

void tool_begin_complaint(const char *subject)
{
    paint_begin(stderr, PAINT_FAULT);
    fputs("dsi:", stderr);
    paint_end(stderr);
    fputs(" ", stderr);
    tool_print_subject(stderr, subject);
}

void tool_complain(const char *subject, const char *words)
{
    tool_begin_complaint(subject);
    fprintf(stderr, "%s\n", words);
}

void tool_begin_warning(const char *subject)
{
    fputs("dsi: ", stderr);
    tool_print_subject(stderr, subject);
    paint_begin(stderr, PAINT_WARNING);
    fputs("warning:", stderr);
    paint_end(stderr);
    fputs(" ", stderr);
}

tool_exit tool_complain_usage(const char *command, const char *words, const char *what,
                              const char *nearest)
{
    tool_begin_complaint(command);
    fputs(words, stderr);
    if (what != NULL) {
        fputs(" '", stderr);
        caret_print_text(stderr, dsi_str(what));
        fputs("'", stderr);
    }
    if (nearest[0] != '\0') {
        fprintf(stderr, "; did you mean '%s'?", nearest);
    }
    fprintf(stderr, "%s Try 'dsi %s%s--help'.\n", nearest[0] != '\0' ? "" : ".",
            command != NULL ? command : "", command != NULL ? " " : "");
    return TOOL_USAGE;
}

tool_exit tool_complain_error(const char *subject, const dsi_error *error)
{
    char words[DSI_ERROR_TEXT_MAX];

    dsi_error_describe(error, words, sizeof words);
    tool_complain(subject, words);
    return tool_exit_of(error->code);
}

/* The band of a code says whom the error concerns, and so which status it has. */
tool_exit tool_exit_of(dsi_code code)
{
    switch (dsi_code_band(code)) {
    case DSI_BAND_NONE:
        return TOOL_DONE;
    case DSI_BAND_USAGE:
        return TOOL_USAGE;
    case DSI_BAND_CONSTRAINT:
        return TOOL_VIOLATIONS;
    case DSI_BAND_SINK:
        return TOOL_FILE;
    default:
        return TOOL_INPUT;
    }
}

void *tool_allocate(size_t size)
{
    void *block = malloc(size);
    char words[64];

    if (block == NULL) {
        snprintf(words, sizeof words, "cannot get %zu bytes", size);
        tool_complain("memory", words);
    }
    return block;
}

/* stdio keeps that a write failed, but not why. errno says so only right after it. */
static int tool_write_errno;

static bool tool_note_failure(bool failed)
{
    if (failed && tool_write_errno == 0) {
        tool_write_errno = errno;
    }
    return !failed && ferror(stdout) == 0;
}

/*
 * A terminal obeys U+0080 to U+009F as it obeys U+001B. JSON must escape only the latter,
 * so dsi escapes the other control characters here. A piece may end between the two bytes
 * of one. Its first byte is then kept until the next piece.
 */
static bool tool_write_terminal(const char *bytes, size_t length)
{
    static bool began;
    bool failed = false;

    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];

        if ((began && byte < 0xa0) || byte == 0x7f) {
            failed = printf("\\u%04X", byte) < 0 || failed;
        } else if (began) {
            failed = putchar(0xc2) == EOF || putchar(byte) == EOF || failed;
        } else if (byte != 0xc2) {
            failed = putchar(byte) == EOF || failed;
        }
        began = !began && byte == 0xc2;
    }
    return tool_note_failure(failed);
}

bool tool_write(const char *bytes, size_t length)
{
    static int terminal = -1; /* not known yet */

    if (terminal < 0) {
        terminal = isatty(STDOUT_FILENO);
    }
    if (terminal == 1) {
        return tool_write_terminal(bytes, length);
    }
    return tool_note_failure(fwrite(bytes, 1, length, stdout) != length);
}

bool tool_flush(void)
{
    return tool_note_failure(fflush(stdout) != 0);
}

const char *tool_write_failure(void)
{
    return tool_write_errno != 0 ? strerror(tool_write_errno) : "cannot be written";
}

/* A dsi_write_fn that needs no context. */
static bool tool_write_stdout(void *context, const char *bytes, size_t length)
{
    (void)context;
    return tool_write(bytes, length);
}

dsi_sink tool_stdout(void)
{
    return (dsi_sink){.write = tool_write_stdout};
}
