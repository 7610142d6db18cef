/*
 * tool/report.h - the program's own JSON, one object a line on stdout. dsi writes the
 * messages; this file writes reports about them.
 */
#ifndef DSI_TOOL_REPORT_H
#define DSI_TOOL_REPORT_H

#include <dsi/dsi.h>
#include <dsi/vectors.h>

/* {"ok":false,"code":...,"offset":...,"path":...,"message":WORDS} */
void report_error(const dsi_error *error, const char *words);

/*
 * {"message":...,"fieldList":[{"message":...,"path":...}]}, with the stored violations.
 * The members are those of Smithy's ValidationException.
 */
void report_violations(const dsi_violations *violations);

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
