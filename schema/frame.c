/*
 * schema/frame.c - the path of an error, made of the frames that are open.
 *
 * A frame adds the member or the item that it stands at. Names of members need no
 * escape of RFC 6901: a test holds that no row has '~' or '/' in its name. So a path
 * holds no byte that the message chose. A step that does not fit is taken back, so the
 * path is cut between two steps.
 */
#include "schema/frame.h"

#include "schema/text/buffer.h"

static void frame_add_step(const dsi_frame *frame, dsi_buffer *out)
{
    if (frame->type->kind == DSI_KIND_STRUCT) {
        if (frame->member != NULL) {
            dsi_buffer_add(out, "/");
            dsi_buffer_add(out, frame->member->name);
        }
    } else if (frame->index != DSI_NO_INDEX) {
        dsi_buffer_add(out, "/");
        dsi_buffer_add_number(out, frame->index);
    }
}

void dsi_frame_path(const dsi_frame *frames, size_t stride, size_t depth, char *path,
                    size_t capacity)
{
    const char *frame = (const char *)frames;
    dsi_buffer out = {.bytes = path, .capacity = capacity};

    for (size_t i = 0; i < depth; i++, frame += stride) {
        size_t before = out.length;

        frame_add_step((const dsi_frame *)(const void *)frame, &out);
        if (out.length >= capacity) {
            out.length = before;
            break;
        }
    }
    (void)dsi_buffer_end(&out);
}
