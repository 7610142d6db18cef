/*
 * dsi/violation.h - every rule that a request breaks, found in one pass.
 *
 * Validation checks each member against the published model's rules, and reports each
 * rule it breaks. If the value satisfies these, validation also checks the documented
 * rules of the member, and whether such members agree. So correct the model's
 * violations first, and validate again.
 *
 *     dsi_violation found[DSI_VIOLATIONS_MAX];
 *     dsi_violations report = { .items = found, .capacity = DSI_VIOLATIONS_MAX };
 *     if (dsi_start_request_validate(&request, &report) > 0) {
 *         char words[4096];
 *         dsi_violations_describe(&report, words, sizeof words);
 *     }
 */
#ifndef DSI_VIOLATION_H
#define DSI_VIOLATION_H

#include <dsi/arn.h>
#include <dsi/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Room for the path of every member of a request, terminator included. In bytes. */
#define DSI_VIOLATION_PATH_MAX 64

/*
 * No request of this release has more violations, at any level. A later release may
 * raise the number. An old program still sees from `count` that some were not stored.
 */
#define DSI_VIOLATIONS_MAX 8

/* Room for the words of one violation, terminator included. In bytes. */
#define DSI_VIOLATION_TEXT_MAX 512

/*
 * One broken rule.
 *
 * code: a code of DSI_BAND_CONSTRAINT.
 * level: the level whose rule is broken. The published model forbids a violation of
 *     DSI_LEVEL_MODEL.
 * minimum, maximum: the bounds. DSI_E_LENGTH counts in Unicode scalar values,
 *     DSI_E_RANGE in the number itself. A bound that does not exist is 0 or SIZE_MAX.
 *     Otherwise 0.
 * actual: the value's length in Unicode scalar values (DSI_E_LENGTH), otherwise 0.
 * offset: in bytes, the place in `value` that breaks the rule: the first byte after
 *     which no text could match. DSI_E_DISAGREEMENT: the first byte of the part.
 *     DSI_E_ILL_FORMED: the first byte that is not UTF-8. Otherwise 0.
 * rule: the pattern as published or the rule in words, static. NULL where the code says
 *     enough.
 * part: the part of an ARN that breaks the rule ("account"), static, otherwise NULL.
 * value: the text that breaks the rule, a view into the request. The words of a
 *     violation never repeat it, because the name of a secret can be a secret. Absent
 *     for DSI_E_REQUIRED and DSI_E_RANGE.
 * path: a JSON Pointer to the member, NUL-terminated.
 */
typedef struct dsi_violation {
    dsi_code code;
    dsi_level level;
    size_t minimum;
    size_t maximum;
    size_t actual;
    size_t offset;
    const char *rule;
    const char *part;
    dsi_string value;
    char path[DSI_VIOLATION_PATH_MAX];
} dsi_violation;

/*
 * What to look for and what was found. The caller sets `items` (may be NULL),
 * `capacity` and `level` before the call. The call sets `count`.
 *
 * count: the number of all violations. It can exceed `capacity`: then only the first
 *     `capacity` are stored. They stand in the order of the model's members, length
 *     before pattern. A disagreement between members comes after the last member of
 *     their structure.
 */
typedef struct dsi_violations {
    dsi_violation *items;
    size_t capacity;
    dsi_level level;
    size_t count;
} dsi_violations;

/*
 * Writes one violation in the words that the protocol's own servers use. Without a
 * `rule` the words are those of the code; a violation that is all zero gives "no
 * error". Buffer and result are as for dsi_error_describe. DSI_VIOLATION_TEXT_MAX bytes
 * are always enough.
 */
DSI_API size_t dsi_violation_describe(const dsi_violation *violation, char *buffer,
                                      size_t capacity);

/*
 * Writes the whole report: "2 validation errors detected. " and the stored violations,
 * joined with "; ". The number is `count`, even if fewer are stored. If `items` is
 * NULL, the report is the number alone. Buffer and result are as for
 * dsi_error_describe. 64 bytes and DSI_VIOLATION_TEXT_MAX for each stored violation are
 * always enough.
 */
DSI_API size_t dsi_violations_describe(const dsi_violations *report, char *buffer,
                                       size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
