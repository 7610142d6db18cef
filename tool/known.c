/*
 * tool/known.c - makes the smallest message that has the structure, decodes it, and
 * encodes it with nulls. Every other value in it is a structure or a list on the way
 * there, so the last "{" begins the members that are wanted.
 */
#include "known.h"

#include <stdio.h>
#include <stdlib.h>

/* A path has no longer name, and no index in it is kept. */
#define KNOWN_TOKEN DSI_PATH_MAX
#define KNOWN_ROOM 65536

/* Room for the message: each "/name" becomes `{"name":` and `}`. */
#define KNOWN_TEXT_MAX (4 * DSI_PATH_MAX)

static bool known_is_index(const char *segment, size_t length)
{
    return strspn(segment, "0123456789") >= length;
}

/* Writes 0 for each index, so that all items of a list are one structure. */
static void known_simplify(const char *path, char *simple)
{
    size_t length = 0;

    while (*path != '\0') {
        size_t segment = strcspn(path + 1, "/");

        simple[length++] = '/';
        if (known_is_index(path + 1, segment)) {
            simple[length++] = '0';
        } else {
            memcpy(simple + length, path + 1, segment);
            length += segment;
        }
        path += 1 + segment;
    }
    simple[length] = '\0';
}

/* Writes the message, first what opens, then what closes: {"models":[{}]} */
static size_t known_write(const char *path, char *text)
{
    char closing[2 * DSI_PATH_MAX];
    size_t closed = sizeof closing;
    size_t length = 0;

    while (*path != '\0') {
        size_t segment = strcspn(path + 1, "/");
        bool is_index = known_is_index(path + 1, segment);

        closing[--closed] = is_index ? ']' : '}';
        length += is_index ? (size_t)sprintf(text + length, "[")
                           : (size_t)sprintf(text + length, "{\"%.*s\":", (int)segment,
                                             path + 1);
        path += 1 + segment;
    }
    length += (size_t)sprintf(text + length, "{}");
    memcpy(text + length, closing + closed, sizeof closing - closed);
    return length + sizeof closing - closed;
}

/* A dsi_write_fn that keeps what lies between the last "{" and the "}" after it. */
static bool known_keep(void *context, const char *bytes, size_t length)
{
    tool_known *known = context;

    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '{') {
            known->length = 0;
            known->filled = false;
        } else if (bytes[i] == '}') {
            known->filled = true;
        } else if (!known->filled && known->length < KNOWN_MAX) {
            known->names[known->length++] = bytes[i];
        }
    }
    return true;
}

static void known_decode(tool_known *known, dsi_string text, void *block, size_t size,
                         const dsi_limits *limits)
{
    dsi_message_options how = {.decode = {.limits = *limits}, .head = {.status = 200}};
    dsi_encode_options nulls = {.nulls = true};
    dsi_sink sink = {.write = known_keep, .context = known};
    const void *object = dsi_message_decode(known->message, block, size, text, &how,
                                            NULL);

    if (object != NULL) {
        (void)dsi_message_write(known->message, object, &sink, &nulls, NULL);
    }
}

void known_look(tool_known *known, const char *path)
{
    dsi_limits limits = {.max_depth = DSI_MAX_DEPTH_MAX, .max_token = KNOWN_TOKEN};
    size_t size = dsi_decoder_size(&limits) + KNOWN_ROOM;
    char text[KNOWN_TEXT_MAX];
    char simple[DSI_PATH_MAX];
    void *block;

    known_simplify(path, simple);
    if (known->filled && strcmp(known->path, simple) == 0) {
        return;
    }
    memcpy(known->path, simple, strlen(simple) + 1);
    known->length = 0;
    block = malloc(size);
    if (block != NULL) {
        dsi_string message = {.data = text, .length = known_write(simple, text)};

        known_decode(known, message, block, size, &limits);
    }
    free(block);
}

bool known_next(const tool_known *known, size_t *at, dsi_string *name)
{
    const char *end = known->names + known->length;
    const char *open = memchr(known->names + *at, '"', known->length - *at);
    const char *close = open != NULL ? memchr(open + 1, '"', (size_t)(end - open - 1))
                                     : NULL;

    if (close == NULL) {
        return false;
    }
    *name = (dsi_string){.data = open + 1, .length = (size_t)(close - open - 1)};
    *at = (size_t)(close + 1 - known->names);
    return true;
}
