/*
 * The decoder with shapes and states that no message of the model reaches: requests
 * with lists, recursion to the last level, a build without yajl, and yajl that refuses
 * what the guard accepted.
 */
#include <stdio.h>
#include <string.h>

#include "codec/decoder.h"
#include "codec/emit.h"
#include "codec/stream/build.h"
#include "codec/stream/parse.h"
#include "tests/model/bytes.h"
#include "tests/support.h"

/* A structure that contains itself, and a list of itself. */
typedef struct nest nest;
struct nest {
    const nest *child;
    dsi_list children;
    dsi_string leaf;
    dsi_optional_int32 number;
};

static const dsi_type nest_type;
static const dsi_type leaf_type = {
    .name = "Leaf", .kind = DSI_KIND_STRING, .size = sizeof(dsi_string)};
static const dsi_type children_type = {.name = "Children",
                                       .kind = DSI_KIND_LIST,
                                       .size = sizeof(dsi_list),
                                       .element = &nest_type};
static const dsi_type number_type = {
    .name = "Number", .kind = DSI_KIND_INT32, .size = sizeof(dsi_optional_int32)};
static const dsi_member nest_members[] = {
    {.name = "child",
     .name_length = 5,
     .offset = offsetof(nest, child),
     .type = &nest_type},
    {.name = "children",
     .name_length = 8,
     .offset = offsetof(nest, children),
     .type = &children_type},
    {.name = "leaf",
     .name_length = 4,
     .offset = offsetof(nest, leaf),
     .type = &leaf_type},
    {.name = "number",
     .name_length = 6,
     .offset = offsetof(nest, number),
     .type = &number_type},
};
static const dsi_type nest_type = {.name = "Nest",
                                   .kind = DSI_KIND_STRUCT,
                                   .size = sizeof(nest),
                                   .members = nest_members,
                                   .member_count = COUNT(nest_members)};

static const dsi_operation nest_operation = {.input = &nest_type};
static const dsi_goal nest_request = {.operation = &nest_operation};

static unsigned char block[DSI_DECODER_SIZE_DEFAULT];

static const nest *decode_nest(const char *text, size_t chunk, dsi_error *error)
{
    dsi_decode_options options = {.limits = {.max_depth = 126}};
    dsi_decoder *decoder = dsi_decoder_begin(block, sizeof block, &nest_request,
                                             &options, error);

    (void)feed_by(decoder, text, strlen(text), chunk);
    return dsi_decoder_finish(decoder, &nest_request, error);
}

START_TEST(null_item_of_a_request_is_refused)
{
    dsi_error error;

    ck_assert_ptr_null(decode_nest("{\"children\":[{},null]}", 3, &error));
    ck_assert_int_eq(error.code, DSI_E_NULL_ITEM);
    ck_assert_uint_eq(error.offset, 16);
    ck_assert_str_eq(error.path, "/children/1");
}
END_TEST

typedef struct number_row {
    const char *text;
    dsi_code code;
    int32_t value;
} number_row;

static const number_row number_rows[] = {
    {"{\"number\":-2147483648}", DSI_OK, INT32_MIN},
    {"{\"number\":2147483648}", DSI_E_INTEGER_RANGE, 0},
    {"{\"number\":1.0}", DSI_E_INTEGER, 0},
    {"{\"number\":1e2}", DSI_E_INTEGER, 0},
    {"{\"number\":\"1\"}", DSI_E_TYPE, 0},
    {"{\"number\":true}", DSI_E_TYPE, 0},
};

START_TEST(number_is_exact_or_refused)
{
    const number_row *row = &number_rows[_i];
    dsi_error error;
    const nest *top = decode_nest(row->text, 1, &error);

    ck_assert_int_eq(error.code, row->code);
    if (row->code == DSI_OK) {
        ck_assert(top->number.present);
        ck_assert_int_eq(top->number.value, row->value);
    } else {
        ck_assert_uint_eq(error.offset, 10);
        ck_assert_str_eq(error.path, "/number");
    }
}
END_TEST

