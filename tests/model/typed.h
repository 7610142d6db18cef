/*
 * tests/model/typed.h - makes a message's typed functions callable through one type. C
 * forbids a call through a pointer of another function type, so each function gets a
 * wrapper.
 */
#ifndef DSI_TESTS_MODEL_TYPED_H
#define DSI_TESTS_MODEL_TYPED_H

#include "tests/model/model.h"

/* The functions of every message. */
#define TYPED_MESSAGE(message)                                                         \
    static const void *message##_finish(dsi_decoder *decoder, dsi_error *error)        \
    {                                                                                  \
        return dsi_##message##_finish(decoder, error);                                 \
    }                                                                                  \
    static bool message##_write(const void *object, const dsi_sink *sink,              \
                                const dsi_encode_options *options, dsi_error *error)   \
    {                                                                                  \
        return dsi_##message##_write(object, sink, options, error);                    \
    }

/* The functions of a message with a JSON body. */
#define TYPED_BODY(message)                                                            \
    static size_t message##_size(const void *object, dsi_error *error)                 \
    {                                                                                  \
        return dsi_##message##_size(object, error);                                    \
    }                                                                                  \
    static size_t message##_encode(const void *object, char *buffer, size_t capacity,  \
                                   dsi_error *error)                                   \
    {                                                                                  \
        return dsi_##message##_encode(object, buffer, capacity, error);                \
    }

/* The functions of every request. */
#define TYPED_REQUEST(message)                                                         \
    TYPED_MESSAGE(message)                                                             \
    static dsi_decoder *message##_begin(void *block, size_t size,                      \
                                        const dsi_message_options *options,            \
                                        dsi_error *error)                              \
    {                                                                                  \
        return dsi_##message##_begin(block, size, &options->decode, error);            \
    }                                                                                  \
    static const void *message##_decode(void *block, size_t size, dsi_string body,     \
                                        const dsi_message_options *options,            \
                                        dsi_error *error)                              \
    {                                                                                  \
        return dsi_##message##_decode(block, size, body, &options->decode, error);     \
    }                                                                                  \
    static size_t message##_validate(const void *request, dsi_violations *report)      \
    {                                                                                  \
        return dsi_##message##_validate(request, report);                              \
    }

/* The functions of a request with a constant target. */
#define TYPED_PATH(message)                                                            \
    static dsi_request_head message##_head(dsi_string target)                          \
    {                                                                                  \
        (void)target;                                                                  \
        return dsi_##message##_head();                                                 \
    }

/* The functions of a request whose target carries members. */
#define TYPED_TARGET(message)                                                          \
    static dsi_request_head message##_head(dsi_string target)                          \
    {                                                                                  \
        return dsi_##message##_head(target);                                           \
    }                                                                                  \
    static size_t message##_target_encode(const void *request, char *buffer,           \
                                          size_t capacity, dsi_error *error)           \
    {                                                                                  \
        return dsi_##message##_target_encode(request, buffer, capacity, error);        \
    }                                                                                  \
    static size_t message##_target_size(const void *request, dsi_error *error)         \
    {                                                                                  \
        return dsi_##message##_target_size(request, error);                            \
    }                                                                                  \
    static bool message##_target_decode(dsi_string target, dsi_room *room,             \
                                        const dsi_decode_options *options,             \
                                        void *request, dsi_error *error)               \
    {                                                                                  \
        return dsi_##message##_target_decode(target, room->memory, room->size,         \
                                             options, request, error);                 \
    }

/* The functions of every response. */
#define TYPED_ANSWER(message)                                                          \
    TYPED_MESSAGE(message)                                                             \
    TYPED_BODY(message)                                                                \
    static dsi_answer_head message##_head(const void *answer)                          \
    {                                                                                  \
        return dsi_##message##_head(answer);                                           \
    }

/* The functions of a response whose items cannot be taken. */
#define TYPED_KEPT(message)                                                            \
    static dsi_decoder *message##_begin(void *block, size_t size,                      \
                                        const dsi_message_options *options,            \
                                        dsi_error *error)                              \
    {                                                                                  \
        return dsi_##message##_begin(block, size, &options->head, &options->decode,    \
                                     error);                                           \
    }                                                                                  \
    static const void *message##_decode(void *block, size_t size, dsi_string body,     \
                                        const dsi_message_options *options,            \
                                        dsi_error *error)                              \
    {                                                                                  \
        return dsi_##message##_decode(block, size, &options->head, body,               \
                                      &options->decode, error);                        \
    }

#define TYPED_ROWS(message)                                                            \
    .begin = message##_begin, .finish = message##_finish, .decode = message##_decode,  \
    .write = message##_write
#define TYPED_BODY_ROWS(message) .size = message##_size, .encode = message##_encode
#define TYPED_REQUEST_ROWS(message)                                                    \
    TYPED_ROWS(message), .validate = message##_validate, .request_head = message##_head
#define TYPED_TARGET_ROWS(message)                                                     \
    .target = message##_target_encode, .target_size = message##_target_size,           \
    .parse_target = message##_target_decode
#define TYPED_ANSWER_ROWS(message)                                                     \
    TYPED_ROWS(message), TYPED_BODY_ROWS(message), .answer_head = message##_head

#endif
