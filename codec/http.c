/*
 * codec/http.c - the edges of HTTP that are text and not JSON.
 *
 * Headers come from a network, in any order and number, through transports with habits
 * of their own. So names are compared without case, the first of a name counts, and a
 * value ends at its line's end. A value that makes no sense is absent, never an error:
 * an answer must not be lost to a header.
 */
#include "codec/http.h"

#include "schema/operation.h"
#include "schema/text/text.h"

/* Every lookup goes through this table, so dsi_header_is_known cannot forget one. */
static const dsi_string http_known[] = {
    [DSI_KNOWN_ERROR_TYPE] = DSI_STR(DSI_ERROR_TYPE_HEADER),
    /* Some front ends send the message here, and no body. */
    [DSI_KNOWN_ERROR_MESSAGE] = DSI_STR("x-amzn-error-message"),
    [DSI_KNOWN_REQUEST_ID] = DSI_STR(DSI_REQUEST_ID_HEADER),
    /* The older name that some front ends still use. */
    [DSI_KNOWN_REQUEST_ID_OLD] = DSI_STR("x-amz-request-id"),
    [DSI_KNOWN_RETRY_AFTER_MS] = DSI_STR("x-amz-retry-after"),
    [DSI_KNOWN_RETRY_AFTER] = DSI_STR("retry-after")};

#define HTTP_KNOWN_COUNT (sizeof http_known / sizeof *http_known)

static char http_lower(char byte)
{
    if (byte >= 'A' && byte <= 'Z') {
        byte = (char)(byte - 'A' + 'a');
    }
    return byte;
}

bool dsi_http_same(dsi_string left, dsi_string right)
{
    size_t i = 0;

    if (left.length != right.length) {
        return false;
    }
    while (i < left.length && http_lower(left.data[i]) == http_lower(right.data[i])) {
        i++;
    }
    return i == left.length;
}

/*
 * A value ends where its line does: libcurl passes the line with its CRLF. It also ends
 * at a NUL, where C would end it; `sizeof` includes that one. Two lines that came as
 * one value are cut after the first.
 */
static dsi_string http_value(dsi_string sent)
{
    return dsi_text_trim(dsi_text_before(sent, "\r\n", sizeof "\r\n"));
}

dsi_string dsi_http_first(dsi_string value)
{
    return dsi_text_trim(dsi_text_before(value, ",", 1));
}

bool dsi_header_is_known(dsi_string name)
{
    size_t i = 0;

    while (i < HTTP_KNOWN_COUNT && !dsi_http_same(name, http_known[i])) {
        i++;
    }
    return i < HTTP_KNOWN_COUNT;
}

dsi_string dsi_http_header(const dsi_received_head *head, dsi_known_header known)
{
    for (size_t i = 0; i < head->header_count; i++) {
        const dsi_header *header = &head->headers[i];

        if (dsi_http_same(header->name, http_known[known])) {
            dsi_string value = http_value(header->value);

            return value.length > 0 ? value : dsi_str(NULL);
        }
    }
    return dsi_str(NULL);
}

/* The number that a text of digits stands for; -1 if it is not one, or over `most`. */
static int64_t http_number(dsi_string digits, int64_t most)
{
    int64_t number = 0;

    for (size_t i = 0; i < digits.length; i++) {
        int64_t digit = digits.data[i] - '0';

        if (digit < 0 || digit > 9 || number > (most - digit) / 10) {
            return -1;
        }
        number = number * 10 + digit;
    }
    return digits.length > 0 ? number : -1;
}

/*
 * A delay in milliseconds. The product fits, since the number is at most INT64_MAX /
 * unit_ms. A date has other bytes than digits, so it is absent, as is every value that
 * is too long.
 */
static dsi_optional_int64 http_delay(const dsi_received_head *head,
                                     dsi_known_header known, int64_t unit_ms)
{
    dsi_string digits = dsi_http_first(dsi_http_header(head, known));
    int64_t units = http_number(digits, INT64_MAX / unit_ms);

    if (units < 0 || digits.length > DSI_HEADER_VALUE_MAX) {
        return (dsi_optional_int64){.present = false};
    }
    return (dsi_optional_int64){.present = true, .value = units * unit_ms};
}

dsi_optional_int64 dsi_http_retry_after(const dsi_received_head *head)
{
    dsi_optional_int64 hint = http_delay(head, DSI_KNOWN_RETRY_AFTER_MS, 1);

    return hint.present ? hint : http_delay(head, DSI_KNOWN_RETRY_AFTER, 1000);
}

bool dsi_content_type_is_json(dsi_string content_type)
{
    dsi_string media_type = dsi_text_before(http_value(content_type), ";", 1);

    return dsi_http_same(dsi_text_trim(media_type), dsi_str(dsi_content_type));
}
