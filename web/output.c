/* web/output.c - a buffer of pages that grows by doubling, and JSON into it. */
#include "web/output.h"

#include "web/face.h"
#include "web/pages.h"

#include <string.h>

static struct {
    web_region region;
    size_t length;
    bool failed;
} output;

void web_output_begin(void)
{
    output.length = 0;
    output.failed = false;
}

char *web_output_room(size_t capacity)
{
    size_t needed = output.length + capacity;

    if (output.failed || needed < capacity) {
        output.failed = true;
        return NULL;
    }
    if (needed > output.region.size) {
        size_t doubled = 2 * output.region.size;

        output.failed = !web_region_grow(
            &output.region, needed > doubled ? needed : doubled, output.length);
    }
    return output.failed ? NULL : (char *)output.region.bytes + output.length;
}

void web_output_filled(size_t length)
{
    output.length += length;
}

void web_output_add(const char *bytes, size_t length)
{
    char *room = web_output_room(length);

    if (room != NULL && length > 0) {
        memcpy(room, bytes, length);
        output.length += length;
    }
}

void web_output_word(const char *text)
{
    web_output_add(text, strlen(text));
}

/* ---------------------------------------------------------------------------- JSON */

static void output_escape(unsigned char byte)
{
    static const char digits[] = "0123456789abcdef";
    char escape[6] = {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15]};

    if (byte == '"' || byte == '\\') {
        escape[1] = (char)byte;
        web_output_add(escape, 2);
    } else {
        web_output_add(escape, sizeof escape);
    }
}

/* Runs that need no escape are copied at once. */
void web_output_text(dsi_string text)
{
    size_t begin = 0;

    if (text.data == NULL) {
        web_output_word("null");
        return;
    }
    web_output_word("\"");
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.data[i];

        if (byte < 0x20 || byte == '"' || byte == '\\') {
            web_output_add(text.data + begin, i - begin);
            output_escape(byte);
            begin = i + 1;
        }
    }
    web_output_add(text.data + begin, text.length - begin);
    web_output_word("\"");
}

void web_output_number(uint64_t number)
{
    char digits[20];
    size_t at = sizeof digits;

    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    web_output_add(digits + at, sizeof digits - at);
}

void web_output_comma(void)
{
    unsigned char last = '[';

    if (output.length > 0) {
        last = output.region.bytes[output.length - 1];
    }
    if (last != '{' && last != '[' && last != ':') {
        web_output_word(",");
    }
}

void web_output_name(const char *name)
{
    web_output_comma();
    web_output_text(dsi_str(name));
    web_output_word(":");
}

void web_output_member(const char *name, const char *value)
{
    web_output_name(name);
    web_output_text(dsi_str(value));
}

void web_output_count(const char *name, uint64_t number)
{
    web_output_name(name);
    web_output_number(number);
}

void web_output_flag(const char *name, bool flag)
{
    web_output_name(name);
    web_output_word(flag ? "true" : "false");
}

/* ----------------------------------------------------------------------- its users */

static bool output_write(void *context, const char *bytes, size_t length)
{
    (void)context;
    web_output_add(bytes, length);
    return !output.failed;
}

dsi_sink web_output_sink(void)
{
    return (dsi_sink){.write = output_write};
}

bool web_output_end(void)
{
    if (output.failed) {
        output.length = 0;
    }
    return !output.failed;
}

/* JavaScript reads these after each call. The next call may move the bytes. */
WEB_EXPORT(output)
const char *web_output(void)
{
    return (const char *)output.region.bytes;
}

WEB_EXPORT(output_length)
uint32_t web_output_length(void)
{
    return (uint32_t)output.length;
}
