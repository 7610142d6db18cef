/*
 * tests/prove/loops.c - the library's own functions on long runs in one state.
 *
 * The library may read bytes that lead from a state to itself in blocks. A block can
 * hide more states than the W-method allows for. So a text that leads to the state is
 * followed by up to LOOP_MAX such bytes, over several blocks. Every byte is tried in
 * each place of them.
 */
#include <stdio.h>
#include <string.h>

#include "tests/prove/prove.h"
#include "tests/prove/words.h"

#define LOOP_MAX ((size_t)40)

typedef struct loop {
    const subject *item;
    const language *wanted;
    char text[WORD_LENGTH + LOOP_MAX];
    size_t start; /* the offset after the text that leads to the state */
    size_t length;
    size_t state;
    size_t count; /* of strings so far */
} loop;

static bool loop_agrees(loop *self)
{
    dsi_string text = {.data = self->text, .length = self->length};
    dsi_string more = {.data = self->text + self->start,
                       .length = self->length - self->start};

    self->count++;
    return subject_match(self->item, text) ==
           self->wanted->accepts[language_run(self->wanted, self->state, more)];
}

/* Adds bytes that lead from the state to itself. Returns false if there are none. */
static bool loop_fill(loop *self)
{
    unsigned byte = 0;
    size_t filled = 0;

    for (unsigned tried = 0; filled < LOOP_MAX && tried < 256 * LOOP_MAX; tried++) {
        if (self->wanted->next[self->state][byte % 256] == self->state) {
            self->text[self->start + filled++] = (char)byte;
        }
        byte++;
    }
    return filled == LOOP_MAX;
}

/* Tries every byte in one place of the run. */
static bool loop_place_agrees(loop *self, size_t place)
{
    char kept = self->text[place];
    bool agrees = true;

    for (unsigned byte = 0; byte < 256 && agrees; byte++) {
        self->text[place] = (char)byte;
        agrees = loop_agrees(self);
    }
    if (agrees) {
        self->text[place] = kept;
    }
    return agrees;
}

static bool loop_state_agrees(loop *self)
{
    bool agrees = true;

    for (size_t length = 1; length <= LOOP_MAX && agrees; length++) {
        self->length = self->start + length;
        for (size_t i = self->start; i < self->length && agrees; i++) {
            agrees = loop_place_agrees(self, i);
        }
    }
    return agrees;
}

bool prove_loops(const subject *item, const language *wanted)
{
    static words strings;
    loop self = {.item = item, .wanted = wanted};
    char figures[FIGURES];
    size_t states = 0;

    words_make(&strings, wanted);
    for (self.state = 0; self.state < wanted->count; self.state++) {
        const word *way = &strings.ways[self.state];

        self.start = way->length;
        memcpy(self.text, way->bytes, way->length);
        if (!strings.reached[self.state] || !loop_fill(&self)) {
            continue;
        }
        states++;
        if (!loop_state_agrees(&self)) {
            return prove_differs(
                "loops", item->name,
                (dsi_string){.data = self.text, .length = self.length});
        }
    }
    snprintf(figures, sizeof figures, "%zu states that lead to themselves, %zu strings",
             states, self.count);
    return prove_holds("loops", item->name, figures);
}
