#include "codec/guard.h"

#include <string.h>

/*!conditions:re2c*/

void dsi_guard_begin(dsi_guard *guard, const dsi_limits *limits)
{
    *guard = (dsi_guard){.limits = *limits, .condition = yycstart};
}

dsi_code dsi_guard_finish(const dsi_guard *guard)
{
    return guard->condition == yycdone ? DSI_OK : DSI_E_TRUNCATED;
}

/* One chunk under the automaton. `limit` ends the chunk, or the longest token before. */
typedef struct guard_run {
    dsi_guard *guard;
    size_t length;
    size_t limit;
    bool carried; /* the open token began before the chunk */
    size_t closed;
} guard_run;

/* A token may take one byte more than its limit: that byte is where it is refused. */
static void guard_limit_token(guard_run *run)
{
    const dsi_guard *guard = run->guard;
    uint64_t end = guard->token_start + guard->limits.max_token + 1 - guard->offset;

    run->limit = end < run->length ? (size_t)end : run->length;
}

static void guard_open_token(guard_run *run, size_t start)
{
    run->guard->in_token = true;
    run->guard->token_start = run->guard->offset + start;
    guard_limit_token(run);
}

/* Ends the open token, if there is one, with the byte before `cursor`. */
static void guard_close_token(guard_run *run, size_t cursor)
{
    if (run->carried) {
        run->carried = false;
        run->closed = cursor;
    }
    run->guard->in_token = false;
    run->limit = run->length;
}

static bool guard_token_too_long(const guard_run *run, size_t cursor)
{
    const dsi_guard *guard = run->guard;

    return guard->in_token &&
           guard->offset + cursor - guard->token_start > guard->limits.max_token;
}

static bool guard_in_object(const dsi_guard *guard)
{
    return (guard->objects[0] & 1) != 0;
}

/* Goes one level down; the depth is below its limit. */
static void guard_push(dsi_guard *guard, bool object)
{
    guard->objects[1] = guard->objects[1] << 1 | guard->objects[0] >> 63;
    guard->objects[0] = guard->objects[0] << 1 | (object ? 1 : 0);
    guard->depth++;
}

/* Goes one level up. */
static void guard_pop(dsi_guard *guard)
{
    guard->objects[0] = guard->objects[0] >> 1 | guard->objects[1] << 63;
    guard->objects[1] >>= 1;
    guard->depth--;
}

#define EACH_BYTE(value) (UINT64_MAX / 255 * (value))

/* True if none of eight bytes is a quote, a backslash, a control or beyond ASCII. */
static bool guard_plain_word(uint64_t word)
{
    uint64_t quote = word ^ EACH_BYTE('"');
    uint64_t backslash = word ^ EACH_BYTE('\\');
    uint64_t found = (quote - EACH_BYTE(1)) | (backslash - EACH_BYTE(1)) |
                     (word - EACH_BYTE(0x20)) | word;

    return (found & EACH_BYTE(0x80)) == 0;
}

/* Skips plain ASCII of a string, eight bytes at a time; may stop early. */
static size_t guard_skip_plain(const unsigned char *bytes, size_t cursor, size_t limit)
{
    while (cursor + sizeof(uint64_t) <= limit) {
        uint64_t word;

        memcpy(&word, bytes + cursor, sizeof word);
        if (!guard_plain_word(word)) {
            break;
        }
        cursor += sizeof word;
    }
    return cursor;
}

/*
 * The automaton: a condition for each place in the grammar, a byte for each step. Sets
 * `fault` to the offset of a fault; `cursor` is where it stopped.
 */