START_TEST(lists_in_lists_keep_their_order)
{
    static const char text[] =
        "{\"children\":[{\"leaf\":\"0\",\"children\":[{\"leaf\":\"0.0\"},{\"leaf\":\"0."
        "1\","
        "\"children\":[]}]},{\"children\":[{\"leaf\":\"1.0\"}],\"leaf\":\"1\"},"
        "{\"leaf\":\"2\"}],\"leaf\":\"top\"}";
    dsi_error error;
    const nest *top = decode_nest(text, 1, &error);
    const nest *items;
    char again[512];
    size_t length;

    ck_assert_ptr_nonnull(top);
    ck_assert_uint_eq(top->children.count, 3);
    items = top->children.items;
    ck_assert_str_eq(items[2].leaf.data, "2");
    ck_assert_uint_eq(items[0].children.count, 2);
    ck_assert_str_eq(((const nest *)items[0].children.items)[1].leaf.data, "0.1");
    length = dsi_emit(&nest_type, top, again, sizeof again, &error);
    ck_assert_msg(
        length ==
            strlen("{\"children\":[{\"children\":[{\"leaf\":\"0.0\"},{\"children\":[],"
                   "\"leaf\":\"0.1\"}],\"leaf\":\"0\"},{\"children\":[{\"leaf\":"
                   "\"1.0\"}],\"leaf\":\"1\"},{\"leaf\":\"2\"}],\"leaf\":\"top\"}"),
        "%.*s", (int)length, again);
}
END_TEST

/* Items whose size is not a multiple of the alignment, and lists of lists. */
typedef struct odd_item {
    dsi_optional_int32 number;
    char padding[4];
} odd_item;

static const dsi_member odd_members[] = {
    {.name = "n",
     .name_length = 1,
     .offset = offsetof(odd_item, number),
     .type = &number_type},
};
static const dsi_type odd_type = {.name = "Odd",
                                  .kind = DSI_KIND_STRUCT,
                                  .size = sizeof(odd_item),
                                  .members = odd_members,
                                  .member_count = 1};
static const dsi_type odds_type = {.name = "Odds",
                                   .kind = DSI_KIND_LIST,
                                   .size = sizeof(dsi_list),
                                   .element = &odd_type};
static const dsi_type rows_type = {.name = "Rows",
                                   .kind = DSI_KIND_LIST,
                                   .size = sizeof(dsi_list),
                                   .element = &odds_type};
static const dsi_member table_members[] = {
    {.name = "rows", .name_length = 4, .offset = 0, .type = &rows_type},
};
static const dsi_type table_type = {.name = "Table",
                                    .kind = DSI_KIND_STRUCT,
                                    .size = sizeof(dsi_list),
                                    .members = table_members,
                                    .member_count = 1};

START_TEST(odd_items_and_lists_in_lists)
{
    static const dsi_operation operation = {.input = &table_type};
    const dsi_goal goal = {.operation = &operation};
    static const char text[] =
        "{\"rows\":[[{\"n\":1},{\"n\":2},{\"n\":3}],[],[{\"n\":4}],[{},{\"n\":5}]]}";
    dsi_error error;
    dsi_decoder *decoder = dsi_decoder_begin(block, sizeof block, &goal, NULL, &error);
    char again[sizeof text];
    size_t length;

    ck_assert(dsi_feed(decoder, text, sizeof text - 1));
    length = dsi_emit(&table_type, dsi_decoder_finish(decoder, &goal, &error), again,
                      sizeof again, &error);
    ck_assert_uint_eq(length, sizeof text - 1);
    ck_assert_int_eq(memcmp(again, text, length), 0);
}
END_TEST

/* `depth` nested structures; the innermost has a leaf. */
static const nest *nests(nest *places, size_t depth)
{
    memset(places, 0, depth * sizeof *places);
    for (size_t i = 0; i + 1 < depth; i++) {
        places[i].child = &places[i + 1];
    }
    places[depth - 1].leaf = TEXT("x");
    return places;
}

