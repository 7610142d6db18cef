#include "tests/prove/machine.h"

#include <string.h>

/*!include:re2c "schema/text/unicode.re" */
/*!include:re2c "schema/arn/grammar.re" */

/*!conditions:re2c*/

/* In the order of machine_kind. */
static const enum YYCONDTYPE conditions[] = {
    yycany, yyccluster, yycsecret, yyccluster_documented, yycsecret_documented,
    yycutf8, yycno_white_space};

/* Ends a token. The bytes before the cursor will not be read again. */
static void machine_drop(machine *self)
{
    unsigned char rest[MACHINE_WINDOW] = {0};

    self->length -= self->cursor;
    memcpy(rest, self->window + self->cursor, self->length);
    memcpy(self->window, rest, sizeof rest);
    self->cursor = 0;
    self->marker = 0;
    self->accept = 0;
    self->state = -1;
}

/*
 * Reduces the state of a machine that refuses every text without a match. Such a
 * machine never reads a byte again, so only one fact about the marker matters: whether
 * it is at the cursor.
 */
static void machine_forget(machine *self)
{
    self->marker = self->marker == self->cursor ? 1 : 0;
    self->cursor = 1;
    self->length = 1;
    memset(self->window, 0, sizeof self->window);
}

static unsigned char machine_peek(const machine *self)
{
    return self->cursor < self->length ? self->window[self->cursor] : 0;
}

/*
 * Runs the automaton. If it asks for a byte at the end, it is entered again without
 * one, which is how re2c signals the end.
 */
static machine_outcome machine_run(machine *self, bool at_end)
{
    const enum YYCONDTYPE condition = conditions[self->kind];
    unsigned char yych;

again:
    /*!getstate:re2c*/
    /*!re2c
        re2c:api = custom;
        re2c:api:style = free-form;
        re2c:eof = 0;
        re2c:define:YYCTYPE        = "unsigned char";
        re2c:define:YYGETCONDITION = "condition";
        re2c:define:YYGETSTATE     = "self->state";
        re2c:define:YYSETSTATE     = "self->state = @@;";
        re2c:define:YYPEEK         = "machine_peek(self)";
        re2c:define:YYSKIP         = "self->cursor++;";
        re2c:define:YYBACKUP       = "self->marker = self->cursor;";
        re2c:define:YYRESTORE      = "self->cursor = self->marker;";
        re2c:define:YYLESSTHAN     = "self->cursor >= self->length";
        re2c:define:YYFILL         = "if (at_end) { goto again; } goto wait;";
        re2c:define:YYFILL:naked   = 1;
        re2c:variable:yyaccept     = "self->accept";

        <any>                arn_any                { goto matched; }
        <cluster>            arn_cluster            { goto matched; }
        <secret>             arn_secret             { goto matched; }
        <cluster_documented> arn_cluster_documented { goto matched; }
        <secret_documented>  arn_secret_documented  { goto matched; }
        <any,cluster,secret,cluster_documented,secret_documented> * { goto refused; }
        <any,cluster,secret,cluster_documented,secret_documented> $ { goto refused; }

        <utf8> [\x00-\x7f] | utf8_multi             { goto next; }
        <utf8> *                                    { goto refused; }
        <no_white_space> white_space                { goto refused; }
        <no_white_space> *                          { goto next; }
        <utf8,no_white_space> $                     { goto accepted; }
    */
next:
    machine_drop(self);
    goto again;
wait:
    if (condition != yycno_white_space) {
        machine_forget(self);
    }
    return MACHINE_WAITS;
matched:
    return self->cursor == self->length && at_end ? MACHINE_ACCEPTS : MACHINE_REFUSES;
accepted:
    return MACHINE_ACCEPTS;
refused:
    return MACHINE_REFUSES;
}

machine machine_begin(machine_kind kind)
{
    return (machine){.kind = kind, .state = -1};
}

machine_outcome machine_read(machine *self, unsigned char byte)
{
    self->window[self->length++] = byte;
    return machine_run(self, false);
}

bool machine_accepts(machine self)
{
    return machine_run(&self, true) == MACHINE_ACCEPTS;
}

bool machine_same(const machine *left, const machine *right)
{
    return left->kind == right->kind && left->state == right->state &&
           left->accept == right->accept && left->cursor == right->cursor &&
           left->marker == right->marker && left->length == right->length &&
           memcmp(left->window, right->window, sizeof left->window) == 0;
}
