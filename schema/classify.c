/*
 * schema/classify.c - what a service error means to the caller: who is at fault, and
 * what to do about it.
 *
 * The operation's own errors decide first, with the model's status. Then the type's
 * name decides (schema/error_name.c), because it says more than a status such as 400.
 * The status is last.
 */
#include "schema/classify.h"

#include "schema/error_name.h"

const dsi_modelled_error *dsi_operation_error(const dsi_operation *operation,
                                              dsi_string type)
{
    const dsi_modelled_error *error = operation->errors;

    while (error->name != NULL && !dsi_string_equal(dsi_str(error->name), type)) {
        error++;
    }
    return error->name != NULL ? error : NULL;
}

/*
 * Retried statuses are those of AWS's standard retry mode, and 408. Any other status
 * from 500 on is a failure that a retry is not known to mend.
 */
static dsi_error_class status_class(int status)
{
    switch (status) {
    case 429:
        return DSI_CLASS_THROTTLE;
    case 401:
    case 403:
        return DSI_CLASS_AUTH;
    case 408: /* RFC 9110, 15.5.9: the request may be repeated */
    case 500:
    case 502:
    case 503:
    case 504:
        return DSI_CLASS_TRANSIENT;
    default:
        return status >= 500 ? DSI_CLASS_SERVER : DSI_CLASS_CLIENT;
    }
}

dsi_error_class dsi_operation_classify(const dsi_operation *operation, dsi_string type,
                                       int status)
{
    dsi_error_class by_name;

    if (dsi_operation_error(operation, type) != NULL) {
        return DSI_CLASS_MODELLED;
    }
    by_name = dsi_error_name_class(type);
    return by_name != 0 ? by_name : status_class(status);
}

/* A type that the operation models has the status of the model, whatever was sent. */
dsi_fault dsi_operation_fault(const dsi_operation *operation, dsi_string type,
                              int status)
{
    const dsi_modelled_error *error = dsi_operation_error(operation, type);

    if (error != NULL) {
        status = error->status;
    }
    return status >= 500 ? DSI_FAULT_SERVER : DSI_FAULT_CLIENT;
}
