/*
 * DSI_VIOLATIONS_MAX: no request can have more violations, and one request has as many.
 */

#include "schema/agreement.h"
#include "schema/operation.h"
#include "tests/support.h"

static size_t most_of(const dsi_type *type);

/* A text breaks its length and its pattern at one level, or it is not UTF-8. */
static size_t most_of_scalar(const dsi_type *type)
{
    if (dsi_type_is_text(type)) {
        return type->constraint != NULL && type->constraint->match != NULL ? 2 : 1;
    }
    return type->constraint != NULL ? 1 : 0;
}

static size_t most_of_member(const dsi_member *member)
{
    size_t most = most_of(member->type);

    return member->required && most == 0 ? 1 : most;
}

/* The greatest number of violations in a value. A list has no such number. */
static size_t most_of(const dsi_type *type)
{
    size_t most = type->agree != NULL ? DSI_AGREEMENT_MAX : 0;

    ck_assert_msg(type->kind != DSI_KIND_LIST,
                  "%s: a list has no greatest number of violations", type->name);
    if (type->kind != DSI_KIND_STRUCT) {
        return most_of_scalar(type);
    }
    for (size_t i = 0; i < type->member_count; i++) {
        most += most_of_member(&type->members[i]);
    }
    return most;
}

START_TEST(no_request_has_more)
{
    for (const dsi_message *message = dsi_messages; message->name != NULL; message++) {
        size_t most = message->is_request ? most_of(message->operation->input) : 0;

        ck_assert_msg(most <= DSI_VIOLATIONS_MAX, "%s: %zu", message->name, most);
    }
}
END_TEST

/*
 * An ARN that breaks both documented rules: it is too long, and its partition is
 * unknown.
 */
static dsi_string undocumented_arn(char *text, size_t size, const char *beginning)
{
    memset(text, 'n', size);
    memcpy(text, beginning, strlen(beginning));
    return (dsi_string){.data = text, .length = size};
}

START_TEST(a_request_has_as_many)
{
    static char cluster[600];
    static char secret[600];
    static char name[65];
    const dsi_rds_data_api_config config = {
        .resource_arn = undocumented_arn(cluster, sizeof cluster,
                                         "arn:a:rds:b:111111111111:cluster:"),
        .secret_arn = undocumented_arn(secret, sizeof secret,
                                       "arn:c:secretsmanager:d:222222222222:secret:"),
        .database_name = undocumented_arn(name, sizeof name, "")};
    const dsi_start_request request = {.rds_data_api_config = &config};
    dsi_violation found[DSI_VIOLATIONS_MAX];
    dsi_violations report = {
        .items = found, .capacity = DSI_VIOLATIONS_MAX, .level = DSI_LEVEL_AGREEMENT};

    ck_assert_uint_eq(dsi_start_request_validate(&request, &report),
                      DSI_VIOLATIONS_MAX);
    ck_assert_str_eq(found[DSI_VIOLATIONS_MAX - 1].part, "account");
}
END_TEST

SUITE(violations_max)
{
    Suite *suite = suite_create("most violations");

    add_test(suite, "bound", no_request_has_more);
    add_test(suite, "reached", a_request_has_as_many);
    return suite;
}
