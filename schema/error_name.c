/*
 * schema/error_name.c - the names of errors that say what to do.
 *
 * The table is the union of three: the names that AWS's clients look for, the names
 * that its API references document for every service, and the names that the services
 * around AppSync send. Names that a client makes up itself, such as TimeoutError, are
 * left out: no service sends them. Beside each name stands who lists it:
 *
 * botocore  boto/botocore: botocore/retries/standard.py
 * legacy    boto/botocore: botocore/data/_retry.json
 * Rust      smithy-lang/smithy-rs: aws/rust-runtime/aws-runtime/src/retries/
 *           classifiers.rs; aws/codegen-aws-sdk/src/main/kotlin/software/amazon/smithy/
 *           rustsdk/customize/s3/S3Decorator.kt and customize/sts/STSDecorator.kt
 * Go        aws/aws-sdk-go-v2: aws/retry/standard.go
 * Go 1      aws/aws-sdk-go: aws/request/retryer.go
 * JS        smithy-lang/smithy-typescript: packages/core/src/submodules/retry/
 *           service-error-classification/constants.ts
 * JS 2      aws/aws-sdk-js: lib/service.js, lib/event_listeners.js
 * Java      aws/aws-sdk-java-v2: core/aws-core/src/main/java/software/amazon/awssdk/
 *           awscore/internal/AwsErrorCode.java
 * Kotlin    awslabs/aws-sdk-kotlin: aws-runtime/aws-http/common/src/aws/sdk/kotlin/
 *           runtime/http/retries/AwsRetryPolicy.kt; smithy-lang/smithy-kotlin:
 *           runtime/protocol/aws-protocol-core/common/src/aws/smithy/kotlin/runtime/
 *           awsprotocol/ClockSkewInterceptor.kt
 * Swift     awslabs/aws-sdk-swift: Sources/Core/AWSClientRuntime/Sources/
 *           AWSClientRuntime/Retry/AWSRetryErrorInfoProvider.swift
 * PHP       aws/aws-sdk-php: src/RetryMiddlewareV2.php and
 *           src/Retry/V3/RetryMiddleware.php
 * Ruby      aws/aws-sdk-ruby: gems/aws-sdk-core/lib/aws-sdk-core/plugins/retries/
 *           error_inspector.rb (older versions have EXPIRED_CREDS, newer ones have
 *           INVALIDATING_AUTH_ERRORS)
 * C++       aws/aws-sdk-cpp: src/aws-cpp-sdk-core/source/client/CoreErrors.cpp
 * .NET      aws/aws-sdk-net: sdk/src/Core/Amazon.Runtime/Pipeline/RetryHandler/
 *           RetryPolicy.cs, and EC2's name in
 *           sdk/src/Services/EC2/Custom/Internal/EC2RetryPolicy.cs
 * CRT       awslabs/aws-c-s3: source/s3_util.c
 *
 * standard  the standard retry mode: the same list in botocore, Rust, Go, JS, Kotlin,
 *           Swift, PHP, Ruby, C++ and .NET
 * skew      a wrong clock: the same list in JS, JS 2, Java, Kotlin, Ruby and .NET
 * expired   expired credentials: the same list in Go 1 and JS 2
 *
 * common    docs.aws.amazon.com/appsync/latest/APIReference/CommonErrors.html, and the
 *           page of that name in other references
 * gateway   API Gateway's response types, as its header x-amzn-errortype names them:
 *           docs.aws.amazon.com/apigateway/latest/developerguide/
 *           supported-gateway-response-types.html
 * AppSync   aws/api-models-aws: appsync/service/2017-07-25/appsync-2017-07-25.json
 * data      the RDS Data API, which AppSync introspects with. aws/api-models-aws:
 *           rds-data/service/2018-08-01/rds-data-2018-08-01.json
 */
#include "schema/error_name.h"

#include "schema/text/text.h"

/* A name without the "Exception" at its end. */
typedef struct error_name {
    const char *stem;
    dsi_error_class error_class;
} error_name;

/*
 * Sorted within a class. Some clients list a name under two classes; here it stands
 * once, under the first of throttle, transient and auth. Clients retry some names of
 * auth after they corrected the clock or the credentials. That does not make these
 * transient.
 */
