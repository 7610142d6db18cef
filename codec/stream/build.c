/*
 * codec/stream/build.c - where each kind of value goes.
 *
 * The build is a stack of frames, one for each open structure or list whose shape the
 * tables know. When a value begins, the innermost frame says which type belongs there.
 * Then the value goes to its place:
 *
 *     string, enum    a terminated copy at the arena's bottom; the place points to it
 *     number          converted, into the place itself
 *     boolean         into the place itself
 *     structure       zeroed bytes from the arena's bottom, and a pointer in the place
 *     item            pushed onto the arena's top: its list's length is not known yet
 *     list            when it ends, its items move to the bottom; the place gets
 *                     pointer, count and how many items were dropped
 *     null            the member stays absent; in a list the item is dropped or refused
 *     unknown         skipped; `skipped` counts the brackets that are open inside it
 *
 * The place is the member's field in its structure, or the item that was pushed. A
 * structure in a list is the item itself, so it needs no pointer.
 *
 * The bottom holds results only, and they stay where they are. The top is a stack of
 * items of open lists. A list that ends gives its part of the top back, so the top is
 * empty again when the document ends.
 *
 * After an error the frames stay as they are. So dsi_build_path names the value with
 * the error, and no call needs to carry a path.
 */
#include "codec/stream/build.h"

#include <string.h>

#include "codec/integer.h"

static dsi_build_frame *build_top(const dsi_build *build)
{
    return &build->frames[build->depth - 1];
}

void dsi_build_path(const dsi_build *build, char *path, size_t capacity)
{
    dsi_frame_path(&build->frames->at, sizeof *build->frames, build->depth, path,
                   capacity);
}

void dsi_build_begin(dsi_build *build, const dsi_type *type, void *object,
                     dsi_build_frame *frames, dsi_arena *arena)
{
    build->frames = frames;
    build->depth = 0;
    build->skipped = 0;
    build->ended = false;
    build->type = type;
    build->object = object;
    build->rules = (dsi_build_rules){.strict = false};
    build->taker = (dsi_taker){.list = NULL};
    build->unknown = (dsi_build_unknown){.found = NULL};
    build->arena = arena;
    build->error = (dsi_build_error){.code = DSI_OK};
}

static bool build_fail(dsi_build *build, dsi_code code)
{
    build->error.code = code;
    return false;
}

static dsi_json_type build_json_type(const dsi_type *type)
{
    static const dsi_json_type json_types[] = {
        [DSI_KIND_STRING] = DSI_JSON_STRING,   [DSI_KIND_ENUM] = DSI_JSON_STRING,
        [DSI_KIND_INT32] = DSI_JSON_NUMBER,    [DSI_KIND_INT64] = DSI_JSON_NUMBER,
        [DSI_KIND_BOOLEAN] = DSI_JSON_BOOLEAN, [DSI_KIND_STRUCT] = DSI_JSON_OBJECT,
        [DSI_KIND_LIST] = DSI_JSON_ARRAY};

    return json_types[type->kind];
}

/* The type of the value that begins now; NULL if it belongs to an unknown member. */
static const dsi_type *build_expected(const dsi_build *build)
{
    const dsi_frame *frame = &build_top(build)->at;

    if (frame->type->kind == DSI_KIND_LIST) {
        return frame->type->element;
    }
    return frame->member == NULL ? NULL : frame->member->type;
}

/*
 * A value is done, and its frame stands between two values. Both members are cleared
 * whatever the frame is: a build keeps a list's count in its own part of the frame.
 */
static void build_next(dsi_build *build)
{
    if (build->depth > 0) {
        build_top(build)->at.member = NULL;
        build_top(build)->at.index = DSI_NO_INDEX;
    }
}

/*
 * Leaves a value out. In a list it still counts for the index, so that later items keep
 * the number that they have in the message.
 */
static void build_drop(dsi_build *build)
{
    dsi_build_frame *frame = build_top(build);

    if (frame->at.type->kind == DSI_KIND_LIST) {
        frame->dropped++;
    }
    build_next(build);
}

