/*
 * dsi/room.h - the caller's memory, into which a function puts what it makes.
 *
 *     static max_align_t memory[1024];
 *     dsi_room room = {.memory = memory, .size = sizeof memory};
 *     const dsi_model *kept = dsi_model_copy(model, &room, &error);
 *
 * A result lives as long as that memory. There is nothing to free. One room serves many
 * calls, one after the other.
 */
#ifndef DSI_ROOM_H
#define DSI_ROOM_H

#include <stddef.h>

/*
 * What is left of the memory, which may have any alignment. A function takes bytes from
 * the front and moves both members on, so the next call takes the bytes after them.
 * NULL memory has no bytes, whatever `size` says.
 */
typedef struct dsi_room {
    void *memory;
    size_t size; /* in bytes */
} dsi_room;

#endif
