/* GetDataSourceIntrospection by dsi.hpp: targets, pages, models. */
#include "cxx.hpp"

static constexpr std::string_view page =
    R"({"introspectionId":"a","introspectionStatus":"SUCCESS","introspectionResult":{)"
    R"("models":[{"name":"orders","fields":[{"name":"id","type":{"kind":"NonNull",)"
    R"("type":{"kind":"List","type":{"kind":"Enum","name":"ID","values":["x","y"]}}},)"
    R"("length":7},{}],"primaryKey":{"name":"PRIMARY","fields":["id"]},)"
    R"("indexes":[{"name":"i"}],"sdl":"type orders"},{"name":"other"}],)"
    R"("nextToken":"t"}})";

/* ----------------------------------------------------------------------- targets */

START_TEST(a_target_goes_out_and_comes_back)
{
    const dsi::get_request request{"a b", true, "t/", 25};
    std::array<char, DSI_GET_TARGET_MAX(3, 2)> buffer;
    std::array<char, 200> texts;
    const auto target = dsi::encode_target(request, buffer);

    ck_assert(target && *target ==
                            "/v1/datasources/introspections/a%20b?includeModelsSDL"
                            "=true&maxResults=25&nextToken=t%2F");
    ck_assert_uint_eq(*dsi::target_size(request), target->size());
    ck_assert(dsi::get_request_head(*target).method == "GET");
    ck_assert(dsi::get_request_head(*target).target == *target);
    ck_assert(!dsi::get_request_head(*target).content_type);
    const auto back = dsi::decode_target(*target, texts);
    ck_assert(back && back->introspection_id == "a b" && back->next_token == "t/");
    ck_assert(back->include_models_sdl == true && back->max_results == 25);
}
END_TEST

START_TEST(absent_parameters_stay_absent)
{
    std::array<char, 200> buffer;
    std::array<char, 200> texts;
    const auto target = dsi::encode_target({"a"}, buffer);
    const auto back = dsi::decode_target(*target, texts);

    ck_assert(back && !back->include_models_sdl && !back->next_token);
    ck_assert(!back->max_results);
    ck_assert_int_eq(dsi::encode_target({}, buffer).error().code(), DSI_E_REQUIRED);
    ck_assert_int_eq(dsi::decode_target("/other", texts).error().code(), DSI_E_ROUTE);
    ck_assert_int_eq(dsi::validate(dsi::get_request{"..", {}, {}, 26}).size(), 2);
    ck_assert(dsi::validate(dsi::get_request{"a"}).empty());
}
END_TEST

START_TEST(a_request_has_a_json_form)
{
    std::string written;

    ck_assert(!dsi::write(dsi::get_request{"a", {}, {}, 0}, gather(written)));
    ck_assert(written == R"({"introspectionId":"a","maxResults":0})");
    ck_assert(dsi::decode<dsi::get_request>(block, written)->max_results == 0);
    dsi::decoder<dsi::get_request> decoder(block);
    feed_bytes(decoder, written);
    ck_assert(std::move(decoder).finish()->introspection_id == "a");
}
END_TEST

/* ------------------------------------------------------------------------- pages */

static void check_model(dsi::model model)
{
    std::array<char, 20> words;

    ck_assert(model.name() == "orders" && model.sdl() == "type orders");
    ck_assert_uint_eq(model.fields().size(), 2);
    const dsi::model_field field = model.fields()[0];
    ck_assert(field.name() == "id" && field.length() == 7);
    ck_assert(field.type()->kind() == "NonNull" && !field.type()->name());
    ck_assert_uint_eq(field.type()->encode(words), 5);
    ck_assert_str_eq(words.data(), "[ID]!");
    const auto inner = field.type()->type()->type();
    ck_assert(inner->name() == "ID" && !inner->type());
    ck_assert(inner->values().size() == 2 && inner->values()[1] == "y");
    ck_assert(!model.fields()[1].name() && !model.fields()[1].type());
    ck_assert(!model.fields()[1].length());
    ck_assert(model.primary_key()->name() == "PRIMARY");
    ck_assert(model.primary_key()->fields()[0] == "id");
    ck_assert(model.indexes()[0].name() == "i");
    ck_assert(!model.indexes()[0].fields().present());
}

START_TEST(a_page_is_kept)
{
    const auto answer = dsi::decode<dsi::get_answer>(block, dsi::received_head(200),
                                                     page);

    ck_assert(answer && answer->status() == 200 && !answer->error());
    ck_assert(!answer->request_id() && answer->models_taken() == 0);
    const auto output = answer->output();
    ck_assert(output->introspection_id() == "a");
    ck_assert_int_eq(output->introspection_status(), DSI_STATUS_SUCCESS);
    ck_assert(output->introspection_status_text() == "SUCCESS");
    ck_assert(!output->introspection_status_detail());
    ck_assert(output->introspection_result()->next_token() == "t");
    ck_assert_uint_eq(output->introspection_result()->models().size(), 2);
    ck_assert_uint_eq(answer->models().size(), 2);
    check_model(answer->models()[0]);
    ck_assert(!answer->models()[1].primary_key() && !answer->models()[1].sdl());
}
END_TEST

