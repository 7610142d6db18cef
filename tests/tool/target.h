/* tests/tool/target.h - targets of get-requests; one has every special character. */
#ifndef DSI_TESTS_TOOL_TARGET_H
#define DSI_TESTS_TOOL_TARGET_H

#define PATH "/v1/datasources/introspections/"
#define EXAMPLE_ID "a b/c?d#e%f&g=h+i~j:k@l"
#define EXAMPLE_TOKEN "tok+/=&?\xc3\xa9\xf0\x9f\x91\x8d"
#define EXAMPLE_TARGET                                                                 \
    PATH "a%20b%2Fc%3Fd%23e%25f%26g%3Dh%2Bi~j%3Ak%40l?includeModelsSDL=true&"          \
         "maxResults=25&nextToken=tok%2B%2F%3D%26%3F%C3%A9%F0%9F%91%8D"
#define EXAMPLE_JSON                                                                   \
    "{\"introspectionId\":\"" EXAMPLE_ID "\",\"includeModelsSDL\":true,\"nextToken\":" \
    "\"" EXAMPLE_TOKEN "\",\"maxResults\":25}"

#endif
