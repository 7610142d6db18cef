/* tests/count.h - how many rows a table has. */
#ifndef DSI_TESTS_COUNT_H
#define DSI_TESTS_COUNT_H

#define COUNT(array) (sizeof(array) / sizeof *(array))

#endif
