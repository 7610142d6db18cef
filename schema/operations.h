/*
 * schema/operations.h - every operation by its stem, in the order of its messages. It
 * is included where OPERATION(stem) is defined, and CMake reads it: STEM.c in schema
 * has the shapes of the operation, and STEM.c in codec its typed functions.
 */
OPERATION(start)
OPERATION(get)
