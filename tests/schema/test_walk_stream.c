/* The walk of a page whose models are not in memory: the visitor supplies each one. */
#include "tests/schema/recorder.h"
#include "tests/support.h"

#include "schema/operation.h"

#define MODELS_MAX 3

/* A visitor that supplies models, until its recorder has no calls left. */
typedef struct source {
    recorder recorder; /* first, because the visitor's context must begin with it */
    const dsi_model *models[MODELS_MAX + 1];
    size_t next;
} source;

static bool give_next(void *context, const void **item)
{
    source *self = context;

    *item = self->models[self->next];
    if (!recorder_add(&self->recorder, *item == NULL ? "end" : "next", "")) {
        return false;
    }
    ck_assert_uint_le(self->next, MODELS_MAX);
    self->next++;
    return true;
}

static const dsi_string index_fields[] = {{"id", 2}, {"at", 2}};
static const dsi_model_index key = {.fields = {index_fields, 2, 0}};
static const dsi_model_field fields[] = {{.length = {true, 0}}};
static const dsi_model plain = {.name = {"A", 1}};
static const dsi_model keyed = {.primary_key = &key, .fields = {fields, 1, 0}};

/* The walk must ignore the list in the struct: it is neither present nor walked. */
static const dsi_introspection_result no_models = {.next_token = {"t", 1}};
static const dsi_introspection_result ignored_models = {.models = {&plain, 1, 0}};

#define RESPONSE_HEAD                                                                  \
    "+GetDataSourceIntrospectionResponse no:introspectionId no:introspectionStatus "   \
    "no:introspectionStatusDetail "
#define RESULT_HEAD                                                                    \
    RESPONSE_HEAD ".introspectionResult +DataSourceIntrospectionResult .models "       \
                  "+DataSourceIntrospectionModels "
#define RESULT_TAIL                                                                    \
    "-DataSourceIntrospectionResult -GetDataSourceIntrospectionResponse "
#define MODELS "/introspectionResult/models/"
#define PLAIN(index)                                                                   \
    "next +DataSourceIntrospectionModel .name =" MODELS index                          \
    "/name no:fields no:primaryKey no:indexes no:sdl -DataSourceIntrospectionModel "

typedef struct stream_row {
    const char *why;
    dsi_get_response object;
    const dsi_model *models[MODELS_MAX];
    const char *calls;
} stream_row;

static const stream_row streams[] = {
    {"no result: the walk asks for no model",
     {.introspection_result = NULL},
     {&plain},
     RESPONSE_HEAD "no:introspectionResult -GetDataSourceIntrospectionResponse "},
    {"no model: an empty list",
     {.introspection_result = &no_models},
     {NULL},
     RESULT_HEAD "end -DataSourceIntrospectionModels .nextToken "
                 "=/introspectionResult/nextToken " RESULT_TAIL},
    {"two models; the items in the struct are ignored",
     {.introspection_result = &ignored_models},
     {&plain, &plain},
     RESULT_HEAD PLAIN("0")
         PLAIN("1") "end -DataSourceIntrospectionModels no:nextToken " RESULT_TAIL},
    {"lists inside a model are walked in memory",
     {.introspection_result = &ignored_models},
     {&plain, &keyed},
     RESULT_HEAD PLAIN("0") "next +DataSourceIntrospectionModel no:name .fields "
                            "+DataSourceIntrospectionModelFields "
                            "+DataSourceIntrospectionModelField no:name no:type "
                            ".length =" MODELS
                            "1/fields/0/length -DataSourceIntrospectionModelField "
                            "-DataSourceIntrospectionModelFields .primaryKey "
                            "+DataSourceIntrospectionModelIndex no:name .fields "
                            "+Strings =" MODELS "1/primaryKey/fields/0 =" MODELS
                            "1/primaryKey/fields/1 -Strings "
                            "-DataSourceIntrospectionModelIndex no:indexes no:sdl "
                            "-DataSourceIntrospectionModel end "
                            "-DataSourceIntrospectionModels no:nextToken " RESULT_TAIL},
};

static dsi_walk_result run(const stream_row *row, size_t calls, source *self)
{
    static dsi_frame frames[DSI_DEPTH_MAX];
    dsi_walk walk = {.frames = frames, .capacity = DSI_DEPTH_MAX};
    dsi_visitor visitor = recorder_visitor;

    visitor.next = give_next;
    visitor.streamed = dsi_operation_get.streamed;
    *self = (source){.recorder = {.calls_left = calls}};
    memcpy(self->models, row->models, sizeof row->models);
    return dsi_walk_run(&walk, dsi_operation_get.output, &row->object, &visitor, self);
}

START_TEST(items_are_asked_for_one_by_one)
{
    source whole;

    ck_assert_int_eq(run(&streams[_i], SIZE_MAX, &whole), DSI_WALK_DONE);
    ck_assert_msg(strcmp(whole.recorder.text, streams[_i].calls) == 0, "%s: %s",
                  streams[_i].why, whole.recorder.text);
}
END_TEST

START_TEST(every_call_can_stop_the_walk)
{
    source whole;
    source part;

    ck_assert_int_eq(run(&streams[_i], SIZE_MAX, &whole), DSI_WALK_DONE);
    for (size_t calls = 1; calls <= whole.recorder.calls; calls++) {
        ck_assert_int_eq(run(&streams[_i], calls, &part), DSI_WALK_STOPPED);
        ck_assert_uint_eq(part.recorder.calls, calls);
        ck_assert_msg(strncmp(part.recorder.text, whole.recorder.text,
                              strlen(part.recorder.text)) == 0,
                      "%s, %zu calls: %s", streams[_i].why, calls, part.recorder.text);
    }
}
END_TEST

/* A visitor without `next` walks the same list in memory. */
START_TEST(a_visitor_without_a_source_walks_memory)
{
    static dsi_frame frames[DSI_DEPTH_MAX];
    dsi_walk walk = {.frames = frames, .capacity = DSI_DEPTH_MAX};
    const dsi_get_response object = {.introspection_result = &ignored_models};
    const dsi_get_response empty = {.introspection_result = &no_models};
    recorder self = {.calls_left = SIZE_MAX};

    ck_assert_int_eq(dsi_walk_run(&walk, dsi_operation_get.output, &object,
                                  &recorder_visitor, &self),
                     DSI_WALK_DONE);
    ck_assert_ptr_nonnull(strstr(self.text, "=" MODELS "0/name "));
    self = (recorder){.calls_left = SIZE_MAX};
    ck_assert_int_eq(
        dsi_walk_run(&walk, dsi_operation_get.output, &empty, &recorder_visitor, &self),
        DSI_WALK_DONE);
    ck_assert_ptr_nonnull(strstr(self.text, "no:models "));
}
END_TEST

SUITE(walk_stream)
{
    Suite *suite = suite_create("walk, streamed");

    add_rows(suite, "order", items_are_asked_for_one_by_one, COUNT(streams));
    add_rows(suite, "stop", every_call_can_stop_the_walk, COUNT(streams));
    add_test(suite, "in memory", a_visitor_without_a_source_walks_memory);
    return suite;
}
