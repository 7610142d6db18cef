/*
 * schema/operations.h - every operation by its stem, in the order of its messages. Included
 * where OPERATION(stem) is defined, and read by CMake: STEM.c in schema has its shapes, and
 * STEM.c in codec its typed functions.
 */
OPERATION(start)
OPERATION(get)
