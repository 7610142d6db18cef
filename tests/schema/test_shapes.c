/* The library's tables against the account of tests/model, in both directions. */
#include "tests/schema/own_shapes.h"
#include "tests/schema/type_set.h"
#include "tests/support.h"

#include "schema/classify.h"
#include "schema/operation.h"
#include "schema/service_error.h"
#include "schema/shared.h"

#include <stdio.h>

/* -------------------------------------------------------------------------- shapes */

static void check_member(const char *shape, const dsi_member *member,
                         const model_member *expected)
{
    static const model_location locations[] = {[DSI_IN_BODY] = MODEL_IN_BODY,
                                               [DSI_IN_PATH] = MODEL_IN_PATH,
                                               [DSI_IN_QUERY] = MODEL_IN_QUERY};

    ck_assert_str_eq(member->name, expected->name);
    ck_assert_uint_eq(member->name_length, strlen(expected->name));
    ck_assert_str_eq(member->type->name, expected->shape->name);
    ck_assert_msg(member->offset == expected->offset, "%s.%s: offset", shape,
                  expected->name);
    ck_assert_msg(member->required == expected->required, "%s.%s: required differs",
                  shape, expected->name);
    ck_assert_msg(locations[member->location] == expected->location,
                  "%s.%s: location differs", shape, expected->name);
}

static void check_members(const dsi_type *type, const model_shape *shape)
{
    size_t i = 0;

    for (; shape->members[i].name != NULL; i++) {
        ck_assert_msg(i < type->member_count, "%s: %s is not in the table", shape->name,
                      shape->members[i].name);
        check_member(shape->name, &type->members[i], &shape->members[i]);
    }
    ck_assert_msg(type->member_count == i,
                  "%s: %zu members in the table, %zu in the account", shape->name,
                  type->member_count, i);
}

static void check_values(const dsi_type *type, const model_shape *shape)
{
    size_t i = 0;

    for (; shape->values[i] != NULL; i++) {
        ck_assert_msg(i < type->value_count, "%s: %s is not in the table", shape->name,
                      shape->values[i]);
        ck_assert(dsi_string_equal(type->values[i], dsi_str(shape->values[i])));
    }
    ck_assert_uint_eq(type->value_count, i);
}

static void check_rules(const dsi_type *type, const model_rules *rules)
{
    const dsi_constraint *constraint = type->constraint;

    ck_assert_msg((constraint != NULL) == (rules != NULL), "%s: constrained?",
                  type->name);
    if (rules == NULL) {
        return;
    }
    ck_assert_uint_eq(constraint->minimum, rules->minimum);
    ck_assert_uint_eq(constraint->maximum, rules->maximum);
    ck_assert_uint_eq(constraint->documented_maximum, rules->documented_maximum);
    ck_assert_pstr_eq(constraint->pattern, rules->pattern);
    ck_assert_msg(constraint->mismatch == rules->mismatch, "%s: mismatch is %s",
                  type->name, dsi_code_name(constraint->mismatch));
    ck_assert_msg((constraint->match != NULL) ==
                      (rules->pattern != NULL || rules->mismatch != DSI_OK),
                  "%s: a rule needs a matcher, and a matcher a rule", type->name);
}

START_TEST(every_type_is_as_the_account_says)
{
    static const model_kind kinds[] = {
        [DSI_KIND_STRING] = MODEL_STRING,   [DSI_KIND_ENUM] = MODEL_ENUM,
        [DSI_KIND_INT32] = MODEL_INT32,     [DSI_KIND_INT64] = MODEL_INT64,
        [DSI_KIND_BOOLEAN] = MODEL_BOOLEAN, [DSI_KIND_STRUCT] = MODEL_STRUCT,
        [DSI_KIND_LIST] = MODEL_LIST};
    type_set set = type_set_of_all();

    for (size_t i = 0; i < set.count; i++) {
        const dsi_type *type = set.types[i];
        const model_shape *shape = own_shape_named(type->name);

        ck_assert_msg(shape != NULL, "%s is not in the account", type->name);
        ck_assert_msg(kinds[type->kind] == shape->kind, "%s: kind differs", type->name);
        ck_assert_msg(type->size == shape->size, "%s: size differs", type->name);
        check_rules(type, shape->rules);
        switch (shape->kind) {
        case MODEL_STRUCT:
            check_members(type, shape);
            break;
        case MODEL_LIST:
            ck_assert_str_eq(type->element->name, shape->element->name);
            break;
        case MODEL_ENUM:
            check_values(type, shape);
            break;
        default:
            break;
        }
    }
}
END_TEST

