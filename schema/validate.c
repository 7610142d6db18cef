/*
 * schema/validate.c - finds every rule that a request breaks.
 *
 * Validation is a visitor of the walk that never stops it. Three levels build on each
 * other:
 *
 *     1. model: required members, well-formed text, lengths, patterns, ranges
 *     2. documented: only for a value that satisfies level 1
 *     3. agreement: when a structure ends, between members that satisfy level 1
 *
 * So one mistake is reported once, by the rule that says most about it.
 */
#include "schema/validate.h"

#include "schema/agreement.h"
#include "schema/text/utf8.h"
#include "schema/walk_run.h"

typedef struct validation {
    const dsi_type *type;
    const void *object;
    dsi_walk walk;
    dsi_violations *report;
} validation;

/*
 * Counts a violation of the member at hand, and stores it if there is room. The path is
 * made here, because the walk stands at the member now.
 */
static void validation_add(validation *self, const dsi_violation *violation)
{
    dsi_violations *report = self->report;

    if (report->items != NULL && report->count < report->capacity) {
        dsi_violation *stored = &report->items[report->count];

        *stored = *violation;
        dsi_walk_path(&self->walk, stored->path, sizeof stored->path);
    }
    report->count++;
}

static bool validation_member(void *context, const dsi_walk *walk, bool present)
{
    validation *self = context;

    if (!present && dsi_walk_frame(walk)->member->required) {
        validation_add(self, &(dsi_violation){.code = DSI_E_REQUIRED});
    }
    return true;
}

/* Returns true if the length is in bounds. */
static bool validation_length(validation *self, dsi_string value, size_t scalars,
                              size_t minimum, size_t maximum, dsi_level level)
{
    if (scalars >= minimum && scalars <= maximum) {
        return true;
    }
    validation_add(self, &(dsi_violation){.code = DSI_E_LENGTH,
                                          .level = level,
                                          .minimum = minimum,
                                          .maximum = maximum,
                                          .actual = scalars,
                                          .value = value});
    return false;
}

static dsi_code validation_mismatch(const dsi_constraint *constraint)
{
    return constraint->mismatch != DSI_OK ? constraint->mismatch : DSI_E_PATTERN;
}

/* Returns true if the value matches the pattern, which the constraint has. */
static bool validation_pattern(validation *self, dsi_string value,
                               const dsi_constraint *constraint, dsi_level level)
{
    dsi_mismatch mismatch;

    if (constraint->match(value, level, &mismatch)) {
        return true;
    }
    validation_add(self, &(dsi_violation){.code = validation_mismatch(constraint),
                                          .level = level,
                                          .offset = mismatch.offset,
                                          .rule = level == DSI_LEVEL_MODEL
                                                      ? constraint->pattern
                                                      : mismatch.rule,
                                          .part = mismatch.part,
                                          .value = value});
    return false;
}

/* A constraint without a documented maximum has no documented pattern either. */
static void validation_documented(validation *self, dsi_string value, size_t scalars,
                                  const dsi_constraint *constraint)
{
    if (constraint->documented_maximum == 0) {
        return;
    }
    (void)validation_length(self, value, scalars, 0, constraint->documented_maximum,
                            DSI_LEVEL_DOCUMENTED);
    if (constraint->match != NULL) {
        (void)validation_pattern(self, value, constraint, DSI_LEVEL_DOCUMENTED);
    }
}

/*
 * True if the value matches a pattern that only ASCII can match. Then it is
 * well-formed, and has as many characters as bytes, so no second pass counts them.
 */
static bool validation_ascii(dsi_string value, const dsi_constraint *constraint)
{
    dsi_mismatch mismatch;

    return constraint != NULL && constraint->ascii &&
           constraint->match(value, DSI_LEVEL_MODEL, &mismatch);
}

/*
 * Ill-formed text has no length in characters, and no pattern is made for it, so it
 * breaks that one rule only.
 */
