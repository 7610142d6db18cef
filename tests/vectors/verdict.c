#include "tests/vectors/verdict.h"

static unsigned char block[DSI_DECODER_SIZE_DEFAULT];

static void judge_error(verdict *found, const dsi_error *error)
{
    found->code = error->code;
    memcpy(found->path, error->path, sizeof found->path);
}

static void judge_report(verdict *found, const dsi_violations *report)
{
    found->violations = report->count;
    if (report->count > 0) {
        found->code = report->items[0].code;
        memcpy(found->path, report->items[0].path, sizeof report->items[0].path);
    }
}

static void feed(dsi_decoder *decoder, dsi_string bytes, size_t chunk)
{
    for (size_t at = 0; at < bytes.length; at += chunk) {
        size_t rest = bytes.length - at;

        (void)dsi_feed(decoder, bytes.data + at, rest < chunk ? rest : chunk);
    }
}

static void judge_start_request(dsi_string bytes, size_t chunk, verdict *found,
                                dsi_violations *report, dsi_error *error)
{
    dsi_decoder *decoder = dsi_start_request_begin(block, sizeof block, NULL, error);
    const dsi_start_request *request;

    feed(decoder, bytes, chunk);
    request = dsi_start_request_finish(decoder, error);
    judge_error(found, error);
    if (request != NULL) {
        dsi_start_request_validate(request, report);
        judge_report(found, report);
    }
}

static void judge_get_request(dsi_string bytes, verdict *found, dsi_violations *report,
                              dsi_error *error)
{
    static char texts[DSI_VECTOR_MAX];
    dsi_get_request request;

    if (dsi_get_request_parse_target(bytes, texts, sizeof texts, NULL, &request,
                                     error)) {
        dsi_get_request_validate(&request, report);
        judge_error(found, error);
        judge_report(found, report);
    } else {
        judge_error(found, error);
    }
}

static void judge_answer(dsi_vector_message message, dsi_string bytes, size_t chunk,
                         verdict *found, dsi_error *error)
{
    dsi_received_head head = {.status = 200};
    dsi_decoder *decoder;

    if (message == DSI_VECTOR_START_RESPONSE) {
        decoder = dsi_start_answer_begin(block, sizeof block, &head, NULL, error);
        feed(decoder, bytes, chunk);
        (void)dsi_start_answer_finish(decoder, error);
    } else {
        decoder = dsi_get_answer_begin(block, sizeof block, &head, NULL, NULL, error);
        feed(decoder, bytes, chunk);
        (void)dsi_get_answer_finish(decoder, error);
    }
    judge_error(found, error);
}

void judge(dsi_vector_message message, dsi_string bytes, size_t chunk, verdict *found)
{
    dsi_violation items[4];
    dsi_violations report = {
        .items = items, .capacity = COUNT(items), .level = DSI_LEVEL_MODEL};
    dsi_error error;

    *found = (verdict){.code = DSI_OK};
    if (message == DSI_VECTOR_START_REQUEST) {
        judge_start_request(bytes, chunk, found, &report, &error);
    } else if (message == DSI_VECTOR_GET_REQUEST) {
        judge_get_request(bytes, found, &report, &error);
    } else {
        judge_answer(message, bytes, chunk, found, &error);
    }
}
