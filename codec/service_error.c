/*
 * codec/service_error.c - a service error as one JSON object, for logs and tools.
 * Unlike the wire it says everything that the struct has, by the words that dsi has for
 * it.
 */
#include "schema/service_error.h"
#include "codec/emit.h"

bool dsi_service_error_write(const dsi_service_error *service_error,
                             const dsi_sink *sink, dsi_error *error)
{
    const dsi_unread *unread;
    dsi_unread_report why;
    dsi_error_report report;

    if (service_error == NULL) {
        return dsi_emit_write(&dsi_shape_error_report, NULL, sink, NULL, error);
    }
    unread = &service_error->unread;
    why = (dsi_unread_report){
        .code = dsi_str(dsi_code_name(unread->code)),
        .offset = {.present = true, .value = (int64_t)unread->offset}};
    report = (dsi_error_report){
        .type = service_error->type,
        .status = {.present = true, .value = service_error->status},
        .fault = dsi_str(dsi_fault_name(service_error->fault)),
        .error_class = dsi_str(dsi_error_class_name(service_error->error_class)),
        .message = service_error->message,
        .reason = service_error->reason,
        .detail = service_error->detail,
        .request_id = service_error->request_id,
        .unread = unread->code != DSI_OK ? &why : NULL,
        .retry_after_ms = service_error->retry_after_ms};
    return dsi_emit_write(&dsi_shape_error_report, &report, sink, NULL, error);
}
