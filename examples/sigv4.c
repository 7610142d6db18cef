/* Signature Version 4: a request in canonical form, hashed, and an HMAC of the hash. */
#include "sigv4.h"

#include <stdio.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

#define ALGORITHM "AWS4-HMAC-SHA256"
#define DAY_LENGTH 8u /* of "20261127T093000Z" */
#define NAMES_MAX 64u /* "content-type;host;x-amz-date;x-amz-security-token" */
#define REGION_MAX 63u
#define SCOPE_MAX 128u
#define TEXT_MAX 320u

typedef struct hex_digest {
    char text[2 * SHA256_DIGEST_LENGTH + 1];
} hex_digest;

/* Whether snprintf had room for all of it. */
static bool fits(int length, size_t capacity)
{
    return length >= 0 && (size_t)length < capacity;
}

static void put_hex(const unsigned char *digest, hex_digest *hex)
{
    static const char digits[] = "0123456789abcdef";
    char *next = hex->text;

    for (size_t i = 0; i < SHA256_DIGEST_LENGTH; i++) {
        *next++ = digits[digest[i] >> 4];
        *next++ = digits[digest[i] & 15];
    }
    *next = '\0';
}

/* ---------------------------------------------------------------------- the headers */

static void take_header(sigv4_signed *made, const char *name, dsi_string value)
{
    made->headers[made->count++] = (dsi_header){.name = dsi_str(name), .value = value};
}

/* SigV4 signs headers in the order of their names, so they are taken in that order. */
static void take_headers(const sigv4_request *request, const sigv4_keys *keys,
                         sigv4_signed *made)
{
    made->count = 0;
    if (request->head.content_type.data != NULL) {
        take_header(made, "content-type", request->head.content_type);
    }
    take_header(made, "host", dsi_str(request->host));
    take_header(made, "x-amz-date", dsi_str(request->date));
    if (keys->token != NULL) {
        take_header(made, "x-amz-security-token", dsi_str(keys->token));
    }
}

/* True for a word of ASCII: nothing in it ends a line, or would be trimmed by SigV4. */
static bool is_word(dsi_string text)
{
    size_t i = 0;

    while (i < text.length && text.data[i] > ' ' && text.data[i] <= '~') {
        i++;
    }
    return i > 0 && i == text.length;
}

static bool is_date(const char *date)
{
    static const char form[] = "00000000T000000Z";
    size_t i = 0;

    while (i < sizeof form - 1 &&
           (form[i] == '0' ? date[i] >= '0' && date[i] <= '9' : date[i] == form[i])) {
        i++;
    }
    return i == sizeof form - 1 && date[i] == '\0';
}

static bool is_region(const char *region)
{
    size_t length = strspn(region, "abcdefghijklmnopqrstuvwxyz0123456789-");

    return length > 0 && length <= REGION_MAX && region[length] == '\0';
}

/* With these checks an attacker cannot put a line, or a request, into the head. */
static bool is_sound(const sigv4_request *request, const sigv4_keys *keys,
                     const sigv4_signed *made)
{
    size_t i = 0;

    while (i < made->count && is_word(made->headers[i].value)) {
        i++;
    }
    return i == made->count && is_word(request->head.method) &&
           is_word(request->head.target) && is_word(dsi_str(keys->id)) &&
           is_date(request->date) && is_region(request->region) &&
           keys->secret[0] != '\0' && strlen(keys->secret) <= SIGV4_SECRET_MAX;
}

/* "host;x-amz-date": which headers are signed. */
static bool join_names(const sigv4_signed *made, char *names, size_t capacity)
{
    size_t length = 0;

    for (size_t i = 0; i < made->count; i++) {
        int added = snprintf(names + length, capacity - length, "%s%s",
                             i > 0 ? ";" : "", made->headers[i].name.data);

        if (!fits(added, capacity - length)) {
            return false;
        }
        length += (size_t)added;
    }
    return true;
}

/* ---------------------------------------------------------- the canonical request */

/* The canonical request is hashed piece by piece: no buffer has to hold it. */
typedef struct hashing {
    EVP_MD_CTX *context;
    bool good; /* what has failed stays so */
} hashing;

static void add_bytes(hashing *self, const char *bytes, size_t length)
{
    self->good = self->good && EVP_DigestUpdate(self->context, bytes, length) == 1;
}

static void add(hashing *self, const char *text)
{
    add_bytes(self, text, strlen(text));
}

/* The path is escaped once more: the '%' of each escape that is sent becomes "%25". */
static void add_path(hashing *self, dsi_string path)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                "0123456789-._~/";
    static const char digits[] = "0123456789ABCDEF";

    for (size_t i = 0; i < path.length; i++) {
        unsigned char byte = (unsigned char)path.data[i];
        const char escape[] = {'%', digits[byte >> 4], digits[byte & 15]};

        if (memchr(plain, byte, sizeof plain - 1) != NULL) {
            add_bytes(self, path.data + i, 1);
        } else {
            add_bytes(self, escape, sizeof escape);
        }
    }
}

