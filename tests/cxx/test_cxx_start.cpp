/* StartDataSourceIntrospection by dsi.hpp, for both sides. */
#include "cxx.hpp"

/* ----------------------------------------------------------------------- request */

START_TEST(a_request_goes_out_and_comes_back)
{
    std::array<char, DSI_START_REQUEST_MAX> buffer;
    const auto body = dsi::encode(good_request(), buffer);

    ck_assert(body && *body == request_text);
    ck_assert(body->data() == buffer.data());
    ck_assert_uint_eq(*dsi::size(good_request()), body->size());

    const auto back = dsi::decode<dsi::start_request>(block, *body);
    ck_assert(back && back->rds_data_api_config);
    ck_assert(back->rds_data_api_config->resource_arn == cluster);
    ck_assert(back->rds_data_api_config->secret_arn == secret);
    ck_assert(back->rds_data_api_config->database_name == "orders");
}
END_TEST

START_TEST(absent_members_stay_absent)
{
    const dsi::start_request empty;
    const dsi::start_request partial{dsi::rds_data_api_config{cluster, {}, ""}};
    std::array<char, DSI_START_REQUEST_MAX> buffer;

    ck_assert(*dsi::encode(empty, buffer) == "{}");
    ck_assert(!dsi::decode<dsi::start_request>(block, "{}")->rds_data_api_config);
    const auto back = dsi::decode<dsi::start_request>(block,
                                                      *dsi::encode(partial, buffer));
    ck_assert(back->rds_data_api_config->resource_arn == cluster);
    ck_assert(!back->rds_data_api_config->secret_arn);
    ck_assert(back->rds_data_api_config->database_name == "");
}
END_TEST

START_TEST(a_small_buffer_says_what_is_needed)
{
    std::array<char, 20> buffer;
    const auto body = dsi::encode(good_request(), buffer);

    ck_assert(!body);
    ck_assert_int_eq(body.error().code(), DSI_E_BUFFER_SIZE);
    ck_assert_uint_eq(body.error().actual(), request_text.size());
}
END_TEST

START_TEST(a_sink_takes_pieces_or_refuses)
{
    std::string written;
    auto take = gather(written);

    ck_assert(!dsi::write(good_request(), take));
    ck_assert(written == request_text);
    const dsi::error failed = dsi::write(good_request(),
                                         [](std::string_view) { return false; });
    ck_assert_int_eq(failed.code(), DSI_E_SINK);
    written.clear();
    ck_assert(!dsi::write(dsi::start_request(), take, {true, false}));
    ck_assert(written == R"({"rdsDataApiConfig":null})");
}
END_TEST

START_TEST(the_head_is_that_of_c)
{
    const dsi::request_head head = dsi::start_request_head();

    ck_assert(head.method == "POST" && head.target == "/v1/datasources/introspections");
    ck_assert(head.content_type == "application/json");
}
END_TEST

START_TEST(violations_are_a_range)
{
    const dsi::start_request request{
        dsi::rds_data_api_config{"arn:aws:rds:us-east-1:12:cluster:orders", {}, ""}};
    const auto found = dsi::validate(request);
    std::string words = "3 validation errors detected. ";

    ck_assert_uint_eq(found.size(), 3);
    ck_assert_uint_eq(found.count(), 3);
    for (dsi::violation broken : found) {
        words += broken.words();
        words += "; ";
    }
    words.resize(words.size() - 2);
    ck_assert(found.words().view() == words);
    ck_assert_int_eq(found[0].code(), DSI_E_PATTERN);
    ck_assert(found[0].path() == "/rdsDataApiConfig/resourceArn");
    ck_assert(found[0].value() == "arn:aws:rds:us-east-1:12:cluster:orders");
    ck_assert(found[0].part() == "account" && found[0].rule());
    ck_assert_uint_eq(found[0].offset(), 24);
    ck_assert_int_eq(found[1].code(), DSI_E_REQUIRED);
    ck_assert(!found[1].value() && !found[1].part() && !found[1].rule());
    ck_assert_int_eq(found[2].code(), DSI_E_LENGTH);
    ck_assert_uint_eq(found[2].minimum(), 1);
    ck_assert_uint_eq(found[2].maximum(), 128);
    ck_assert_uint_eq(found[2].actual(), 0);
}
END_TEST

