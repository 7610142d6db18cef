/* Open frames as JSON Pointers, in buffers of every size. */
#include "tests/schema/sample.h"
#include "tests/support.h"

#include "schema/frame.h"
#include "schema/operation.h"
#include "schema/service_error.h"

#define FRAMES_MAX 5

/* A frame inside a larger struct, as the decoder's frames are. */
typedef struct larger_frame {
    dsi_frame head;
    char more[40];
} larger_frame;

/* A step of a path: the name of a member, or the index of an item. */
typedef struct step {
    const char *member;
    size_t index;
} step;

typedef struct path_row {
    const char *why;
    size_t depth;
    step steps[FRAMES_MAX];
    const char *path;
} path_row;

/*
 * Every path is within BadRequestException, as /detail/codeErrors/7/location/line is.
 */
static const path_row paths[] = {
    {"no frame", 0, {{NULL, 0}}, ""},
    {"before the first member", 1, {{NULL, 0}}, ""},
    {"a member", 1, {{"message", 0}}, "/message"},
    {"a structure, before its first member", 2, {{"detail", 0}, {NULL, 0}}, "/detail"},
    {"a list, before its first item",
     3,
     {{"detail", 0}, {"codeErrors", 0}, {NULL, DSI_NO_INDEX}},
     "/detail/codeErrors"},
    {"an item",
     3,
     {{"detail", 0}, {"codeErrors", 0}, {NULL, 0}},
     "/detail/codeErrors/0"},
    {"an unknown member of an item",
     4,
     {{"detail", 0}, {"codeErrors", 0}, {NULL, 12}, {NULL, 0}},
     "/detail/codeErrors/12"},
    {"a member of an item's member",
     5,
     {{"detail", 0}, {"codeErrors", 0}, {NULL, 7}, {"location", 0}, {"line", 0}},
     "/detail/codeErrors/7/location/line"},
    {"the largest index",
     4,
     {{"detail", 0}, {"codeErrors", 0}, {NULL, SIZE_MAX - 1}, {"value", 0}},
     "/detail/codeErrors/" SIZE_MAX_TENTH "4/value"},
};

static void make_frames(const path_row *row, larger_frame *frames)
{
    const dsi_type *type = &dsi_shape_exception;

    memset(frames, '#', FRAMES_MAX * sizeof *frames);
    for (size_t i = 0; i < row->depth; i++) {
        const step *at = &row->steps[i];
        const dsi_member *member = at->member == NULL
                                       ? NULL
                                       : dsi_type_find(type, dsi_str(at->member));

        frames[i].head = (dsi_frame){
            .type = type, .member = member, .index = at->index};
        type = member != NULL ? member->type : type->element;
    }
}

START_TEST(pointers)
{
    const path_row *row = &paths[_i];
    larger_frame frames[FRAMES_MAX];
    char path[DSI_PATH_MAX];

    make_frames(row, frames);
    dsi_frame_path(&frames[0].head, sizeof *frames, row->depth, path, sizeof path);
    ck_assert_msg(strcmp(path, row->path) == 0, "%s: '%s'", row->why, path);
}
END_TEST

/* The length of the longest prefix that fits and consists of whole steps. */
static size_t whole_steps(const char *path, size_t capacity)
{
    size_t length = strlen(path);

    while (length >= capacity) {
        do {
            length--;
        } while (path[length] != '/');
    }
    return length;
}

START_TEST(a_step_is_never_cut)
{
    const path_row *row = &paths[_i];
    larger_frame frames[FRAMES_MAX];

    make_frames(row, frames);
    for (size_t capacity = 1; capacity <= strlen(row->path) + 2; capacity++) {
        size_t length = whole_steps(row->path, capacity);
        char path[DSI_PATH_MAX];

        memset(path, '#', sizeof path);
        dsi_frame_path(&frames[0].head, sizeof *frames, row->depth, path, capacity);
        ck_assert_msg(strlen(path) == length && memcmp(path, row->path, length) == 0,
                      "%s, capacity %zu: '%s'", row->why, capacity, path);
        ck_assert_msg(path[capacity] == '#', "%s, capacity %zu", row->why, capacity);
    }
}
END_TEST

START_TEST(a_buffer_of_no_bytes_is_not_written)
{
    const path_row *row = &paths[_i];
    larger_frame frames[FRAMES_MAX];
    char path[] = "#";

    make_frames(row, frames);
    dsi_frame_path(&frames[0].head, sizeof *frames, row->depth, path, 0);
    ck_assert_str_eq(path, "#");
}
END_TEST

SUITE(path)
{
    Suite *suite = suite_create("paths");

    add_rows(suite, "pointers", pointers, COUNT(paths));
    add_rows(suite, "cut", a_step_is_never_cut, COUNT(paths));
    add_rows(suite, "no room", a_buffer_of_no_bytes_is_not_written, COUNT(paths));
    return suite;
}
