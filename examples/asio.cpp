/*
 * A client in C++ with Asio's sockets: bytes are fed as they arrive, and each model is
 * used before its page is complete. It does not sign, so it is for a mock: see mock/.
 *
 *     dsi_example_asio 127.0.0.1 8080 [SECONDS]
 *
 * It speaks HTTP/1.0, where an answer ends with the connection. It need not check
 * whether the answer is complete: dsi reports a message that was cut. Each exchange has a
 * deadline, and heads have a limit, so an attacker cannot hold the client up.
 *
 * It uses Asio without Boost. With Boost, include <boost/asio.hpp> instead, and exchange
 * the two lines below that begin with "namespace asio" and "using error_code".
 */
#include <charconv>
#include <cstdio>
#include <string>

#include <asio.hpp>

#include <dsi/dsi.hpp>

extern "C" {
#include "headers.h"
#include "show.h"
#include "steps.h"
}

/* namespace asio = boost::asio; */
using error_code = asio::error_code; /* boost::system::error_code */

namespace
{

/* The whole memory of a decode; of models, the largest must fit. */
std::array<unsigned char, DSI_DECODER_SIZE_DEFAULT> block;

/* -------------------------------------------------------------------- the transport */

/* One exchange: a connection, a request, and the answer until its end. */
class exchange
{
  public:
    explicit exchange(std::chrono::seconds budget) : budget_(budget), socket_(io_)
    {
    }

    /* Connects and sends. Returns the head of the answer, or nothing if it is lost. */
    std::optional<dsi::received_head> ask(const std::string &host,
                                          const std::string &port,
                                          const dsi::request_head &head,
                                          std::string_view body)
    {
        error_code code;
        const auto places = asio::ip::tcp::resolver(io_).resolve(host, port, code);

        /* The system has a limit of its own for the name, so the deadline begins here. */
        deadline_ = std::chrono::steady_clock::now() + budget_;
        if (code ||
            !run([&](auto done) { asio::async_connect(socket_, places, done); })) {
            return std::nullopt;
        }
        write_request(host, head, body);
        if (!run([&](auto done) {
                asio::async_write(socket_, asio::buffer(text_), done);
            })) {
            return std::nullopt;
        }
        body_ = text_.size();
        return read_head();
    }

    /* Feeds the body until the other side ends, the deadline passes, or dsi wants no
     * more. */
    template <class Message> void feed(dsi::decoder<Message> &decoder)
    {
        std::array<char, 16384> chunk;
        std::size_t length = 0;
        bool wanted = decoder.feed(text_.data() + body_, text_.size() - body_);

        while (wanted && run([&](auto done) {
                   socket_.async_read_some(
                       asio::buffer(chunk),
                       [&, done](error_code code, std::size_t came) mutable {
                           length = came;
                           done(code);
                       });
               })) {
            wanted = decoder.feed(chunk.data(), length);
        }
    }

  private:
    /* Starts an operation, and waits for it until the deadline. True if it went well. */
    template <class Start> bool run(Start start)
    {
        error_code ended = asio::error::timed_out;

        start([&](error_code code, auto &&...) { ended = code; });
        io_.restart();
        io_.run_until(deadline_);
        if (!io_.stopped()) {
            socket_.close();
            io_.run(); /* the operation ends as aborted */
        }
        return !ended;
    }

    void write_request(const std::string &host, const dsi::request_head &head,
                       std::string_view body)
    {
        text_.append(head.method).append(" ").append(head.target);
        text_.append(" HTTP/1.0\r\nHost: ").append(host);
        if (head.content_type) {
            text_.append("\r\nContent-Type: ").append(*head.content_type);
            text_.append("\r\nContent-Length: ").append(std::to_string(body.size()));
        }
        text_.append("\r\n\r\n").append(body);
    }

    /* Skips interim answers (1xx). The body may have begun behind the head. */
    std::optional<dsi::received_head> read_head()
    {
        int status = 0;

        do {
            text_.erase(0, body_);
            if (!run([&](auto done) {
                    asio::async_read_until(socket_,
                                           asio::dynamic_buffer(text_, CLIENT_HEAD_MAX),
                                           "\r\n\r\n", done);
                })) {
                return std::nullopt;
            }
            body_ = text_.find("\r\n\r\n") + 4;
            status = take_head(std::string_view(text_).substr(0, body_));
        } while (status >= 100 && status < 200);
        if (status == 0) {
            return std::nullopt;
        }
        dsi::received_head head(status);
        for (std::size_t i = 0; i < headers_.count; i++) {
            head.add(headers_.items[i]);
        }
        return head;
    }