/* Method, path and query. dsi has escaped and sorted the parameters as they must be. */
static void add_head(hashing *self, const dsi_request_head *head)
{
    const char *target = head->target.data;
    const char *mark = memchr(target, '?', head->target.length);
    size_t path = mark == NULL ? head->target.length : (size_t)(mark - target);

    add_bytes(self, head->method.data, head->method.length);
    add(self, "\n");
    add_path(self, (dsi_string){.data = target, .length = path});
    add(self, "\n");
    if (mark != NULL) {
        add_bytes(self, mark + 1, head->target.length - path - 1);
    }
    add(self, "\n");
}

static void add_headers(hashing *self, const sigv4_signed *made, const char *names)
{
    for (size_t i = 0; i < made->count; i++) {
        add_bytes(self, made->headers[i].name.data, made->headers[i].name.length);
        add(self, ":");
        add_bytes(self, made->headers[i].value.data, made->headers[i].value.length);
        add(self, "\n");
    }
    add(self, "\n");
    add(self, names);
    add(self, "\n");
}

static void add_body(hashing *self, dsi_string body)
{
    unsigned char digest[SHA256_DIGEST_LENGTH];
    hex_digest hex;

    self->good = self->good &&
                 EVP_Digest(body.data != NULL ? body.data : "", body.length, digest,
                            NULL, EVP_sha256(), NULL) == 1;
    if (self->good) {
        put_hex(digest, &hex);
        add(self, hex.text);
    }
}

static bool hash_request(const sigv4_request *request, const sigv4_signed *made,
                         const char *names, hex_digest *hex)
{
    hashing self = {.context = EVP_MD_CTX_new()};
    unsigned char digest[SHA256_DIGEST_LENGTH];

    self.good = self.context != NULL &&
                EVP_DigestInit_ex(self.context, EVP_sha256(), NULL) == 1;
    add_head(&self, &request->head);
    add_headers(&self, made, names);
    add_body(&self, request->body);
    self.good = self.good && EVP_DigestFinal_ex(self.context, digest, NULL) == 1;
    EVP_MD_CTX_free(self.context);
    if (self.good) {
        put_hex(digest, hex);
    }
    return self.good;
}

/* -------------------------------------------------------------------- the signature */

static bool mac(const void *key, size_t length, dsi_string text, unsigned char *digest)
{
    return HMAC(EVP_sha256(), key, (int)length, (const unsigned char *)text.data,
                text.length, digest, NULL) != NULL;
}

/* The key for a day, a region and a service: each is signed with the key before it. */
static bool derive_key(const sigv4_request *request, const char *secret,
                       unsigned char *key)
{
    const dsi_string parts[] = {{.data = request->date, .length = DAY_LENGTH},
                                dsi_str(request->region),
                                dsi_str(DSI_SIGNING_NAME),
                                dsi_str("aws4_request")};
    char first[sizeof "AWS4" + SIGV4_SECRET_MAX];
    unsigned char next[SHA256_DIGEST_LENGTH];
    int length = snprintf(first, sizeof first, "AWS4%s", secret);
    bool good = fits(length, sizeof first) && mac(first, (size_t)length, parts[0], key);

    for (size_t i = 1; good && i < sizeof parts / sizeof *parts; i++) {
        good = mac(key, SHA256_DIGEST_LENGTH, parts[i], next);
        if (good) {
            memcpy(key, next, sizeof next);
        }
    }
    OPENSSL_cleanse(first, sizeof first);
    OPENSSL_cleanse(next, sizeof next);
    return good;
}

/* Signs the request's hash, for its date and what the key is bound to. */
static bool sign_hash(const sigv4_request *request, const char *secret,
                      const char *scope, hex_digest *hex)
{
    char text[TEXT_MAX];
    unsigned char key[SHA256_DIGEST_LENGTH];
    unsigned char digest[SHA256_DIGEST_LENGTH];
    int length = snprintf(text, sizeof text, ALGORITHM "\n%s\n%s\n%s", request->date,
                          scope, hex->text);
    bool good = fits(length, sizeof text) && derive_key(request, secret, key) &&
                mac(key, sizeof key, dsi_str(text), digest);

    OPENSSL_cleanse(key, sizeof key);
    if (good) {
        put_hex(digest, hex);
    }
    return good;
}

bool sigv4_sign(const sigv4_request *request, const sigv4_keys *keys,
                sigv4_signed *made)
{
    char names[NAMES_MAX];
    char scope[SCOPE_MAX];
    hex_digest hex;
    int length;

    take_headers(request, keys, made);
    if (!is_sound(request, keys, made) || !join_names(made, names, sizeof names)) {
        return false;
    }
    length = snprintf(scope, sizeof scope, "%.*s/%s/%s/aws4_request", (int)DAY_LENGTH,
                      request->date, request->region, DSI_SIGNING_NAME);
    if (!fits(length, sizeof scope) || !hash_request(request, made, names, &hex) ||
        !sign_hash(request, keys->secret, scope, &hex)) {
        return false;
    }
    length = snprintf(made->authorization, sizeof made->authorization,
                      ALGORITHM " Credential=%s/%s, SignedHeaders=%s, Signature=%s",
                      keys->id, scope, names, hex.text);
    take_header(made, "authorization", dsi_str(made->authorization));
    return fits(length, sizeof made->authorization);
}
