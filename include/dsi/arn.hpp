/*
 * dsi/arn.hpp - Amazon Resource Names, checked and taken apart.
 *
 *     if (auto arn = dsi::parse_arn(text, DSI_ARN_RDS_CLUSTER)) {
 *         std::cout << arn->region << '\n';
 *     } else {
 *         std::cerr << arn.error().part_name() << ": " << arn.error().rule() << '\n';
 *     }
 */
#ifndef DSI_ARN_HPP
#define DSI_ARN_HPP

#include <dsi/arn.h>
#include <dsi/error.hpp>

namespace dsi
{

/* The parts of an ARN: views into the text that was parsed. */
struct arn {
    std::string_view partition;
    std::string_view service;
    std::string_view region;
    std::string_view account;
    std::string_view resource; /* everything after the fifth colon */
};

/* Why a text was refused; see dsi_arn_mismatch. */
class [[nodiscard]] arn_mismatch
{
  public:
    explicit operator bool() const noexcept
    {
        return mismatch_.rule != nullptr;
    }
    dsi_arn_part part() const noexcept
    {
        return mismatch_.part;
    }
    std::string_view part_name() const noexcept
    {
        return dsi_arn_part_name(part());
    }
    std::size_t offset() const noexcept
    {
        return mismatch_.offset;
    } /* in bytes */
    std::string_view rule() const noexcept
    {
        return mismatch_.rule != nullptr ? mismatch_.rule : std::string_view();
    }

    /* For a function of C that fills it. */
    dsi_arn_mismatch *out() noexcept DSI_OF_OBJECT
    {
        return &mismatch_;
    }

  private:
    dsi_arn_mismatch mismatch_ = {DSI_ARN_PREFIX, 0, nullptr};
};

/* Whether the text is an ARN of this kind by the rules of this level; see
 * dsi_arn_parse. */
inline result<arn, arn_mismatch> parse_arn(text from, dsi_arn_kind kind = DSI_ARN_ANY,
                                           dsi_level level = DSI_LEVEL_MODEL) noexcept
{
    return result<arn, arn_mismatch>([=](arn_mismatch &mismatch) -> arn {
        dsi_arn parts;

        if (!dsi_arn_parse(to_c(from), kind, level, &parts, mismatch.out())) {
            return {};
        }
        return {detail::show<std::string_view>(parts.partition),
                detail::show<std::string_view>(parts.service),
                detail::show<std::string_view>(parts.region),
                detail::show<std::string_view>(parts.account),
                detail::show<std::string_view>(parts.resource)};
    });
}

} // namespace dsi

#endif