    /* Keeps the headers of a head that is whole. Returns its status, or 0. */
    int take_head(std::string_view head)
    {
        const int status = read_status(head);

        client_headers_begin(&headers_);
        while (!head.empty()) {
            const std::size_t end = head.find('\n') + 1;

            client_headers_take(&headers_, dsi::to_c(head.substr(0, end)));
            head.remove_prefix(end);
        }
        return status;
    }

    /* Three digits between blanks, in a line as "HTTP/1.1 200 OK". */
    static int read_status(std::string_view line)
    {
        int status = 0;

        if (line.size() < 14 || line.substr(0, 7) != "HTTP/1." || line[8] != ' ') {
            return 0;
        }
        const char *const digits = line.data() + 9;
        const bool three = std::from_chars(digits, digits + 3, status).ptr ==
                           digits + 3;
        return three && status >= 100 && (line[12] == ' ' || line[12] == '\r') ? status
                                                                               : 0;
    }

    std::chrono::seconds budget_;
    std::chrono::steady_clock::time_point deadline_;
    asio::io_context io_;
    asio::ip::tcp::socket socket_;
    std::string text_; /* the request, then the answer's head and its first bytes */
    std::size_t body_ = 0;
    client_headers headers_ = {};
};

/* -------------------------------------------------------------- the two operations */

struct service {
    std::string host;
    std::string port;
    std::chrono::seconds budget;

    void start(dsi::poll &poll, const dsi::start_request &request) const
    {
        std::array<char, DSI_START_REQUEST_MAX> buffer;
        const auto body = dsi::encode(request, buffer);
        exchange now(budget);

        if (!body) {
            return poll.advance(body.error(), client_random());
        }
        const auto head = now.ask(host, port, dsi::start_request_head(), *body);
        if (!head) {
            return poll.lose(client_random());
        }
        dsi::decoder<dsi::start_answer> decoder(block, *head);
        now.feed(decoder);
        poll.advance(std::move(decoder).finish(), client_random());
    }

    void get(dsi::poll &poll, const dsi::get_request &request) const
    {
        std::array<char, DSI_POLL_TARGET_MAX> buffer;
        const auto target = dsi::encode_target(request, buffer);
        exchange now(budget);
        auto use_model = [](dsi::model model) {
            show_text(stdout, dsi::to_c(model.name().value_or("(no name)")));
            return std::putchar('\n') != EOF;
        };

        if (!target) {
            return poll.advance(target.error(), client_random());
        }
        const auto head = now.ask(host, port, dsi::get_request_head(*target), {});
        if (!head) {
            return poll.lose(client_random());
        }
        dsi::decoder<dsi::get_answer> decoder(block, *head, use_model);
        now.feed(decoder);
        poll.advance(std::move(decoder).finish(), client_random());
    }
};

/* The seconds of an exchange; 0 if the text is no number from 1 to 3600. */
int read_seconds(std::string_view text)
{
    int seconds = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), seconds);

    return read.ptr == text.data() + text.size() && seconds <= 3600 ? seconds : 0;
}

} // namespace

int main(int argc, char **argv)
try {
    const int seconds = argc == 4 ? read_seconds(argv[3]) : 60;

    if (argc < 3 || argc > 4 || seconds < 1) {
        std::fputs("Usage: dsi_example_asio HOST PORT [SECONDS]\n", stderr);
        return 2;
    }
    const service mock{argv[1], argv[2], std::chrono::seconds(seconds)};
    const dsi::start_request request{dsi::rds_data_api_config{
        "arn:aws:rds:us-east-1:123456789012:cluster:orders",
        "arn:aws:secretsmanager:us-east-1:123456789012:secret:orders-AbCdEf",
        "orders"}};
    std::array<char, DSI_POLL_MEMORY_DEFAULT> memory;
    dsi::poll_options options;
    options.base_delay_ms = 10; /* a mock can be asked often */
    options.max_delay_ms = 100;

    dsi::poll poll(memory, options);
    for (dsi::poll_step step : poll) {
        client_wait(&step.c());
        if (step.is_start()) {
            mock.start(poll, request);
        } else {
            mock.get(poll, step.request());
        }
    }

    char words[CLIENT_END_TEXT_MAX];
    client_end_text(&poll.last().c(), words, sizeof words);
    std::puts(words);
    return poll.last().action() == DSI_POLL_DONE ? 0 : 1;
} catch (const std::exception &failed) { /* of Asio: no memory, no epoll */
    std::fprintf(stderr, "dsi_example_asio: %s\n", failed.what());
    return 1;
}
