/*
 * The class of an error by its name alone. This list was copied from AWS's sources and
 * not from the library's table, so the two can be compared.
 */
#include "tests/schema/sample.h"
#include "tests/support.h"

#include "schema/classify.h"
#include "schema/error_name.h"

#define SUFFIX "Exception"
#define NAME_MAX_LENGTH 64

typedef struct name_row {
    const char *published;
    const char *by; /* a source that publishes the name in this class */
    dsi_error_class error_class;
} name_row;

/* Sorted within a class. */
static const name_row names[] = {
    {"BandwidthLimitExceeded", "botocore", DSI_CLASS_THROTTLE},
    {"EC2ThrottledException", "Rust", DSI_CLASS_THROTTLE},
    {"LimitExceededException", "Go", DSI_CLASS_THROTTLE},
    {"PriorRequestNotComplete", "botocore, as both classes", DSI_CLASS_THROTTLE},
    {"ProvisionedThroughputExceededException", "Java", DSI_CLASS_THROTTLE},
    {"RequestLimitExceeded", "Ruby", DSI_CLASS_THROTTLE},
    {"RequestThrottledException", "Kotlin", DSI_CLASS_THROTTLE},
    {"SlowDown", "C++", DSI_CLASS_THROTTLE},
    {"ThrottledException", ".NET", DSI_CLASS_THROTTLE},
    {"ThrottlingException", "AppSync's common errors", DSI_CLASS_THROTTLE},
    {"TooManyRequestsException", "API Gateway", DSI_CLASS_THROTTLE},
    {"TransactionInProgressException", "JavaScript", DSI_CLASS_THROTTLE},

    {"BadDigest", "botocore's legacy mode", DSI_CLASS_TRANSIENT},
    {"DatabaseResumingException", "the RDS Data API", DSI_CLASS_TRANSIENT},
    {"DatabaseUnavailableException", "the RDS Data API", DSI_CLASS_TRANSIENT},
    {"IDPCommunicationError", "Ruby", DSI_CLASS_TRANSIENT},
    {"InternalError", "Swift", DSI_CLASS_TRANSIENT},
    {"InternalErrors", "the CRT's S3 client", DSI_CLASS_TRANSIENT},
    {"InternalFailure", "AppSync's common errors", DSI_CLASS_TRANSIENT},
    {"InternalServerErrorException", "API Gateway", DSI_CLASS_TRANSIENT},
    {"ReplicatedWriteConflictException", "botocore's legacy mode", DSI_CLASS_TRANSIENT},
    {"RequestTimeoutException", "PHP", DSI_CLASS_TRANSIENT},
    {"ServiceUnavailable", "AppSync's common errors", DSI_CLASS_TRANSIENT},
    {"ServiceUnavailableError", "the RDS Data API", DSI_CLASS_TRANSIENT},

    {"AccessDeniedException", "AppSync's common errors", DSI_CLASS_AUTH},
    {"AuthFailure", "Java", DSI_CLASS_AUTH},
    {"ExpiredTokenException", "AppSync's common errors", DSI_CLASS_AUTH},
    {"ForbiddenException", "API Gateway", DSI_CLASS_AUTH},
    {"IncompleteSignature", "AppSync's common errors", DSI_CLASS_AUTH},
    {"InvalidAccessKeyId", "C++", DSI_CLASS_AUTH},
    {"InvalidClientTokenId", "C++", DSI_CLASS_AUTH},
    {"InvalidIdentityToken", "Ruby", DSI_CLASS_AUTH},
    {"InvalidSignatureException", "Java", DSI_CLASS_AUTH},
    {"InvalidToken", "C++", DSI_CLASS_AUTH},
    {"MissingAuthenticationTokenException", "API Gateway", DSI_CLASS_AUTH},
    {"NotAuthorized", "AppSync's common errors", DSI_CLASS_AUTH},
    {"OptInRequired", "AppSync's common errors", DSI_CLASS_AUTH},
    {"RequestExpired", "AppSync's common errors", DSI_CLASS_AUTH},
    {"RequestInTheFuture", "Kotlin", DSI_CLASS_AUTH},
    {"RequestTimeTooSkewed", ".NET", DSI_CLASS_AUTH},
    {"SignatureDoesNotMatch", "JavaScript", DSI_CLASS_AUTH},
    {"UnauthorizedException", "API Gateway", DSI_CLASS_AUTH},
    {"UnrecognizedClientException", "AppSync's common errors", DSI_CLASS_AUTH},
};

/*
 * Each class that a status can have. So a class that comes from the status is noticed.
 */
static const int statuses[] = {302, 400, 403, 408, 429, 500, 501, 999};

/* The length of a name without the suffix. */
static size_t stem_length(const char *name)
{
    const size_t length = strlen(name);
    const size_t suffix = strlen(SUFFIX);

    return length >= suffix && strcmp(name + length - suffix, SUFFIX) == 0
               ? length - suffix
               : length;
}