void dsi_build_item(dsi_build *build)
{
    if (build->skipped == 0 && build->depth > 0 &&
        build_top(build)->at.type->kind == DSI_KIND_LIST) {
        build_top(build)->at.index = build_top(build)->count +
                                     build_top(build)->dropped;
    }
}

/* What becomes of a value. */
typedef enum build_verdict {
    BUILD_TAKE,  /* as the type that goes with it */
    BUILD_SKIP,  /* with all it holds */
    BUILD_REFUSE /* the error says why */
} build_verdict;

/*
 * The slow path of build_begin: a wrong type, an unknown member, an item of a list, or
 * a value inside a skipped one.
 */
static build_verdict build_begin_other(dsi_build *build, dsi_json_type found,
                                       const dsi_type **type)
{
    if (build->skipped > 0) {
        return BUILD_SKIP;
    }
    dsi_build_item(build);
    *type = build_expected(build);
    if (*type == NULL) {
        return BUILD_SKIP;
    }
    if (build_json_type(*type) == found) {
        return BUILD_TAKE;
    }
    if (build->rules.lenient) {
        build_drop(build);
        return BUILD_SKIP;
    }
    build->error = (dsi_build_error){
        .code = DSI_E_TYPE, .limit = build_json_type(*type), .actual = found};
    return BUILD_REFUSE;
}

/*
 * Every value in a structure or list begins here. Sets `*type` if the value is taken.
 * The fast path needs no look at `skipped`: while a value is skipped, no member is at
 * hand.
 */
static inline build_verdict build_begin(dsi_build *build, dsi_json_type found,
                                        const dsi_type **type)
{
    const dsi_member *member = build_top(build)->at.member;

    if (member != NULL && build_json_type(member->type) == found) {
        *type = member->type;
        return BUILD_TAKE;
    }
    return build_begin_other(build, found, type);
}

/*
 * Where the value at hand goes: into its structure, or onto the top as a new item. NULL
 * if the arena is full.
 */
static inline void *build_place(dsi_build *build)
{
    dsi_build_frame *frame = build_top(build);

    if (frame->at.member != NULL) {
        return (char *)frame->target + frame->at.member->offset;
    }
    frame->count++;
    return dsi_arena_push(build->arena, frame->at.type->element->size);
}

/*
 * Returns the memory of a structure, or NULL if the arena is full. The memory of the
 * message itself is taken before the decode begins. If the arena is full, the place
 * gets a NULL pointer, and the member stays absent.
 */
static void *build_structure(dsi_build *build, const dsi_type *type)
{
    const dsi_build_frame *frame;
    void *structure;

    if (build->depth == 0) {
        return build->object;
    }
    frame = build_top(build);
    if (frame->at.member == NULL) {
        return build_place(build); /* an item */
    }
    structure = dsi_arena_take(build->arena, type->size);
    memcpy((char *)frame->target + frame->at.member->offset, &structure,
           sizeof structure);
    return structure;
}

/*
 * Readies the top for a list's items and returns the list's place. The mark is the top
 * before it was aligned, so the padding is given back as well. The bottom is noted for
 * the list whose items are taken: each of them starts there.
 */
static void *build_list(dsi_build *build, const dsi_type *type, char **mark)
{
    void *place = build_place(build);

    if (type == build->taker.list) {
        build->taker.bottom = build->arena->bottom;
    }
    *mark = build->arena->top;
    return dsi_arena_align_top(build->arena) ? place : NULL;
}

/* There is a frame for each level: the guard counts them against max_depth first. */
static bool build_enter(dsi_build *build, const dsi_type *type)
{
    char *mark = NULL;
    void *target = type->kind == DSI_KIND_STRUCT ? build_structure(build, type)
                                                 : build_list(build, type, &mark);
    dsi_build_frame *frame = &build->frames[build->depth];

    if (target == NULL) {
        return build_fail(build, DSI_E_MEMORY);
    }
    *frame = (dsi_build_frame){.at = {.type = type, .index = DSI_NO_INDEX},
                               .target = target};
    if (type->kind == DSI_KIND_LIST) {
        frame->mark = mark;
    }
    build->depth++;
    return true;
}