static void check_reached(const char *name)
{
    type_set set = type_set_of_all();
    size_t found = 0;

    for (size_t i = 0; i < set.count; i++) {
        found += strcmp(set.types[i]->name, name) == 0;
    }
    ck_assert_msg(found == 1, "%s: %zu types of this name", name, found);
}

START_TEST(every_shape_is_one_type)
{
    const model_set *all = model_all();

    for (size_t i = 0; i < all->count; i++) {
        check_reached(all->shapes[i]->name);
    }
    for (size_t i = 0; own_shapes[i] != NULL; i++) {
        check_reached(own_shapes[i]->name);
    }
}
END_TEST

/* A service error has the members of the model's largest error, in their order. */
START_TEST(an_error_is_as_the_model_says)
{
    const model_member *member = own_shape_named(model_exception.name)->members;

    for (const model_member *at = model_exception.members; at->name != NULL; at++) {
        ck_assert_str_eq(member->name, at->name);
        ck_assert_ptr_eq(member->shape, at->shape);
        member++;
    }
    ck_assert_ptr_null(member->name);
}
END_TEST

/*
 * Checks the name, and that messages reach this very type. The library finds the
 * streamed list by its pointer.
 */
static void check_named(const dsi_type *type, const char *name)
{
    type_set set = type_set_of_model();

    ck_assert_str_eq(type->name, name);
    ck_assert_msg(type_set_find(&set, type) < set.count, "%s is not reached", name);
}

START_TEST(types_with_a_name_in_c_are_reached)
{
    check_named(&dsi_shape_model, "DataSourceIntrospectionModel");
    check_named(&dsi_shape_exception, "BadRequestException");
}
END_TEST

/* ---------------------------------------------------------------------- operations */

static size_t operation_count(void)
{
    size_t count = 0;

    while (model_operations[count] != NULL) {
        count++;
    }
    return count;
}

/* The library's operation for the one at this index of the account. */
static const dsi_operation *operation_of(int index)
{
    char name[64];
    const dsi_message *message;

    (void)snprintf(name, sizeof name, "%s-request", model_operations[index]->stem);
    message = dsi_message_find(dsi_str(name));
    ck_assert_msg(message != NULL, "the library has no %s", name);
    return message->operation;
}

START_TEST(an_operation_is_as_the_account_says)
{
    const model_operation *fact = model_operations[_i];
    const dsi_operation *operation = operation_of(_i);

    ck_assert_str_eq(operation->name, fact->name);
    ck_assert_str_eq(operation->method, fact->method);
    ck_assert_str_eq(operation->path, fact->path);
    check_named(operation->input, fact->input->name);
    check_named(operation->output, fact->output->name);
    ck_assert_uint_eq(operation->answer.size, fact->answer.size);
    ck_assert_uint_eq(operation->answer.output, fact->answer.output);
    ck_assert_uint_eq(operation->answer.error, fact->answer.error);
    ck_assert_uint_eq(operation->taken_offset, fact->answer.taken);
    ck_assert_msg((operation->streamed != NULL) == (fact->items != NULL), "%s: items?",
                  fact->name);
    if (fact->items != NULL) {
        check_named(operation->streamed,
                    model_member_at(fact->output, fact->items)->shape->name);
    }
}
END_TEST