START_TEST(an_answer_without_a_page_has_no_models)
{
    const dsi::received_head head(200);

    ck_assert(!dsi::decode<dsi::get_answer>(block, head, "{}")->models().present());
    const auto answer = dsi::decode<dsi::get_answer>(block, dsi::received_head(404),
                                                     "{}");
    ck_assert(answer->error() && !answer->output() && answer->models().empty());
}
END_TEST

START_TEST(models_are_handed_over)
{
    const dsi::received_head head(200);
    std::string names;
    auto take = [&](dsi::model model) {
        names += model.name().value_or("?");
        names += ' ';
        if (model.name() == "orders") {
            check_model(model);
        }
        return true;
    };

    ck_assert_uint_eq(
        dsi::decode<dsi::get_answer>(block, head, page, take)->models_taken(), 2);
    dsi::decoder<dsi::get_answer> decoder(block, head, take);
    feed_bytes(decoder, page);
    const auto answer = std::move(decoder).finish();
    ck_assert(answer && answer->models_taken() == 2 && answer->models().empty());
    ck_assert_str_eq(names.c_str(), "orders other orders other ");
    const auto stopped = dsi::decode<dsi::get_answer>(block, head, page,
                                                      [](dsi::model) { return false; });
    ck_assert_int_eq(stopped.error().code(), DSI_E_STOPPED);
}
END_TEST

static bool take_any(dsi::model /*model*/) noexcept
{
    return true;
}

START_TEST(a_function_can_be_const_or_plain)
{
    const auto take = [](dsi::model) { return true; };
    const dsi::received_head head(200);

    ck_assert(dsi::decode<dsi::get_answer>(block, head, page, take));
    ck_assert(dsi::decode<dsi::get_answer>(block, head, page, take_any));
    dsi::decoder<dsi::get_answer> decoder(block, head, take_any);
    feed_bytes(decoder, page);
    ck_assert_uint_eq(std::move(decoder).finish()->models_taken(), 2);
}
END_TEST

START_TEST(a_model_can_be_kept)
{
    std::array<unsigned char, 4096> memory;
    dsi_room room = {memory.data(), memory.size()};
    std::optional<dsi::model> kept;
    auto keep = [&](dsi::model model) {
        kept = kept ? *kept : *dsi::copy(model, room);
        return true;
    };

    (void)dsi::decode<dsi::get_answer>(block, dsi::received_head(200), page, keep);
    block.fill(0xFF);
    check_model(*kept);
    dsi_room none = {nullptr, 0};
    ck_assert_int_eq(dsi::copy(*kept, none).error().code(), DSI_E_MEMORY);
}
END_TEST

START_TEST(a_model_is_written)
{
    const auto answer = dsi::decode<dsi::get_answer>(block, dsi::received_head(200),
                                                     page);
    std::string written;

    ck_assert(!dsi::write(answer->models()[1], gather(written)));
    ck_assert(written == R"({"name":"other"})");
}
END_TEST

/* ------------------------------------------------------------------------ server */

START_TEST(a_server_answers_with_c_structs)
{
    const auto answer = dsi::decode<dsi::get_answer>(block, dsi::received_head(200),
                                                     page);
    std::array<char, 1000> buffer;
    std::string written;
    auto take = gather(written);

    const auto body = dsi::encode(answer->c(), buffer);
    ck_assert_uint_eq(*dsi::size(answer->c()), body->size());
    ck_assert(!dsi::write(answer->c(), take));
    ck_assert(written == *body);
    ck_assert_int_eq(dsi::get_answer_head(answer->c()).status, 200);
}
END_TEST

START_TEST(models_come_one_by_one)
{
    dsi_get_answer answer = {};
    dsi_introspection_result result = {};
    dsi_model model = {};
    int left = 2;
    std::string written;

    answer.kind = DSI_OUTPUT;
    answer.output.introspection_result = &result;
    model.name = dsi::to_c("m");
    const dsi::error failed = dsi::write_models(
        answer,
        [&](const dsi_model *&next) {
            next = left-- > 0 ? &model : nullptr;
            return true;
        },
        gather(written));
    ck_assert(!failed);
    ck_assert(written ==
              R"({"introspectionResult":{"models":[{"name":"m"},{"name":"m"}]}})");
}
END_TEST

CXX_SUITE(cxx_get)
{
    Suite *suite = suite_create("C++ Get");

    add_test(suite, "target out and back", a_target_goes_out_and_comes_back);
    add_test(suite, "absent parameters", absent_parameters_stay_absent);
    add_test(suite, "JSON form", a_request_has_a_json_form);
    add_test(suite, "a page is kept", a_page_is_kept);
    add_test(suite, "no page", an_answer_without_a_page_has_no_models);
    add_test(suite, "models are handed over", models_are_handed_over);
    add_test(suite, "const and plain functions", a_function_can_be_const_or_plain);
    add_test(suite, "a model can be kept", a_model_can_be_kept);
    add_test(suite, "a model is written", a_model_is_written);
    add_test(suite, "server", a_server_answers_with_c_structs);
    add_test(suite, "models one by one", models_come_one_by_one);
    return suite;
}
