/*
 * tests/codec/odd_sample.c - the sample requests, their JSON, and how they are coded.
 */
#include "tests/codec/odd_sample.h"

#include "tests/model/bytes.h"

#include <check.h>

#define BLUE                                                                           \
    {                                                                                  \
        .value = ODD_DEEP_BLUE, .text = DSI_STR("deep blue")                           \
    }
#define GREEN                                                                          \
    {                                                                                  \
        .text = DSI_STR("green")                                                       \
    }

const odd_find_request odd_find_sample = {.shelf = DSI_STR("a/b \xc3\xa9"),
                                          .volume = SET(INT64_MIN),
                                          .color = BLUE,
                                          .open = SET(false),
                                          .since = SET(INT64_MAX),
                                          .limit = SET(1000),
                                          .shade = GREEN,
                                          .loud = SET(true),
                                          .words = DSI_STR("x=&y"),
                                          .a = DSI_STR(""),
                                          .token = DSI_STR("t+/="),
                                          .any = SET(INT32_MIN)};

const char odd_find_json[] =
    "{\"shelf\":\"a/b \xc3\xa9\",\"volume\":-9223372036854775808,"
    "\"color\":\"deep blue\",\"open\":false,\"since\":9223372036854775807,"
    "\"limit\":1000,\"shade\":\"green\",\"loud\":true,\"words\":\"x=&y\",\"a\":\"\","
    "\"token\":\"t+/=\",\"any\":-2147483648}";

const char odd_find_target[] =
    "/v1/odd/a%2Fb%20%C3%A9/books/-9223372036854775808/deep%20blue/false/lines"
    "?a=&any=-2147483648&limit=1000&loud=true&shade=green&since=9223372036854775807"
    "&token=t%2B%2F%3D&words=x%3D%26y";

static const odd_page page = {.title = DSI_STR("p"),
                              .number = SET(-1),
                              .weight = SET(1),
                              .torn = SET(true),
                              .color = {.value = ODD_RED, .text = DSI_STR("RED")}};
static const odd_page pages[] = {{.title = DSI_STR("p0")}, {.title = DSI_STR("p1")}};
static const odd_innermost innermost = {.deepest = DSI_STR("d")};
static const odd_inner inner = {.innermost = &innermost};
static const odd_outer outer = {.inner = &inner};
static const dsi_string tags[] = {DSI_STR("t"), DSI_STR("\0")};
static const odd_color_text colors[] = {BLUE, GREEN};
static const dsi_optional_int32 numbers[] = {SET(0), SET(INT32_MAX)};
static const dsi_optional_int64 weights[] = {SET(INT64_MIN)};
static const dsi_optional_bool flags[] = {SET(true), SET(false), SET(true)};
static const dsi_strings grid[] = {{.items = tags, .count = 1},
                                   {.items = tags, .count = 0}};

const odd_put_request odd_put_sample = {
    .title = DSI_STR("four"),
    .shelf = DSI_STR("s"),
    .body = DSI_STR("bb"),
    .any = DSI_STR(""),
    .arn = DSI_STR("arn:aws:rds:r:123456789012:cluster:c"),
    .dry = SET(true),
    .ranged = SET(1),
    .at_least = SET(7),
    .page = &page,
    .outer = &outer,
    .tags = {.items = tags, .count = 2},
    .colors = {.items = colors, .count = 2},
    .numbers = {.items = numbers, .count = 2},
    .weights = {.items = weights, .count = 1},
    .flags = {.items = flags, .count = 3},
    .pages = {.items = pages, .count = 2},
    .grid = {.items = grid, .count = 2}};

const char odd_put_json[] =
    "{\"title\":\"four\",\"body\":\"bb\",\"any\":\"\","
    "\"arn\":\"arn:aws:rds:r:123456789012:cluster:c\",\"ranged\":1,\"atLeast\":7,"
    "\"page\":{\"title\":\"p\",\"number\":-1,\"weight\":1,\"torn\":true,\"color\":"
    "\"RED\"},"
    "\"outer\":{\"inner\":{\"innermost\":{\"deepest\":\"d\"}}},"
    "\"tags\":[\"t\",\"\\u0000\"],\"colors\":[\"deep blue\",\"green\"],"
    "\"numbers\":[0,2147483647],\"weights\":[-9223372036854775808],"
    "\"flags\":[true,false,true],\"pages\":[{\"title\":\"p0\"},{\"title\":\"p1\"}],"
    "\"grid\":[[\"t\"],[]]}";

const void *odd_decode(const dsi_message *message, dsi_string text, size_t chunk,
                       const dsi_decode_options *options, dsi_error *error)
{
    static unsigned char block[DSI_DECODER_SIZE_DEFAULT];
    dsi_message_options chosen = {.head = {.status = 200}};
    dsi_decoder *decoder;

    if (options != NULL) {
        chosen.decode = *options;
    }
    decoder = dsi_message_begin(message, block, sizeof block, &chosen, error);
    (void)feed_by(decoder, text.data, text.length, chunk);
    return dsi_message_finish(message, decoder, error);
}

size_t odd_encode(const dsi_message *message, const void *object, bool nulls,
                  char *buffer, size_t capacity)
{
    gathered text = {.bytes = buffer, .capacity = capacity - 1};
    const dsi_sink sink = {.write = gather, .context = &text};
    const dsi_encode_options options = {.nulls = nulls};
    dsi_error error;
    bool good = dsi_message_write(message, object, &sink, &options, &error);

    ck_assert(error.code != DSI_E_SINK);
    buffer[text.length] = '\0';
    return good ? text.length : 0;
}
