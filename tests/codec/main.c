#include "tests/codec/suites.h"
#include "tests/support.h"

int main(void)
{
    static Suite *(*const make[])(void) = {
        suite_decode,         suite_walks,           suite_walks_limits,
        suite_answer,         suite_answer_server,   suite_encode,
        suite_identity,       suite_usage,           suite_memory,
        suite_numbers,        suite_integer,         suite_grammar,
        suite_grammar_bytes,  suite_guard,           suite_hazards,
        suite_internal,       suite_target,          suite_target_parse,
        suite_target_hostile, suite_get_shape,       suite_get_answer,
        suite_get_depth,      suite_get_stream,      suite_get_taker,
        suite_get_page,       suite_get_encode,      suite_get_source,
        suite_get_server,     suite_identity_models, NULL};

    return run_suites(make);
}
