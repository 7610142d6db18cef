/*
 * tests/schema/recorder.c - the recorder's visitor: it writes one word for each call.
 */
#include "tests/schema/recorder.h"

#include <check.h>
#include <stdio.h>

bool recorder_add(recorder *self, const char *call, const char *name)
{
    size_t length = strlen(self->text);
    int written = snprintf(self->text + length, sizeof self->text - length, "%s%s ",
                           call, name);

    ck_assert_msg((size_t)written < sizeof self->text - length, "the recorder is full");
    self->calls++;
    return self->calls_left-- > 1;
}

static bool recorder_enter(void *context, const dsi_walk *walk)
{
    return recorder_add(context, "+", dsi_walk_frame(walk)->type->name);
}

static bool recorder_leave(void *context, const dsi_walk *walk)
{
    return recorder_add(context, "-", dsi_walk_frame(walk)->type->name);
}

static bool recorder_member(void *context, const dsi_walk *walk, bool present)
{
    return recorder_add(context,
                        present ? "." : "no:", dsi_walk_frame(walk)->member->name);
}

static bool recorder_scalar(void *context, const dsi_walk *walk, const dsi_type *type,
                            const void *value)
{
    char path[DSI_PATH_MAX];

    ck_assert_ptr_nonnull(type);
    ck_assert_ptr_nonnull(value);
    dsi_walk_path(walk, path, sizeof path);
    return recorder_add(context, "=", path);
}

const dsi_visitor recorder_visitor = {.enter = recorder_enter,
                                      .leave = recorder_leave,
                                      .member = recorder_member,
                                      .scalar = recorder_scalar};