/* The name decides at every status, unless the operation models the error. */
static void check_statuses(const name_row *row, dsi_string type,
                           const dsi_operation *operation)
{
    bool modelled = dsi_operation_error(operation, type) != NULL;
    dsi_error_class expected = modelled ? DSI_CLASS_MODELLED : row->error_class;

    for (size_t i = 0; i < COUNT(statuses); i++) {
        ck_assert_msg(dsi_operation_classify(operation, type, statuses[i]) == expected,
                      "%.*s, of %s, at %d, %s", (int)type.length, type.data, row->by,
                      statuses[i], operation->method);
    }
}

static void check_name(const name_row *row, dsi_string type)
{
    ck_assert_msg(dsi_error_name_class(type) == row->error_class, "%.*s, of %s",
                  (int)type.length, type.data, row->by);
    check_statuses(row, type, &dsi_operation_start);
    check_statuses(row, type, &dsi_operation_get);
}

START_TEST(a_name_counts_with_and_without_the_suffix)
{
    const name_row *row = &names[_i];
    char name[NAME_MAX_LENGTH];
    size_t length = stem_length(row->published);
    dsi_string type = {.data = name, .length = length};

    check_name(row, dsi_str(row->published));
    ck_assert_uint_le(length + sizeof SUFFIX, sizeof name);
    memcpy(name, row->published, length);
    check_name(row, type);
    memcpy(name + length, SUFFIX, sizeof SUFFIX);
    check_name(row, dsi_str(name));
}
END_TEST

/*
 * The tables have equally many names, this one repeats no name, and the library knows
 * each of them. So neither table lacks a name.
 */
START_TEST(the_table_has_these_names_and_no_others)
{
    for (size_t i = 1; i < COUNT(names); i++) {
        const name_row *row = &names[i];

        ck_assert_msg(row->error_class != row[-1].error_class ||
                          strcmp(row[-1].published, row->published) < 0,
                      "%s stands after %s", row->published, row[-1].published);
    }
    ck_assert_uint_eq(dsi_error_name_count, COUNT(names));
}
END_TEST

typedef struct other_row {
    const char *why;
    dsi_string type;
} other_row;

static const other_row others[] = {
    {"absent", {NULL, 0}},
    {"empty", BYTES("")},
    {"the suffix alone", BYTES("Exception")},
    {"the suffix alone, twice", BYTES("ExceptionException")},
    {"the suffix twice", BYTES("ThrottlingExceptionException")},
    {"the suffix twice, on a name without it", BYTES("SlowDownExceptionException")},
    {"the suffix cut", BYTES("ThrottlingExceptio")},
    {"the suffix without its first letter", BYTES("Throttlingxception")},
    {"the suffix in lower case", BYTES("Throttlingexception")},
    {"the suffix as a prefix", BYTES("ExceptionThrottling")},
    {"another suffix", BYTES("ThrottlingFault")},
    {"without the last letter", BYTES("SlowDow")},
    {"a letter after", BYTES("SlowDowns")},
    {"a letter before", BYTES("aSlowDown")},
    {"a space after", BYTES("SlowDown ")},
    {"a space inside", BYTES("Slow Down")},
    {"a NUL after", BYTES("SlowDown\0")},
    {"lower case", BYTES("slowdown")},
    {"upper case", BYTES("SLOWDOWN")},
    {"the plural of the name", BYTES("RequestTimeouts")},
    {"the plural of the name with its suffix", BYTES("RequestTimeoutExceptions")},
    {"a longer name that ends in one", BYTES("ApiKeyLimitExceededException")},
    {"a longer name that begins with one", BYTES("AccessDeniedForDependencyException")},
    {"a namespace", BYTES("ns#SlowDown")},
    {"a client's own", BYTES("TimeoutError")},
    {"the network, from a client's own errors", BYTES("ECONNRESET")},
    {"a checksum, from a client's own errors", BYTES("CRC32CheckFailed")},
    {"the caller's mistake, from every service", BYTES("ValidationException")},
    {"the caller's mistake, from the query protocol", BYTES("MissingAction")},
    {"the database's secret, which the request names", BYTES("InvalidSecretException")},
    {"a statement that took too long", BYTES("StatementTimeoutException")},
    {"a quota, which waiting does not raise", BYTES("ServiceQuotaExceededException")},
};

START_TEST(other_names_say_nothing)
{
    const other_row *row = &others[_i];
    guarded_page page = guarded_page_open();

    ck_assert_msg(dsi_error_name_class(row->type) == 0, "%s", row->why);
    if (row->type.data != NULL) {
        dsi_string first = guarded_page_first(&page, row->type);
        dsi_string last = guarded_page_last(&page, row->type);

        ck_assert_msg(dsi_error_name_class(first) == 0, "%s: first", row->why);
        ck_assert_msg(dsi_error_name_class(last) == 0, "%s: last", row->why);
    }
    guarded_page_close(&page);
}
END_TEST

SUITE(error_name)
{
    Suite *suite = suite_create("error names");

    add_rows(suite, "names", a_name_counts_with_and_without_the_suffix, COUNT(names));
    add_test(suite, "all", the_table_has_these_names_and_no_others);
    add_rows(suite, "others", other_names_say_nothing, COUNT(others));
    return suite;
}