START_TEST(a_level_finds_more)
{
    const dsi::start_request request{dsi::rds_data_api_config{
        cluster,
        "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db/orders-AbCdEf",
        "orders"}};

    ck_assert(dsi::validate(good_request()).empty());
    ck_assert(dsi::validate(request).empty());
    const auto found = dsi::validate(request, DSI_LEVEL_AGREEMENT);
    ck_assert_uint_eq(found.size(), 1);
    ck_assert_int_eq(found[0].level(), DSI_LEVEL_AGREEMENT);
}
END_TEST

/* ---------------------------------------------------------------------- decoders */

template <class Decoder, class = void> struct finishes : std::false_type {
};
template <class Decoder>
struct finishes<Decoder, std::void_t<decltype(std::declval<Decoder>().finish())>>
    : std::true_type {
};
using start_decoder = dsi::decoder<dsi::start_answer>;
static_assert(finishes<start_decoder>::value);
static_assert(!finishes<start_decoder &>::value, "finish needs std::move");
static_assert(!std::is_copy_constructible_v<start_decoder>);

START_TEST(a_decoder_finishes_once)
{
    dsi::decoder<dsi::start_request> decoder(block);

    feed_bytes(decoder, request_text);
    const auto request = std::move(decoder).finish();
    ck_assert(request && request->rds_data_api_config->resource_arn == cluster);
    const auto again = std::move(decoder).finish();
    ck_assert_int_eq(again.error().code(), DSI_E_ARGUMENT);
    ck_assert(!decoder.feed("{}"));
}
END_TEST

START_TEST(a_decoder_can_be_moved)
{
    dsi::decoder<dsi::start_request> first(block);
    ck_assert(first.feed(request_text.substr(0, 9)));
    dsi::decoder<dsi::start_request> second(std::move(first));

    second.feed(request_text.substr(9));
    ck_assert(std::move(second).finish().has_value());
    ck_assert_int_eq(std::move(first).finish().error().code(), DSI_E_ARGUMENT);
}
END_TEST

START_TEST(finish_says_why_begin_failed)
{
    std::array<char, 100> small;
    dsi::decoder<dsi::start_answer> decoder(small, dsi::received_head(200));

    ck_assert(!decoder.feed("{"));
    const auto answer = std::move(decoder).finish();
    ck_assert_int_eq(answer.error().code(), DSI_E_BLOCK_SIZE);
    ck_assert_uint_eq(answer.error().limit(), small.size());
}
END_TEST

START_TEST(unknown_members_go_to_a_function)
{
    std::string names;
    auto found = [&](dsi::unknown_member member) {
        names += member.path();
        names += member.name();
        names += std::to_string(member.offset());
    };
    dsi::decode_options options;

    options.unknown = dsi::unknown_to(found);
    ck_assert(dsi::decode<dsi::start_request>(
        block, R"({"x":1,"rdsDataApiConfig":{"y":2}})", options));
    ck_assert_str_eq(names.c_str(), "x1/rdsDataApiConfigy27");
    options.limits.max_bytes = 3;
    ck_assert(dsi::decode<dsi::start_request>(block, "{    }", options).error() ==
              DSI_E_MAX_BYTES);
}
END_TEST

START_TEST(a_text_can_be_any_bytes)
{
    const std::vector<unsigned char> bytes = {'{', '}'};
    dsi::decoder<dsi::start_request> decoder(block);

    ck_assert(dsi::decode<dsi::start_request>(block, dsi::as_text(bytes)));
    decoder.feed(dsi::as_text(bytes));
    ck_assert(std::move(decoder).finish());
}
END_TEST

