/*
 * fuzz/head.c - makes heads of answers.
 *
 * Random bytes rarely form a known header, so names and values mostly come from lists.
 * The lists hold what services send, and the ends of the numbers that dsi reads.
 */
#include "fuzz/head.h"

#include <stdlib.h>
#include <string.h>

static const int statuses[] = {200, 200, 200, 200, 200, 201, 299, 100, 199, 300, 301,
                               400, 400, 400, 401, 403, 404, 408, 409, 429, 429, 500,
                               500, 501, 502, 503, 503, 504, 599, 600, 999};

static const char *const names[] = {
    "x-amzn-errortype", "X-Amzn-ErrorType",  "x-amzn-requestid",
    "x-amz-request-id", "Retry-After",       "x-amzn-error-message",
    "content-type",     "x-amz-retry-after", ""};

static const char *const values[] = {"",
                                     " \t",
                                     "ThrottlingException",
                                     "ThrottlingException,BadRequestException",
                                     "BadRequestException",
                                     "NotFoundException",
                                     "InternalFailureException",
                                     "UnauthorizedException",
                                     "AccessDeniedException",
                                     "\taws.x#SlowDown:http://x/ ",
                                     ",BadRequestException",
                                     "a#b#c",
                                     "a:b,c",
                                     "two words",
                                     "429",
                                     "X\r\nSet-Cookie: a=b",
                                     "X\nY",
                                     "\r\n",
                                     "\xff\xfe",
                                     "\xf0\x9f\x98\x80",
                                     "0",
                                     "1",
                                     "5001, 7",
                                     "-1",
                                     "4294967296",
                                     "9223372036854775",
                                     "9223372036854776",
                                     "9223372036854775807",
                                     "9223372036854775808",
                                     "18446744073709551616",
                                     "Wed, 21 Oct 2026 07:28:00 GMT"};

static dsi_string head_copy(const char *text)
{
    dsi_string given = dsi_str(text);
    char *copy = fuzz_memory(given.length);

    memcpy(copy, given.data, given.length);
    given.data = copy;
    return given;
}

/*
 * Makes a text of the next bytes. Some texts repeat them up to about the greatest
 * length.
 */
static dsi_string head_make_text(fuzz_input *input, uint8_t choice)
{
    size_t given = 1 + choice % 31u;
    size_t length = choice < 224 ? given : DSI_HEADER_VALUE_MAX - 16 + given;
    char *text = fuzz_memory(length);

    for (size_t i = 0; i < length; i++) {
        if (i < given) {
            text[i] = (char)fuzz_byte(input);
        } else {
            text[i] = text[i - given];
        }
    }
    return (dsi_string){.data = text, .length = length};
}

static int head_make_status(fuzz_input *input)
{
    uint8_t choice = fuzz_byte(input);

    return choice < 128 ? statuses[choice % COUNT(statuses)]
                        : 100 + (choice - 128) * 256 + fuzz_byte(input);
}

void head_make(fuzz_input *input, fuzz_head *made)
{
    int status = head_make_status(input);
    size_t count = fuzz_byte(input) % (HEAD_FIELDS_MAX + 1u);

    made->received = (dsi_received_head){
        .status = status, .headers = made->fields, .header_count = count};
    for (size_t i = 0; i < count; i++) {
        uint8_t name = fuzz_byte(input);
        uint8_t choice = fuzz_byte(input);

        made->fields[i].name = head_copy(names[name % COUNT(names)]);
        made->fields[i].value = choice < 128 ? head_copy(values[choice % COUNT(values)])
                                             : head_make_text(input, choice);
    }
}

void head_free(fuzz_head *made)
{
    for (size_t i = 0; i < made->received.header_count; i++) {
        free((char *)made->fields[i].name.data);
        free((char *)made->fields[i].value.data);
    }
}
