/*
 * vectors/text.c - texts that satisfy a constraint, or miss it by one mutation.
 *
 * Texts are built from pieces of one character each, so a count of pieces is a length
 * in characters. The table of rules at the end says how the texts of each pattern are
 * written. It is keyed by the matching function that the schema names, so a schema that
 * has a new pattern needs a new row here; a test holds that.
 */
#include "vectors/text.h"

#include "schema/label.h"
#include "schema/rows.h"

/* Characters at both ends of each UTF-8 length, and those that JSON must escape. */
static const dsi_string pieces[] = {
    DSI_STR("a"),
    DSI_STR("Z"),
    DSI_STR("7"),
    DSI_STR(" "),
    DSI_STR("_"),
    DSI_STR("\""),
    DSI_STR("\\"),
    DSI_STR("/"),
    DSI_STR("\0"),
    DSI_STR("\n"),
    DSI_STR("\x1f"),
    DSI_STR("\x7f"),
    DSI_STR("\xc2\x80"),
    DSI_STR("\xc3\xa9"),
    DSI_STR("\xdf\xbf"),
    DSI_STR("\xe0\xa0\x80"),
    DSI_STR("\xe2\x82\xac"),
    DSI_STR("\xed\x9f\xbf"),
    DSI_STR("\xee\x80\x80"),
    DSI_STR("\xef\xbf\xbf"),
    DSI_STR("\xf0\x90\x80\x80"),
    DSI_STR("\xf0\x9f\x91\x8d"),
    DSI_STR("\xf4\x8f\xbf\xbf"),
};

/* Characters that \S matches: a pagination token is one or more of them. */
static const dsi_string token_pieces[] = {
    DSI_STR("a"), DSI_STR("Z"),        DSI_STR("7"),
    DSI_STR("+"), DSI_STR("/"),        DSI_STR("="),
    DSI_STR("&"), DSI_STR("\xc3\xa9"), DSI_STR("\xe2\x82\xac"),
    DSI_STR("%"),
};

/* Adds bytes. Every text of a legal constraint fits, so nothing is lost here. */
static void text_add(dsi_text *text, const char *bytes, size_t length)
{
    if (length <= sizeof text->bytes - text->length) {
        memcpy(text->bytes + text->length, bytes, length);
        text->length += length;
    }
}

/* How many characters to add to `taken`: as near to `count` as the bounds allow. */
static size_t text_fit(const dsi_constraint *constraint, size_t taken, size_t count)
{
    size_t least = constraint->minimum > taken ? constraint->minimum - taken : 0;
    size_t most = constraint->maximum > taken ? constraint->maximum - taken : 0;

    count = count < least ? least : count;
    return count < most ? count : most;
}

/* True if a text can be tried that is as long as the constraint allows. */
static bool text_has_limit(const dsi_constraint *constraint)
{
    return constraint->maximum <= DSI_TEXT_MAX;
}

/*
 * How many characters to add to `taken`, and the site of a length. The result is mostly
 * near to `count`. Rarely it is the maximum, where parsers miscount.
 */
static size_t text_length(dsi_writer *writer, const dsi_constraint *constraint,
                          size_t taken, size_t count)
{
    bool is_long = dsi_random_one_in(&writer->random, 16) &&
                   dsi_writer_has_room(writer);

    if (!text_has_limit(constraint)) {
        return text_fit(constraint, taken, count);
    }
    if (dsi_writer_pass(writer, DSI_SITE_LENGTH) != NULL) {
        return constraint->maximum < taken ? 0 : constraint->maximum + 1 - taken;
    }
    return text_fit(constraint, taken, is_long ? constraint->maximum : count);
}

/* Adds `count` characters, each one of the first `kinds` in `from`. */
static void text_add_pieces(dsi_writer *writer, dsi_text *text, const dsi_string *from,
                            size_t kinds, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const dsi_string *piece = &from[dsi_random_below(&writer->random, kinds)];

        text_add(text, piece->data, piece->length);
    }
}

void dsi_text_free(dsi_writer *writer, dsi_text *text)
{
    text->length = 0;
    text_add_pieces(writer, text, pieces, DSI_COUNT(pieces),
                    dsi_random_below(&writer->random, 12));
}

void dsi_text_token(dsi_writer *writer, const char *begin, dsi_text *text)
{
    text->length = 0;
    text_add(text, begin, strlen(begin));
    text_add_pieces(writer, text, token_pieces, DSI_COUNT(token_pieces),
                    1 + dsi_random_below(&writer->random, 24));
}

/* The text is one of ours and well-formed, so nothing is checked. */
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

static const char *const partitions[] = {"aws", "aws-cn", "aws-us-gov", "", "a-z"};
static const char *const regions[] = {"us-east-1", "eu-central-1", "cn-north-1", ""};

/* Adds a part of an ARN, or the mutation's bytes in its place, and a colon. */
static void text_add_part(dsi_writer *writer, dsi_text *text, dsi_site site,
                          const char *part)
{
    const dsi_mutation *mutation = dsi_writer_pass(writer, site);
    dsi_string put = mutation != NULL ? mutation->bytes : dsi_str(part);

    text_add(text, put.data, put.length);
    text_add(text, ":", 1);
}

static void text_add_account(dsi_writer *writer, dsi_text *text)
{
    char account[13] = "";

    for (size_t i = 0; i < 12; i++) {
        account[i] = (char)('0' + dsi_random_below(&writer->random, 10));
    }
    text_add_part(writer, text, DSI_SITE_ARN_ACCOUNT, account);
}

