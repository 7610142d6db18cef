/* Finds secret values in a text, and gives each its stand-in. */
#include "redact.h"

#include <stdio.h>

#define ALNUM_LEAST 6u /* of a secret; three of them become its number */
#define ALNUM_SURE 16u /* no word has as many */
#define ACCOUNT_DIGITS 12u
#define ACCOUNT_STAND_IN "99999999"
#define UUID_LENGTH 36u
#define KEY_ID_LENGTH 20u
#define SIGNATURE_LENGTH 64u

/* ------------------------------------------------------------------------ the bytes */

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static char lower(char byte)
{
    if (byte >= 'A' && byte <= 'Z') {
        return (char)(byte + 32);
    }
    return byte;
}

static bool is_alnum(char byte)
{
    const char low = lower(byte);

    return is_digit(byte) || (low >= 'a' && low <= 'z');
}

static bool is_hex(char byte)
{
    const char low = lower(byte);

    return is_digit(byte) || (low >= 'a' && low <= 'f');
}

static bool is_word(char byte)
{
    return is_alnum(byte) || byte == '_' || byte == '-';
}

/* What an ARN's resource can be made of in real life. */
static bool is_resource(char byte)
{
    return is_word(byte) || (byte != '\0' && strchr("/+=.@!:*", byte) != NULL);
}

/* Secrets are compared without case: a server may write an id in capitals. */
static bool begins_with(const char *text, size_t length, dsi_string value)
{
    if (length < value.length) {
        return false;
    }
    for (size_t i = 0; i < value.length; i++) {
        if (lower(text[i]) != lower(value.data[i])) {
            return false;
        }
    }
    return true;
}

/* How many bytes from here on satisfy the test. */
static size_t run_of(bool (*is)(char), const char *text, size_t length)
{
    size_t count = 0;

    while (count < length && is(text[count])) {
        count++;
    }
    return count;
}

/* -------------------------------------------------------------------- the stand-ins */

void redact_blank(char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (is_alnum(text[i]) || (unsigned char)text[i] >= 0x80) {
            text[i] = 'x';
        }
    }
}

static bool is_escape(const char *text, size_t length)
{
    return length >= 3 && text[0] == '%' && is_hex(text[1]) && is_hex(text[2]);
}

static size_t count_alnums(dsi_string value, size_t *digits)
{
    size_t count = 0;

    *digits = 0;
    for (size_t i = 0; i < value.length; i++) {
        if (is_escape(value.data + i, value.length - i)) {
            i += 2;
        } else if (is_alnum(value.data[i])) {
            count++;
            *digits += is_digit(value.data[i]);
        }
    }
    return count;
}

/*
 * Each letter and digit becomes an x, and the last three become the number. Escapes and
 * other characters stay, so a value and its percent-encoded form get stand-ins that
 * belong together.
 */
static void make_stand_in(char *text, size_t length, size_t alnums, unsigned number)
{
    char digits[8];

    snprintf(digits, sizeof digits, "x%03u", number % 1000);
    for (size_t i = 0; i < length; i++) {
        if (is_escape(text + i, length - i)) {
            i += 2;
        } else if (is_alnum(text[i])) {
            text[i] = digits[alnums > 3 ? 0 : 4 - alnums];
            alnums--;
        }
    }
}

/* ------------------------------------------------------------------ what it has learned */

static const redact_value *find_value(const redact *self, dsi_string text)
{
    for (size_t i = 0; i < self->count; i++) {
        if (text.length == self->values[i].text.length &&
            begins_with(text.data, text.length, self->values[i].text)) {
            return &self->values[i];
        }
    }
    return NULL;
}

static bool is_stand_in(const redact *self, dsi_string text)
{
    for (size_t i = 0; i < self->count; i++) {
        if (text.length == self->values[i].text.length &&
            memcmp(text.data, self->values[i].stand_in, text.length) == 0) {
            return true;
        }
    }
    return false;
}

/* Returns a terminated copy in the memory of the texts. */
static char *keep(redact *self, dsi_string value)
{
    char *copy = self->texts + self->used;

    memcpy(copy, value.data, value.length);
    copy[value.length] = '\0';
    self->used += value.length + 1;
    return copy;
}