static void validation_string(validation *self, dsi_string value,
                              const dsi_constraint *constraint)
{
    bool ascii = validation_ascii(value, constraint);
    size_t scalars = value.length;
    size_t offset;
    bool in_bounds;
    bool matches;

    if (!ascii && !dsi_utf8_scan(value, &scalars, &offset)) {
        validation_add(self, &(dsi_violation){.code = DSI_E_ILL_FORMED,
                                              .offset = offset,
                                              .value = value});
        return;
    }
    if (constraint == NULL) {
        return;
    }
    in_bounds = validation_length(self, value, scalars, constraint->minimum,
                                  constraint->maximum, DSI_LEVEL_MODEL);
    matches = ascii || constraint->match == NULL ||
              validation_pattern(self, value, constraint, DSI_LEVEL_MODEL);
    if (in_bounds && matches && self->report->level >= DSI_LEVEL_DOCUMENTED) {
        validation_documented(self, value, scalars, constraint);
    }
}

/* Bounds are never negative, so they are compared as unsigned numbers. */
static bool validation_in_range(int64_t integer, const dsi_constraint *constraint)
{
    return integer >= 0 && (uint64_t)integer >= constraint->minimum &&
           (constraint->maximum == SIZE_MAX ||
            (uint64_t)integer <= constraint->maximum);
}

static void validation_range(validation *self, int64_t integer,
                             const dsi_constraint *constraint)
{
    if (!validation_in_range(integer, constraint)) {
        validation_add(self, &(dsi_violation){.code = DSI_E_RANGE,
                                              .level = DSI_LEVEL_MODEL,
                                              .minimum = constraint->minimum,
                                              .maximum = constraint->maximum});
    }
}

/* A value that is not a string. Most members are strings. */
static void validation_other(validation *self, const dsi_type *type, const void *value)
{
    if (type->kind == DSI_KIND_ENUM) {
        validation_string(self, dsi_type_text(type, value), type->constraint);
    } else if (type->constraint != NULL) {
        validation_range(self, dsi_type_integer(type, value), type->constraint);
    }
}

static bool validation_scalar(void *context, const dsi_walk *walk, const dsi_type *type,
                              const void *value)
{
    (void)walk;
    if (type->kind == DSI_KIND_STRING) {
        validation_string(context, *(const dsi_string *)value, type->constraint);
    } else {
        validation_other(context, type, value);
    }
    return true;
}

static bool validation_enter(void *context, const dsi_walk *walk)
{
    (void)context;
    (void)walk;
    return true;
}

/*
 * A rule between members found something. The structure is about to end, so its frame
 * may be set to the member that the violation names.
 */
static void validation_disagree(void *context, const dsi_disagreement *disagreement)
{
    validation *self = context;
    dsi_frame *frame = &self->walk.frames[self->walk.depth - 1];

    for (size_t i = 0; i < frame->type->member_count; i++) {
        if (frame->type->members[i].offset == disagreement->member_offset) {
            frame->member = &frame->type->members[i];
        }
    }
    validation_add(self, &(dsi_violation){.code = DSI_E_DISAGREEMENT,
                                          .level = DSI_LEVEL_AGREEMENT,
                                          .offset = disagreement->mismatch.offset,
                                          .rule = disagreement->mismatch.rule,
                                          .part = disagreement->mismatch.part,
                                          .value = disagreement->value});
}

static void validation_agree(validation *self, const dsi_frame *frame)
{
    if (frame->type->agree != NULL) {
        frame->type->agree(frame->object, &(dsi_agreement){.found = validation_disagree,
                                                           .context = self});
    }
}

DSI_INLINED bool validation_leave(void *context, const dsi_walk *walk)
{
    validation *self = context;

    if (self->report->level >= DSI_LEVEL_AGREEMENT) {
        validation_agree(self, dsi_walk_frame(walk));
    }
    return true;
}

static void validation_run(void *context, dsi_frame *frames, size_t capacity)
{
    static const dsi_visitor visitor = {.enter = validation_enter,
                                        .leave = validation_leave,
                                        .member = validation_member,
                                        .scalar = validation_scalar};
    validation *self = context;

    self->walk = (dsi_walk){.frames = frames, .capacity = capacity};
    (void)dsi_walk_over(&self->walk, self->type, self->object, &visitor, self);
}

size_t dsi_validate(const dsi_type *type, const void *object, dsi_violations *report)
{
    dsi_violations only_count = {.level = DSI_LEVEL_MODEL};
    validation self = {.type = type,
                       .object = object,
                       .report = report != NULL ? report : &only_count};

    self.report->count = 0;
    dsi_walk_lend(type, validation_run, &self);
    return self.report->count;
}
