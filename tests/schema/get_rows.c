/*
 * tests/schema/get_rows.c - the requests of Get for validation, each with its findings.
 */
#include "tests/schema/get_rows.h"

#include <stdint.h>

#define EMOJI "\xf0\x9f\x98\x80"
#define ID_TEXT "a1234567-8910-abcd-efgh-identifier"

#define MODEL DSI_LEVEL_MODEL

/* Rows of three kinds: an id alone; a token with a good id; a number with a good id. */
#define TEXT_OF(literal)                                                               \
    {                                                                                  \
        .head = BYTES(literal)                                                         \
    }
#define ID_ROW(literal)                                                                \
    {                                                                                  \
        .id = TEXT_OF(literal)                                                         \
    }
#define TOKEN_ROW(literal)                                                             \
    {                                                                                  \
        .id = TEXT_OF(ID_TEXT), .token = TEXT_OF(literal)                              \
    }
#define LONG_TOKEN_ROW(before, each, times, after)                                     \
    {                                                                                  \
        .id = TEXT_OF(ID_TEXT), .token = {                                             \
            BYTES(before),                                                             \
            (each),                                                                    \
            (times),                                                                   \
            BYTES(after)                                                               \
        }                                                                              \
    }
#define NUMBER_ROW(is_present, number)                                                 \
    {                                                                                  \
        .id = TEXT_OF(ID_TEXT), .max_results = {(is_present), (number) }               \
    }

#define NOTHING                                                                        \
    {                                                                                  \
        {                                                                              \
            DSI_OK, MODEL, ID, 0, NULL                                                 \
        }                                                                              \
    }
#define ONE(code, member, at)                                                          \
    {                                                                                  \
        {                                                                              \
            code, MODEL, member, at, NULL                                              \
        }                                                                              \
    }

