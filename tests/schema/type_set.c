/* tests/schema/type_set.c - collects the types that messages reach. */
#include "tests/schema/type_set.h"

#include "schema/operation.h"
#include "schema/service_error.h"

#include <check.h>

size_t type_set_find(const type_set *set, const dsi_type *type)
{
    size_t i = 0;

    while (i < set->count && set->types[i] != type) {
        i++;
    }
    return i;
}

static void type_set_add(type_set *set, const dsi_type *type)
{
    if (type != NULL && type_set_find(set, type) == set->count) {
        ck_assert_uint_lt(set->count, TYPES_MAX);
        set->types[set->count++] = type;
    }
}

/* The loop also visits the types that it adds, so it ends when no type is new. */
static void type_set_close(type_set *set)
{
    for (size_t i = 0; i < set->count; i++) {
        const dsi_type *type = set->types[i];

        for (size_t j = 0; j < type->member_count; j++) {
            type_set_add(set, type->members[j].type);
        }
        if (type->kind == DSI_KIND_LIST) {
            type_set_add(set, type->element);
        }
    }
}

static void type_set_add_messages(type_set *set, const dsi_message *messages)
{
    for (; messages->name != NULL; messages++) {
        const dsi_operation *operation = messages->operation;

        type_set_add(set, messages->is_request ? operation->input : operation->output);
    }
}

type_set type_set_of(const dsi_message *messages)
{
    type_set set = {.count = 0};

    type_set_add_messages(&set, messages);
    type_set_close(&set);
    return set;
}

type_set type_set_of_model(void)
{
    type_set set = {.count = 0};

    type_set_add_messages(&set, dsi_messages);
    type_set_add(&set, &dsi_shape_exception);
    type_set_close(&set);
    return set;
}

type_set type_set_of_all(void)
{
    type_set set = type_set_of_model();

    type_set_add(&set, &dsi_shape_error_body);
    type_set_add(&set, &dsi_shape_error_report);
    type_set_add(&set, &dsi_shape_service_error);
    type_set_close(&set);
    return set;
}