static dsi_code guard_run_automaton(guard_run *run, const unsigned char *bytes,
                                    size_t *stopped, uint64_t *fault)
{
    dsi_guard *guard = run->guard;
    dsi_code code = DSI_OK;
    size_t cursor = 0;

#define AT (guard->offset + cursor - 1) /* the byte just read */
#define FAULT(what)                                                                      \
    do {                                                                                 \
        code = (what);                                                                   \
        *fault = AT;                                                                     \
        cursor--;                                                                        \
        goto stop;                                                                       \
    } while (0)
#define FAULT_AT_MARK(what)                                                              \
    do {                                                                                 \
        code = (what);                                                                   \
        *fault = guard->mark;                                                            \
        goto stop;                                                                       \
    } while (0)

    /*!re2c
        re2c:api = custom;
        re2c:api:style = free-form;
        re2c:define:YYCTYPE        = "unsigned char";
        re2c:define:YYPEEK         = "bytes[cursor]";
        re2c:define:YYSKIP         = "cursor++;";
        re2c:define:YYBACKUP       = "";
        re2c:define:YYRESTORE      = "";
        re2c:define:YYLESSTHAN     = "cursor >= run->limit";
        re2c:define:YYFILL         = "goto stop;";
        re2c:define:YYFILL:naked   = 1;
        re2c:define:YYGETCONDITION = "guard->condition";
        re2c:define:YYSETCONDITION = "guard->condition = @@;";
        re2c:yyfill:parameter = 0;

        blank = [ \t\r\n];
        plain = [\x20-\x21\x23-\x5b\x5d-\x7f];
        hex   = [0-9A-Fa-f];
        tail  = [\x80-\xbf];

        // ------------------------------------------------------------- structure
        <start> blank         :=> start
        <start> ["[0-9tfn-]   { FAULT(DSI_E_NOT_OBJECT); }
        <done> blank          :=> done
        <done> *              { FAULT(DSI_E_TRAILING); }

        <start> "{" => first_name { /* one level is always allowed */
            guard_push(guard, true);
            goto yyc_first_name;
        }
        <value,first_item> "{" => first_name {
            if (guard->depth == guard->limits.max_depth) { FAULT(DSI_E_MAX_DEPTH); }
            guard_push(guard, true);
            goto yyc_first_name;
        }
        <value,first_item> "[" => first_item {
            if (guard->depth == guard->limits.max_depth) { FAULT(DSI_E_MAX_DEPTH); }
            guard_push(guard, false);
            goto yyc_first_item;
        }

        <first_name> blank    :=> first_name
        <name> blank          :=> name
        <first_name,name> ["] => string {
            guard->in_key = true;
            guard_open_token(run, cursor - 1);
            goto yyc_string;
        }
        <first_name> "}"      { goto close; }
        <colon> blank         :=> colon
        <colon> ":"           :=> value

        <value> blank         :=> value
        <first_item> blank    :=> first_item
        <first_item> "]"      { goto close; }
        <value,first_item> ["] => string {
            guard->in_key = false;
            guard_open_token(run, cursor - 1);
            goto yyc_string;
        }
        <value,first_item> "-" => minus {
            guard_open_token(run, cursor - 1);
            goto yyc_minus;
        }
        <value,first_item> "0" => zero {
            guard_open_token(run, cursor - 1);
            goto yyc_zero;
        }
        <value,first_item> [1-9] => integer {
            guard_open_token(run, cursor - 1);
            goto yyc_integer;
        }
        <value,first_item> "t" => t {
            guard_open_token(run, cursor - 1);
            goto yyc_t;
        }
        <value,first_item> "f" => f {
            guard_open_token(run, cursor - 1);
            goto yyc_f;
        }
        <value,first_item> "n" => n {
            guard_open_token(run, cursor - 1);
            goto yyc_n;
        }

        <after> blank => after {
            guard_close_token(run, cursor);
            goto yyc_after;
        }
        <after> "," {
            guard_close_token(run, cursor);
            if (guard_in_object(guard)) {
                guard->condition = yycname;
                goto yyc_name;
            }
            guard->condition = yycvalue;
            goto yyc_value;
        }
        <after> "}" { if (!guard_in_object(guard)) { FAULT(DSI_E_SYNTAX); } goto close; }
        <after> "]" { if (guard_in_object(guard)) { FAULT(DSI_E_SYNTAX); } goto close; }

        <start,first_name,name,colon,value,first_item,after> * { FAULT(DSI_E_SYNTAX); }

        // ------------------------------------------------- numbers and literals
        <minus> "0"                      :=> zero
        <minus,integer> [1-9]            :=> integer
        <integer> "0"                    :=> integer
        <zero,integer> "."               :=> point
        <point,fraction> [0-9]           :=> fraction
        <zero,integer,fraction> [eE]     :=> exponent
        <exponent> [+-]                  :=> exponent_sign
        <exponent,exponent_sign,exponent_digits> [0-9] :=> exponent_digits
        <zero,integer,fraction,exponent_digits> ""     :=> after
        <minus,point,exponent,exponent_sign> *         { FAULT(DSI_E_SYNTAX); }

        // Named for what has been read; "fals" goes on as "tru" does.
        <t> "r"                          :=> tr
        <tr> "u"                         :=> tru
        <tru> "e"                        { goto literal; }
        <f> "a"                          :=> fa
        <fa> "l"                         :=> fal
        <fal> "s"                        :=> tru
        <n> "u"                          :=> nu
        <nu> "l"                         :=> nul
        <nul> "l"                        { goto literal; }
        <t,tr,tru,f,fa,fal,n,nu,nul> *   { FAULT(DSI_E_SYNTAX); }

        // --------------------------------------------------------------- strings
        <string> plain {
            cursor = guard_skip_plain(bytes, cursor, run->limit);
            goto yyc_string;
        }
        <string> ["] {
            if (guard_token_too_long(run, cursor)) { goto stop; }
            guard_close_token(run, cursor);
            guard->condition = guard->in_key ? yyccolon : yycafter;
            if (guard->in_key) { goto yyc_colon; }
            goto yyc_after;
        }
        <string> [\x00-\x1f]              { FAULT(DSI_E_CONTROL); }
        <string> [\\] => escape           { guard->mark = AT; goto yyc_escape; }
        <string> [\xc2-\xdf] => tail1     { guard->mark = AT; goto yyc_tail1; }
        <string> "\xe0" => tail_e0        { guard->mark = AT; goto yyc_tail_e0; }
        <string> [\xe1-\xec\xee\xef] => tail2 { guard->mark = AT; goto yyc_tail2; }
        <string> "\xed" => tail_ed        { guard->mark = AT; goto yyc_tail_ed; }
        <string> "\xf0" => tail_f0        { guard->mark = AT; goto yyc_tail_f0; }
        <string> [\xf1-\xf3] => tail3     { guard->mark = AT; goto yyc_tail3; }
        <string> "\xf4" => tail_f4        { guard->mark = AT; goto yyc_tail_f4; }
        <string> *                        { FAULT(DSI_E_UTF8); }

        <tail1> tail                      :=> string
        <tail2> tail                      :=> tail1
        <tail3> tail                      :=> tail2
        <tail_e0> [\xa0-\xbf]             :=> tail1
        <tail_ed> [\x80-\x9f]             :=> tail1
        <tail_f0> [\x90-\xbf]             :=> tail2
        <tail_f4> [\x80-\x8f]             :=> tail2
        <tail1,tail2,tail3,tail_e0,tail_ed,tail_f0,tail_f4> * {
            FAULT_AT_MARK(DSI_E_UTF8);
        }

        <escape> ["\\/bfnrt]              :=> string
        <escape> "u"                      :=> unit
        <unit> [0-9ABCEFabcef]            :=> hex3
        <unit> [Dd]                       :=> unit_d
        <unit_d> [0-7]                    :=> hex2
        <unit_d> [89ABab]                 :=> high2
        <unit_d> [C-Fc-f]                 { FAULT_AT_MARK(DSI_E_SURROGATE); }
        <hex3> hex                        :=> hex2
        <hex2> hex                        :=> hex1
        <hex1> hex                        :=> string
        <high2> hex                       :=> high1
        <high1> hex                       :=> low_backslash
        <low_backslash> [\\]              :=> low_u
        <low_u> "u"                       :=> low_d
        <low_d> [Dd]                      :=> low_c
        <low_c> [C-Fc-f]                  :=> hex2
        <low_backslash,low_u> *           { FAULT_AT_MARK(DSI_E_SURROGATE); }
        <low_d,low_c> hex                 { FAULT_AT_MARK(DSI_E_SURROGATE); }
        <escape,unit,unit_d,hex3,hex2,hex1,high2,high1,low_d,low_c> * {
            FAULT(DSI_E_ESCAPE);
        }
    */
literal:
    if (guard_token_too_long(run, cursor)) {
        goto stop;
    }
    guard_close_token(run, cursor);
    guard->condition = yycafter;
    goto yyc_after;
close:
    guard_close_token(run, cursor);
    guard_pop(guard);
    if (guard->depth == 0) {
        guard->condition = yycdone;
        goto yyc_done;
    }
    guard->condition = yycafter;
    goto yyc_after;
stop:
    *stopped = cursor;
    return code;
#undef AT
#undef FAULT
#undef FAULT_AT_MARK
}