/* A skipped structure or list opens no frame; it only raises `skipped`. */
bool dsi_build_open(dsi_build *build, dsi_json_type json_type)
{
    const dsi_type *type = build->type;
    build_verdict verdict = build->depth > 0 ? build_begin(build, json_type, &type)
                                             : BUILD_TAKE;

    if (verdict == BUILD_TAKE) {
        return build_enter(build, type);
    }
    build->skipped++;
    return verdict == BUILD_SKIP;
}

/*
 * Hands one item over and takes its memory back. The item is the lowest thing on the
 * top, since the lists inside it have moved down and given their part back. Everything
 * from the noted bottom on belongs to the item.
 */
static bool build_hand_over(dsi_build *build, const dsi_type *element, const void *item)
{
    dsi_taker *taker = &build->taker;
    bool wants_more = taker->take(taker->context, item);

    if (build->error.code != DSI_OK) {
        return false; /* the taker called this decoder, and that error came first */
    }
    if (!wants_more) {
        return build_fail(build, DSI_E_STOPPED);
    }
    build->arena->bottom = taker->bottom;
    build->arena->top += element->size;
    return true;
}

bool dsi_build_at_item(const dsi_build *build)
{
    return build->skipped == 0 && build_top(build)->at.type == build->taker.list;
}

void *dsi_build_begin_item(dsi_build *build)
{
    dsi_build_item(build);
    return build_place(build);
}

void dsi_build_forget_item(dsi_build *build)
{
    build_top(build)->count--;
    build_next(build);
}

bool dsi_build_end_item(dsi_build *build, const void *item)
{
    if (!build_hand_over(build, build->taker.list->element, item)) {
        return false;
    }
    build_next(build);
    return true;
}

/* A list whose items were taken stays absent; only their number is kept. */
static void build_close_taken(dsi_build *build, const dsi_build_frame *frame)
{
    build->taker.taken = frame->count;
    build->arena->top = frame->mark;
    dsi_build_put_list(frame, NULL, 0);
}

/*
 * Takes the innermost frame off. An item of the taken list is complete now and goes
 * out.
 */
static bool build_close_value(dsi_build *build, const dsi_build_frame *frame)
{
    const dsi_type *type = frame->at.type;
    const dsi_type *taken = build->taker.list;

    if (type->kind == DSI_KIND_LIST) {
        if (type == taken) {
            build_close_taken(build, frame);
        } else if (!dsi_build_end_list(frame, build->arena)) {
            return build_fail(build, DSI_E_MEMORY);
        }
    }
    build->depth--;
    build->ended = build->depth == 0;
    return build->ended || build_top(build)->at.type != taken ||
           build_hand_over(build, type, frame->target);
}

bool dsi_build_close(dsi_build *build)
{
    if (build->skipped > 0) {
        build->skipped--;
        return true;
    }
    if (!build_close_value(build, build_top(build))) {
        return false;
    }
    build_next(build);
    return true;
}

/*
 * The row of the member with this name, or the number of rows. Members mostly come in
 * the order of their rows, so the next row is tried first.
 */
static size_t build_find(const dsi_build_frame *frame, dsi_string name)
{
    const dsi_type *type = frame->at.type;
    const dsi_member *member;

    if (frame->next < type->member_count &&
        dsi_member_is(&type->members[frame->next], name)) {
        return frame->next;
    }
    member = dsi_type_find(type, name);
    return member == NULL ? type->member_count : (size_t)(member - type->members);
}

/*
 * Without a member at hand, the value that follows is skipped, and the path names the
 * structure. The caller's function may call its own decoder, which sets the error.
 */
static bool build_skip_member(dsi_build *build, dsi_string name)
{
    build_top(build)->at.member = NULL;
    if (build->rules.strict) {
        return build_fail(build, DSI_E_UNKNOWN_MEMBER);
    }
    if (build->unknown.found != NULL) {
        build->unknown.found(build->unknown.context, name);
    }
    return build->error.code == DSI_OK;
}