static void add(redact *self, redact_kind kind, dsi_string value, unsigned number)
{
    size_t digits;
    const size_t alnums = count_alnums(value, &digits);
    char *stand_in;

    if (self->count == REDACT_VALUES_MAX ||
        (sizeof self->texts - self->used) / 2 <= value.length) {
        self->failure = "there are too many values to replace";
        return;
    }
    self->values[self->count] = (redact_value){.kind = kind, .number = number};
    self->values[self->count].text = (dsi_string){.data = keep(self, value),
                                                  .length = value.length};
    stand_in = keep(self, value);
    if (kind == REDACT_ACCOUNT) {
        snprintf(stand_in, value.length + 1, ACCOUNT_STAND_IN "%04u", number % 10000);
    } else if (alnums < ALNUM_LEAST) { /* a short name: there is no room for a number */
        redact_blank(stand_in, value.length);
    } else {
        make_stand_in(stand_in, value.length, alnums, number);
    }
    self->values[self->count++].stand_in = stand_in;
    self->begins[(unsigned char)lower(value.data[0])] = true;
}

static bool is_printable(char byte)
{
    return byte > ' ' && byte <= '~';
}

/* Whether a stand-in hides all of it, and the text is no word that stands anywhere. */
static bool is_safe(dsi_string value)
{
    size_t digits;
    const size_t alnums = count_alnums(value, &digits);

    return run_of(is_printable, value.data, value.length) == value.length &&
           alnums >= ALNUM_LEAST && (digits > 0 || alnums >= ALNUM_SURE);
}

static void learn(redact *self, redact_kind kind, dsi_string value)
{
    if (find_value(self, value) == NULL && !is_stand_in(self, value)) {
        add(self, kind, value, ++self->numbers);
    }
}

void redact_learn_secret(redact *self, dsi_string value)
{
    if (value.length > 0 && is_safe(value)) {
        learn(self, REDACT_SECRET, value);
    } else if (value.length > 0) {
        self->failure = "an id, a token or a key is too short or too plain to be found";
    }
}

/* Learns another way to write a value that is known; it gets the same number. */
static void learn_variant(redact *self, redact_kind kind, dsi_string value,
                          dsi_string variant)
{
    const redact_value *known = find_value(self, value);

    if (known != NULL && find_value(self, variant) == NULL) {
        add(self, kind, variant, known->number);
    }
}

void redact_learn_target(redact *self, dsi_string value)
{
    char encoded[3 * 65536];
    size_t length = 0;

    redact_learn_secret(self, value);
    if (value.length == 0 || find_value(self, value) == NULL) {
        return;
    }
    if (value.length > sizeof encoded / 3 || memchr(value.data, '%', value.length)) {
        self->failure = "an id or a token cannot be found in a target";
        return;
    }
    for (size_t i = 0; i < value.length; i++) {
        const char byte = value.data[i];
        const bool stays = is_word(byte) || byte == '.' || byte == '~';

        length += (size_t)snprintf(encoded + length, 4, stays ? "%c" : "%%%02X",
                                   stays ? byte : (unsigned char)byte);
    }
    learn_variant(self, REDACT_SECRET, value,
                  (dsi_string){.data = encoded, .length = length});
}

/* ------------------------------------------------------------- what has a secret's shape */

/* Whether a run that the test holds for has exactly this length, on both sides. */
static bool is_run(bool (*is)(char), dsi_string text, size_t at, size_t wanted)
{
    return (at == 0 || !is(text.data[at - 1])) &&
           run_of(is, text.data + at, text.length - at) == wanted;
}

static bool is_uuid(const char *text, size_t length)
{
    if (length < UUID_LENGTH) {
        return false;
    }
    for (size_t i = 0; i < UUID_LENGTH; i++) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;

        if (dash ? text[i] != '-' : !is_hex(text[i])) {
            return false;
        }
    }
    return true;
}

static bool is_key_byte(char byte)
{
    return is_digit(byte) || (byte >= 'A' && byte <= 'Z');
}

/* AWS's ids of keys, users and roles begin so, and have 20 characters. */
static bool is_key_id(dsi_string text, size_t at)
{
    static const char *const prefixes[] = {"AKIA", "ASIA", "AIDA", "AROA", "ABIA"};

    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        if (begins_with(text.data + at, text.length - at, dsi_str(prefixes[i])) &&
            run_of(is_key_byte, text.data + at, text.length - at) >= KEY_ID_LENGTH) {
            return true;
        }
    }
    return false;
}

/* Skips a field of an ARN and its colon. Returns false if no colon follows. */
static bool skip_field(dsi_string text, size_t *at)
{
    *at += run_of(is_word, text.data + *at, text.length - *at);
    return *at < text.length && text.data[(*at)++] == ':';
}

/* A secret's name without the hyphen and six letters that the service adds to it. */
#define SUFFIX_LENGTH 7