/* How many bytes of the chunk max_bytes allows. */
static size_t guard_allowed(const dsi_guard *guard, size_t length)
{
    uint64_t room = guard->limits.max_bytes - guard->offset;

    return room < length ? (size_t)room : length;
}

/* The limits that the automaton stopped at without a fault of its own. */
static void guard_check_limits(const guard_run *run, size_t stopped, size_t length,
                               dsi_scan *scan)
{
    const dsi_guard *guard = run->guard;

    if (guard_token_too_long(run, stopped)) {
        scan->code = DSI_E_MAX_TOKEN;
        scan->offset = guard->token_start + guard->limits.max_token;
    } else if (run->length < length) {
        scan->code = DSI_E_MAX_BYTES;
        scan->offset = guard->limits.max_bytes;
    }
}

static uint64_t guard_limit_of(const dsi_limits *limits, dsi_code code)
{
    switch (code) {
    case DSI_E_MAX_BYTES:
        return limits->max_bytes;
    case DSI_E_MAX_DEPTH:
        return limits->max_depth;
    case DSI_E_MAX_TOKEN:
        return limits->max_token;
    default:
        return 0;
    }
}

dsi_scan dsi_guard_scan(dsi_guard *guard, const unsigned char *bytes, size_t length)
{
    size_t allowed = guard_allowed(guard, length);
    guard_run run = {.guard = guard,
                     .length = allowed,
                     .limit = allowed,
                     .carried = guard->in_token};
    dsi_scan scan = {.code = DSI_OK};
    size_t stopped;

    if (guard->in_token) {
        guard_limit_token(&run);
    }
    scan.code = guard_run_automaton(&run, bytes, &stopped, &scan.offset);
    if (scan.code == DSI_OK) {
        guard_check_limits(&run, stopped, length, &scan);
    }
    scan.limit = guard_limit_of(&guard->limits, scan.code);
    scan.closed = run.closed;
    scan.whole = stopped;
    if (guard->in_token) {
        scan.whole = run.carried ? 0 : (size_t)(guard->token_start - guard->offset);
    }
    guard->offset += stopped;
    return scan;
}
