/* fuzz/expect.h - what a service error must say: a second account of the rules. */
#ifndef DSI_FUZZ_EXPECT_H
#define DSI_FUZZ_EXPECT_H

#include "fuzz/fuzz.h"
#include "tests/model/model.h"

/* What was sent, and how many bytes of it may be read. */
typedef struct expect_sent {
    const dsi_received_head *head;
    const uint8_t *body;
    size_t length;
    uint64_t max_bytes;        /* 0: no bound */
    const model_error *errors; /* of the operation */
} expect_sent;

/* Holds that the error says what was sent, and no more. */
void expect_error(const expect_sent *sent, const dsi_service_error *error);

/* Holds that a server can forward the error: nothing in its head ends a line. */
void expect_forwarded(const expect_sent *sent, const dsi_service_error *error,
                      const dsi_answer_head *head);

#endif
