/*
 * tests/prove/walk.c - the product walk.
 *
 * It begins with the pair of both initial states, and tries all 256 bytes from every
 * pair that it reaches. Two languages are equal if in each pair both states accept or
 * neither does. The walk makes no assumption about the number of states.
 */
#include <stdio.h>

#include "tests/prove/prove.h"

#define PAIRS_MAX 4096

/*
 * The states of a subject's machines after a text. Once one of them refuses, the others
 * do not matter.
 */
typedef struct knowledge {
    machine parts[2];
    size_t count;
    bool refused;
    bool empty; /* the text is still empty, and the empty text is not accepted */
} knowledge;

typedef struct pair {
    knowledge left;
    size_t right;
    size_t before; /* the pair from which `byte` led here */
    unsigned char byte;
} pair;

typedef struct walk {
    const language *wanted;
    pair pairs[PAIRS_MAX];
    size_t count;
    size_t edges;
} walk;

static knowledge knowledge_begin(const subject *item)
{
    knowledge self = {.empty = item->not_empty};

    for (; self.count < item->machine_count; self.count++) {
        self.parts[self.count] = machine_begin(item->machines[self.count]);
    }
    return self;
}

static void knowledge_read(knowledge *self, unsigned char byte)
{
    self->empty = false;
    for (size_t i = 0; i < self->count && !self->refused; i++) {
        self->refused = machine_read(&self->parts[i], byte) == MACHINE_REFUSES;
    }
}

static bool knowledge_accepts(const knowledge *self)
{
    bool accepts = !self->refused && !self->empty;

    for (size_t i = 0; i < self->count && accepts; i++) {
        accepts = machine_accepts(self->parts[i]);
    }
    return accepts;
}

static bool knowledge_same(const knowledge *left, const knowledge *right)
{
    bool same = left->refused == right->refused && left->empty == right->empty;

    for (size_t i = 0; i < left->count && !left->refused && same; i++) {
        same = machine_same(&left->parts[i], &right->parts[i]);
    }
    return same;
}

static bool walk_knows(const walk *self, const pair *next)
{
    size_t i = 0;

    while (i < self->count && (self->pairs[i].right != next->right ||
                               !knowledge_same(&self->pairs[i].left, &next->left))) {
        i++;
    }
    return i < self->count;
}

static void walk_step(walk *self, size_t at, unsigned char byte)
{
    pair next = self->pairs[at];

    knowledge_read(&next.left, byte);
    next.right = self->wanted->next[next.right][byte];
    next.before = at;
    next.byte = byte;
    self->edges++;
    if (!walk_knows(self, &next)) {
        prove_need(self->count < PAIRS_MAX, "a product has few pairs");
        self->pairs[self->count++] = next;
    }
}

static bool walk_agrees(const walk *self, size_t at)
{
    const pair *here = &self->pairs[at];

    return knowledge_accepts(&here->left) == self->wanted->accepts[here->right];
}

/* The text that leads to a pair, for a report. */
static dsi_string walk_text(const walk *self, size_t at, char text[PAIRS_MAX])
{
    char *start = text + PAIRS_MAX;

    for (; at != 0; at = self->pairs[at].before) {
        *--start = (char)self->pairs[at].byte;
    }
    return (dsi_string){.data = start, .length = (size_t)(text + PAIRS_MAX - start)};
}

bool prove_walk(const subject *item, const language *wanted)
{
    static walk self;
    char text[PAIRS_MAX];
    char figures[FIGURES];
    size_t at;

    if (item->machine_count == 0) {
        return true;
    }
    self = (walk){.wanted = wanted, .count = 1};
    self.pairs[0].left = knowledge_begin(item);
    for (at = 0; at < self.count && walk_agrees(&self, at); at++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            walk_step(&self, at, (unsigned char)byte);
        }
    }
    if (at < self.count) {
        return prove_differs("product walk", item->name, walk_text(&self, at, text));
    }
    snprintf(figures, sizeof figures, "%zu states, %zu pairs, %zu edges: equal",
             wanted->count, self.count, self.edges);
    return prove_holds("product walk", item->name, figures);
}
