/*
 * tool/near.c - Levenshtein's distance between a word and each name, one row at a time.
 */
#include "near.h"

static size_t near_min(size_t left, size_t right)
{
    return left < right ? left : right;
}

/* Names differ in more than the case of their letters, so it does not count. */
static int near_lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter;
}

/*
 * How many letters turn `from` into `to`. Both have at most NEAR_MAX bytes. row[j] is the
 * number for the letters of `from` so far and j of `to`.
 */
static size_t near_distance(dsi_string from, dsi_string to)
{
    size_t row[NEAR_MAX + 1];

    for (size_t j = 0; j <= to.length; j++) {
        row[j] = j;
    }
    for (size_t i = 1; i <= from.length; i++) {
        size_t diagonal = row[0];

        row[0] = i;
        for (size_t j = 1; j <= to.length; j++) {
            bool same = near_lower(from.data[i - 1]) == near_lower(to.data[j - 1]);
            size_t changed = diagonal + (same ? 0 : 1);

            diagonal = row[j];
            row[j] = near_min(changed, near_min(row[j], row[j - 1]) + 1);
        }
    }
    return row[to.length];
}

near_search near_begin(dsi_string word)
{
    return (near_search){
        .word = word, .distance = (word.length + 2) / 3 + 1, .name = ""};
}

void near_limit(near_search *search, size_t letters)
{
    search->distance = near_min(search->distance, letters + 1);
}

void near_try(near_search *search, const char *name)
{
    dsi_string other = dsi_str(name);
    size_t distance;

    if (other.length > NEAR_MAX || search->word.length > NEAR_MAX ||
        dsi_string_equal(other, search->word)) {
        return;
    }
    distance = near_distance(search->word, other);
    if (distance < search->distance) {
        search->distance = distance;
        search->name = name;
    }
}

const char *near_member(const dsi_message *message, const dsi_unknown_member *member)
{
    near_search search = near_begin(member->name);
    const char *name;

    for (size_t i = 0; (name = dsi_message_member(message, member->path, i)) != NULL;
         i++) {
        near_try(&search, name);
    }
    return search.name;
}
