/* The tables of schema/shapes.c against the facts of the model, in both directions. */
#include "tests/schema/shapes_facts.h"
#include "tests/schema/type_set.h"
#include "tests/support.h"

#include "schema/classify.h"
#include "schema/operation.h"
#include "schema/service_error.h"
#include "schema/shared.h"

static void check_member(const char *shape, const dsi_member *member,
                         const member_fact *expected)
{
    ck_assert_str_eq(member->name, expected->name);
    ck_assert_uint_eq(member->name_length, strlen(expected->name));
    ck_assert_str_eq(member->type->name, expected->shape);
    ck_assert_msg(member->required == expected->required, "%s.%s: required differs",
                  shape, expected->name);
    ck_assert_msg(member->location == expected->location, "%s.%s: location differs",
                  shape, expected->name);
}

static void check_members(const dsi_type *type, const shape_fact *fact)
{
    size_t i = 0;

    for (; i < FACT_ROWS_MAX && fact->members[i].name != NULL; i++) {
        ck_assert_msg(i < type->member_count, "%s: %s is not in the table", fact->name,
                      fact->members[i].name);
        check_member(fact->name, &type->members[i], &fact->members[i]);
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
    bool has_rule = fact->pattern != NULL || fact->mismatch != DSI_OK;

    ck_assert_msg((constraint != NULL) == fact->constrained, "%s: constrained?",
                  fact->name);
    if (constraint == NULL) {
        return;
    }
    ck_assert_uint_eq(constraint->minimum, fact->minimum);
    ck_assert_uint_eq(constraint->maximum, fact->maximum);
    ck_assert_uint_eq(constraint->documented_maximum, fact->documented_maximum);
    ck_assert_pstr_eq(constraint->pattern, fact->pattern);
    ck_assert_msg(constraint->mismatch == fact->mismatch, "%s: mismatch is %s",
                  fact->name, dsi_code_name(constraint->mismatch));
    ck_assert_msg((constraint->match != NULL) == has_rule,
                  "%s: a rule goes with a matcher", fact->name);
}

START_TEST(every_reached_type_is_as_the_model_says)
{
    type_set set = type_set_of_model();

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
    type_set set = type_set_of_model();
    size_t found = 0;

    for (size_t i = 0; i < set.count; i++) {
        found += strcmp(set.types[i]->name, fact->name) == 0;
    }
    ck_assert_msg(found == 1, "%s: %zu types of this name", fact->name, found);
}
END_TEST

/* By name and by pointer: the streamed list is known by its pointer alone. */
START_TEST(the_types_with_a_name_in_c_are_those_that_are_reached)
{
    const struct {
        const char *name;
        const dsi_type *type;
    } named[] = {
        {"StartDataSourceIntrospectionRequest", dsi_operation_start.input},
        {"StartDataSourceIntrospectionResponse", dsi_operation_start.output},
        {"GetDataSourceIntrospectionRequest", dsi_operation_get.input},
        {"GetDataSourceIntrospectionResponse", dsi_operation_get.output},
        {"DataSourceIntrospectionModel", &dsi_shape_model},
        {"DataSourceIntrospectionModels", dsi_operation_get.streamed},
        {"BadRequestException", &dsi_shape_exception},
    };
    type_set set = type_set_of_model();

    for (size_t i = 0; i < COUNT(named); i++) {
        ck_assert_str_eq(named[i].type->name, named[i].name);
        ck_assert_msg(type_set_find(&set, named[i].type) < set.count,
                      "%s is not reached", named[i].name);
    }
}
END_TEST

/* The operation of a fact: its request, then its response, stand in the list. */
static const dsi_operation *operation_of(int index)
{
    return dsi_messages[2 * index].operation;
}

START_TEST(an_operation_is_as_the_model_says)
{
    const operation_fact *fact = &operation_facts[_i];
    const dsi_operation *operation = operation_of(_i);

    ck_assert_str_eq(operation->name, fact->name);
    ck_assert_str_eq(operation->method, fact->method);
    ck_assert_str_eq(operation->path, fact->path);
    ck_assert_str_eq(operation->input->name, fact->input);
    ck_assert_str_eq(operation->output->name, fact->output);
}
END_TEST

START_TEST(the_list_has_a_request_and_a_response_of_each_operation)
{
    size_t count = 0;

    for (; dsi_messages[count].name != NULL; count++) {
        const dsi_message *message = &dsi_messages[count];
        const char *kind = message->is_request ? "-request" : "-response";

        ck_assert_int_eq(message->is_request, count % 2 == 0);
        ck_assert_ptr_eq(message->operation, operation_of((int)count / 2));
        ck_assert_str_eq(strchr(message->name, '-'), kind);
    }
    ck_assert_uint_eq(count, 2 * operation_fact_count);
}
END_TEST

START_TEST(modelled_errors_have_their_status)
{
    const operation_fact *fact = &operation_facts[_i];
    size_t expected = 0;
    size_t count = 0;

    for (; expected < FACT_ROWS_MAX && fact->errors[expected].name != NULL;
         expected++) {
        const error_fact *row = &fact->errors[expected];
        const dsi_modelled_error *error = dsi_operation_error(operation_of(_i),
                                                              dsi_str(row->name));

        ck_assert_msg(error != NULL, "%s: %s is not listed", fact->name, row->name);
        ck_assert_str_eq(error->name, row->name);
        ck_assert_int_eq(error->status, row->status);
    }
    while (operation_of(_i)->errors[count].name != NULL) {
        count++;
    }
    ck_assert_msg(count == expected, "%s: %zu errors", fact->name, count);
}
END_TEST

START_TEST(no_other_error_is_modelled)
{
    const dsi_operation *operation = operation_of(_i);

    ck_assert_ptr_null(dsi_operation_error(operation, dsi_str(NULL)));
    ck_assert_ptr_null(dsi_operation_error(operation, TEXT("")));
    ck_assert_ptr_null(dsi_operation_error(operation, TEXT("badRequestException")));
    ck_assert_ptr_null(
        dsi_operation_error(&dsi_operation_get, TEXT("UnauthorizedException")));
}
END_TEST

START_TEST(bodies_are_json)
{
    ck_assert_str_eq(dsi_content_type, "application/json");
}
END_TEST

/* Agreement is a rule of dsi's own and hangs on one structure alone. */
START_TEST(only_the_configuration_has_a_rule_between_members)
{
    type_set set = type_set_of_all();

    for (size_t i = 0; i < set.count; i++) {
        bool expected = strcmp(set.types[i]->name, "RdsDataApiConfig") == 0;

        ck_assert_msg((set.types[i]->agree != NULL) == expected, "%s: agreement?",
                      set.types[i]->name);
    }
}
END_TEST

SUITE(shapes)
{
    Suite *suite = suite_create("shapes");

    add_test(suite, "types", every_reached_type_is_as_the_model_says);
    add_rows(suite, "facts", every_fact_is_reached_by_one_type, shape_fact_count);
    add_test(suite, "named", the_types_with_a_name_in_c_are_those_that_are_reached);
    add_rows(suite, "operations", an_operation_is_as_the_model_says,
             operation_fact_count);
    add_test(suite, "list", the_list_has_a_request_and_a_response_of_each_operation);
    add_rows(suite, "errors", modelled_errors_have_their_status, operation_fact_count);
    add_rows(suite, "errors, no other", no_other_error_is_modelled,
             operation_fact_count);
    add_test(suite, "content type", bodies_are_json);
    add_test(suite, "agreement", only_the_configuration_has_a_rule_between_members);
    return suite;
}