static const error_name error_names[] = {
    {"BandwidthLimitExceeded", DSI_CLASS_THROTTLE},        /* standard, Java */
    {"EC2Throttled", DSI_CLASS_THROTTLE},                  /* standard, Java */
    {"LimitExceeded", DSI_CLASS_THROTTLE},                 /* standard, gateway */
    {"PriorRequestNotComplete", DSI_CLASS_THROTTLE},       /* standard, Java */
    {"ProvisionedThroughputExceeded", DSI_CLASS_THROTTLE}, /* standard, Java */
    {"RequestLimitExceeded", DSI_CLASS_THROTTLE},          /* standard, Java */
    {"RequestThrottled", DSI_CLASS_THROTTLE},              /* standard, Java */
    {"SlowDown", DSI_CLASS_THROTTLE},                      /* standard, Java, CRT */
    {"Throttled", DSI_CLASS_THROTTLE},                     /* standard, Java */
    {"Throttling", DSI_CLASS_THROTTLE},                    /* standard, Java, common */
    {"TooManyRequests", DSI_CLASS_THROTTLE},               /* standard, Java, gateway */
    {"TransactionInProgress", DSI_CLASS_THROTTLE},         /* standard */

    {"BadDigest", DSI_CLASS_TRANSIENT},               /* legacy, Ruby */
    {"DatabaseResuming", DSI_CLASS_TRANSIENT},        /* data: the cluster is paused */
    {"DatabaseUnavailable", DSI_CLASS_TRANSIENT},     /* data */
    {"IDPCommunicationError", DSI_CLASS_TRANSIENT},   /* legacy, Rust, Kotlin, Ruby */
    {"InternalError", DSI_CLASS_TRANSIENT},           /* C++, Rust, PHP, Swift, Ruby */
    {"InternalErrors", DSI_CLASS_TRANSIENT},          /* CRT */
    {"InternalFailure", DSI_CLASS_TRANSIENT},         /* C++, common */
    {"InternalServerError", DSI_CLASS_TRANSIENT},     /* C++, gateway, data */
    {"ReplicatedWriteConflict", DSI_CLASS_TRANSIENT}, /* legacy */
    {"RequestTimeout", DSI_CLASS_TRANSIENT},          /* standard, Java, CRT, common */
    {"ServiceUnavailable", DSI_CLASS_TRANSIENT},      /* C++, common */
    {"ServiceUnavailableError", DSI_CLASS_TRANSIENT}, /* C++, data */

    {"AccessDenied", DSI_CLASS_AUTH},               /* C++, JS, common, gateway, data */
    {"AuthFailure", DSI_CLASS_AUTH},                /* skew, Ruby */
    {"ExpiredToken", DSI_CLASS_AUTH},               /* expired, C++, common, gateway */
    {"Forbidden", DSI_CLASS_AUTH},                  /* gateway, data */
    {"IncompleteSignature", DSI_CLASS_AUTH},        /* C++, common, gateway */
    {"InvalidAccessKeyId", DSI_CLASS_AUTH},         /* C++, Ruby */
    {"InvalidClientTokenId", DSI_CLASS_AUTH},       /* C++, Ruby, common */
    {"InvalidIdentityToken", DSI_CLASS_AUTH},       /* Ruby */
    {"InvalidSignature", DSI_CLASS_AUTH},           /* skew, C++, gateway */
    {"InvalidToken", DSI_CLASS_AUTH},               /* C++, Ruby */
    {"MissingAuthenticationToken", DSI_CLASS_AUTH}, /* C++, common, gateway */
    {"NotAuthorized", DSI_CLASS_AUTH},              /* common */
    {"OptInRequired", DSI_CLASS_AUTH},              /* C++, common */
    {"RequestExpired", DSI_CLASS_AUTH},             /* skew, expired, C++, common */
    {"RequestInTheFuture", DSI_CLASS_AUTH},         /* skew */
    {"RequestTimeTooSkewed", DSI_CLASS_AUTH},       /* skew, C++, CRT */
    {"SignatureDoesNotMatch", DSI_CLASS_AUTH},      /* skew, C++ */
    {"Unauthorized", DSI_CLASS_AUTH},               /* gateway, AppSync */
    {"UnrecognizedClient", DSI_CLASS_AUTH},         /* C++, Ruby, common */
};

const size_t dsi_error_name_count = sizeof error_names / sizeof *error_names;

static dsi_string error_name_stem(dsi_string type)
{
    static const char suffix[] = "Exception";
    const size_t length = sizeof suffix - 1;

    if (type.length >= length &&
        memcmp(type.data + type.length - length, suffix, length) == 0) {
        type.length -= length;
    }
    return type;
}

/* One comparison for each row is enough: this is asked once for each service error. */
dsi_error_class dsi_error_name_class(dsi_string type)
{
    const dsi_string stem = error_name_stem(type);

    for (size_t i = 0; i < dsi_error_name_count; i++) {
        if (dsi_string_equal(dsi_str(error_names[i].stem), stem)) {
            return error_names[i].error_class;
        }
    }
    return (dsi_error_class)0;
}

/* ------------------------------------------------------- the name in a type as sent */

static bool type_is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool type_is_token_byte(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
           type_is_digit(byte) || byte == '.' || byte == '_' || byte == '-';
}

/*
 * True for a token that is not a number. A text of digits is a status and not a shape's
 * name, and an empty text is no name either.
 */
static bool type_is_name(dsi_string text)
{
    size_t digits = 0;

    for (size_t i = 0; i < text.length; i++) {
        if (!type_is_token_byte(text.data[i])) {
            return false;
        }
        digits += type_is_digit(text.data[i]) ? 1 : 0;
    }
    return digits < text.length;
}

dsi_string dsi_error_name_parse(dsi_string sent)
{
    dsi_string name = dsi_text_trim(dsi_text_before(sent, ",:", 2));
    size_t space = dsi_text_before(name, "#", 1).length;

    if (space < name.length) {
        name.data += space + 1;
        name.length -= space + 1;
    }
    return type_is_name(name) ? name : dsi_str(NULL);
}
