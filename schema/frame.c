/*
 * schema/frame.c - the path of an error, made of the frames that are open.
 *
 * A frame adds the member or the item that it stands at. Names of members need no
 * escape of RFC 6901: a test holds that no row has '~' or '/' in its name. So a path
 * holds no byte that the message chose. A step that does not fit is taken back, so the
 * path is cut between two steps.
 */
#include "schema/frame.h"

#include "schema/text/words.h"

static void frame_add_step(const dsi_frame *frame, dsi_words *words)
{
    if (frame->type->kind == DSI_KIND_STRUCT) {
        if (frame->member != NULL) {
            dsi_words_add(words, "/");
            dsi_words_add(words, frame->member->name);
        }
    } else if (frame->index != DSI_NO_INDEX) {
        dsi_words_add(words, "/");
        dsi_words_add_number(words, frame->index);
    }
}

void dsi_frame_path(const dsi_frame *frames, size_t stride, size_t depth, char *path,
                    size_t capacity)
{
    const char *frame = (const char *)frames;
    dsi_words words = {.buffer = path, .capacity = capacity};

    for (size_t i = 0; i < depth; i++, frame += stride) {
        size_t before = words.length;

        frame_add_step((const dsi_frame *)(const void *)frame, &words);
        if (words.length >= capacity) {
            words.length = before;
            break;
        }
    }
    (void)dsi_words_end(&words);
}
