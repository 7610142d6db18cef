/* The name of an error, taken out of the type that a service sends. */
#include "tests/schema/sample.h"
#include "tests/support.h"

#include "schema/error_name.h"

typedef struct type_row {
    const char *why;
    dsi_string sent;
    const char *name; /* NULL if no name can be taken */
} type_row;

#define URI "http://internal.amazon.com/coral/com.amazon.coral.validate/"

static const type_row types[] = {
    {"a name alone", BYTES("FooError"), "FooError"},
    {"with a URI", BYTES("FooError:" URI), "FooError"},
    {"with a namespace", BYTES("aws.protocoltests.restjson#FooError"), "FooError"},
    {"with a namespace and a URI", BYTES("aws.protocoltests.restjson#FooError:" URI),
     "FooError"},
    {"with another namespace", BYTES("aws.different.namespace#FooError:" URI),
     "FooError"},
    {"the namespace of AppSync's control plane",
     BYTES("com.amazonaws.deepdish.controlplane#BadRequestException"),
     "BadRequestException"},
    {"the URI is removed before the namespace", BYTES("FooError:http://x/#y"),
     "FooError"},
    {"the first # ends the namespace, and a name has no #", BYTES("a#b#FooError"),
     NULL},
    {"every byte of a token", BYTES("A.z_Z-a09"), "A.z_Z-a09"},
    {"a header that was sent twice", BYTES("ThrottlingException,BadRequestException"),
     "ThrottlingException"},
    {"sent twice, with blanks", BYTES("\tSlowDown , x"), "SlowDown"},
    {"sent twice, the first with a namespace and a URI",
     BYTES("ns#Foo:http://x/,ns#Bar"), "Foo"},
    {"a URI with a comma", BYTES("Foo:http://x/a,b"), "Foo"},
    {"blanks before the colon", BYTES("ns#Foo \t: " URI), "Foo"},
    {"no namespace before the #", BYTES("#FooError"), "FooError"},
    {"no URI after the colon", BYTES("FooError:"), "FooError"},
    {"digits in a name", BYTES("Error429"), "Error429"},
    {"digits first", BYTES("429Error"), "429Error"},
    {"a sign before digits", BYTES("-429"), "-429"},
    {"absent", {NULL, 0}, NULL},
    {"empty", BYTES(""), NULL},
    {"a status", BYTES("429"), NULL},
    {"a digit", BYTES("0"), NULL},
    {"a status with a namespace", BYTES("ns#429"), NULL},
    {"a status with a URI", BYTES("429:" URI), NULL},
    {"no name before the colon", BYTES(":x"), NULL},
    {"no name after the namespace", BYTES("a#"), NULL},
    {"no name between # and colon", BYTES("a#:x"), NULL},
    {"the colon alone", BYTES(":"), NULL},
    {"the # alone", BYTES("#"), NULL},
    {"not UTF-8", BYTES("Foo\xff"), NULL},
    {"a character that is cut", BYTES("Foo\xe2\x82"), NULL},
    {"beyond ASCII", BYTES("F\xc3\xb6\xc3\xb6"), NULL},
    {"an empty first element", BYTES(",FooError"), NULL},
    {"a blank first element", BYTES(" ,FooError"), NULL},
    {"blanks alone", BYTES(" \t "), NULL},
    {"a blank inside", BYTES("Foo Error"), NULL},
    {"a blank after the namespace", BYTES("ns# FooError"), NULL},
    {"a line end", BYTES("X\r\n\r\n<script>"), NULL},
    {"a line end alone", BYTES("Foo\n"), NULL},
    {"NUL", BYTES("Foo\0"), NULL},
    {"DEL", BYTES("Foo\x7f"), NULL},
    {"a slash, as in a media type", BYTES("text/html"), NULL},
    {"the byte before A", BYTES("@"), NULL},
    {"the byte after Z", BYTES("["), NULL},
    {"the byte before a", BYTES("`"), NULL},
    {"the byte after z", BYTES("{"), NULL},
    {"the byte before 0", BYTES("/"), NULL},
    {"a semicolon", BYTES("Foo;"), NULL},
    {"not UTF-8 after the first element", BYTES("Foo,\xff"), "Foo"},
};

static void check_name(const type_row *row, dsi_string sent)
{
    dsi_string name = dsi_error_name_parse(sent);

    if (row->name == NULL) {
        ck_assert_msg(name.data == NULL && name.length == 0, "%s: '%.*s'", row->why,
                      (int)name.length, name.data);
        return;
    }
    ck_assert_msg(dsi_string_equal(name, dsi_str(row->name)), "%s: '%.*s'", row->why,
                  (int)name.length, name.data);
    ck_assert_msg(name.data >= sent.data &&
                      name.data + name.length <= sent.data + sent.length,
                  "%s: the name is not a view", row->why);
}

START_TEST(names)
{
    check_name(&types[_i], types[_i].sent);
}
END_TEST

START_TEST(nothing_beside_the_text_is_read)
{
    const type_row *row = &types[_i];
    guarded_page page = guarded_page_open();

    if (row->sent.data != NULL) {
        check_name(row, guarded_page_first(&page, row->sent));
        check_name(row, guarded_page_last(&page, row->sent));
    }
    guarded_page_close(&page);
}
END_TEST

SUITE(error_type)
{
    Suite *suite = suite_create("error types");

    add_rows(suite, "names", names, COUNT(types));
    add_rows(suite, "guarded pages", nothing_beside_the_text_is_read, COUNT(types));
    return suite;
}
