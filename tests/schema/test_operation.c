/*
 * Service errors by operation, type and status: their class, and whose fault they are.
 */
#include "tests/support.h"

#include "schema/classify.h"

/* Statuses of every class, and some that no answer should have. */
static const int statuses[] = {0,   200, 302, 400, 401, 403, 404, 408, 409,
                               429, 500, 501, 502, 503, 504, 599, 600, 999};

/* The operation at this index; NULL after the last. */
static const dsi_operation *operation_at(size_t index)
{
    size_t i = 0;

    while (i < 2 * index && dsi_messages[i].name != NULL) {
        i++;
    }
    return dsi_messages[i].operation;
}

START_TEST(a_modelled_type_decides_at_any_status)
{
    size_t seen = 0;

    for (size_t i = 0; operation_at(i) != NULL; i++) {
        const dsi_operation *operation = operation_at(i);
        const dsi_modelled_error *error = operation->errors;

        for (; error->name != NULL; error++) {
            for (size_t k = 0; k < COUNT(statuses); k++, seen++) {
                ck_assert_msg(dsi_operation_classify(operation, dsi_str(error->name),
                                                     statuses[k]) == DSI_CLASS_MODELLED,
                              "%s at %d, %s", error->name, statuses[k],
                              operation->name);
            }
        }
    }
    ck_assert_uint_ge(seen, 7 * COUNT(statuses));
}
END_TEST

/* Only Start models this type. For Get it is a known name of class auth. */
typedef struct unshared_row {
    const char *type;
    int status;
    const dsi_operation *operation;
    dsi_error_class error_class;
    dsi_fault fault;
} unshared_row;

static const unshared_row unshared[] = {
    {"UnauthorizedException", 401, &dsi_operation_start, DSI_CLASS_MODELLED,
     DSI_FAULT_CLIENT},
    {"UnauthorizedException", 401, &dsi_operation_get, DSI_CLASS_AUTH,
     DSI_FAULT_CLIENT},
    {"UnauthorizedException", 400, &dsi_operation_start, DSI_CLASS_MODELLED,
     DSI_FAULT_CLIENT},
    {"UnauthorizedException", 400, &dsi_operation_get, DSI_CLASS_AUTH,
     DSI_FAULT_CLIENT},
    {"UnauthorizedException", 503, &dsi_operation_start, DSI_CLASS_MODELLED,
     DSI_FAULT_CLIENT},
    {"UnauthorizedException", 503, &dsi_operation_get, DSI_CLASS_AUTH,
     DSI_FAULT_SERVER},
};

START_TEST(an_operation_knows_its_own_errors)
{
    const unshared_row *row = &unshared[_i];
    dsi_string type = dsi_str(row->type);

    ck_assert_msg(
        dsi_operation_classify(row->operation, type, row->status) == row->error_class,
        "%s at %d, %s: class", row->type, row->status, row->operation->method);
    ck_assert_msg(dsi_operation_fault(row->operation, type, row->status) == row->fault,
                  "%s at %d, %s: fault", row->type, row->status,
                  row->operation->method);
}
END_TEST

typedef struct status_row {
    int status;
    dsi_error_class error_class;
    dsi_fault fault;
} status_row;

static const status_row by_status[] = {
    {400, DSI_CLASS_CLIENT, DSI_FAULT_CLIENT},
    {401, DSI_CLASS_AUTH, DSI_FAULT_CLIENT},
    {403, DSI_CLASS_AUTH, DSI_FAULT_CLIENT},
    {404, DSI_CLASS_CLIENT, DSI_FAULT_CLIENT},
    {408, DSI_CLASS_TRANSIENT, DSI_FAULT_CLIENT},
    {429, DSI_CLASS_THROTTLE, DSI_FAULT_CLIENT},
    {499, DSI_CLASS_CLIENT, DSI_FAULT_CLIENT},
    {500, DSI_CLASS_TRANSIENT, DSI_FAULT_SERVER},
    {501, DSI_CLASS_SERVER, DSI_FAULT_SERVER},
    {502, DSI_CLASS_TRANSIENT, DSI_FAULT_SERVER},
    {503, DSI_CLASS_TRANSIENT, DSI_FAULT_SERVER},
    {504, DSI_CLASS_TRANSIENT, DSI_FAULT_SERVER},
    {505, DSI_CLASS_SERVER, DSI_FAULT_SERVER},
    {599, DSI_CLASS_SERVER, DSI_FAULT_SERVER},
    {600, DSI_CLASS_SERVER, DSI_FAULT_SERVER},
    {999, DSI_CLASS_SERVER, DSI_FAULT_SERVER},
    {302, DSI_CLASS_CLIENT, DSI_FAULT_CLIENT},
    {100, DSI_CLASS_CLIENT, DSI_FAULT_CLIENT},
};