/* Adds the name. A valid ARN is ASCII, so its length in bytes is that in characters. */
static void text_add_name(dsi_writer *writer, const dsi_constraint *constraint,
                          const char *letters, dsi_text *text)
{
    const dsi_mutation *mutation = dsi_writer_pass(writer, DSI_SITE_ARN_NAME);
    size_t kinds = strlen(letters);
    size_t count = dsi_random_below(&writer->random, 40);

    if (mutation != NULL) {
        text_add(text, mutation->bytes.data, mutation->bytes.length);
        return;
    }
    count = text_length(writer, constraint, text->length, count);
    for (size_t i = 0; i < count; i++) {
        text_add(text, letters + dsi_random_below(&writer->random, kinds), 1);
    }
}

/* Adds an ARN. The pattern accepts any name of the `letters`. */
static void text_arn(dsi_writer *writer, const dsi_constraint *constraint,
                     const char *service, const char *type, const char *letters,
                     dsi_text *text)
{
    const char *partition =
        partitions[dsi_random_below(&writer->random, DSI_COUNT(partitions))];
    const char *region = regions[dsi_random_below(&writer->random, DSI_COUNT(regions))];

    text_add_part(writer, text, DSI_SITE_ARN_PREFIX, "arn");
    text_add_part(writer, text, DSI_SITE_ARN_PARTITION, partition);
    text_add_part(writer, text, DSI_SITE_ARN_SERVICE, service);
    text_add_part(writer, text, DSI_SITE_ARN_REGION, region);
    text_add_account(writer, text);
    text_add_part(writer, text, DSI_SITE_ARN_TYPE, type);
    text_add_name(writer, constraint, letters, text);
}

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

static void text_cluster(dsi_writer *writer, const dsi_constraint *constraint,
                         dsi_text *text)
{
    text_arn(writer, constraint, "rds", "cluster", LETTERS "_/-", text);
}

static void text_secret(dsi_writer *writer, const dsi_constraint *constraint,
                        dsi_text *text)
{
    text_arn(writer, constraint, "secretsmanager", "secret", LETTERS "_/+=.@!-", text);
}

/* ------------------------------------------------------------------------------- */

/* Writes a text of any characters, for a constraint that is a length alone. */
static void text_bound(dsi_writer *writer, const dsi_constraint *constraint,
                       dsi_text *text)
{
    size_t count = constraint->minimum + dsi_random_below(&writer->random, 12);

    count = text_length(writer, constraint, 0, count);
    if (constraint->minimum > 0 && dsi_writer_pass(writer, DSI_SITE_MINIMUM) != NULL) {
        count = 0;
    }
    text_add_pieces(writer, text, pieces, DSI_COUNT(pieces), count);
}

/* Writes a label. Its last letter keeps it from being empty or a dot segment. */
static void text_label(dsi_writer *writer, const dsi_constraint *constraint,
                       dsi_text *text)
{
    size_t count = dsi_random_below(&writer->random, 12);

    text_add_pieces(writer, text, pieces, DSI_COUNT(pieces),
                    text_fit(constraint, 1, count));
    text_add(text, "i", 1);
}

/* Writes a pagination token: one or more characters, and no white space. */
static void text_token(dsi_writer *writer, const dsi_constraint *constraint,
                       dsi_text *text)
{
    size_t count = 1 + dsi_random_below(&writer->random, 24);

    text_add_pieces(writer, text, token_pieces, DSI_COUNT(token_pieces),
                    text_fit(constraint, 0, count));
}

/* How the texts of a pattern are written. */
typedef struct text_rule {
    dsi_match_fn *match; /* the constraint's; NULL: it has a length alone */
    void (*write)(dsi_writer *writer, const dsi_constraint *constraint, dsi_text *text);
    dsi_site site; /* see dsi_text_site */
} text_rule;

static const text_rule rules[] = {
    {NULL, text_bound, DSI_SITES},
    {dsi_match_label, text_label, DSI_SITE_LABEL},
    {dsi_match_pagination_token, text_token, DSI_SITE_TOKEN},
    {dsi_match_rds_cluster, text_cluster, DSI_SITES},
    {dsi_match_secret, text_secret, DSI_SITES},
};

/* The rule of a constraint, or NULL if its pattern is not known here. */
static const text_rule *text_find_rule(const dsi_constraint *constraint)
{
    for (size_t i = 0; i < DSI_COUNT(rules); i++) {
        if (rules[i].match == constraint->match) {
            return &rules[i];
        }
    }
    return NULL;
}

bool dsi_text_is_known(const dsi_type *type)
{
    return type->constraint == NULL || text_find_rule(type->constraint) != NULL;
}

dsi_site dsi_text_site(const dsi_type *type)
{
    const text_rule *rule = type->constraint != NULL ? text_find_rule(type->constraint)
                                                     : NULL;

    return rule != NULL ? rule->site : DSI_SITES;
}

void dsi_text_constrained(dsi_writer *writer, const dsi_type *type, dsi_text *text)
{
    const text_rule *rule;

    if (type->constraint == NULL) {
        dsi_text_free(writer, text);
        return;
    }
    rule = text_find_rule(type->constraint);
    if (rule == NULL) {
        rule = rules;
    }
    text->length = 0;
    rule->write(writer, type->constraint, text);
}
