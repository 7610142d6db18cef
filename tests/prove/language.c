/* tests/prove/language.c - builds the automaton of a language by libfa. */
#include "tests/prove/language.h"

#include <fa.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/prove/prove.h"

static struct fa *compile(dsi_string expression)
{
    struct fa *automaton = NULL;

    prove_need(fa_compile(expression.data, expression.length, &automaton) == 0,
               "libfa compiles an expression");
    return automaton;
}

static struct fa *difference(dsi_string expression, dsi_string without)
{
    struct fa *whole = compile(expression);
    struct fa *less;
    struct fa *rest;

    if (without.data == NULL) {
        return whole;
    }
    less = compile(without);
    rest = fa_minus(whole, less);
    prove_need(rest != NULL, "libfa subtracts a language");
    fa_free(whole);
    fa_free(less);
    return rest;
}

static size_t number(struct state *const *states, size_t count, struct state *state)
{
    size_t i = 0;

    while (i < count && states[i] != state) {
        i++;
    }
    prove_need(i < count, "a transition leads to a state");
    return i;
}

static size_t list(struct fa *automaton, struct state **states)
{
    size_t count = 0;

    for (struct state *state = fa_state_initial(automaton); state != NULL;
         state = fa_state_next(state)) {
        prove_need(count < LANGUAGE_STATES - 1, "a language has few states");
        states[count++] = state;
    }
    return count;
}

/*
 * Completes the automaton: a byte without a transition leads to a dead state after the
 * last.
 */
static void fill(language *self, struct state *const *states, size_t count)
{
    self->count = count + 1;
    for (size_t i = 0; i <= count; i++) {
        size_t transitions = i < count ? fa_state_num_trans(states[i]) : 0;

        self->accepts[i] = i < count && fa_state_is_accepting(states[i]);
        for (size_t byte = 0; byte < 256; byte++) {
            self->next[i][byte] = (unsigned short)count;
        }
        for (size_t t = 0; t < transitions; t++) {
            struct state *to;
            unsigned char first;
            unsigned char last;

            prove_need(fa_state_trans(states[i], t, &to, &first, &last) == 0,
                       "libfa returns a transition");
            for (size_t byte = first; byte <= last; byte++) {
                self->next[i][byte] = (unsigned short)number(states, count, to);
            }
        }
    }
}

void language_make(language *self, dsi_string expression, dsi_string without)
{
    struct fa *automaton = difference(expression, without);
    struct state *states[LANGUAGE_STATES];

    prove_need(fa_minimize(automaton) == 0 && fa_is_deterministic(automaton),
               "libfa minimizes an automaton");
    fill(self, states, list(automaton, states));
    fa_free(automaton);
}

size_t language_run(const language *self, size_t state, dsi_string text)
{
    for (size_t i = 0; i < text.length; i++) {
        state = self->next[state][(unsigned char)text.data[i]];
    }
    return state;
}
