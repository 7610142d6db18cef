#include "vectors/text.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define PIECE(literal)                                                                 \
    {                                                                                  \
        .data = (literal), .length = sizeof(literal) - 1                               \
    }

/* One character each. Every length of UTF-8 at its bounds; what must be escaped. */
static const dsi_string pieces[] = {
    PIECE("a"),
    PIECE("Z"),
    PIECE("7"),
    PIECE(" "),
    PIECE("_"),
    PIECE("\""),
    PIECE("\\"),
    PIECE("/"),
    PIECE("\0"),
    PIECE("\n"),
    PIECE("\x1f"),
    PIECE("\x7f"),
    PIECE("\xc2\x80"),
    PIECE("\xc3\xa9"),
    PIECE("\xdf\xbf"),
    PIECE("\xe0\xa0\x80"),
    PIECE("\xe2\x82\xac"),
    PIECE("\xed\x9f\xbf"),
    PIECE("\xee\x80\x80"),
    PIECE("\xef\xbf\xbf"),
    PIECE("\xf0\x90\x80\x80"),
    PIECE("\xf0\x9f\x91\x8d"),
    PIECE("\xf4\x8f\xbf\xbf"),
};

/* The same without what \S does not match. */
static const dsi_string token_pieces[] = {
    PIECE("a"), PIECE("Z"),        PIECE("7"),
    PIECE("+"), PIECE("/"),        PIECE("="),
    PIECE("&"), PIECE("\xc3\xa9"), PIECE("\xe2\x82\xac"),
    PIECE("%"),
};

static void text_add(dsi_text *text, const char *bytes, size_t length)
{
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
}

static void text_add_pieces(dsi_pen *pen, dsi_text *text, const dsi_string *from,
                            size_t kinds, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const dsi_string *piece = &from[dsi_draw_below(&pen->draw, kinds)];

        text_add(text, piece->data, piece->length);
    }
}

void dsi_text_free(dsi_pen *pen, dsi_text *text)
{
    text->length = 0;
    text_add_pieces(pen, text, pieces, COUNT(pieces), dsi_draw_below(&pen->draw, 12));
}

void dsi_text_token(dsi_pen *pen, const char *begin, dsi_text *text)
{
    text->length = 0;
    text_add(text, begin, strlen(begin));
    text_add_pieces(pen, text, token_pieces, COUNT(token_pieces),
                    1 + dsi_draw_below(&pen->draw, 24));
}

uint32_t dsi_text_next(const char *bytes, size_t *at)
{
    const unsigned char *p = (const unsigned char *)bytes + *at;
    size_t more = p[0] < 0xc0 ? 0 : p[0] < 0xe0 ? 1 : p[0] < 0xf0 ? 2 : 3;
    uint32_t value = more == 0 ? p[0] : p[0] & (0x3fu >> more);

    for (size_t i = 1; i <= more; i++) {
        value = value << 6 | (p[i] & 0x3fu);
    }
    *at += 1 + more;
    return value;
}

/* ------------------------------------------------------------------------- ARNs */

/* What the pattern of an ARN leaves open, in our own words. */
typedef struct text_arn {
    dsi_match_fn *match;
    const char *service;
    const char *type;
    const char *name_letters;
} text_arn;

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

static const text_arn arns[] = {
    {dsi_match_rds_cluster, "rds", "cluster", LETTERS "_/-"},
    {dsi_match_secret, "secretsmanager", "secret", LETTERS "_/+=.@!-"},
};

static const char *const partitions[] = {"aws", "aws-cn", "aws-us-gov", "", "a-z"};
static const char *const regions[] = {"us-east-1", "eu-central-1", "cn-north-1", ""};

static const text_arn *text_find_arn(const dsi_constraint *constraint)
{
    for (size_t i = 0; i < COUNT(arns); i++) {
        if (arns[i].match == constraint->match) {
            return &arns[i];
        }
    }
    return NULL;
}

/* A part and the colon behind it. */
static void text_add_part(dsi_pen *pen, dsi_text *text, dsi_site site, const char *part)
{
    const dsi_break *planned = dsi_pen_pass(pen, site);
    dsi_string put = planned != NULL ? planned->bytes : dsi_str(part);

    text_add(text, put.data, put.length);
    text_add(text, ":", 1);
}

static void text_add_account(dsi_pen *pen, dsi_text *text)
{
    char account[13] = "";

    for (size_t i = 0; i < 12; i++) {
        account[i] = (char)('0' + dsi_draw_below(&pen->draw, 10));
    }
    text_add_part(pen, text, DSI_SITE_ARN_ACCOUNT, account);
}

/* A few letters; rarely as many as there may be, which is where lengths go wrong. */
static void text_add_name(dsi_pen *pen, const text_arn *arn, size_t maximum,
                          dsi_text *text)
{
    const dsi_break *planned = dsi_pen_pass(pen, DSI_SITE_ARN_NAME);
    size_t kinds = strlen(arn->name_letters);
    size_t count = dsi_draw_below(&pen->draw, 40);

    if (planned != NULL) {
        text_add(text, planned->bytes.data, planned->bytes.length);
        return;
    }
    if (dsi_draw_one_in(&pen->draw, 16)) {
        count = maximum - text->length;
    }
    if (dsi_pen_pass(pen, DSI_SITE_LENGTH) != NULL) {
        count = maximum - text->length + 1;
    }
    for (size_t i = 0; i < count; i++) {
        text_add(text, arn->name_letters + dsi_draw_below(&pen->draw, kinds), 1);
    }
}

static void text_arn_of(dsi_pen *pen, const text_arn *arn, size_t maximum,
                        dsi_text *text)
{
    const char *partition = partitions[dsi_draw_below(&pen->draw, COUNT(partitions))];
    const char *region = regions[dsi_draw_below(&pen->draw, COUNT(regions))];

    text_add_part(pen, text, DSI_SITE_ARN_PREFIX, "arn");
    text_add_part(pen, text, DSI_SITE_ARN_PARTITION, partition);
    text_add_part(pen, text, DSI_SITE_ARN_SERVICE, arn->service);
    text_add_part(pen, text, DSI_SITE_ARN_REGION, region);
    text_add_account(pen, text);
    text_add_part(pen, text, DSI_SITE_ARN_TYPE, arn->type);
    text_add_name(pen, arn, maximum, text);
}

/* ------------------------------------------------------------------------------- */

/* Of free characters, bound by its length alone. */
static void text_bound(dsi_pen *pen, const dsi_constraint *constraint, dsi_text *text)
{
    size_t count = constraint->minimum + dsi_draw_below(&pen->draw, 12);

    if (dsi_draw_one_in(&pen->draw, 16)) {
        count = constraint->maximum;
    }
    if (dsi_pen_pass(pen, DSI_SITE_LENGTH) != NULL) {
        count = constraint->maximum + 1;
    }
    if (dsi_pen_pass(pen, DSI_SITE_MINIMUM) != NULL) {
        count = constraint->minimum - 1;
    }
    text_add_pieces(pen, text, pieces, COUNT(pieces), count);
}

void dsi_text_constrained(dsi_pen *pen, const dsi_type *type, dsi_text *text)
{
    const text_arn *arn = text_find_arn(type->constraint);

    text->length = 0;
    if (arn != NULL) {
        text_arn_of(pen, arn, type->constraint->maximum, text);
    } else {
        text_bound(pen, type->constraint, text);
    }
}