/* No type, and types that only resemble known ones. */
static const char *const unknown_types[] = {NULL,          "",
                                            "FooError",    "badrequestexception",
                                            "BadRequest",  "BadRequestExceptions",
                                            "throttling",  "Slow Down",
                                            "AccessDenie", "ns#BadRequestException"};

START_TEST(without_a_known_type_the_status_decides)
{
    const status_row *row = &by_status[_i];

    for (size_t i = 0; operation_at(i) != NULL; i++) {
        const dsi_operation *operation = operation_at(i);

        for (size_t k = 0; k < COUNT(unknown_types); k++) {
            dsi_string type = dsi_str(unknown_types[k]);

            ck_assert_msg(dsi_operation_classify(operation, type, row->status) ==
                              row->error_class,
                          "%zu at %d, %s: class", k, row->status, operation->name);
            ck_assert_msg(dsi_operation_fault(operation, type, row->status) ==
                              row->fault,
                          "%zu at %d, %s: fault", k, row->status, operation->name);
        }
    }
}
END_TEST

typedef struct fault_row {
    const char *type;
    int status;
    dsi_fault fault;
    bool modelled; /* only for operations that model the type */
} fault_row;

static const fault_row faults[] = {
    {"BadRequestException", 400, DSI_FAULT_CLIENT, true},
    {"BadRequestException", 500, DSI_FAULT_CLIENT, true},
    {"NotFoundException", 500, DSI_FAULT_CLIENT, true},
    {"InternalFailureException", 500, DSI_FAULT_SERVER, true},
    {"InternalFailureException", 400, DSI_FAULT_SERVER, true},
    {"SlowDown", 503, DSI_FAULT_SERVER, false},
    {"SlowDown", 429, DSI_FAULT_CLIENT, false},
    {"AccessDeniedException", 403, DSI_FAULT_CLIENT, false},
};

START_TEST(the_model_says_whose_fault_it_is_before_the_status)
{
    const fault_row *row = &faults[_i];

    for (size_t i = 0; operation_at(i) != NULL; i++) {
        const dsi_operation *operation = operation_at(i);
        dsi_string type = dsi_str(row->type);

        if (!row->modelled || dsi_operation_error(operation, type) != NULL) {
            ck_assert_msg(dsi_operation_fault(operation, type, row->status) ==
                              row->fault,
                          "%s at %d, %s", row->type, row->status, operation->name);
        }
    }
}
END_TEST

START_TEST(classes_and_faults_have_names)
{
    static const char *const names[] = {"?",         "modelled", "auth",  "throttle",
                                        "transient", "client",   "server"};

    for (size_t i = 0; i < COUNT(names); i++) {
        ck_assert_str_eq(dsi_error_class_name((dsi_error_class)i), names[i]);
    }
    ck_assert_str_eq(dsi_error_class_name(DSI_CLASS_MODELLED), "modelled");
    ck_assert_str_eq(dsi_error_class_name(DSI_CLASS_SERVER), "server");
    ck_assert_str_eq(dsi_error_class_name((dsi_error_class)COUNT(names)), "?");
    ck_assert_str_eq(dsi_fault_name((dsi_fault)0), "?");
    ck_assert_str_eq(dsi_fault_name(DSI_FAULT_CLIENT), "client");
    ck_assert_str_eq(dsi_fault_name(DSI_FAULT_SERVER), "server");
    ck_assert_str_eq(dsi_fault_name((dsi_fault)(DSI_FAULT_SERVER + 1)), "?");
}
END_TEST

SUITE(operation)
{
    Suite *suite = suite_create("error classes");

    add_test(suite, "modelled", a_modelled_type_decides_at_any_status);
    add_rows(suite, "modelled by one", an_operation_knows_its_own_errors,
             COUNT(unshared));
    add_rows(suite, "status", without_a_known_type_the_status_decides,
             COUNT(by_status));
    add_rows(suite, "fault", the_model_says_whose_fault_it_is_before_the_status,
             COUNT(faults));
    add_test(suite, "names", classes_and_faults_have_names);
    return suite;
}
