/* The edges of HTTP that are text, not JSON. */
#include "codec/http.h"

#include "schema/operation.h"

static char http_lower(char byte)
{
    if (byte >= 'A' && byte <= 'Z') {
        byte = (char)(byte - 'A' + 'a');
    }
    return byte;
}

/* Equal but for the case of ASCII letters. */
static bool http_same(dsi_string left, dsi_string right)
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

/* A line end, too: there is none in a value, and libcurl hands over the one behind it. */
static bool http_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static dsi_string http_trim(dsi_string text)
{
    while (text.length > 0 && http_blank(text.data[0])) {
        text.data++;
        text.length--;
    }
    while (text.length > 0 && http_blank(text.data[text.length - 1])) {
        text.length--;
    }
    return text;
}

dsi_string dsi_http_header(const dsi_received_head *head, const char *name)
{
    for (size_t i = 0; i < head->header_count; i++) {
        const dsi_header *header = &head->headers[i];

        if (http_same(header->name, dsi_str(name))) {
            return http_trim(header->value);
        }
    }
    return dsi_str(NULL);
}

bool dsi_content_type_is_json(dsi_string content_type)
{
    size_t length = 0;

    while (length < content_type.length && content_type.data[length] != ';') {
        length++;
    }
    content_type.length = length;
    return http_same(http_trim(content_type), dsi_str(dsi_content_type));
}