START_TEST(recursion_is_bounded_by_data)
{
    static nest places[DSI_DEPTH_MAX + 1];
    static char text[4096];
    dsi_error error;
    size_t length = dsi_emit(&nest_type, nests(places, DSI_DEPTH_MAX), text,
                             sizeof text - 1, &error);
    const nest *inner;

    ck_assert_uint_gt(length, 0);
    text[length] = '\0';
    inner = decode_nest(text, 5, &error);
    for (int depth = 1; depth < DSI_DEPTH_MAX; depth++) {
        ck_assert_ptr_nonnull(inner);
        inner = inner->child;
    }
    ck_assert_str_eq(inner->leaf.data, "x");

    ck_assert_uint_eq(
        dsi_emit_size(&nest_type, nests(places, DSI_DEPTH_MAX + 1), &error), 0);
    ck_assert_int_eq(error.code, DSI_E_MAX_DEPTH);
    ck_assert_uint_eq(error.limit, DSI_DEPTH_MAX);
}
END_TEST

/* A structure that contains itself is endless, so the depth limit refuses it. */
START_TEST(endless_data_is_refused)
{
    nest self = {.child = NULL};
    dsi_error error;

    self.child = &self;
    ck_assert_uint_eq(dsi_emit_size(&nest_type, &self, &error), 0);
    ck_assert_int_eq(error.code, DSI_E_MAX_DEPTH);
    ck_assert_int_eq(strncmp(error.path, "/child/child", 12), 0);
}
END_TEST

/* The path to the deepest level that is allowed fits dsi_error. */
START_TEST(deepest_path_fits)
{
    static char text[4096];
    char *at = text;
    dsi_error error;
    size_t length = 0;

    for (int depth = 0; depth < DSI_DEPTH_MAX; depth++) {
        at += sprintf(at, "{\"child\":");
    }
    (void)sprintf(at, "5}");
    ck_assert_ptr_null(decode_nest(text, 7, &error));
    ck_assert_int_eq(error.code, DSI_E_TYPE);
    while (strncmp(error.path + length, "/child", 6) == 0) {
        length += 6;
    }
    ck_assert_uint_eq(length, (size_t)6 * DSI_DEPTH_MAX);
    ck_assert_int_eq(error.path[length], '\0');
}
END_TEST

/*
 * If yajl refuses what the guard accepted, the error is internal and names the place.
 */
START_TEST(yajl_refusing_is_an_internal_error)
{
    dsi_error error;
    dsi_decoder *decoder = dsi_decoder_begin(block, sizeof block, &nest_request, NULL,
                                             &error);

    ck_assert(dsi_feed(decoder, "{\"leaf\"", 7));
    ck_assert_int_eq(dsi_parser_feed(&decoder->parser, (const unsigned char *)"}", 1),
                     DSI_E_INTERNAL);
    ck_assert(!dsi_feed(decoder, ":\"x\"}", 5));
    ck_assert_ptr_null(dsi_decoder_finish(decoder, &nest_request, &error));
    ck_assert_int_eq(error.code, DSI_E_INTERNAL);
    ck_assert_uint_ge(error.offset, 7);
    ck_assert_str_eq(error.path, "/leaf");
}
END_TEST

/*
 * A service error is an answer whatever its body is, but it does not hide this error.
 */
START_TEST(an_internal_error_ends_a_service_error)
{
    const dsi_received_head head = {.status = 503};
    dsi_error error;
    dsi_decoder *decoder = dsi_start_answer_begin(block, sizeof block, &head, NULL,
                                                  &error);

    ck_assert(dsi_feed(decoder, "{\"message\"", 10));
    ck_assert_int_eq(dsi_parser_feed(&decoder->parser, (const unsigned char *)"}", 1),
                     DSI_E_INTERNAL);
    ck_assert(!dsi_feed(decoder, ":\"x\"}", 5));
    ck_assert_ptr_null(dsi_start_answer_finish(decoder, &error));
    ck_assert_int_eq(error.code, DSI_E_INTERNAL);
}
END_TEST

START_TEST(yajl_unfinished_is_an_internal_error)
{
    dsi_error error;
    dsi_decoder *decoder = dsi_decoder_begin(block, sizeof block, &nest_request, NULL,
                                             &error);

    /* The guard reads the end of the message, which yajl never gets. */
    ck_assert(dsi_feed(decoder, "{\"leaf\":", 8));
    (void)dsi_guard_scan(&decoder->guard, (const unsigned char *)"1}", 2);
    ck_assert_ptr_null(dsi_decoder_finish(decoder, &nest_request, &error));
    ck_assert_int_eq(error.code, DSI_E_INTERNAL);
    ck_assert_uint_eq(error.offset, 10);
    ck_assert_str_eq(error.path, "/leaf");
}
END_TEST

