/* tests/vectors/verdict.c - decodes and validates a vector. */
#include "tests/vectors/verdict.h"

#include "codec/value.h"
#include "schema/operation.h"
#include "tests/model/bytes.h"
#include "tests/odd.h"

static unsigned char block[DSI_DECODER_SIZE_DEFAULT];

static void judge_report(verdict *found, const dsi_violations *report)
{
    found->violations = report->count;
    if (report->count > 0) {
        found->code = report->items[0].code;
        memcpy(found->path, report->items[0].path, sizeof report->items[0].path);
    }
}

static const void *judge_body(const dsi_message *message, dsi_string bytes,
                              size_t chunk, dsi_error *error)
{
    dsi_message_options options = {.head = {.status = 200}};
    dsi_decoder *decoder = dsi_message_begin(message, block, sizeof block, &options,
                                             error);

    (void)feed_by(decoder, bytes.data, bytes.length, chunk);
    return dsi_message_finish(message, decoder, error);
}

static const void *judge_target(const dsi_message *message, dsi_string target,
                                dsi_error *error)
{
    static any_object object;
    dsi_room room = {.memory = block, .size = sizeof block};

    ck_assert_uint_le(dsi_message_size(message), sizeof object);
    return dsi_message_target_decode(message, target, &room, NULL, &object, error)
               ? &object
               : NULL;
}

const void *judge_decode(const dsi_message *message, dsi_string bytes, size_t chunk,
                         dsi_error *error)
{
    return dsi_message_has_body(message) ? judge_body(message, bytes, chunk, error)
                                         : judge_target(message, bytes, error);
}

/*
 * A vector of a message with a body has no target. This sets the members that the
 * target would carry to good values.
 */
static const void *judge_beside(const dsi_message *message, const void *object)
{
    static any_object copy;
    const dsi_type *type = message->operation->input;

    if (object == NULL || !message->is_request) {
        return object;
    }
    ck_assert_uint_le(type->size, sizeof copy);
    memcpy(&copy, object, type->size);
    for (size_t i = 0; i < type->member_count; i++) {
        const dsi_member *member = &type->members[i];
        bool is_boolean = member->type->kind == DSI_KIND_BOOLEAN;

        if (dsi_member_is_beside(type, member)) {
            (void)dsi_value_set(member->type, (char *)&copy + member->offset,
                                dsi_str(is_boolean ? "true" : "1"));
        }
    }
    return &copy;
}

void judge(const dsi_message *message, dsi_string bytes, size_t chunk, verdict *found)
{
    dsi_violation items[4];
    dsi_violations report = {
        .items = items, .capacity = COUNT(items), .level = DSI_LEVEL_MODEL};
    dsi_error error;
    const void *object = judge_decode(message, bytes, chunk, &error);

    *found = (verdict){.code = error.code};
    memcpy(found->path, error.path, sizeof found->path);
    object = judge_beside(message, object);
    if (object != NULL) {
        dsi_message_validate(message, object, &report);
        judge_report(found, &report);
    }
}