/*
 * A known member may come once. `seen` has a bit for each row, DSI_MEMBERS_MAX at most,
 * and null sets it as well. The member is at hand before the check, so the path of
 * DSI_E_DUPLICATE names it. A member that JSON does not carry (dsi_member_is_beside)
 * counts as unknown.
 */
bool dsi_build_key(dsi_build *build, dsi_string name)
{
    dsi_build_frame *frame = build_top(build);
    size_t row;

    if (build->skipped > 0) {
        return true;
    }
    row = build_find(frame, name);
    if (row == frame->at.type->member_count) {
        return build_skip_member(build, name);
    }
    frame->at.member = &frame->at.type->members[row];
    if (dsi_member_is_beside(frame->at.type, frame->at.member)) {
        return build_skip_member(build, name);
    }
    if ((frame->seen >> row & 1) != 0) {
        return build_fail(build, DSI_E_DUPLICATE);
    }
    frame->seen |= UINT64_C(1) << row;
    frame->next = row + 1;
    return true;
}

/* An item is pushed before its text is copied, so it lies on the top in any case. */
static bool build_put_text(dsi_build *build, const dsi_type *type, dsi_string text)
{
    void *place = build_place(build);
    dsi_string copy = {.length = text.length};

    if (place == NULL) {
        return false;
    }
    copy.data = dsi_arena_copy(build->arena, text.data, text.length);
    dsi_type_set_text(type, place, copy);
    return copy.data != NULL;
}

bool dsi_build_string(dsi_build *build, dsi_string text)
{
    const dsi_type *type;
    build_verdict verdict = build_begin(build, DSI_JSON_STRING, &type);

    if (verdict != BUILD_TAKE) {
        return verdict == BUILD_SKIP;
    }
    if (!build_put_text(build, type, text)) {
        return build_fail(build, DSI_E_MEMORY);
    }
    build_next(build);
    return true;
}

static bool build_put_integer(dsi_build *build, const dsi_type *type, int64_t value)
{
    void *place = build_place(build);

    if (place == NULL) {
        return build_fail(build, DSI_E_MEMORY);
    }
    dsi_type_set_integer(type, place, value);
    build_next(build);
    return true;
}

/*
 * The digits are a number of RFC 8259: the guard has checked that. A lenient build
 * drops a number that is no integer, or one that does not fit, as it drops a wrong
 * type.
 */
bool dsi_build_number(dsi_build *build, dsi_string digits)
{
    const dsi_type *type;
    build_verdict verdict = build_begin(build, DSI_JSON_NUMBER, &type);
    int64_t value;
    dsi_code code;

    if (verdict != BUILD_TAKE) {
        return verdict == BUILD_SKIP;
    }
    code = dsi_integer_read_type(digits, type, &value);
    if (code == DSI_OK) {
        return build_put_integer(build, type, value);
    }
    if (!build->rules.lenient) {
        return build_fail(build, code);
    }
    build_drop(build);
    return true;
}

bool dsi_build_boolean(dsi_build *build, bool value)
{
    const dsi_optional_bool boolean = {.present = true, .value = value};
    const dsi_type *type;
    build_verdict verdict = build_begin(build, DSI_JSON_BOOLEAN, &type);
    void *place;

    if (verdict != BUILD_TAKE) {
        return verdict == BUILD_SKIP;
    }
    place = build_place(build);
    if (place == NULL) {
        return build_fail(build, DSI_E_MEMORY);
    }
    memcpy(place, &boolean, sizeof boolean);
    build_next(build);
    return true;
}

/* A structure was zeroed, so a member that is null is absent already. */
bool dsi_build_null(dsi_build *build)
{
    if (build->skipped > 0) {
        return true;
    }
    if (build_top(build)->at.type->kind == DSI_KIND_STRUCT) {
        build_next(build);
        return true;
    }
    dsi_build_item(build);
    if (!build->rules.null_items) {
        return build_fail(build, DSI_E_NULL_ITEM);
    }
    build_drop(build);
    return true;
}
