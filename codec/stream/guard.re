/*
 * codec/stream/guard.re - why there is a second grammar in front of yajl's.
 *
 * yajl tells tokens apart and unescapes strings. It is not strict, and dsi must be:
 *
 *     - It accepts an unterminated string after the document, the blanks \v and \f, and
 *       ill-formed UTF-8. It turns half a surrogate pair into another character.
 *     - It has no limit of depth, and none of a token's length.
 *     - When it refuses, its offsets are not reliable.
 *     - It reads a token that a chunk cuts again from its start: quadratic time.
 *
 * So the guard reads every byte first, and yajl sees only whole tokens of text that
 * passed. The guard knows nothing of types or members: those errors are the build's.
 *
 * The life of a scan:
 *
 *     1. dsi_guard_allowed cuts the chunk where max_bytes ends.
 *     2. guard_carry_token recalls a token that an earlier chunk began.
 *     3. guard_run_automaton reads to run.limit, or to an error. The limit is the end
 *        of the chunk, or where the open token gets too long: one comparison for both.
 *     4. Without an error, guard_check_limits looks at which end the automaton stopped.
 *     5. guard_keep_token notes the token that is open now, for the next chunk.
 *
 * Every rule of the automaton matches one byte and never looks ahead. So the condition
 * and the open levels say where the document stands, and a chunk can end anywhere.
 * YYBACKUP and YYRESTORE are empty.
 */
#include "codec/stream/guard.h"

#include "schema/text/inlined.h"
#include "schema/text/span.h"

/*!conditions:re2c*/

/* Member by member: of a whole struct, compilers make an instruction that is slow. */
void dsi_guard_begin(dsi_guard *guard, const dsi_limits *limits)
{
    guard->limits = *limits;
    guard->offset = 0;
    guard->token_start = 0;
    guard->mark = 0;
    guard->condition = yycstart;
    guard->in_token = false;
    guard->in_key = false;
    guard->depth = 0;
    guard->pause = 0;
    guard->objects[0] = 0;
    guard->objects[1] = 0;
}

dsi_code dsi_guard_finish(const dsi_guard *guard)
{
    return guard->condition == yycdone ? DSI_OK : DSI_E_TRUNCATED;
}

bool dsi_guard_at_item(const dsi_guard *guard)
{
    return guard->condition == yycvalue || guard->condition == yycfirst_item;
}

void dsi_guard_pass_item(dsi_guard *guard, size_t length, bool comma)
{
    guard->offset += length;
    guard->condition = comma ? yycvalue : yycafter;
}

void dsi_guard_pass_document(dsi_guard *guard, size_t length)
{
    guard->offset += length;
    guard->condition = yycdone;
}

/* The bound while no token is open. */
#define NO_BOUND SIZE_MAX

/*
 * The scan of one chunk. Offsets count in the chunk. The bound is one byte after the
 * token's limit: the automaton may read the byte after a number that is as long as
 * allowed.
 */
typedef struct guard_run {
    size_t length;
    size_t bound; /* where the open token is too long */
    size_t limit; /* the lesser of these two */
    size_t start; /* of the open token; 0 if it is carried */
    bool carried; /* the open token began before the chunk */
    size_t closed;
} guard_run;

DSI_INLINED void guard_run_to(guard_run *run, size_t bound)
{
    run->bound = bound;
    run->limit = bound < run->length ? bound : run->length;
}

/*
 * The sum does not wrap: max_token is at most SIZE_MAX / 16, and a chunk is an object
 * in memory.
 */
DSI_INLINED void guard_open_token(guard_run *run, size_t start, const dsi_guard *guard)
{
    run->start = start;
    guard_run_to(run, start + guard->limits.max_token + 1);
}

/* Ends the open token, if there is one, with the byte before `cursor`. */
DSI_INLINED void guard_close_token(guard_run *run, size_t cursor)
{
    if (run->carried) {
        run->carried = false;
        run->closed = cursor;
    }
    guard_run_to(run, NO_BOUND);
}

