/*
 * tests/prove/guard.c - the guard against an oracle, on the contents of a string: every
 * sequence of up to four bytes, and every pair of escapes.
 */
#include "codec/stream/guard.h"

#include <stdio.h>
#include <string.h>

#include "tests/prove/prove.h"
#include "tests/prove/text_oracle.h"

/*
 * The rest of the message after the contents. It has sixteen plain bytes, so that the
 * guard also reads the contents in blocks.
 */
#define REST "aaaaaaaaaaaaaaaa\"}"
#define REST_PLAIN 16

static const unsigned char rest[] = REST;

static bool scan(dsi_guard *guard, const unsigned char *bytes, size_t length)
{
    return dsi_guard_scan(guard, bytes, length).code == DSI_OK;
}

/* Returns true if the guard accepts the message that ends with these bytes. */
static bool accepts(dsi_guard guard, const unsigned char *bytes, size_t length)
{
    return scan(&guard, bytes, length) && dsi_guard_finish(&guard) == DSI_OK;
}

/* A guard that has read a message up to the contents of a string. */
static dsi_guard in_string(void)
{
    static const char start[] = "{\"\":\"a";
    const dsi_limits limits = {.max_bytes = 4096, .max_depth = 2, .max_token = 4096};
    dsi_guard guard;

    dsi_guard_begin(&guard, &limits);
    prove_need(scan(&guard, (const unsigned char *)start, sizeof start - 1),
               "the guard takes the start of a message");
    return guard;
}

/* ---------------------------------------------------------------------- sequences */

typedef struct search {
    dsi_guard start;
    unsigned char text[1 + 4 + sizeof rest]; /* a plain byte, the contents, the rest */
    size_t length;                           /* of the contents */
    size_t count;
    size_t stands_for; /* sequences, with those whose prefix was refused */
} search;

/*
 * Compares the guard with the oracle in two ways. One gives it everything in one chunk,
 * after a plain byte that makes it skip in blocks. The other goes on with `after`,
 * which has read the contents byte by byte.
 */
static bool search_agrees(search *self, dsi_guard after, bool alive)
{
    bool expected;

    memcpy(self->text + 1 + self->length, rest, sizeof rest - 1);
    expected = text_oracle(self->text, 1 + self->length + REST_PLAIN);
    return accepts(self->start, self->text, self->length + sizeof rest) == expected &&
           (alive && accepts(after, rest, sizeof rest - 1)) == expected;
}

/*
 * The number of sequences that begin with a given one of this length, itself included.
 */
static size_t continuations(size_t length)
{
    size_t count = 1;

    for (; length < 4; length++) {
        count = 1 + 256 * count;
    }
    return count;
}

/*
 * Tries every byte after the contents so far, and goes on from each. `before` has read
 * these contents. A guard is never used after an error, so every sequence that begins
 * with a refused one counts as refused.
 */
static bool search_all(search *self, const dsi_guard *before)
{
    bool agrees = true;

    self->length++;
    for (unsigned byte = 0; byte < 256 && agrees; byte++) {
        dsi_guard after = *before;
        bool alive;

        self->text[self->length] = (unsigned char)byte;
        alive = scan(&after, &self->text[self->length], 1);
        self->count++;
        self->stands_for += alive ? 1 : continuations(self->length);
        agrees = search_agrees(self, after, alive);
        if (agrees && alive && self->length < 4) {
            agrees = search_all(self, &after);
        }
    }
    if (agrees) {
        self->length--;
    }
    return agrees;
}

bool prove_sequences(void)
{
    search self = {.start = in_string(), .text = "a"};
    char figures[FIGURES];

    if (!search_all(&self, &self.start)) {
        return prove_differs(
            "guard", "sequences",
            (dsi_string){.data = (const char *)self.text + 1, .length = self.length});
    }
    snprintf(figures, sizeof figures,
             "%zu of 1 to 4 bytes, %zu run: as RFC 8259 and RFC 3629", self.stands_for,
             self.count);
    return prove_holds("guard", "sequences", figures);
}

/* ------------------------------------------------------------------------ escapes */

#define ESCAPE ((size_t)6)

static const char digits[] = "0123456789abcdefABCDEF";
#define DIGITS (sizeof digits - 1)
#define SPELLINGS (DIGITS * DIGITS * DIGITS * DIGITS)

/* Up to two escapes and the rest. */
typedef struct contents {
    unsigned char text[2 * ESCAPE + sizeof rest];
    size_t length;
} contents;

/* Adds a unit in one spelling. Spellings differ in a digit or in its case. */
static void contents_spell(contents *self, size_t spelling)
{
    unsigned char *escape = self->text + self->length;

    escape[0] = '\\';
    escape[1] = 'u';
    for (size_t i = 2; i < ESCAPE; i++) {
        escape[i] = (unsigned char)digits[spelling % DIGITS];
        spelling /= DIGITS;
    }
    self->length += ESCAPE;
}

