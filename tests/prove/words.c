/* tests/prove/words.c - makes the strings of the W-method, and tries them. */
#include "tests/prove/words.h"

#include <string.h>

#include "tests/prove/prove.h"

static void word_add(word *self, const char *bytes, size_t length)
{
    prove_need(self->length + length <= WORD_LENGTH, "words are short");
    memcpy(self->bytes + self->length, bytes, length);
    self->length += length;
}

static dsi_string word_text(const word *self)
{
    return (dsi_string){.data = self->bytes, .length = self->length};
}

/* ------------------------------------------------------------------ ways to states */

static void find_ways(words *self)
{
    size_t queue[LANGUAGE_STATES] = {0};
    size_t count = 1;

    self->reached[0] = true;
    for (size_t i = 0; i < count; i++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            size_t state = self->wanted->next[queue[i]][byte];
            char last = (char)byte;

            if (!self->reached[state]) {
                self->reached[state] = true;
                self->ways[state] = self->ways[queue[i]];
                word_add(&self->ways[state], &last, 1);
                queue[count++] = state;
            }
        }
    }
}

/* ------------------------------------------------------------- words that separate */

static void add_end(words *self, const word *end)
{
    prove_need(self->end_count < LANGUAGE_STATES, "the automaton is minimal");
    for (size_t state = 0; state < self->wanted->count; state++) {
        self->accepts[state][self->end_count] =
            self->wanted->accepts[language_run(self->wanted, state, word_text(end))];
    }
    self->ends[self->end_count++] = *end;
}

/* The index of the first word that separates two states, or the number of words. */
static size_t apart(const words *self, size_t left, size_t right)
{
    size_t i = 0;

    while (i < self->end_count && self->accepts[left][i] == self->accepts[right][i]) {
        i++;
    }
    return i;
}

/*
 * Adds a word that separates two states which no word separates yet. It is a byte
 * before an old word. Returns false if there is none.
 */
static bool split(words *self, size_t left, size_t right)
{
    if (apart(self, left, right) < self->end_count) {
        return false;
    }
    for (unsigned byte = 0; byte < 256; byte++) {
        size_t end = apart(self, self->wanted->next[left][byte],
                           self->wanted->next[right][byte]);

        if (end < self->end_count) {
            word longer = {.bytes = {(char)byte}, .length = 1};

            word_add(&longer, self->ends[end].bytes, self->ends[end].length);
            add_end(self, &longer);
            return true;
        }
    }
    return false;
}

static bool split_any(words *self)
{
    bool any = false;

    for (size_t left = 0; left < self->wanted->count; left++) {
        for (size_t right = 0; right < left; right++) {
            any = split(self, left, right) || any;
        }
    }
    return any;
}

void words_make(words *self, const language *wanted)
{
    *self = (words){.wanted = wanted};
    find_ways(self);
    add_end(self, &(word){.length = 0});
    while (split_any(self)) {
    }
    for (size_t left = 0; left < wanted->count; left++) {
        for (size_t right = 0; right < left; right++) {
            prove_need(apart(self, left, right) < self->end_count,
                       "the automaton is minimal");
        }
    }
}

/* ---------------------------------------------------------------------- the strings */

typedef struct trial {
    const words *strings;
    words_match_fn *match;
    const void *context;
    size_t count;
    word text;
} trial;

/* Tries the text so far, which leads to `state`, with every end. */
static bool try_ends(trial *self, size_t state)
{
    size_t length = self->text.length;
    bool agrees = true;

    for (size_t i = 0; i < self->strings->end_count && agrees; i++) {
        word_add(&self->text, self->strings->ends[i].bytes,
                 self->strings->ends[i].length);
        self->count++;
        agrees = self->match(self->context, word_text(&self->text)) ==
                 self->strings->accepts[state][i];
        if (agrees) {
            self->text.length = length;
        }
    }
    return agrees;
}

/* Tries the same after every string of at most `more` further bytes. */
static bool try_middles(trial *self, size_t state, size_t more)
{
    bool agrees = try_ends(self, state);

    for (unsigned byte = 0; byte < 256 && more > 0 && agrees; byte++) {
        char middle = (char)byte;

        word_add(&self->text, &middle, 1);
        agrees = try_middles(self, self->strings->wanted->next[state][byte], more - 1);
        if (agrees) {
            self->text.length--;
        }
    }
    return agrees;
}

bool words_agree(const words *self, words_match_fn *match, const void *context,
                 size_t *count, word *differs)
{
    trial attempt = {.strings = self, .match = match, .context = context};
    bool agrees = true;

    for (size_t state = 0; state < self->wanted->count && agrees; state++) {
        if (self->reached[state]) {
            attempt.text = self->ways[state];
            agrees = try_middles(&attempt, state, EXTRA_STATES + 1);
        }
    }
    *count = attempt.count;
    *differs = attempt.text;
    return agrees;
}
