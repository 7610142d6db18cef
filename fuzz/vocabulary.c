#include "fuzz/vocabulary.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const known_member known[] = {{"", "rdsDataApiConfig", "{}"},
                                     {"rdsDataApiConfig", "resourceArn", "\"arn\""},
                                     {"rdsDataApiConfig", "secretArn", "\"arn\""},
                                     {"rdsDataApiConfig", "databaseName", "\"d\""},
                                     {"", "introspectionId", "\"i\""},
                                     {"", "introspectionStatus", "\"SUCCESS\""},
                                     {"", "introspectionStatusDetail", "\"\""},
                                     {"", "introspectionResult", "{\"models\":[{}]}"},
                                     {"", "includeModelsSDL", "true"},
                                     {"", "nextToken", "\"n\""},
                                     {"", "maxResults", "25"},
                                     {"introspectionResult", "models", "[{},null,{}]"},
                                     {"introspectionResult", "nextToken", "\"n\""},
                                     {"models", "name", "\"m\""},
                                     {"models", "fields", "[null,{},{}]"},
                                     {"models", "primaryKey", "{\"fields\":[]}"},
                                     {"models", "indexes", "[{},null]"},
                                     {"models", "sdl", "\"s\""},
                                     {"fields", "name", "\"f\""},
                                     {"fields", "type", "{\"kind\":\"NonNull\"}"},
                                     {"fields", "length", "-9223372036854775808"},
                                     {"type", "kind", "\"List\""},
                                     {"type", "name", "\"Int\""},
                                     {"type", "type", "{}"},
                                     {"type", "values", "[\"a\",null,\"b\"]"},
                                     {"primaryKey", "name", "\"k\""},
                                     {"primaryKey", "fields", "[\"f\"]"},
                                     {"indexes", "name", "\"i\""},
                                     {"indexes", "fields", "[\"f\",null]"},
                                     {"", "message", "\"m\""},
                                     {"", "Message", "\"M\""},
                                     {"", "errorMessage", "\"e\""},
                                     {"", "code", "\"ns#BadRequestException:uri\""},
                                     {"", "Code", "\"ThrottlingException\""},
                                     {"", "__type", "\"NotFoundException\""},
                                     {"", "reason", "\"CODE_ERROR\""},
                                     {"", "detail", "{}"},
                                     {"detail", "codeErrors", "[{},null,{}]"},
                                     {"codeErrors", "errorType", "\"t\""},
                                     {"codeErrors", "value", "\"v\""},
                                     {"codeErrors", "location", "{}"},
                                     {"location", "line", "1"},
                                     {"location", "column", "-2147483648"},
                                     {"location", "span", "-1"}};

/* A name that nobody knows, for where none is known. */
static const known_member unknown = {"", "unknown", "[{}]"};

static const char *const values[] = {"null",
                                     "true",
                                     "false",
                                     "0",
                                     "-0",
                                     "25",
                                     "-1",
                                     "1.0",
                                     "1e0",
                                     "2147483647",
                                     "2147483648",
                                     "-2147483648",
                                     "-2147483649",
                                     "9223372036854775807",
                                     "-9223372036854775808",
                                     "\"\"",
                                     "\"a\"",
                                     "\"SUCCESS\"",
                                     "[]",
                                     "[null]",
                                     "{}",
                                     "[{},null,{}]",
                                     "[\"a\",null,\"b\"]"};

static const char *const pieces[] = {"a",
                                     "0123456789abcdef",
                                     "arn:aws:rds:us-east-1:123456789012:cluster:x",
                                     "\\n",
                                     "\\\"",
                                     "\\\\",
                                     "\\/",
                                     "\\u0000",
                                     "\\u00e9",
                                     "\\uD83D\\uDe00",
                                     "\x7f",
                                     "\xc2\x80",
                                     "\xe2\x80\xa8",
                                     "\xef\xbf\xbf",
                                     "\xf0\x9f\x98\x80",
                                     "\xf4\x8f\xbf\xbf"};

const known_member *vocabulary_member(edit *self, const span *container)
{
    const known_member *chosen = &unknown;
    size_t count = 0;

    if (edit_pick(self, 4) == 0) {
        return edit_pick(self, 4) == 0 ? chosen : &known[edit_pick(self, COUNT(known))];
    }
    for (size_t i = 0; i < COUNT(known); i++) {
        if (edit_is_called(self, container, known[i].within) &&
            edit_pick(self, ++count) == 0) {
            chosen = &known[i];
        }
    }
    return chosen;
}

const char *vocabulary_value(edit *self)
{
    return values[edit_pick(self, COUNT(values))];
}

const char *vocabulary_piece(edit *self)
{
    return pieces[edit_pick(self, COUNT(pieces))];
}
