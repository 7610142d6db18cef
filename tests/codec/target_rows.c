/* tests/codec/target_rows.c - goes over all targets, and compares requests. */
#include "tests/codec/target_rows.h"

#include <stdlib.h>
#include <string.h>

#include "tests/support.h"

dsi_string target_at(size_t index)
{
    if (index < good_targets.count) {
        return good_targets.items[index].target;
    }
    index -= good_targets.count;
    return index < bad_targets.count ? bad_targets.items[index].target : dsi_str(NULL);
}

size_t target_count(void)
{
    return good_targets.count + bad_targets.count;
}

static void check_text(const char *name, dsi_string got, dsi_string expected)
{
    expect(dsi_string_equal(got, expected), "%s: '%s', not '%s'", name,
           got.data != NULL ? got.data : "absent",
           expected.data != NULL ? expected.data : "absent");
    expect(got.data == NULL || got.data[got.length] == '\0', "%s: no NUL", name);
}

void check_get_request(const char *name, const dsi_get_request *got,
                       const dsi_get_request *expected)
{
    check_text(name, got->introspection_id, expected->introspection_id);
    check_text(name, got->next_token, expected->next_token);
    expect(got->include_models_sdl.present == expected->include_models_sdl.present,
           "%s: includeModelsSDL", name);
    expect(got->include_models_sdl.value == expected->include_models_sdl.value,
           "%s: includeModelsSDL", name);
    expect(got->max_results.present == expected->max_results.present, "%s: maxResults",
           name);
    expect(got->max_results.value == expected->max_results.value, "%s: maxResults %d",
           name, (int)got->max_results.value);
}

char *exact_bytes(size_t length)
{
    char *bytes = malloc(length > 0 ? length : 1);

    expect(bytes != NULL, "no memory");
    memset(bytes, '#', length > 0 ? length : 1);
    return bytes;
}

size_t put_utf8(unsigned scalar, char *bytes)
{
    static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
    size_t length = scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4;

    for (size_t i = length; i-- > 1; scalar >>= 6) {
        bytes[i] = (char)(unsigned char)(0x80 | (scalar & 0x3f));
    }
    bytes[0] = (char)(unsigned char)(leads[length] | scalar);
    return length;
}
