// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/schema.h"

#include "agent/tools/values.h"

#include <algorithm>
#include <array>

namespace delpek::agent
{
namespace
{

Result<Done> refuse(const QString& place, const QString& belongs)
{
    return fail(ErrorCode::InvalidInput, place + QLatin1Char(' ') + belongs);
}

bool hasType(const base::Json& value, const QString& type)
{
    if (type == QLatin1String("object")) {
        return value.is_object();
    }
    if (type == QLatin1String("array")) {
        return value.is_array();
    }
    if (type == QLatin1String("string")) {
        return value.is_string();
    }
    if (type == QLatin1String("integer")) {
        return value.is_number_integer();
    }
    if (type == QLatin1String("number")) {
        return value.is_number();
    }
    return type == QLatin1String("boolean") && value.is_boolean();
}

struct Format {
    const char* name;
    bool (*fits)(const base::Json& value);
    const char* belongs;
};

/// The readers of the tools themselves, and the same text again: what they would take for something else is refused.
constexpr std::array<Format, 3> formats{
    {{"date",
      [](const base::Json& value) {
          const auto read = dateFromJson(value);
          return read.isValid() && dateToJson(read) == value;
      },
      "must be a day such as 2026-03-05"},
     {"time",
      [](const base::Json& value) {
          const auto read = timeFromJson(value);
          return read.isValid() && base::utf8(read.toString(QStringLiteral("HH:mm"))) == value.get<std::string>();
      },
      "must be a time of the day such as 09:30"},
     {"local-date-time",
      [](const base::Json& value) {
          const auto read = domain::LocalTime::fromText(QString::fromStdString(value.get<std::string>()));
          return read.isValid() && base::utf8(read.toText()) == value.get<std::string>();
      },
      "must be a day and time such as 2026-03-05T09:30"}}};

Result<Done> check(const base::Json& schema, const base::Json& value, const QString& place);

/// A name that came from outside, short enough for an error.
QString shortName(const std::string& name)
{
    constexpr qsizetype longest = 40;
    return QString::fromStdString(name).left(longest);
}

Result<Done> checkObject(const base::Json& schema, const base::Json& value, const QString& place)
{
    const base::Json& properties = base::at(schema, "properties");
    for (const auto& name : base::at(schema, "required")) {
        if (!value.contains(name.get<std::string>())) {
            return refuse(place, QStringLiteral("lacks the member %1; add it").arg(shortName(name.get<std::string>())));
        }
    }
    for (const auto& [name, member] : value.items()) {
        const QString memberPlace = place + QLatin1Char('.') + shortName(name);
        const base::Json& memberSchema = base::at(properties, name.c_str());
        if (memberSchema.is_null()) {
            return refuse(memberPlace, QStringLiteral("is no member of this tool; leave it out"));
        }
        if (auto fits = check(memberSchema, member, memberPlace); !fits) {
            return fits;
        }
    }
    return Done{};
}

Result<Done> checkText(const base::Json& schema, const base::Json& value, const QString& place)
{
    const auto size = QString::fromStdString(value.get<std::string>()).size();
    if (const auto longest = base::integerAt(schema, "maxLength"); longest && size > *longest) {
        return refuse(place, QStringLiteral("must have at most %1 characters").arg(*longest));
    }
    if (const auto shortest = base::integerAt(schema, "minLength"); shortest && size < *shortest) {
        return refuse(place, QStringLiteral("must have at least %1 characters").arg(*shortest));
    }
    const QString format = base::textAt(schema, "format");
    for (const auto& known : formats) {
        if (format == QLatin1String(known.name) && !known.fits(value)) {
            return refuse(place, QLatin1String(known.belongs));
        }
    }
    return Done{};
}

Result<Done> checkArray(const base::Json& schema, const base::Json& value, const QString& place)
{
    const auto size = static_cast<qint64>(value.size());
    if (const auto most = base::integerAt(schema, "maxItems"); most && size > *most) {
        return refuse(place, QStringLiteral("must have at most %1 items").arg(*most));
    }
    if (const auto least = base::integerAt(schema, "minItems"); least && size < *least) {
        return refuse(place, QStringLiteral("must have at least %1 items").arg(*least));
    }
    for (size_t i = 0; i < value.size(); ++i) {
        if (auto fits = check(base::at(schema, "items"), value[i], QStringLiteral("%1[%2]").arg(place).arg(i)); !fits) {
            return fits;
        }
    }
    return Done{};
}

Result<Done> checkNumber(const base::Json& schema, const base::Json& value, const QString& place)
{
    const auto least = base::integerAt(schema, "minimum");
    const auto most = base::integerAt(schema, "maximum");
    const double number = value.get<double>();
    if ((least && number < double(*least)) || (most && number > double(*most))) {
        return refuse(place, QStringLiteral("must be between %1 and %2").arg(least.value_or(0)).arg(most.value_or(0)));
    }
    return Done{};
}

Result<Done> check(const base::Json& schema, const base::Json& value, const QString& place)
{
    const QString type = base::textAt(schema, "type");
    if (!type.isEmpty() && !hasType(value, type)) {
        return refuse(place, QStringLiteral("must be of type ") + type);
    }
    const base::Json& allowed = base::at(schema, "enum");
    if (allowed.is_array() && std::find(allowed.begin(), allowed.end(), value) == allowed.end()) {
        return refuse(place, QStringLiteral("must be one of ") + QString::fromStdString(allowed.dump()));
    }
    if (value.is_string()) {
        return checkText(schema, value, place);
    }
    if (value.is_array()) {
        return checkArray(schema, value, place);
    }
    if (value.is_number()) {
        return checkNumber(schema, value, place);
    }
    return value.is_object() ? checkObject(schema, value, place) : Result<Done>(Done{});
}

} // namespace

Result<Done> checkArguments(const base::Json& schema, const base::Json& arguments)
{
    return check(schema, arguments, QStringLiteral("arguments"));
}

} // namespace delpek::agent
