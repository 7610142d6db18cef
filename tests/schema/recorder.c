#include "tests/schema/recorder.h"

#include <check.h>
#include <stdio.h>

bool journal_note(journal *self, const char *call, const char *name)
{
    size_t length = strlen(self->text);
    int written = snprintf(self->text + length, sizeof self->text - length, "%s%s ",
                           call, name);

    ck_assert_msg((size_t)written < sizeof self->text - length, "the journal is full");
    self->calls++;
    return self->calls_left-- > 1;
}

static bool note_enter(void *context, const dsi_walk *walk)
{
    return journal_note(context, "+", dsi_walk_frame(walk)->type->name);
}

static bool note_leave(void *context, const dsi_walk *walk)
{
    return journal_note(context, "-", dsi_walk_frame(walk)->type->name);
}

static bool note_member(void *context, const dsi_walk *walk, bool present)
{
    return journal_note(context,
                        present ? "." : "no:", dsi_walk_frame(walk)->member->name);
}

static bool note_scalar(void *context, const dsi_walk *walk, const dsi_type *type,
                        const void *value)
{
    char path[DSI_PATH_MAX];

    ck_assert_ptr_nonnull(type);
    ck_assert_ptr_nonnull(value);
    dsi_walk_path(walk, path, sizeof path);
    return journal_note(context, "=", path);
}

const dsi_visitor journal_visitor = {.enter = note_enter,
                                     .leave = note_leave,
                                     .member = note_member,
                                     .scalar = note_scalar};
