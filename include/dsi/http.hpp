/*
 * dsi/http.hpp - the edges of HTTP, as plain data.
 *
 *     dsi::received_head head(200);
 *     head.add("x-amzn-RequestId", id); // for each header, as it comes
 *     auto answer = dsi::decode<dsi::start_answer>(block, head, body);
 */
#ifndef DSI_HTTP_HPP
#define DSI_HTTP_HPP

#include <dsi/http.h>
#include <dsi/text.hpp>

namespace dsi
{

/* What a client sends before a request's body. All but a target are static texts. */
struct request_head {
    std::string_view method;
    std::string_view target; /* path and query, as they are sent */
    std::optional<std::string_view> content_type;
};

/* What a server sends before an answer's body; see dsi_answer_head. */
struct answer_head {
    int status;
    std::string_view content_type;
    std::optional<std::string_view> error_type;
};

/*
 * What the transport received before an answer's body: the status, and those headers
 * that dsi looks at. It keeps views, so the headers' texts must live until a decoder
 * has begun.
 */
class received_head
{
  public:
    explicit received_head(int status) noexcept : status_(status)
    {
    }

    int status() const noexcept
    {
        return status_;
    }
    /* Takes a header. It keeps only those that dsi knows, and the first of each name. */
    void add(text name, text value) noexcept
    {
        add(dsi_header{to_c(name), to_c(value)});
    }
    void add(const dsi_header &header) noexcept
    {
        if (count_ < headers_.size() && dsi_header_is_known(header.name) &&
            !has(header.name)) {
            headers_[count_++] = header;
        }
    }
    /* The same for C. It points into this object. */
    dsi_received_head c() const noexcept DSI_OF_OBJECT
    {
        return {status_, headers_.data(), count_};
    }

  private:
    /* Upper and lower case do not differ in the names of headers. */
    static bool same(dsi_string left, dsi_string right) noexcept
    {
        std::size_t i = 0;

        while (i < left.length && i < right.length &&
               lower(left.data[i]) == lower(right.data[i])) {
            i++;
        }
        return i == left.length && i == right.length;
    }
    static char lower(char byte) noexcept
    {
        return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    }
    bool has(dsi_string name) const noexcept
    {
        std::size_t i = 0;

        while (i < count_ && !same(headers_[i].name, name)) {
            i++;
        }
        return i < count_;
    }

    int status_;
    std::size_t count_ = 0;
    std::array<dsi_header, 8> headers_; /* dsi knows six names */
};

namespace detail
{

inline request_head show_head(const dsi_request_head &head) noexcept
{
    return {show<std::string_view>(head.method), show<std::string_view>(head.target),
            view(head.content_type)};
}

inline answer_head show_head(const dsi_answer_head &head) noexcept
{
    return {head.status, show<std::string_view>(head.content_type),
            view(head.error_type)};
}

} // namespace detail

} // namespace dsi

#endif