/* Adds a unit as an escape, in upper case if `upper` is set. */
static void contents_add(contents *self, size_t unit, bool upper)
{
    unsigned char *escape = self->text + self->length;

    escape[0] = '\\';
    escape[1] = 'u';
    for (size_t i = ESCAPE - 1; i > 1; i--) {
        size_t digit = unit % 16;

        escape[i] = (unsigned char)digits[digit > 9 && upper ? digit + 6 : digit];
        unit /= 16;
    }
    self->length += ESCAPE;
}

/* Compares the guard with the oracle on the contents in one chunk. */
static bool contents_agree(contents *self, const dsi_guard *start)
{
    memcpy(self->text + self->length, rest, sizeof rest - 1);
    return accepts(*start, self->text, self->length + sizeof rest - 1) ==
           text_oracle(self->text, self->length + REST_PLAIN);
}

/* Returns true if two guards are equal in everything that decides about later bytes. */
static bool same_state(const dsi_guard *left, const dsi_guard *right)
{
    return left->condition == right->condition && left->in_token == right->in_token &&
           left->in_key == right->in_key && left->depth == right->depth &&
           left->token_start == right->token_start &&
           left->objects[0] == right->objects[0] &&
           left->objects[1] == right->objects[1];
}

/* A high surrogate, and the guard after it. */
typedef struct opened {
    contents contents;
    dsi_guard guard;
    bool set;
} opened;

/*
 * Tries one escape in every spelling. After it there are only three possible guards:
 * one that refused it, one that is as before it, and one that all high surrogates lead
 * to.
 */
static bool singles_agree(const dsi_guard *start, opened *high, contents *differs)
{
    bool agrees = true;

    for (size_t i = 0; i < SPELLINGS && agrees; i++) {
        dsi_guard after = *start;

        *differs = (contents){.length = 0};
        contents_spell(differs, i);
        agrees = contents_agree(differs, start);
        if (!agrees || !scan(&after, differs->text, ESCAPE) ||
            same_state(&after, start)) {
            continue;
        }
        if (!high->set) {
            *high = (opened){.contents = *differs, .guard = after, .set = true};
        }
        agrees = same_state(&after, &high->guard);
    }
    return agrees;
}

/*
 * Tries every second escape after a high surrogate. After any other first escape the
 * guard is as before it, so the single escapes cover that case.
 */
static bool seconds_agree(const opened *high, contents *differs)
{
    bool agrees = high->set;

    for (size_t i = 0; i < SPELLINGS && agrees; i++) {
        *differs = high->contents;
        contents_spell(differs, i);
        memcpy(differs->text + differs->length, rest, sizeof rest - 1);
        agrees = accepts(high->guard, differs->text + ESCAPE,
                         ESCAPE + sizeof rest - 1) ==
                 text_oracle(differs->text, differs->length + REST_PLAIN);
    }
    return agrees;
}

/* Tries every high surrogate with every unit after it, in one chunk. */
static bool pairs_agree(const dsi_guard *start, contents *differs)
{
    bool agrees = true;

    for (size_t i = 0; i < (size_t)0x400 << 16 && agrees; i++) {
        *differs = (contents){.length = 0};
        contents_add(differs, 0xd800 + (i >> 16), i % 2 == 0);
        contents_add(differs, i & 0xffff, i % 3 == 0);
        agrees = contents_agree(differs, start);
    }
    return agrees;
}

/* Tries every byte in every place of a pair, and of a single escape. */
static bool broken_agree(const dsi_guard *start, contents *differs)
{
    bool agrees = true;

    for (size_t i = 0; i < 3 * ESCAPE * 256 && agrees; i++) {
        size_t place = i / 256;

        *differs = (contents){.length = 0};
        contents_add(differs, place < 2 * ESCAPE ? 0xd834 : 0x2028, false);
        if (place < 2 * ESCAPE) {
            contents_add(differs, 0xdd1e, false);
        }
        differs->text[place % (2 * ESCAPE)] = (unsigned char)i;
        agrees = contents_agree(differs, start);
    }
    return agrees;
}

bool prove_escapes(void)
{
    const dsi_guard start = in_string();
    opened high = {.set = false};
    contents differs;
    char figures[FIGURES];

    if (!singles_agree(&start, &high, &differs) || !seconds_agree(&high, &differs) ||
        !pairs_agree(&start, &differs) || !broken_agree(&start, &differs)) {
        return prove_differs(
            "guard", "escapes",
            (dsi_string){.data = (const char *)differs.text, .length = differs.length});
    }
    snprintf(figures, sizeof figures,
             "%zu spellings, each after each, %d pairs run: as RFC 8259", SPELLINGS,
             0x400 << 16);
    return prove_holds("guard", "escapes", figures);
}
