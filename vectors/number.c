#include "vectors/number.h"

#include "schema/rows.h"
#include "schema/text/buffer.h"

typedef struct number_bounds {
    int64_t least;
    int64_t greatest;
} number_bounds;

/* The greatest number of the type itself. */
static int64_t number_most(const dsi_type *type)
{
    return type->kind == DSI_KIND_INT32 ? INT32_MAX : INT64_MAX;
}

static number_bounds number_bounds_of(const dsi_type *type)
{
    const dsi_constraint *constraint = type->constraint;
    number_bounds bounds = {-number_most(type) - 1, number_most(type)};

    if (constraint != NULL) {
        bounds.least = (int64_t)constraint->minimum;
    }
    if (constraint != NULL && constraint->maximum < (uint64_t)bounds.greatest) {
        bounds.greatest = (int64_t)constraint->maximum;
    }
    return bounds;
}

static void number_put(dsi_writer *writer, int64_t number)
{
    char digits[24];
    dsi_buffer out = {.bytes = digits, .capacity = sizeof digits};

    dsi_buffer_add_integer(&out, number);
    dsi_writer_put(writer, digits, out.length);
}

static void number_put_within(dsi_writer *writer, const number_bounds *bounds,
                              int64_t number)
{
    int64_t low = number < bounds->least ? bounds->least : number;

    number_put(writer, low < bounds->greatest ? low : bounds->greatest);
}

/* Both ends, the number next to each, zero in its two spellings, one digit and two. */
void dsi_number_value(dsi_writer *writer, const dsi_type *type)
{
    number_bounds bounds = number_bounds_of(type);
    const int64_t numbers[] = {
        bounds.least, 0, bounds.least + 1, 9, 10, bounds.greatest - 1, bounds.greatest};
    size_t chosen = dsi_random_below(&writer->random, DSI_COUNT(numbers));

    if (chosen == 1 && bounds.least <= 0) {
        dsi_writer_text(writer, "-0");
    } else {
        number_put_within(writer, &bounds, numbers[chosen]);
    }
}

bool dsi_number_break(dsi_writer *writer, const dsi_type *type, bool bound)
{
    number_bounds bounds = number_bounds_of(type);
    const dsi_mutation *planned = NULL;

    if (type->kind == DSI_KIND_INT32 && dsi_writer_break(writer, DSI_SITE_INT32)) {
        return true;
    }
    /* A number that is one too great for its range must still fit its type. */
    if (bound && bounds.greatest < number_most(type)) {
        planned = dsi_writer_pass(writer, DSI_SITE_RANGE);
    }
    if (planned == NULL) {
        return false;
    }
    if (planned->effect == DSI_OVER) {
        number_put(writer, bounds.greatest + 1);
    } else {
        dsi_writer_put(writer, planned->bytes.data, planned->bytes.length);
    }
    return true;
}