/*
 * The build takes dsi's own events, so it runs without yajl. It does not touch the
 * memory before its frames while no structure is open.
 */
START_TEST(build_is_driven_without_yajl)
{
    static char memory[4096];
    static const dsi_build_frame nothing;
    dsi_build_frame frames[5] = {nothing};
    dsi_arena arena = {.bottom = memory, .top = memory + sizeof memory};
    nest top = {.child = NULL};
    dsi_build build = {
        .frames = frames + 1, .type = &nest_type, .object = &top, .arena = &arena};

    dsi_build_item(&build);
    ck_assert(dsi_build_open(&build, DSI_JSON_OBJECT));
    frames[0].at.index = 7;
    ck_assert(dsi_build_key(&build, TEXT("children")));
    ck_assert(dsi_build_open(&build, DSI_JSON_ARRAY));
    ck_assert(dsi_build_open(&build, DSI_JSON_OBJECT));
    ck_assert(dsi_build_key(&build, TEXT("leaf")));
    ck_assert(dsi_build_string(&build, TEXT("x")));
    ck_assert(dsi_build_close(&build));
    ck_assert(dsi_build_close(&build));
    ck_assert(dsi_build_key(&build, TEXT("more")));
    ck_assert(dsi_build_boolean(&build, true));
    ck_assert(dsi_build_close(&build));
    ck_assert_uint_eq(frames[0].at.index, 7);
    ck_assert_uint_eq(top.children.count, 1);
    ck_assert_str_eq(((const nest *)top.children.items)->leaf.data, "x");
}
END_TEST

/* The scalars of which no message has a list today. */
typedef struct scalar_row {
    const char *name;
    dsi_kind kind;
    size_t size;
    bool (*give)(dsi_build *build);
} scalar_row;

static bool give_number(dsi_build *build)
{
    return dsi_build_number(build, TEXT("7"));
}

static bool give_boolean(dsi_build *build)
{
    return dsi_build_boolean(build, true);
}

static bool give_string(dsi_build *build)
{
    return dsi_build_string(build, TEXT("x"));
}

static const scalar_row scalar_rows[] = {
    {"string", DSI_KIND_STRING, sizeof(dsi_string), give_string},
    {"enum", DSI_KIND_ENUM, sizeof(dsi_enum_value), give_string},
    {"int32", DSI_KIND_INT32, sizeof(dsi_optional_int32), give_number},
    {"int64", DSI_KIND_INT64, sizeof(dsi_optional_int64), give_number},
    {"boolean", DSI_KIND_BOOLEAN, sizeof(dsi_optional_bool), give_boolean},
};

/*
 * Rooms of every size: for no item, for an item that then cannot move to its list, and
 * for both.
 */
START_TEST(list_of_scalars_needs_room)
{
    const scalar_row *row = &scalar_rows[_i];
    static max_align_t memory[8];
    const dsi_type item = {.name = "Item", .kind = row->kind, .size = row->size};
    const dsi_type list = {.name = "List",
                           .kind = DSI_KIND_LIST,
                           .size = sizeof(dsi_list),
                           .element = &item};
    const dsi_member member = {.name = "items", .name_length = 5, .type = &list};
    const dsi_type type = {.name = "Type",
                           .kind = DSI_KIND_STRUCT,
                           .size = sizeof(dsi_list),
                           .members = &member,
                           .member_count = 1};

    bool enough = false;

    for (size_t room = 0; room <= sizeof memory; room++) {
        dsi_build_frame frames[2];
        dsi_arena arena = {.bottom = (char *)memory, .top = (char *)memory + room};
        dsi_list top = {.items = NULL};
        dsi_build build = {
            .frames = frames, .type = &type, .object = &top, .arena = &arena};

        ck_assert(dsi_build_open(&build, DSI_JSON_OBJECT));
        ck_assert(dsi_build_key(&build, TEXT("items")));
        enough = dsi_build_open(&build, DSI_JSON_ARRAY) && row->give(&build) &&
                 dsi_build_close(&build);
        if (enough) {
            ck_assert_msg(room >= 2 * row->size, "%s: %zu", row->name, room);
            ck_assert_uint_eq(top.count, 1);
            ck_assert(dsi_type_present(&item, top.items));
        } else {
            ck_assert_int_eq(build.error.code, DSI_E_MEMORY);
        }
    }
    ck_assert(enough);
}
END_TEST

