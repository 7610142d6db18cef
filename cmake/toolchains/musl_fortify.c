/*
 * Functions that musl does not have. glibc's headers put them in place of some calls, and
 * Debian's static libraries were compiled with those headers. For test programs only.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void *__memcpy_chk(void *to, const void *from, size_t length, size_t room)
{
    (void)room;
    return memcpy(to, from, length);
}

char *__strncpy_chk(char *to, const char *from, size_t length, size_t room)
{
    (void)room;
    return strncpy(to, from, length);
}

int __vsnprintf_chk(char *text, size_t size, int flag, size_t room, const char *format,
                    va_list values)
{
    (void)flag;
    (void)room;
    return vsnprintf(text, size, format, values);
}

int __vfprintf_chk(FILE *file, int flag, const char *format, va_list values)
{
    (void)flag;
    return vfprintf(file, format, values);
}

int __snprintf_chk(char *text, size_t size, int flag, size_t room, const char *format,
                   ...)
{
    va_list values;
    int length;

    va_start(values, format);
    length = __vsnprintf_chk(text, size, flag, room, format, values);
    va_end(values);
    return length;
}

int __sprintf_chk(char *text, int flag, size_t room, const char *format, ...)
{
    va_list values;
    int length;

    va_start(values, format);
    length = __vsnprintf_chk(text, room, flag, room, format, values);
    va_end(values);
    return length;
}

int __fprintf_chk(FILE *file, int flag, const char *format, ...)
{
    va_list values;
    int length;

    va_start(values, format);
    length = __vfprintf_chk(file, flag, format, values);
    va_end(values);
    return length;
}

int __printf_chk(int flag, const char *format, ...)
{
    va_list values;
    int length;

    va_start(values, format);
    length = __vfprintf_chk(stdout, flag, format, values);
    va_end(values);
    return length;
}

void __longjmp_chk(jmp_buf environment, int value)
{
    longjmp(environment, value);
}

void __pthread_register_cancel(void *buffer)
{
    (void)buffer; /* no test is a thread that could be cancelled */
}

void __pthread_unregister_cancel(void *buffer)
{
    (void)buffer;
}
