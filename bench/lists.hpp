// Lists whose length is known only at their end: items are collected in a vector, then
// copied into the arena.
#ifndef BENCH_LISTS_HPP
#define BENCH_LISTS_HPP

#include <cstring>
#include <vector>

#include "arena.h"
#include "typed.h"

// The vectors are reused, so they soon stop allocating. Lists of one kind do not nest,
// so one vector for each kind is enough.
struct bench_lists {
    std::vector<dsi_string> strings;
    std::vector<dsi_model_field> fields;
    std::vector<dsi_model_index> indexes;
    std::vector<dsi_model> models;
};

template <typename List, typename Item>
bool bench_list_end(bench_arena *arena, std::vector<Item> &items, List *list)
{
    size_t bytes = items.size() * sizeof(Item);
    void *copy = bench_arena_take(arena, bytes);

    if (copy != nullptr && bytes > 0) {
        std::memcpy(copy, items.data(), bytes);
    }
    list->items = static_cast<const Item *>(copy);
    list->count = items.size();
    items.clear();
    return copy != nullptr;
}

template <typename Item> Item *bench_new(bench_arena *arena)
{
    void *place = bench_arena_take(arena, sizeof(Item));

    if (place != nullptr) {
        std::memset(place, 0, sizeof(Item));
    }
    return static_cast<Item *>(place);
}

#endif