START_TEST(options_are_those_of_c)
{
    dsi::decode_options options;

    options.strict = true;
    ck_assert(dsi::decode<dsi::start_request>(block, R"({"x":1})"));
    ck_assert_int_eq(
        dsi::decode<dsi::start_request>(block, R"({"x":1})", options).error().code(),
        DSI_E_UNKNOWN_MEMBER);
    dsi::decoder<dsi::start_request> decoder(block, options);
    decoder.feed(R"({"x":1})");
    ck_assert(!std::move(decoder).finish());
}
END_TEST

/* ----------------------------------------------------------------------- answers */

START_TEST(an_output_has_its_members)
{
    dsi::received_head head(201);
    head.add("Content-Type", "text/html");
    head.add("X-Amzn-RequestId", "r1");
    head.add("x-amzn-requestid", "r2");
    const auto answer = dsi::decode<dsi::start_answer>(
        block, head,
        R"({"introspectionId":"a","introspectionStatus":"NEW",)"
        R"("introspectionStatusDetail":"d"})");

    ck_assert(answer && answer->status() == 201 && !answer->error());
    ck_assert_int_eq(dsi::start_answer_head(*answer).status, 200);
    ck_assert(answer->request_id() == "r1");
    const auto output = answer->output();
    ck_assert(output && output->introspection_id() == "a");
    ck_assert_int_eq(output->introspection_status(), DSI_STATUS_UNKNOWN);
    ck_assert(output->introspection_status_text() == "NEW");
    ck_assert(output->introspection_status_detail() == "d");
    std::array<char, 200> again;
    std::string written;
    const auto body = dsi::encode(*answer, again);
    ck_assert(body && *dsi::size(*answer) == body->size());
    ck_assert(!dsi::write(*answer, gather(written)));
    ck_assert(written == *body);
    const auto empty = dsi::decode<dsi::start_answer>(block, head, "");
    ck_assert(!empty->output()->introspection_id());
}
END_TEST

START_TEST(a_service_error_has_its_members)
{
    dsi::received_head head(400);
    head.add("x-amzn-errortype", "BadRequestException");
    head.add("retry-after", "3");
    const auto answer = dsi::decode<dsi::start_answer>(
        block, head,
        R"({"message":"no","reason":"CODE_ERROR","detail":{"codeErrors":[)"
        R"({"errorType":"t","value":"v","location":{"line":1,"span":-1}},{}]}})");

    ck_assert(answer && !answer->output());
    const auto failed = answer->error();
    ck_assert(failed && failed->status() == 400);
    ck_assert_int_eq(failed->fault(), DSI_FAULT_CLIENT);
    ck_assert_int_eq(failed->error_class(), DSI_CLASS_MODELLED);
    ck_assert(failed->class_name() == "modelled" && failed->fault_name() == "client");
    ck_assert(failed->type() == "BadRequestException" && failed->message() == "no");
    ck_assert(!failed->message_is_raw() && !failed->message_cut());
    ck_assert_int_eq(failed->unread().code, DSI_OK);
    ck_assert(failed->retry_after() == std::chrono::seconds(3));
    ck_assert(!failed->request_id());
    ck_assert_int_eq(failed->reason(), DSI_REASON_CODE_ERROR);
    ck_assert(failed->reason_text() == "CODE_ERROR");
    const dsi::code_errors errors = failed->code_errors();
    ck_assert_uint_eq(errors.size(), 2);
    ck_assert(errors[0].error_type() == "t" && errors[0].value() == "v");
    ck_assert(errors[0].location()->line() == 1 && errors[0].location()->span() == -1);
    ck_assert(!errors[0].location()->column() && !errors[1].location());
    std::string log;
    ck_assert(!dsi::write(*failed, gather(log)));
    ck_assert(log.find(R"("class":"modelled")") != std::string::npos);
}
END_TEST

