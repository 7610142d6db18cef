/*
 * tests/prove/eva/eva.h - the frame of the programs that Frama-C's Eva analyses.
 *
 * Nobody runs these programs. Eva analyses them with -lib-entry, so at the start of
 * main a variable that is not const may have any value of its type.
 *
 * Eva keeps an interval for each variable and no relation between two variables. "At
 * most 100 bytes in an array of 100" would hide a read that is one byte after a shorter
 * text. So each length has its own call, and its own array of exactly as many bytes.
 * The proof covers these lengths and no others.
 */
#ifndef DSI_TESTS_PROVE_EVA_EVA_H
#define DSI_TESTS_PROVE_EVA_EVA_H

#include <dsi/text.h>

#define EVA_TEN(each, tens)                                                            \
    each(tens##0) each(tens##1) each(tens##2) each(tens##3) each(tens##4)              \
        each(tens##5) each(tens##6) each(tens##7) each(tens##8) each(tens##9)

/*
 * The lengths 0 to 128 and a long one. EVA_FEW is for bad code: there it suffices that
 * a few lengths raise an alarm.
 */
#ifdef EVA_FEW
#define EVA_LENGTHS(each) each(0) each(37) each(1000000)
#else
#define EVA_LENGTHS(each)                                                              \
    EVA_TEN(each, )                                                                    \
    EVA_TEN(each, 1)                                                                   \
    EVA_TEN(each, 2)                                                                   \
    EVA_TEN(each, 3)                                                                   \
    EVA_TEN(each, 4)                                                                   \
    EVA_TEN(each, 5)                                                                   \
    EVA_TEN(each, 6)                                                                   \
    EVA_TEN(each, 7)                                                                   \
    EVA_TEN(each, 8)                                                                   \
    EVA_TEN(each, 9)                                                                   \
    EVA_TEN(each, 10)                                                                  \
    EVA_TEN(each, 11)                                                                  \
    each(120) each(121) each(122) each(123) each(124) each(125) each(126) each(127)    \
        each(128) each(1000000)
#endif

/* C has no empty array: the text of 0 bytes begins at the end of one byte. */
#define EVA_BYTES(length) static char eva_bytes_##length[(length) + ((length) == 0)];
#define EVA_CALL(length) eva_text(eva_bytes_##length + ((length) == 0), (length));

EVA_LENGTHS(EVA_BYTES)

/*
 * Each program defines this function: the calls on one text, which may also be written.
 */
static void eva_text(char *bytes, size_t length);

static void eva_each(void)
{
    EVA_LENGTHS(EVA_CALL)
}

#endif