/* A list after a text: aligning the arena's top for the items also needs room. */
START_TEST(list_needs_room_to_be_aligned)
{
    static max_align_t memory[2];
    dsi_build_frame frames[2];
    dsi_arena arena = {.bottom = (char *)memory,
                       .top = (char *)memory + DSI_ALIGNMENT - 1};
    char path[DSI_PATH_MAX];
    nest top = {.child = NULL};
    dsi_build build = {
        .frames = frames, .type = &nest_type, .object = &top, .arena = &arena};

    ck_assert(dsi_build_open(&build, DSI_JSON_OBJECT));
    ck_assert_ptr_nonnull(dsi_arena_copy(&arena, "x", 1));
    ck_assert(dsi_build_key(&build, TEXT("children")));
    ck_assert(!dsi_build_open(&build, DSI_JSON_ARRAY));
    ck_assert_int_eq(build.error.code, DSI_E_MEMORY);
    dsi_build_path(&build, path, sizeof path);
    ck_assert_str_eq(path, "/children");
}
END_TEST

/* A structure needs its size and its padding: no byte more, and no byte less. */
START_TEST(what_is_taken_is_aligned)
{
    for (size_t bottom = 0; bottom <= DSI_ALIGNMENT; bottom++) {
        dsi_aligned memory[3];
        char *bytes = (char *)memory;
        char *aligned = bottom == 0 ? bytes : bytes + DSI_ALIGNMENT;
        dsi_arena arena = {.bottom = bytes + bottom,
                           .top = aligned + sizeof(dsi_aligned) - 1};

        ck_assert_ptr_null(dsi_arena_take(&arena, sizeof(dsi_aligned)));
        arena.top++;
        ck_assert_ptr_eq(dsi_arena_take(&arena, sizeof(dsi_aligned)), aligned);
        ck_assert_ptr_eq(arena.bottom, arena.top);
    }
}
END_TEST

/* The top is aligned for a list's items. Without room for that, the arena is full. */
START_TEST(top_is_aligned_or_full)
{
    static max_align_t memory[2];
    dsi_arena arena = {.bottom = (char *)memory + DSI_ALIGNMENT - 2,
                       .top = (char *)memory + DSI_ALIGNMENT - 1};

    ck_assert(!dsi_arena_align_top(&arena));
    arena.bottom = (char *)memory;
    ck_assert(dsi_arena_align_top(&arena));
    ck_assert_ptr_eq(arena.top, (char *)memory);
}
END_TEST

SUITE(internal)
{
    Suite *suite = suite_create("internal");

    add_test(suite, "null item of a request is refused",
             null_item_of_a_request_is_refused);
    add_rows(suite, "number is exact or refused", number_is_exact_or_refused,
             COUNT(number_rows));
    add_test(suite, "lists in lists keep their order", lists_in_lists_keep_their_order);
    add_test(suite, "odd items and lists in lists", odd_items_and_lists_in_lists);
    add_test(suite, "recursion is bounded by data", recursion_is_bounded_by_data);
    add_test(suite, "endless data is refused", endless_data_is_refused);
    add_test(suite, "deepest path fits", deepest_path_fits);
    add_test(suite, "yajl refusing is an internal error",
             yajl_refusing_is_an_internal_error);
    add_test(suite, "an internal error ends a service error",
             an_internal_error_ends_a_service_error);
    add_test(suite, "yajl unfinished is an internal error",
             yajl_unfinished_is_an_internal_error);
    add_test(suite, "build is driven without yajl", build_is_driven_without_yajl);
    add_rows(suite, "list of scalars needs room", list_of_scalars_needs_room,
             COUNT(scalar_rows));
    add_test(suite, "list needs room to be aligned", list_needs_room_to_be_aligned);
    add_test(suite, "what is taken is aligned", what_is_taken_is_aligned);
    add_test(suite, "top is aligned or full", top_is_aligned_or_full);
    return suite;
}