static bool guard_in_object(const dsi_guard *guard)
{
    return (guard->objects[0] & 1) != 0;
}

/*
 * Goes one level down; the depth is below its limit. 128 bits are enough for the 126
 * levels that limits can allow.
 */
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

static bool guard_pauses_at_list(const dsi_guard *guard)
{
    return guard->pause == guard->depth || guard->pause == DSI_PAUSE_AT_LISTS;
}

/*
 * The automaton: a condition for each place in the grammar, a byte for each step.
 * Writes an error to `scan`. Returns where it stopped, which is before the byte that is
 * wrong; for an error at the mark, after the last byte read.
 */
static size_t guard_run_automaton(dsi_guard *guard, guard_run *on_chunk,
                                  const unsigned char *bytes, dsi_scan *scan)
{
    guard_run run = *on_chunk;
    size_t cursor = 0;

#define AT (guard->offset + cursor - 1) /* the byte just read */
#define FAIL(what)                                                                      \
    do {                                                                                 \
        scan->code = (what);                                                             \
        scan->offset = AT;                                                               \
        cursor--;                                                                        \
        goto stop;                                                                       \
    } while (0)
#define FAIL_AT_MARK(what)                                                              \
    do {                                                                                 \
        scan->code = (what);                                                             \
        scan->offset = guard->mark;                                                      \
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
        re2c:define:YYLESSTHAN     = "cursor >= run.limit";
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
        <start> ["[0-9tfn-]   { FAIL(DSI_E_NOT_OBJECT); }
        <done> blank          :=> done
        <done> *              { FAIL(DSI_E_TRAILING); }

        <start> "{" => first_name { /* max_depth is at least 1 */
            guard_push(guard, true);
            goto yyc_first_name;
        }
        <value,first_item> "{" => first_name {
            if (guard->depth == guard->limits.max_depth) { FAIL(DSI_E_MAX_DEPTH); }
            guard_push(guard, true);
            goto yyc_first_name;
        }
        <value,first_item> "[" => first_item {
            if (guard->depth == guard->limits.max_depth) { FAIL(DSI_E_MAX_DEPTH); }
            guard_push(guard, false);
            if (guard_pauses_at_list(guard)) { goto stop; }
            goto yyc_first_item;
        }

        <first_name> blank    :=> first_name
        <name> blank          :=> name
        <first_name,name> ["] => string {
            guard->in_key = true;
            guard_open_token(&run, cursor - 1, guard);
            goto skip;
        }
        <first_name> "}"      { goto close; }
        <colon> blank         :=> colon
        <colon> ":"           :=> value

        <value> blank         :=> value
        <first_item> blank    :=> first_item
        <first_item> "]"      { goto close; }
        <value,first_item> ["] => string {
            guard->in_key = false;
            guard_open_token(&run, cursor - 1, guard);
            goto skip;
        }
        <value,first_item> "-" => minus {
            guard_open_token(&run, cursor - 1, guard);
            goto yyc_minus;
        }
        <value,first_item> "0" => zero {
            guard_open_token(&run, cursor - 1, guard);
            goto yyc_zero;
        }
        <value,first_item> [1-9] => integer {
            guard_open_token(&run, cursor - 1, guard);
            goto yyc_integer;
        }
        <value,first_item> "t" => t {
            guard_open_token(&run, cursor - 1, guard);
            goto yyc_t;
        }
        <value,first_item> "f" => f {
            guard_open_token(&run, cursor - 1, guard);
            goto yyc_f;
        }
        <value,first_item> "n" => n {
            guard_open_token(&run, cursor - 1, guard);
            goto yyc_n;
        }

        <after> blank => after {
            guard_close_token(&run, cursor);
            goto yyc_after;
        }
        <after> "," {
            guard_close_token(&run, cursor);
            if (guard_in_object(guard)) {
                guard->condition = yycname;
                goto yyc_name;
            }
            guard->condition = yycvalue;
            if (guard->depth == guard->pause) { goto stop; }
            goto yyc_value;
        }
        <after> "}" { if (!guard_in_object(guard)) { FAIL(DSI_E_SYNTAX); } goto close; }
        <after> "]" { if (guard_in_object(guard)) { FAIL(DSI_E_SYNTAX); } goto close; }

        <start,first_name,name,colon,value,first_item,after> * { FAIL(DSI_E_SYNTAX); }

        // ------------------------------------------------- numbers and literals
        // A number has no end of its own: the byte after it is read as <after>.
        <minus> "0"                      :=> zero
        <minus,integer> [1-9]            :=> integer
        <integer> "0"                    :=> integer
        <zero,integer> "."               :=> point
        <point,fraction> [0-9]           :=> fraction
        <zero,integer,fraction> [eE]     :=> exponent
        <exponent> [+-]                  :=> exponent_sign
        <exponent,exponent_sign,exponent_digits> [0-9] :=> exponent_digits
        <zero,integer,fraction,exponent_digits> ""     :=> after
        <minus,point,exponent,exponent_sign> *         { FAIL(DSI_E_SYNTAX); }

        // Each is named for what has been read; after "fals" comes what follows "tru".
        <t> "r"                          :=> tr
        <tr> "u"                         :=> tru
        <tru> "e"                        { goto literal; }
        <f> "a"                          :=> fa
        <fa> "l"                         :=> fal
        <fal> "s"                        :=> tru
        <n> "u"                          :=> nu
        <nu> "l"                         :=> nul
        <nul> "l"                        { goto literal; }
        <t,tr,tru,f,fa,fal,n,nu,nul> *   { FAIL(DSI_E_SYNTAX); }

        // --------------------------------------------------------------- strings
        // A quote at the bound is one byte too many: the limit counts both quotes.
        <string> plain                    { goto skip; }
        <string> ["] {
            if (cursor >= run.bound) { goto stop; }
            guard_close_token(&run, cursor);
            guard->condition = guard->in_key ? yyccolon : yycafter;
            if (guard->in_key) { goto yyc_colon; }
            goto yyc_after;
        }
        <string> [\x00-\x1f]              { FAIL(DSI_E_CONTROL); }
        <string> [\\] => escape           { guard->mark = AT; goto yyc_escape; }
        <string> [\xc2-\xdf] => tail1     { guard->mark = AT; goto yyc_tail1; }
        <string> "\xe0" => tail_e0        { guard->mark = AT; goto yyc_tail_e0; }
        <string> [\xe1-\xec\xee\xef] => tail2 { guard->mark = AT; goto yyc_tail2; }
        <string> "\xed" => tail_ed        { guard->mark = AT; goto yyc_tail_ed; }
        <string> "\xf0" => tail_f0        { guard->mark = AT; goto yyc_tail_f0; }
        <string> [\xf1-\xf3] => tail3     { guard->mark = AT; goto yyc_tail3; }
        <string> "\xf4" => tail_f4        { guard->mark = AT; goto yyc_tail_f4; }
        <string> *                        { FAIL(DSI_E_UTF8); }

        // The leads and tails of RFC 3629, section 4; an error is at the lead.
        <tail1> tail                      :=> string
        <tail2> tail                      :=> tail1
        <tail3> tail                      :=> tail2
        <tail_e0> [\xa0-\xbf]             :=> tail1
        <tail_ed> [\x80-\x9f]             :=> tail1
        <tail_f0> [\x90-\xbf]             :=> tail2
        <tail_f4> [\x80-\x8f]             :=> tail2
        <tail1,tail2,tail3,tail_e0,tail_ed,tail_f0,tail_f4> * {
            FAIL_AT_MARK(DSI_E_UTF8);
        }

        // A high surrogate must have its low one at once; an error is at the backslash.
        <escape> ["\\/bfnrt]              :=> string
        <escape> "u"                      :=> unit
        <unit> [0-9ABCEFabcef]            :=> hex3
        <unit> [Dd]                       :=> unit_d
        <unit_d> [0-7]                    :=> hex2
        <unit_d> [89ABab]                 :=> high2
        <unit_d> [C-Fc-f]                 { FAIL_AT_MARK(DSI_E_SURROGATE); }
        <hex3> hex                        :=> hex2
        <hex2> hex                        :=> hex1
        <hex1> hex                        :=> string
        <high2> hex                       :=> high1
        <high1> hex                       :=> low_backslash
        <low_backslash> [\\]              :=> low_u
        <low_u> "u"                       :=> low_d
        <low_d> [Dd]                      :=> low_c
        <low_c> [C-Fc-f]                  :=> hex2
        <low_backslash,low_u> *           { FAIL_AT_MARK(DSI_E_SURROGATE); }
        <low_d,low_c> hex                 { FAIL_AT_MARK(DSI_E_SURROGATE); }
        <escape,unit,unit_d,hex3,hex2,hex1,high2,high1,low_d,low_c> * {
            FAIL(DSI_E_ESCAPE);
        }
    */
skip:
    cursor = dsi_span_plain(bytes, cursor, run.limit);
    goto yyc_string;
literal:
    if (cursor >= run.bound) {
        goto stop;
    }
    guard_close_token(&run, cursor);
    guard->condition = yycafter;
    goto yyc_after;
close:
    guard_close_token(&run, cursor);
    guard_pop(guard);
    if (guard->depth == 0) {
        guard->condition = yycdone;
        goto yyc_done;
    }
    guard->condition = yycafter;
    goto yyc_after;
stop:
    *on_chunk = run;
    return cursor;
#undef AT
#undef FAIL
#undef FAIL_AT_MARK
}

/*
 * Which limit stopped an automaton that found no error. Both offsets are of the first
 * byte over the limit. The token's comes first: it lies within the bytes that were
 * read.
 */
static void guard_check_limits(const dsi_guard *guard, const guard_run *run,
                               size_t stopped, size_t length, dsi_scan *scan)
{
    if (stopped >= run->bound) {
        scan->code = DSI_E_MAX_TOKEN;
        scan->offset = guard->offset + run->bound - 1;
    } else if (stopped == run->length && stopped < length) {
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

/*
 * Recalls a token that an earlier chunk began. It was not too long when that chunk
 * ended, so the bound is not before this chunk.
 */
static void guard_carry_token(const dsi_guard *guard, guard_run *run)
{
    run->carried = guard->in_token;
    guard_run_to(run, guard->in_token ? (size_t)(guard->token_start +
                                                 guard->limits.max_token + 1 -
                                                 guard->offset)
                                      : NO_BOUND);
}

/*
 * Notes the open token for the next chunk. It does so after an error as well, because
 * the decoder asks for it. Without an open token, token_start keeps any value.
 */
static void guard_keep_token(dsi_guard *guard, const guard_run *run)
{
    guard->in_token = run->bound != NO_BOUND;
    if (guard->in_token && !run->carried) {
        guard->token_start = guard->offset + run->start;
    }
}

dsi_scan dsi_guard_scan(dsi_guard *guard, const unsigned char *bytes, size_t length)
{
    guard_run run = {.length = dsi_guard_allowed(guard, length)};
    dsi_scan scan = {.code = DSI_OK};
    size_t stopped;

    guard_carry_token(guard, &run);
    stopped = guard_run_automaton(guard, &run, bytes, &scan);
    if (scan.code == DSI_OK) {
        guard_check_limits(guard, &run, stopped, length, &scan);
    }
    guard_keep_token(guard, &run);
    scan.limit = guard_limit_of(&guard->limits, scan.code);
    scan.closed = run.closed;
    scan.whole = guard->in_token ? run.start : stopped;
    scan.read = stopped;
    guard->offset += stopped;
    return scan;
}
