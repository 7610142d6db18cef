/*
 * vectors/number.c - integers of a type, and one past its bounds.
 *
 * Parsers go wrong at the ends of a range, so most numbers come from there.
 */
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

/* The range of the constraint, or of the C type where the constraint has no bound. */
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

/* Writes the number of the range that is nearest to `number`. */
static void number_put_within(dsi_writer *writer, const number_bounds *bounds,
                              int64_t number)
{
    int64_t low = number < bounds->least ? bounds->least : number;

    number_put(writer, low < bounds->greatest ? low : bounds->greatest);
}

/*
 * Chooses between both ends, their neighbours, zero as "0" and as "-0", and the numbers
 * at which one digit becomes two.
 */
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

bool dsi_number_mutate(dsi_writer *writer, const dsi_type *type, bool bound)
{
    number_bounds bounds = number_bounds_of(type);
    const dsi_mutation *mutation = NULL;

    if (type->kind == DSI_KIND_INT32 && dsi_writer_mutate(writer, DSI_SITE_INT32)) {
        return true;
    }
    /* One more than the range's end must still fit the type, or it is another error. */
    if (bound && bounds.greatest < number_most(type)) {
        mutation = dsi_writer_pass(writer, DSI_SITE_RANGE);
    }
    if (mutation == NULL) {
        return false;
    }
    if (mutation->effect == DSI_OVER) {
        number_put(writer, bounds.greatest + 1);
    } else {
        dsi_writer_put(writer, mutation->bytes.data, mutation->bytes.length);
    }
    return true;
}
