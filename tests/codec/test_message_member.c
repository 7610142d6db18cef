/* The names of a structure's members, by its path in a message. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "tests/model/model.h"
#include "tests/odd.h"
#include "tests/support.h"

/* A field's type holds a type, so the walk has to end somewhere. */
#define LEVELS 9

static bool has_member(const dsi_message *message, const char *path, const char *name)
{
    const char *other;

    for (size_t i = 0; (other = dsi_message_member(message, path, i)) != NULL; i++) {
        if (strcmp(other, name) == 0) {
            return true;
        }
    }
    return false;
}

static void check_shape(const dsi_message *message, const char *path,
                        const model_shape *shape);

static void check_below(const dsi_message *message, const char *path, const char *part,
                        const model_shape *shape)
{
    char below[DSI_PATH_MAX];

    ck_assert_int_lt(snprintf(below, sizeof below, "%s/%s", path, part), sizeof below);
    check_shape(message, below, shape);
}

static void check_structure(const dsi_message *message, const char *path,
                            const model_shape *shape)
{
    size_t count = 0;

    for (; shape->members[count].name != NULL; count++) {
        const model_member *member = &shape->members[count];

        ck_assert_msg(has_member(message, path, member->name), "%s has no %s", path,
                      member->name);
        check_below(message, path, member->name, member->shape);
    }
    ck_assert_ptr_null(dsi_message_member(message, path, count));
    ck_assert_ptr_null(dsi_message_member(message, path, SIZE_MAX));
}

static size_t levels(const char *path)
{
    size_t count = 0;

    for (; *path != '\0'; path++) {
        count += *path == '/';
    }
    return count;
}

static void check_shape(const dsi_message *message, const char *path,
                        const model_shape *shape)
{
    if (levels(path) == LEVELS) {
        return;
    }
    if (shape->kind == MODEL_STRUCT) {
        check_structure(message, path, shape);
        return;
    }
    ck_assert_msg(dsi_message_member(message, path, 0) == NULL, "%s has members", path);
    if (shape->kind == MODEL_LIST) {
        check_below(message, path, "0", shape->element);
        check_below(message, path, "4711", shape->element);
    }
}

START_TEST(members_are_those_of_the_account)
{
    const dsi_message *message = dsi_message_at((size_t)_i);

    check_shape(message, "", model_of(message).shape);
}
END_TEST

typedef struct path_row {
    const char *message;
    const char *path;
    const char *why;
} path_row;

static const path_row no_structures[] = {
    {"start-request", "/", "no member has an empty name"},
    {"start-request", "/nothing", "there is no such member"},
    {"start-request", "/nothing/rdsDataApiConfig", "nor one in it"},
    {"start-request", "/rdsDataApiConfig/", "nor one without a name"},
    {"start-request", "/rdsDataApiConfig/resourceArn/x", "a text has no members"},
    {"start-request", "/RdsDataApiConfig", "names must match exactly"},
    {"start-request", "rdsDataApiConfig", "a pointer begins with a slash"},
    {"start-request", "x", "a pointer begins with a slash"},
    {"get-response", "/introspectionResult/models/0/0", "an item is no list"},
};

START_TEST(no_structure)
{
    const path_row *row = &no_structures[_i];
    const dsi_message *message = dsi_message_find(dsi_str(row->message));

    ck_assert_msg(dsi_message_member(message, row->path, 0) == NULL, "%s: %s",
                  row->path, row->why);
}
END_TEST

/* Of a request that has a body, the members in the target are not in its JSON. */
START_TEST(members_of_the_json)
{
    ck_assert(!has_member(odd_message("put-request"), "", "shelf"));
    ck_assert(!has_member(odd_message("put-request"), "", "dry"));
    ck_assert_str_eq(dsi_message_member(odd_message("put-request"), "", 0), "title");
    ck_assert_str_eq(dsi_message_member(odd_message("put-request"), "", 1), "body");
    ck_assert(has_member(odd_message("find-request"), "", "shelf"));
}
END_TEST

SUITE(message_member)
{
    Suite *suite = suite_create("message member");

    add_rows(suite, "account", members_are_those_of_the_account, message_count());
    add_rows(suite, "no structure", no_structure, COUNT(no_structures));
    add_test(suite, "members of the JSON", members_of_the_json);
    return suite;
}
