/* The tables of schema/shapes.c against the facts of the model, in both directions. */
#include "tests/schema/shapes_facts.h"
#include "tests/schema/suites.h"

#include "schema/operation.h"
#include "schema/shapes.h"

#define TYPES_MAX 64

/* Every type that the messages reach, each once. */
typedef struct type_set {
    const dsi_type *types[TYPES_MAX];
    size_t count;
} type_set;

static void type_set_add(type_set *set, const dsi_type *type)
{
    for (size_t i = 0; i < set->count; i++) {
        if (set->types[i] == type) {
            return;
        }
    }
    ck_assert_uint_lt(set->count, TYPES_MAX);
    set->types[set->count++] = type;
}

/* The set grows while it is walked, until nothing new is reached. */
static type_set reachable_types(void)
{
    type_set set = {.count = 0};

    type_set_add(&set, &dsi_type_start_request);
    type_set_add(&set, &dsi_type_start_response);
    type_set_add(&set, &dsi_type_exception);
    for (size_t i = 0; i < set.count; i++) {
        const dsi_type *type = set.types[i];

        for (size_t j = 0; j < type->member_count; j++) {
            type_set_add(&set, type->members[j].type);
        }
        if (type->kind == DSI_KIND_LIST) {
            type_set_add(&set, type->element);
        }
    }
    return set;
}

static void check_members(const dsi_type *type, const shape_fact *fact)
{
    size_t i = 0;

    for (; i < FACT_ROWS_MAX && fact->members[i].name != NULL; i++) {
        const member_fact *expected = &fact->members[i];

        ck_assert_msg(i < type->member_count, "%s: %s is not in the table", fact->name,
                      expected->name);
        ck_assert_str_eq(type->members[i].name, expected->name);
        ck_assert_uint_eq(type->members[i].name_length, strlen(expected->name));
        ck_assert_str_eq(type->members[i].type->name, expected->shape);
        ck_assert_msg(type->members[i].required == expected->required,
                      "%s.%s: required differs", fact->name, expected->name);
    }
    ck_assert_msg(type->member_count == i, "%s: %zu members in the table, %zu in fact",
                  fact->name, type->member_count, i);
}

static void check_values(const dsi_type *type, const shape_fact *fact)
{
    size_t i = 0;

    for (; i < FACT_ROWS_MAX && fact->values[i] != NULL; i++) {
        ck_assert_msg(i < type->value_count, "%s: %s is not in the table", fact->name,
                      fact->values[i]);
        ck_assert_str_eq(type->values[i], fact->values[i]);
    }
    ck_assert_uint_eq(type->value_count, i);
}

static void check_constraint(const dsi_type *type, const shape_fact *fact)
{
    const dsi_constraint *constraint = type->constraint;

    ck_assert_msg((constraint != NULL) == fact->constrained, "%s: constrained?",
                  fact->name);
    if (constraint == NULL) {
        return;
    }
    ck_assert_uint_eq(constraint->minimum, fact->minimum);
    ck_assert_uint_eq(constraint->maximum, fact->maximum);
    ck_assert_uint_eq(constraint->documented_maximum, fact->documented_maximum);
    ck_assert_pstr_eq(constraint->pattern, fact->pattern);
    ck_assert_msg((constraint->match != NULL) == (fact->pattern != NULL),
                  "%s: a pattern goes with a matcher", fact->name);
}

START_TEST(every_reached_type_is_as_the_model_says)
{
    type_set set = reachable_types();

    for (size_t i = 0; i < set.count; i++) {
        const dsi_type *type = set.types[i];
        const shape_fact *fact = shape_fact_find(type->name);

        ck_assert_msg(fact != NULL, "%s is in no fact", type->name);
        ck_assert_msg(type->kind == fact->kind, "%s: kind differs", type->name);
        check_members(type, fact);
        check_values(type, fact);
        check_constraint(type, fact);
        ck_assert_pstr_eq(type->element == NULL ? NULL : type->element->name,
                          fact->element);
    }
}
END_TEST

START_TEST(every_fact_is_reached_by_one_type)
{
    const shape_fact *fact = &shape_facts[_i];
    type_set set = reachable_types();
    size_t found = 0;

    for (size_t i = 0; i < set.count; i++) {
        found += strcmp(set.types[i]->name, fact->name) == 0;
    }
    ck_assert_msg(found == 1, "%s: %zu types of this name", fact->name, found);
}
END_TEST

START_TEST(modelled_errors_have_their_status)
{
    const error_fact *fact = &start_error_facts[_i];
    const dsi_modelled_error *error = dsi_operation_error(&dsi_operation_start,
                                                          dsi_str(fact->name));

    ck_assert_msg(error != NULL, "%s is not listed", fact->name);
    ck_assert_str_eq(error->name, fact->name);
    ck_assert_int_eq(error->status, fact->status);
}
END_TEST

START_TEST(no_other_error_is_modelled)
{
    size_t count = 0;

    while (dsi_operation_start.errors[count].name != NULL) {
        count++;
    }
    ck_assert_uint_eq(count, start_error_fact_count);
    ck_assert_ptr_null(dsi_operation_error(&dsi_operation_start, dsi_str(NULL)));
    ck_assert_ptr_null(dsi_operation_error(&dsi_operation_start, TEXT("")));
    ck_assert_ptr_null(
        dsi_operation_error(&dsi_operation_start, TEXT("badRequestException")));
}
END_TEST

START_TEST(the_operation_is_a_post)
{
    ck_assert_str_eq(dsi_operation_start.method, "POST");
    ck_assert_str_eq(dsi_operation_start.path, "/v1/datasources/introspections");
    ck_assert_str_eq(dsi_content_type, "application/json");
}
END_TEST

/* Agreement is a rule of dsi's own and hangs on one structure alone. */
START_TEST(only_the_configuration_has_a_rule_between_members)
{
    type_set set = reachable_types();

    for (size_t i = 0; i < set.count; i++) {
        bool expected = strcmp(set.types[i]->name, "RdsDataApiConfig") == 0;

        ck_assert_msg((set.types[i]->agree != NULL) == expected, "%s: agreement?",
                      set.types[i]->name);
    }
}
END_TEST

Suite *shapes_suite(void)
{
    Suite *suite = suite_create("shapes");

    add_test(suite, "types", every_reached_type_is_as_the_model_says);
    add_rows(suite, "facts", every_fact_is_reached_by_one_type, shape_fact_count);
    add_rows(suite, "errors", modelled_errors_have_their_status,
             start_error_fact_count);
    add_test(suite, "errors, no other", no_other_error_is_modelled);
    add_test(suite, "operation", the_operation_is_a_post);
    add_test(suite, "agreement", only_the_configuration_has_a_rule_between_members);
    return suite;
}
