/*
 * tool/report.h - the program's own JSON, one object a line on stdout. dsi writes the
 * messages; this file writes reports about them.
 */
#ifndef DSI_TOOL_REPORT_H
#define DSI_TOOL_REPORT_H

#include <dsi/dsi.h>
#include <dsi/vectors.h>

#include "unknown.h"

/*
 * {"file":FILE,"ok":false,"code":...,"offset":...,"path":...,"message":WORDS}. Without
 * "file" if it is NULL.
 */
void report_error(const char *file, const dsi_error *error, const char *words);

/* What `dsi validate` found in a message. */
typedef struct validate_report {
    const char *file; /* NULL: not named */
    const dsi_violations *violations;
    const unknown_list *unknown;
    bool strict; /* unknown members are violations */
} validate_report;

/*
 * {"file":FILE,"message":...,"fieldList":[{"message":...,"path":...}],"unknown":
 * [{"path":...,"suggestion":...}]}, with the stored violations. "file" and "unknown"
 * are left out if there is none. "message" and "fieldList" are those of Smithy's
 * ValidationException.
 */
void report_violations(const validate_report *found);

/* {"ok":true,"partition":...,...}. The parts of a parsed ARN are UTF-8. */
void report_arn(const dsi_arn *arn);

/* {"ok":false,"offset":...,"part":...,"message":...} */
void report_arn_mismatch(const dsi_arn_mismatch *mismatch);

/*
 * {"message":...,"verdict":"ok","bytes":...}. If the verdict is "error", code, path and
 * why follow it. The bytes are base64.
 */
void report_vector(const char *message, const dsi_vector *vector);

#endif
