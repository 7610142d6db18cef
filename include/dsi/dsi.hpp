/*
 * dsi - AWS AppSync data source introspection for C++17, without the network.
 *
 * This header and those it includes show the C interface as C++ has it. They are inline
 * code over libdsi, and need nothing else: link dsi::dsi. They throw nothing, allocate
 * nothing, and work without exceptions and RTTI.
 *
 *     dsi::start_request request{
 *         dsi::rds_data_api_config{resource_arn, secret_arn, "orders"}};
 *     for (dsi::violation broken : dsi::validate(request)) {
 *         std::cerr << broken.words() << '\n';
 *     }
 *
 * A type is called as in C, with dsi:: in the place of dsi_: dsi::start_answer shows a
 * dsi_start_answer. Enumerators keep their names: DSI_STATUS_SUCCESS. The headers of C
 * say what a function promises. For everything that is not here, call the functions of
 * C: c() returns the struct behind a view, dsi::to_c() makes a dsi_string, and
 * dsi::from_c() makes a request.
 *
 *     text.hpp           texts, lists, memory
 *     error.hpp          errors and results as values; std::error_code
 *     arn.hpp            ARNs: check and take apart
 *     violation.hpp      what is wrong with a request, as a range
 *     http.hpp           heads as data
 *     decode.hpp         decode in one call, or a decoder
 *     encode.hpp         buffers and functions that take bytes
 *     service_error.hpp  what a service answers instead of an output
 *     introspection.hpp  what the answers of both operations have
 *     start.hpp          StartDataSourceIntrospection
 *     model.hpp          models, fields, types, indexes, as ranges
 *     get.hpp            GetDataSourceIntrospection
 *     poll.hpp           when to ask again, as a range of steps
 */
#ifndef DSI_DSI_HPP
#define DSI_DSI_HPP

#include <dsi/arn.hpp>
#include <dsi/decode.hpp>
#include <dsi/dsi.h>
#include <dsi/encode.hpp>
#include <dsi/error.hpp>
#include <dsi/get.hpp>
#include <dsi/http.hpp>
#include <dsi/introspection.hpp>
#include <dsi/model.hpp>
#include <dsi/poll.hpp>
#include <dsi/service_error.hpp>
#include <dsi/start.hpp>
#include <dsi/text.hpp>
#include <dsi/violation.hpp>

#endif
