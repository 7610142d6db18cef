/* schema/validate.h - checks a request against its type. */
#ifndef DSI_SCHEMA_VALIDATE_H
#define DSI_SCHEMA_VALIDATE_H

#include "schema/type.h"

#include <dsi/violation.h>

/* See dsi_start_request_validate. `report` may be NULL. */
size_t dsi_validate(const dsi_type *type, const void *object, dsi_violations *report);

#endif
