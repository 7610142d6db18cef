/*
 * dsi/room.h - memory of the caller's that a function takes what it makes from.
 *
 *     static max_align_t memory[1024];
 *     dsi_room room = {.memory = memory, .size = sizeof memory};
 *     const dsi_model *kept = dsi_model_copy(model, &room, &error);
 *
 * What is made in a room lives as long as the memory. There is nothing to free.
 */
#ifndef DSI_ROOM_H
#define DSI_ROOM_H

#include <stddef.h>

/*
 * What is left of the memory, of any alignment. A function takes from the front and moves
 * both members on, so that the next call takes what follows. NULL memory has no room.
 */
typedef struct dsi_room {
    void *memory;
    size_t size; /* in bytes */
} dsi_room;

#endif
