/* tests/codec/odd_sample.h - requests of the odd tables with every member set. */
#ifndef DSI_TESTS_CODEC_ODD_SAMPLE_H
#define DSI_TESTS_CODEC_ODD_SAMPLE_H

#include "tests/odd.h"

/* Initializes an optional number or boolean that is present. */
#define SET(number)                                                                    \
    {                                                                                  \
        .present = true, .value = (number)                                             \
    }

extern const odd_find_request odd_find_sample;
extern const odd_put_request odd_put_sample;

/* odd_put_sample as JSON, without the members in its target. */
extern const char odd_put_json[];

/* odd_find_sample as JSON, and its target. */
extern const char odd_find_json[];
extern const char odd_find_target[];

/* Decodes a message, `chunk` bytes at a time. The next call reuses the block. */
const void *odd_decode(const dsi_message *message, dsi_string text, size_t chunk,
                       const dsi_decode_options *options, dsi_error *error);

/* Encodes a message into `buffer`, terminated; returns its length, or 0. */
size_t odd_encode(const dsi_message *message, const void *object, bool nulls,
                  char *buffer, size_t capacity);

#endif
