/*
 * tests/model/operations.h - every operation by its stem; model_STEM.c has its account.
 * Included where OPERATION(stem) is defined, and read by CMake.
 */
OPERATION(start)
OPERATION(get)
