/*
 * Reads any message by its name from standard input, checks it, and prints it. This is
 * dsi's generic API: the program knows no operation.
 */
#include <dsi/dsi.h>
#include <stdio.h>

static bool print(void *context, const char *bytes, size_t length)
{
    return fwrite(bytes, 1, length, context) == length;
}

static int say(const char *words)
{
    puts(words);
    return 1;
}

int main(int argc, char **argv)
{
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    char text[64 + 8 * DSI_VIOLATION_TEXT_MAX];
    dsi_message_options options = {.head = {.status = 200}}; /* of a response */
    dsi_violation found[8];
    dsi_violations report = {.items = found, .capacity = 8};
    dsi_sink sink = {.write = print, .context = stdout};
    dsi_error error;
    const dsi_message *message = dsi_message_find(dsi_str(argc > 1 ? argv[1] : NULL));

    if (message == NULL) {
        return say("there is no such message");
    }
    dsi_decoder *decoder = dsi_message_begin(message, block, sizeof block, &options,
                                             &error);
    for (size_t n; (n = fread(text, 1, sizeof text, stdin)) > 0;) {
        dsi_feed(decoder, text, n);
    }
    const void *object = dsi_message_finish(message, decoder, &error);
    if (object == NULL) {
        dsi_error_describe(&error, text, sizeof text);
        return say(text);
    }
    if (dsi_message_validate(message, object, &report) > 0) {
        dsi_violations_describe(&report, text, sizeof text);
        return say(text);
    }
    return dsi_message_write(message, object, &sink, NULL, NULL) ? 0 : 1;
}
