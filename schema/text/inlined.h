/*
 * schema/text/inlined.h - functions that are part of their callers, whatever the compiler
 * thinks of their size. Then what is passed by address stays in registers, and a
 * constant argument makes code of its own.
 *
 * Without optimisation they are functions like others, so that coverage and mutants see
 * each of them once.
 */
#ifndef DSI_SCHEMA_TEXT_INLINED_H
#define DSI_SCHEMA_TEXT_INLINED_H

#ifdef __OPTIMIZE__
#define DSI_INLINED static inline __attribute__((always_inline))
#else
#define DSI_INLINED static __attribute__((unused))
#endif

#endif
