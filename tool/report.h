/*
 * tool/report.h - the program's own JSON, one object a line on stdout. Messages are
 * written by dsi, reports about them here.
 */
#ifndef DSI_TOOL_REPORT_H
#define DSI_TOOL_REPORT_H

#include <dsi/dsi.h>
#include <dsi/vectors.h>

/* {"ok":false,"code":...,"offset":...,"path":...,"message":WORDS} */
void report_error(const dsi_error *error, const char *words);

/* {"message":...,"fieldList":[{"message":...,"path":...}]} of the stored violations. */
void report_violations(const dsi_violations *violations);

/* {"ok":true,"partition":...,...}; an ARN that dsi_arn_parse made is UTF-8. */
void report_arn(const dsi_arn *arn);

/* {"ok":false,"offset":...,"part":...,"message":...} */
void report_arn_mismatch(const dsi_arn_mismatch *fault);

/*
 * {"message":...,"verdict":"ok","bytes":...}, or "error" with code, path and why; the
 * bytes are base64.
 */
void report_vector(const char *message, const dsi_vector *vector);

#endif
