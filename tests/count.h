/* tests/count.h - the number of rows in a table. */
#ifndef DSI_TESTS_COUNT_H
#define DSI_TESTS_COUNT_H

#define COUNT(array) (sizeof(array) / sizeof *(array))

#endif
