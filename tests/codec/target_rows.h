/*
 * tests/codec/target_rows.h - targets, and the requests or errors that they decode to.
 *
 * START_PATH is the target of StartDataSourceIntrospection in origin form. Every target
 * of GetDataSourceIntrospection begins with TARGET_PATH.
 */
#ifndef DSI_TESTS_CODEC_TARGET_ROWS_H
#define DSI_TESTS_CODEC_TARGET_ROWS_H

#include "tests/support.h"

#define START_PATH "/v1/datasources/introspections"
#define TARGET_PATH START_PATH "/"
#define TARGET_PATH_LENGTH (sizeof(TARGET_PATH) - 1)

/* An example with every special character, and its target in canonical form. */
#define EXAMPLE_ID "a b/c?d#e%f&g=h+i~j:k@l"
#define EXAMPLE_TOKEN "tok+/=&?\xc3\xa9\xf0\x9f\x91\x8d"
#define EXAMPLE_TARGET                                                                 \
    TARGET_PATH                                                                        \
    "a%20b%2Fc%3Fd%23e%25f%26g%3Dh%2Bi~j%3Ak%40l?includeModelsSDL=true&maxResults=25&" \
    "nextToken=tok%2B%2F%3D%26%3F%C3%A9%F0%9F%91%8D"

/* A target, and the request that it decodes to. */
typedef struct good_target {
    const char *name;
    const char *why;
    dsi_string target;
    dsi_get_request request;
} good_target;

/* A target, and the error that refuses it. */
typedef struct bad_target {
    const char *name;
    const char *why;
    dsi_string target;
    dsi_code code;
    uint64_t offset;
    const char *path;
    bool strict;
} bad_target;

typedef struct good_target_list {
    const good_target *items;
    size_t count;
} good_target_list;

typedef struct bad_target_list {
    const bad_target *items;
    size_t count;
} bad_target_list;

extern const good_target_list good_targets;
extern const bad_target_list bad_targets;

/* The target of the row at this index in both lists; absent after the last. */
dsi_string target_at(size_t index);
size_t target_count(void);

/* Fails the test unless the requests are equal. Absent and empty are different. */
void check_get_request(const char *name, const dsi_get_request *got,
                       const dsi_get_request *expected);

/* Allocates exactly this size, so that a sanitizer reports a byte too far. Free it. */
char *exact_bytes(size_t length);

/* Writes a Unicode scalar value as UTF-8; returns how many bytes it takes, 1 to 4. */
size_t put_utf8(unsigned scalar, char *bytes);

#endif
