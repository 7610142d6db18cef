/*
 * dsi/model.hpp - what AppSync says of a database, as ranges.
 *
 *     for (dsi::model_field field : model.fields()) {
 *         std::cout << field.name().value_or("?") << '\n';
 *     }
 *
 * The members are those of dsi/model.h; there is what they mean.
 */
#ifndef DSI_MODEL_HPP
#define DSI_MODEL_HPP

#include <dsi/encode.hpp>
#include <dsi/model.h>

namespace dsi
{

using strings = list<std::string_view, dsi_string>;

class model_field_type : public view_of<dsi_model_field_type>
{
  public:
    using view_of::view_of;

    std::optional<std::string_view> kind() const noexcept
    {
        return view(c().kind);
    }
    std::optional<std::string_view> name() const noexcept
    {
        return view(c().name);
    }
    std::optional<model_field_type> type() const noexcept
    {
        return detail::value<model_field_type>(c().type);
    }
    strings values() const noexcept
    {
        return strings(c().values);
    }
    /*
     * Writes the type as GraphQL does, "[String!]!", and a NUL after it. Returns the full
     * length as snprintf does; see dsi_model_field_type_encode.
     */
    std::size_t encode(memory buffer) const noexcept
    {
        return dsi_model_field_type_encode(&c(), buffer.text(), buffer.size());
    }
};

class model_field : public view_of<dsi_model_field>
{
  public:
    using view_of::view_of;

    std::optional<std::string_view> name() const noexcept
    {
        return view(c().name);
    }
    std::optional<model_field_type> type() const noexcept
    {
        return detail::value<model_field_type>(c().type);
    }
    std::optional<std::int64_t> length() const noexcept
    {
        return detail::value(c().length);
    }
};

class model_index : public view_of<dsi_model_index>
{
  public:
    using view_of::view_of;

    std::optional<std::string_view> name() const noexcept
    {
        return view(c().name);
    }
    strings fields() const noexcept
    {
        return strings(c().fields);
    }
};

using model_fields = list<model_field, dsi_model_field>;
using model_indexes = list<model_index, dsi_model_index>;

class model : public view_of<dsi_model>
{
  public:
    using view_of::view_of;

    std::optional<std::string_view> name() const noexcept
    {
        return view(c().name);
    }
    model_fields fields() const noexcept
    {
        return model_fields(c().fields);
    }
    std::optional<model_index> primary_key() const noexcept
    {
        return detail::value<model_index>(c().primary_key);
    }
    model_indexes indexes() const noexcept
    {
        return model_indexes(c().indexes);
    }
    std::optional<std::string_view> sdl() const noexcept
    {
        return view(c().sdl);
    }
};

using models = list<model, dsi_model>;

/* Writes a model as a JSON object; see dsi_model_write. */
template <class Take>
error write(const model &from, Take &&take, const encode_options &options = {}) noexcept
{
    return detail::written(take, options, [&](auto... rest) {
        return dsi_model_write(&from.c(), rest...);
    });
}

/*
 * Copies a model that has to outlive its answer, or the call that handed it over. The
 * room's bytes hold the copy; see dsi_model_copy.
 */
inline result<model> copy(const model &from, dsi_room &room) noexcept
{
    return result<model>([&](error &failed) {
        const dsi_model *made = dsi_model_copy(&from.c(), &room, failed.out());

        return made != nullptr ? model(*made) : model();
    });
}

} // namespace dsi

#endif