const get_row get_rows[] = {
    {"the id alone", ID_ROW(ID_TEXT), NOTHING},
    {"everything is set",
     {.id = TEXT_OF(ID_TEXT),
      .include_models_sdl = {true, true},
      .token = TEXT_OF("page+2/=="),
      .max_results = {true, 10}},
     NOTHING},
    {"false and 0 are values",
     {.id = TEXT_OF(ID_TEXT),
      .include_models_sdl = {true, false},
      .max_results = {true, 0}},
     NOTHING},
    {"every member is absent", {.max_results = {false, 0}}, ONE(DSI_E_REQUIRED, ID, 0)},
    {"an empty id is present, and too short", ID_ROW(""), ONE(DSI_E_LENGTH, ID, 0)},
    {"a dot", ID_ROW("."), ONE(DSI_E_DOT_SEGMENT, ID, 0)},
    {"two dots", ID_ROW(".."), ONE(DSI_E_DOT_SEGMENT, ID, 0)},
    {"three dots are not a dot segment", ID_ROW("..."), NOTHING},
    {"a dot before a letter", ID_ROW(".a"), NOTHING},
    {"a dot after a letter", ID_ROW("a."), NOTHING},
    {"a dot before NUL is not a dot segment", ID_ROW(".\0"), NOTHING},
    {"an escaped dot: the target escapes its '%' again", ID_ROW("%2E"), NOTHING},
    {"two escaped dots", ID_ROW("%2e%2E"), NOTHING},
    {"the slashes of a dot segment are escaped", ID_ROW("../.."), NOTHING},
    {"one character", ID_ROW("x"), NOTHING},
    {"NUL is a character", ID_ROW("\0"), NOTHING},
    {"an id may have white space", ID_ROW(" "), NOTHING},
    {"the model has no maximum length for an id",
     {.id = {BYTES(""), EMOJI, 65537, BYTES("")}},
     NOTHING},
    {"an id that is not UTF-8", ID_ROW("\xff"), ONE(DSI_E_ILL_FORMED, ID, 0)},
    {"an overlong dot is ill-formed, not a dot", ID_ROW("..\xc0\xae"),
     ONE(DSI_E_ILL_FORMED, ID, 2)},
    {"an empty token breaks two rules, length first",
     TOKEN_ROW(""),
     {{DSI_E_LENGTH, MODEL, TOKEN, 0, NULL}, {DSI_E_PATTERN, MODEL, TOKEN, 0, NULL}}},
    {"a token of one character", TOKEN_ROW("x"), NOTHING},
    {"a token may hold NUL", TOKEN_ROW("a\0b"), NOTHING},
    {"a token may be a dot", TOKEN_ROW("."), NOTHING},
    {"65,536 characters", LONG_TOKEN_ROW("", "t", 65536, ""), NOTHING},
    {"65,537 characters", LONG_TOKEN_ROW("", "t", 65537, ""),
     ONE(DSI_E_LENGTH, TOKEN, 65537)},
    {"65,536 characters of four bytes", LONG_TOKEN_ROW("", EMOJI, 65536, ""), NOTHING},
    {"65,537 characters of four bytes", LONG_TOKEN_ROW("", EMOJI, 65537, ""),
     ONE(DSI_E_LENGTH, TOKEN, 65537)},
    {"65,536 characters, the last a space", LONG_TOKEN_ROW("", EMOJI, 65535, " "),
     ONE(DSI_E_PATTERN, TOKEN, 4ul * 65535)},
    {"too long, with a space",
     LONG_TOKEN_ROW("a b", "t", 65534, ""),
     {{DSI_E_LENGTH, MODEL, TOKEN, 65537, NULL},
      {DSI_E_PATTERN, MODEL, TOKEN, 1, NULL}}},
    {"the first of two spaces", TOKEN_ROW("ab c d"), ONE(DSI_E_PATTERN, TOKEN, 2)},
    {"the offset is in bytes", TOKEN_ROW(EMOJI "\t"), ONE(DSI_E_PATTERN, TOKEN, 4)},
    {"the pattern's $ does not match before a last newline", TOKEN_ROW("token\n"),
     ONE(DSI_E_PATTERN, TOKEN, 5)},
    {"text that is not UTF-8 is checked by no other rule",
     LONG_TOKEN_ROW(" ", "t", 65537, "\xe2\x80"), ONE(DSI_E_ILL_FORMED, TOKEN, 65538)},
    {"-1", NUMBER_ROW(true, -1), ONE(DSI_E_RANGE, MAX_RESULTS, 0)},
    {"0", NUMBER_ROW(true, 0), NOTHING},
    {"25", NUMBER_ROW(true, 25), NOTHING},
    {"26", NUMBER_ROW(true, 26), ONE(DSI_E_RANGE, MAX_RESULTS, 0)},
    {"the least integer", NUMBER_ROW(true, INT32_MIN),
     ONE(DSI_E_RANGE, MAX_RESULTS, 0)},
    {"the largest", NUMBER_ROW(true, INT32_MAX), ONE(DSI_E_RANGE, MAX_RESULTS, 0)},
    {"the value of an absent number is not checked", NUMBER_ROW(false, 26), NOTHING},
    {"everything is wrong, in the order of the model",
     {.id = TEXT_OF(".."),
      .include_models_sdl = {true, true},
      .token = TEXT_OF(""),
      .max_results = {true, -1}},
     {{DSI_E_DOT_SEGMENT, MODEL, ID, 0, NULL},
      {DSI_E_LENGTH, MODEL, TOKEN, 0, NULL},
      {DSI_E_PATTERN, MODEL, TOKEN, 0, NULL},
      {DSI_E_RANGE, MODEL, MAX_RESULTS, 0, NULL}}},
    {"every member but the id is wrong",
     {.token = TEXT_OF("t\x80"), .max_results = {true, 26}},
     {{DSI_E_REQUIRED, MODEL, ID, 0, NULL},
      {DSI_E_ILL_FORMED, MODEL, TOKEN, 1, NULL},
      {DSI_E_RANGE, MODEL, MAX_RESULTS, 0, NULL}}},
};
const size_t get_row_count = sizeof get_rows / sizeof *get_rows;

const dsi_get_request *get_make(const get_sample *sample, get_memory *memory)
{
    memory->request = (dsi_get_request){
        .introspection_id = long_text_put(&sample->id, memory->texts[0], GET_TEXT_MAX),
        .include_models_sdl = sample->include_models_sdl,
        .next_token = long_text_put(&sample->token, memory->texts[1], GET_TEXT_MAX),
        .max_results = sample->max_results};
    return &memory->request;
}
