/*
 * tool/option_value.c - reads one option's value and stores it in tool_options.
 *
 * The row says where the value goes, as an offset, and of which type its place is. Each
 * function stores only a value that the row allows.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "option_table.h"

/* strtoull would accept blanks and a sign, so digits are read here. */
bool option_parse_number(const char *text, uint64_t *number)
{
    *number = 0;
    for (const char *digit = text; *digit != '\0'; digit++) {
        unsigned value = (unsigned)*digit - '0';

        if (value > 9 || *number > (UINT64_MAX - value) / 10) {
            return false;
        }
        *number = *number * 10 + value;
    }
    return *text != '\0';
}

/*
 * Reads a number that may end in K, M or G, in either case. Returns false if it is too
 * great.
 */
static bool option_parse_size(const char *text, uint64_t *number)
{
    static const char units[] = "KkMmGg";
    char digits[24];
    size_t length = strspn(text, "0123456789");
    const char *unit = text[length] != '\0' ? strchr(units, text[length]) : NULL;
    unsigned shift = unit != NULL ? 10 * (unsigned)((unit - units) / 2 + 1) : 0;

    if (unit == NULL || text[length + 1] != '\0' || length >= sizeof digits) {
        return option_parse_number(text, number);
    }
    memcpy(digits, text, length);
    digits[length] = '\0';
    if (!option_parse_number(digits, number) || *number > UINT64_MAX >> shift) {
        return false;
    }
    *number <<= shift;
    return true;
}

static bool option_store_number(const option_row *row, const char *text,
                                uint64_t *place)
{
    uint64_t number;
    bool good = row->value == OPTION_SIZE ? option_parse_size(text, &number)
                                          : option_parse_number(text, &number);

    if (!good || number < row->minimum || number > row->maximum) {
        return false;
    }
    *place = number;
    return true;
}

/* Stores the index of the choice, which is the value of a dsi enumeration. */
static bool option_store_choice(const option_row *row, const char *text,
                                unsigned *place)
{
    for (unsigned i = 0; row->choices[i] != NULL; i++) {
        if (strcmp(row->choices[i], text) == 0) {
            *place = i;
            return true;
        }
    }
    return false;
}

/* The array has room for as many headers as the line has arguments. */
static bool option_store_header(tool_options *options, const char *text)
{
    const char *colon = strchr(text, ':');
    dsi_header *header = &options->headers[options->header_count];

    if (colon == NULL || colon == text) {
        return false;
    }
    header->name = (dsi_string){.data = text, .length = (size_t)(colon - text)};
    header->value = dsi_str(colon + 1);
    options->header_count++;
    return true;
}

bool option_store(tool_options *options, const option_row *row, const char *text)
{
    void *place = (char *)options + row->offset;

    switch (row->value) {
    case OPTION_FLAG:
        *(bool *)place = true;
        return true;
    case OPTION_TEXT:
        *(const char **)place = text;
        return true;
    case OPTION_NUMBER:
    case OPTION_SIZE:
        return option_store_number(row, text, place);
    case OPTION_CHOICE:
        return option_store_choice(row, text, place);
    case OPTION_HEADER:
    default:
        return option_store_header(options, text);
    }
}

/* Lists the choices: "must be model or documented". */
static void option_name_choices(const option_row *row, char *words, size_t capacity)
{
    size_t length = (size_t)snprintf(words, capacity, "must be");

    for (size_t i = 0; row->choices[i] != NULL && length < capacity; i++) {
        length += (size_t)snprintf(words + length, capacity - length, "%s %s",
                                   i > 0 ? " or" : "", row->choices[i]);
    }
}

void option_words(const option_row *row, char *words, size_t capacity)
{
    if (row->value == OPTION_NUMBER || row->value == OPTION_SIZE) {
        snprintf(words, capacity, "must be a number from %" PRIu64 " to %" PRIu64 "%s",
                 row->minimum, row->maximum,
                 row->value == OPTION_SIZE ? "; it may end in K, M or G, or k, m or g"
                                           : "");
    } else if (row->value == OPTION_CHOICE) {
        option_name_choices(row, words, capacity);
    } else {
        snprintf(words, capacity, "must be 'NAME: VALUE'");
    }
}
