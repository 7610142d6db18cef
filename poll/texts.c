/*
 * poll/texts.c - the id and the token that a poll machine keeps, and its search for
 * cycles.
 *
 * The memory holds the id, a NUL, the token of the next page, and a NUL. A new id makes
 * the token invalid, so it is forgotten first.
 */
#include "poll/texts.h"

#include "schema/label.h"

bool dsi_poll_is_usable(dsi_string id)
{
    dsi_mismatch mismatch;

    return id.length > 0 && dsi_match_label(id, DSI_LEVEL_MODEL, &mismatch);
}

/*
 * Keeps a text at `offset` of the memory, terminated. False if it does not fit. The
 * text may lie there already, from another machine with the same memory: memmove allows
 * that. The offset never passes the capacity: the id and its NUL fit before it.
 */
static bool poll_keep(dsi_poll *poll, size_t offset, dsi_string text, dsi_string *kept)
{
    char *place = poll->memory + offset;

    if (poll->capacity - offset <= text.length) {
        return false;
    }
    memmove(place, text.data, text.length);
    place[text.length] = '\0';
    *kept = (dsi_string){.data = place, .length = text.length};
    return true;
}

bool dsi_poll_keep_id(dsi_poll *poll, dsi_string id)
{
    poll->request.next_token = dsi_str(NULL);
    poll->pages = 0;
    poll->waits = 0;
    return poll_keep(poll, 0, id, &poll->request.introspection_id);
}

bool dsi_poll_keep_token(dsi_poll *poll, dsi_string token)
{
    size_t offset = poll->request.introspection_id.length + 1;

    return poll_keep(poll, offset, token, &poll->request.next_token);
}

/*
 * FNV-1a. Only the service, which makes the tokens, could make two of them collide;
 * then its client stops early.
 */
static uint64_t poll_hash(dsi_string token)
{
    uint64_t hash = 14695981039346656037u;

    for (size_t i = 0; i < token.length; i++) {
        hash = (hash ^ (unsigned char)token.data[i]) * 1099511628211u;
    }
    return hash;
}

/*
 * A token equal to the last one is a cycle at once. Longer cycles are found as Brent
 * does it, with one token remembered: that of the last page whose number is a power of
 * two. Once such a page lies in the cycle, and the next such page is further away than
 * the cycle is long, its token comes again.
 */
bool dsi_poll_is_cycle(dsi_poll *poll, dsi_string token)
{
    uint64_t hash = poll_hash(token);

    if (dsi_string_equal(token, poll->request.next_token) ||
        (poll->pages > 0 && hash == poll->marked_token)) {
        return true;
    }
    poll->pages++;
    if ((poll->pages & (poll->pages - 1)) == 0) {
        poll->marked_token = hash;
    }
    return false;
}