static void learn_name(redact *self, dsi_string name)
{
    dsi_string plain = {.data = name.data};

    learn(self, REDACT_NAME, name);
    if (name.length > SUFFIX_LENGTH && name.data[name.length - SUFFIX_LENGTH] == '-') {
        plain.length = name.length - SUFFIX_LENGTH;
        learn_variant(self, REDACT_NAME, name, plain);
    }
}

/* Learns an account, also as people write it: in groups of four digits. */
static void learn_account(redact *self, const char *digits)
{
    const dsi_string account = {.data = digits, .length = ACCOUNT_DIGITS};
    char groups[ACCOUNT_DIGITS + 3];

    learn(self, REDACT_ACCOUNT, account);
    for (const char *between = "- "; *between != '\0'; between++) {
        snprintf(groups, sizeof groups, "%.4s%c%.4s%c%.4s", digits, *between,
                 digits + 4, *between, digits + 8);
        learn_variant(self, REDACT_SECRET, account, dsi_str(groups));
    }
}

/* Learns the name in an ARN: what comes after "cluster:" or "user/", or all of it. */
static void learn_arn(redact *self, dsi_string text, size_t at)
{
    dsi_string name;
    size_t type;

    for (int field = 0; field < 5; field++) {
        if (!skip_field(text, &at)) {
            return;
        }
    }
    name = (dsi_string){
        .data = text.data + at,
        .length = run_of(is_resource, text.data + at, text.length - at)};
    while (name.length > 0 && strchr(".:!", name.data[name.length - 1]) != NULL) {
        name.length--; /* of the sentence */
    }
    type = run_of(is_word, name.data, name.length);
    if (type + 1 < name.length) {
        name.data += type + 1;
        name.length -= type + 1;
    }
    if (count_alnums(name, &type) > 0) {
        learn_name(self, name);
    }
}

/* Learns what begins here, if its shape says that it is secret. */
static void learn_shape(redact *self, dsi_string text, size_t at)
{
    const char *here = text.data + at;
    const size_t left = text.length - at;

    if (is_uuid(here, left)) {
        learn(self, REDACT_SECRET, (dsi_string){here, UUID_LENGTH});
    } else if (is_run(is_digit, text, at, ACCOUNT_DIGITS) &&
               !begins_with(here, left, dsi_str(ACCOUNT_STAND_IN))) {
        learn_account(self, here);
    } else if (is_run(is_hex, text, at, SIGNATURE_LENGTH)) {
        learn(self, REDACT_SECRET, (dsi_string){here, SIGNATURE_LENGTH});
    } else if (is_key_id(text, at)) {
        learn(self, REDACT_SECRET, (dsi_string){here, KEY_ID_LENGTH});
    } else if (begins_with(here, left, dsi_str("arn:"))) {
        learn_arn(self, text, at);
    }
}

/* ------------------------------------------------------------------------ the replacing */

static bool is_in_word(char byte)
{
    return is_alnum(byte) || byte == '_';
}

/*
 * A name counts only as a whole word, because "orders_old" is another one. A hyphen ends
 * it: an instance of a cluster has its name and a number.
 */
static bool stands_alone(dsi_string text, size_t at, size_t length)
{
    return (at == 0 || !is_in_word(text.data[at - 1])) &&
           (at + length == text.length || !is_in_word(text.data[at + length]));
}

/* Returns the longest value that begins here, or NULL. */
static const redact_value *longest(const redact *self, dsi_string text, size_t at)
{
    const redact_value *found = NULL;

    if (!self->begins[(unsigned char)lower(text.data[at])]) {
        return NULL;
    }
    for (size_t i = 0; i < self->count; i++) {
        const redact_value *value = &self->values[i];

        if ((found == NULL || value->text.length > found->text.length) &&
            begins_with(text.data + at, text.length - at, value->text) &&
            (value->kind != REDACT_NAME ||
             stands_alone(text, at, value->text.length))) {
            found = value;
        }
    }
    return found;
}

size_t redact_text(redact *self, char *text, size_t length)
{
    const dsi_string whole = {.data = text, .length = length};
    size_t replaced = 0;
    size_t at = 0;

    while (at < length) {
        const redact_value *value;

        learn_shape(self, whole, at);
        value = longest(self, whole, at);
        if (value == NULL ||
            memcmp(text + at, value->stand_in, value->text.length) == 0) {
            at++;
            continue;
        }
        memcpy(text + at, value->stand_in, value->text.length);
        at += value->text.length;
        replaced++;
    }
    return replaced;
}
