/*
 * dsi/violation.h - every rule that a request breaks, found in one pass.
 *
 * Each member is held against the model's rules, and all that it breaks are reported.
 * The documented rules of a member are checked only if its value satisfies the model's,
 * and agreement only between values that do: mend the model's violations first, and
 * validate again.
 *
 *     dsi_violation found[DSI_VIOLATIONS_MAX];
 *     dsi_violations report = { .items = found, .capacity = DSI_VIOLATIONS_MAX };
 *     if (dsi_start_request_validate(&request, &report) > 0) {
 *         char words[4096];
 *         dsi_violations_text(&report, words, sizeof words);
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
 * No request has more violations at any level. A later release may have a greater number:
 * `count` tells even then that some were not stored.
 */
#define DSI_VIOLATIONS_MAX 8

/* Room for the words of one violation, terminator included. In bytes. */
#define DSI_VIOLATION_TEXT_MAX 512

/*
 * One broken rule.
 *
 * code: a code of DSI_BAND_CONSTRAINT.
 * level: how much it matters. The published model forbids a violation of its level.
 * minimum, maximum: DSI_E_LENGTH: the bounds in Unicode scalar values. DSI_E_RANGE: the
 *     bounds. A bound that does not exist is 0 or SIZE_MAX. Else 0.
 * actual: the value's length in Unicode scalar values (DSI_E_LENGTH), else 0.
 * offset: where in `value` the fault is, in bytes: the first byte at which no
 *     continuation can match; DSI_E_DISAGREEMENT: the first byte of the part;
 *     DSI_E_ILL_FORMED: the first byte that is not UTF-8. Else 0.
 * rule: the pattern as published or the rule in words, static; NULL where the code says
 *     it all.
 * part: the part of an ARN in which the fault is ("account"), static, else NULL.
 * value: the offending text, a view into the request. Texts never echo it: a secret's
 *     name can be a secret. Absent for DSI_E_REQUIRED and DSI_E_RANGE.
 * path: JSON Pointer of the member, NUL-terminated.
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
 * `capacity` and `level` before the call; `count` is set by it.
 *
 * count: how many violations there are in all. It can exceed `capacity`: the first
 *     `capacity` are stored, in the order of the model's members, length before
 *     pattern; what members of a structure disagree on comes behind its members.
 */
typedef struct dsi_violations {
    dsi_violation *items;
    size_t capacity;
    dsi_level level;
    size_t count;
} dsi_violations;

/*
 * One violation in the words of the protocol's own servers; "no error" for one that is
 * all zero. Without a `rule` the words are those of the code. Same contract as
 * dsi_error_text. DSI_VIOLATION_TEXT_MAX bytes are always enough.
 */
DSI_API size_t dsi_violation_text(const dsi_violation *violation, char *buffer,
                                  size_t capacity);

/*
 * The whole report: "2 validation errors detected. " and the stored violations, joined
 * with "; ". The number is `count`, even if fewer are stored; without `items` there are
 * none. Same contract as dsi_error_text. 64 bytes and DSI_VIOLATION_TEXT_MAX for each
 * stored violation are always enough.
 */
DSI_API size_t dsi_violations_text(const dsi_violations *report, char *buffer,
                                   size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