START_TEST(an_error_of_text_has_no_list)
{
    const auto answer = dsi::decode<dsi::start_answer>(block, dsi::received_head(502),
                                                       "<html>");

    ck_assert(answer && answer->error()->message_is_raw());
    ck_assert(answer->error()->message() == "<html>");
    ck_assert_int_eq(answer->error()->unread().code, DSI_E_SYNTAX);
    ck_assert(!answer->error()->code_errors().present());
    ck_assert(!answer->error()->retry_after() && !answer->error()->reason_text());
}
END_TEST

START_TEST(a_server_answers_with_c_structs)
{
    dsi_start_answer answer = {};
    std::array<char, 100> buffer;
    std::string written;

    answer.kind = DSI_OUTPUT;
    answer.output.introspection_id = dsi::to_c("a");
    ck_assert(*dsi::encode(answer, buffer) == R"({"introspectionId":"a"})");
    ck_assert_uint_eq(*dsi::size(answer), 23);
    ck_assert(!dsi::write(answer, gather(written)));
    ck_assert(written == R"({"introspectionId":"a"})");
    ck_assert_int_eq(dsi::start_answer_head(answer).status, 200);
    ck_assert(!dsi::start_answer_head(answer).error_type);
    answer.kind = DSI_SERVICE_ERROR;
    answer.error.type = dsi::to_c("NotFoundException");
    ck_assert_int_eq(dsi::start_answer_head(answer).status, 404);
    ck_assert(dsi::start_answer_head(answer).error_type == "NotFoundException");
    ck_assert(dsi::start_answer_head(answer).content_type == "application/json");
}
END_TEST

/* Each function is for the messages that have it in C, and for nothing else. */
template <class Message>
using validates = decltype(dsi::validate(std::declval<Message>()));
template <class Message>
using encodes = decltype(dsi::encode(std::declval<Message>(), block),
                         dsi::size(std::declval<Message>()));
template <class Message>
using writes = decltype(dsi::write(std::declval<Message>(),
                                   std::declval<bool (&)(std::string_view)>()));
template <class Message> using decodes = decltype(dsi::operations_of<Message>::decode);

template <class Message>
inline constexpr int functions = takes<validates, Message>::value * 8 +
                                 takes<encodes, Message>::value * 4 +
                                 takes<writes, Message>::value * 2 +
                                 takes<decodes, Message>::value;

static_assert(functions<dsi::start_request> == 15);
static_assert(functions<dsi::get_request> == 11, "a target, not a body");
static_assert(functions<dsi::start_answer> == 7);
static_assert(functions<dsi_start_answer> == 6, "shown as a dsi::start_answer");
static_assert(functions<dsi_get_answer> == 6);
static_assert(functions<dsi::model> == 2);
static_assert(functions<dsi::service_error> == 2, "a part of an answer");
static_assert(functions<std::string_view> == 0);

CXX_SUITE(cxx_start)
{
    Suite *suite = suite_create("C++ Start");

    add_test(suite, "out and back", a_request_goes_out_and_comes_back);
    add_test(suite, "absent members", absent_members_stay_absent);
    add_test(suite, "a small buffer", a_small_buffer_says_what_is_needed);
    add_test(suite, "sinks", a_sink_takes_pieces_or_refuses);
    add_test(suite, "head", the_head_is_that_of_c);
    add_test(suite, "violations are a range", violations_are_a_range);
    add_test(suite, "levels", a_level_finds_more);
    add_test(suite, "a decoder finishes once", a_decoder_finishes_once);
    add_test(suite, "a decoder can be moved", a_decoder_can_be_moved);
    add_test(suite, "begin failed", finish_says_why_begin_failed);
    add_test(suite, "unknown members", unknown_members_go_to_a_function);
    add_test(suite, "any bytes", a_text_can_be_any_bytes);
    add_test(suite, "options", options_are_those_of_c);
    add_test(suite, "output", an_output_has_its_members);
    add_test(suite, "service error", a_service_error_has_its_members);
    add_test(suite, "error of text", an_error_of_text_has_no_list);
    add_test(suite, "server", a_server_answers_with_c_structs);
    return suite;
}