static bool has_body(const model_message *message)
{
    const model_member *member = message->shape->members;

    while (member->name != NULL && member->location != MODEL_IN_BODY) {
        member++;
    }
    return member->name != NULL;
}

START_TEST(messages_are_those_of_the_account)
{
    size_t count = 0;

    for (; dsi_message_at(count) != NULL; count++) {
        const dsi_message *message = dsi_message_at(count);
        const char *name = dsi_message_name(message);
        model_message fact = model_find(name);

        ck_assert_msg(fact.operation != NULL, "%s is not in the account", name);
        ck_assert_msg(fact.is_request == (count % 2 == 0), "%s: requests come first",
                      name);
        ck_assert_int_eq(dsi_message_is_request(message), fact.is_request);
        ck_assert_str_eq(dsi_message_operation(message), fact.operation->name);
        ck_assert_int_eq(dsi_message_has_body(message), has_body(&fact));
        ck_assert_int_eq(dsi_message_has_items(message),
                         !fact.is_request && fact.operation->items != NULL);
        ck_assert_uint_eq(dsi_message_size(message), fact.size);
    }
    ck_assert_uint_eq(count, 2 * operation_count());
}
END_TEST

/*
 * Some tests call every typed function of the account. So the account must list all of
 * them.
 */
START_TEST(every_typed_function_is_in_the_account)
{
    for (size_t i = 0; dsi_message_at(i) != NULL; i++) {
        const char *name = dsi_message_name(dsi_message_at(i));
        model_message message = model_of(dsi_message_at(i));
        const model_typed *typed = message.typed;
        bool has_target = message.is_request && !has_body(&message);

        ck_assert_msg(typed->begin && typed->finish && typed->decode && typed->write,
                      "%s", name);
        ck_assert_msg((typed->validate && typed->request_head) == message.is_request,
                      "%s: what requests have", name);
        ck_assert_msg((typed->answer_head != NULL) == !message.is_request,
                      "%s: what responses have", name);
        ck_assert_msg((typed->size && typed->encode) == has_body(&message),
                      "%s: what bodies have", name);
        ck_assert_msg((typed->target && typed->target_size && typed->parse_target) ==
                          has_target,
                      "%s: what targets have", name);
        ck_assert_msg(typed->write_items == NULL ||
                          dsi_message_has_items(dsi_message_at(i)),
                      "%s: items one by one", name);
    }
}
END_TEST

START_TEST(modelled_errors_have_their_status)
{
    const model_operation *fact = model_operations[_i];
    const dsi_operation *operation = operation_of(_i);
    size_t expected = 0;
    size_t count = 0;

    for (; fact->errors[expected].name != NULL; expected++) {
        const model_error *row = &fact->errors[expected];
        const dsi_modelled_error *error = dsi_operation_error(operation,
                                                              dsi_str(row->name));

        ck_assert_msg(error != NULL, "%s: %s is not listed", fact->name, row->name);
        ck_assert_str_eq(error->name, row->name);
        ck_assert_int_eq(error->status, row->status);
    }
    while (operation->errors[count].name != NULL) {
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

/* Agreement is dsi's own rule. Only one structure has it. */
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

    add_test(suite, "types", every_type_is_as_the_account_says);
    add_test(suite, "shapes", every_shape_is_one_type);
    add_test(suite, "errors in C", an_error_is_as_the_model_says);
    add_test(suite, "named", types_with_a_name_in_c_are_reached);
    add_rows(suite, "operations", an_operation_is_as_the_account_says,
             operation_count());
    add_test(suite, "messages", messages_are_those_of_the_account);
    add_test(suite, "typed", every_typed_function_is_in_the_account);
    add_rows(suite, "errors", modelled_errors_have_their_status, operation_count());
    add_rows(suite, "errors, no other", no_other_error_is_modelled, operation_count());
    add_test(suite, "content type", bodies_are_json);
    add_test(suite, "agreement", only_the_configuration_has_a_rule_between_members);
    return suite;
}
