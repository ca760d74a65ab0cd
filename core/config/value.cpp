// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/value.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace delpek::config
{

namespace
{

constexpr qint64 longestMillis = qint64(1000) * 366 * 24 * 3600 * 1000;

tl::unexpected<Error> wrong(const QString& expected)
{
    return fail(ErrorCode::InvalidInput, expected, QStringLiteral("config.value"));
}

Result<qint64> inRange(const KeySpec& key, std::optional<qint64> number, const QString& expected, const QString& unit)
{
    if (!number) {
        return wrong(expected);
    }
    if (*number < key.least || *number > key.most) {
        const bool open = key.most == std::numeric_limits<qint64>::max();
        return wrong(open ? QStringLiteral("must be at least %1%2").arg(key.least).arg(unit)
                          : QStringLiteral("must lie between %1 and %2%3").arg(key.least).arg(key.most).arg(unit));
    }
    return *number;
}

std::optional<qint64> parseInteger(const QString& text)
{
    static const QRegularExpression digits(QStringLiteral("\\A[0-9]{1,18}\\z"));
    return digits.match(text).hasMatch() ? std::optional(text.toLongLong()) : std::nullopt;
}

std::optional<qint64> parseMillis(const QString& text)
{
    const auto duration = parseDuration(text);
    return duration ? std::optional<qint64>(duration->count()) : std::nullopt;
}

Value asNumber(qint64 number)
{
    return number;
}

Value asDuration(qint64 millis)
{
    return base::Duration(millis);
}

Result<Value> parseChoice(const KeySpec& key, const QString& text)
{
    const QStringList choices = QString::fromLatin1(key.choices).split(QLatin1Char('|'));
    if (!choices.contains(text)) {
        return wrong(QStringLiteral("must be one of: %1").arg(choices.join(QStringLiteral(", "))));
    }
    return Value(text);
}

Result<Value> parsePath(const QString& text)
{
    if (text.contains(QStringLiteral("://")) && !QUrl(text).password().isEmpty()) {
        return wrong(QStringLiteral("holds a password, which does not belong here; remove it and store it with: "
                                    "delpekd secret set store.password"));
    }
    return Value(text);
}

} // namespace

std::optional<base::Duration> parseDuration(const QString& text)
{
    static const QRegularExpression simple(QStringLiteral("\\A([0-9]{1,12})(ms|s|m|h|d)\\z"));
    static const QRegularExpression iso(QStringLiteral(
        "\\AP(?=.)(?:([0-9]{1,6})D)?(?:T(?=.)(?:([0-9]{1,8})H)?(?:([0-9]{1,8})M)?(?:([0-9]{1,10})S)?)?\\z"));
    qint64 millis = 0;
    if (const auto match = simple.match(text); match.hasMatch()) {
        static const std::map<QString, qint64> units{{QStringLiteral("ms"), 1},
                                                     {QStringLiteral("s"), 1000},
                                                     {QStringLiteral("m"), 60'000},
                                                     {QStringLiteral("h"), 3'600'000},
                                                     {QStringLiteral("d"), 86'400'000}};
        const qint64 unit = units.at(match.captured(2));
        const qint64 count = match.captured(1).toLongLong();
        millis = count > longestMillis / unit ? longestMillis + 1 : count * unit;
    } else if (const auto parts = iso.match(text); parts.hasMatch()) {
        millis = 1000 * (((parts.captured(1).toLongLong() * 24 + parts.captured(2).toLongLong()) * 60 +
                          parts.captured(3).toLongLong()) *
                             60 +
                         parts.captured(4).toLongLong());
    } else {
        return std::nullopt;
    }
    return millis > longestMillis ? std::nullopt : std::optional(base::Duration(millis));
}

QString durationText(base::Duration duration)
{
    constexpr auto units = std::to_array<std::pair<qint64, const char*>>(
        {{86'400'000, "d"}, {3'600'000, "h"}, {60'000, "m"}, {1000, "s"}, {1, "ms"}});
    const qint64 millis = duration.count();
    if (millis == 0) {
        return QStringLiteral("0s");
    }
    const auto unit = std::ranges::find_if(units, [millis](const auto& one) { return millis % one.first == 0; });
    return QString::number(millis / unit->first) + QLatin1String(unit->second);
}

std::optional<qint64> parseBytes(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A([0-9]{1,9})(?:(KiB|MiB|GiB))?\\z"));
    const auto match = pattern.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString unit = match.captured(2);
    const int shift = unit.isEmpty()                      ? 0
                      : unit.startsWith(QLatin1Char('K')) ? 10
                      : unit.startsWith(QLatin1Char('M')) ? 20
                                                          : 30;
    return match.captured(1).toLongLong() << shift;
}

Result<Value> parseValue(const KeySpec& key, const QString& text)
{
    switch (key.type) {
    case ValueType::Text:
        return Value(text);
    case ValueType::Path:
        return parsePath(text);
    case ValueType::Choice:
        return parseChoice(key, text);
    case ValueType::Boolean:
        if (text != QStringLiteral("true") && text != QStringLiteral("false")) {
            return wrong(QStringLiteral("must be true or false"));
        }
        return Value(text == QStringLiteral("true"));
    case ValueType::Integer:
        return inRange(key, parseInteger(text), QStringLiteral("must be a whole number"), {}).map(asNumber);
    case ValueType::Bytes:
        return inRange(key, parseBytes(text), QStringLiteral("must be a size such as 16KiB or 3MiB"),
                       QStringLiteral(" bytes"))
            .map(asNumber);
    case ValueType::Duration:
        return inRange(key, parseMillis(text), QStringLiteral("must be a duration such as 500ms, 30s, 5m, 2h or PT30S"),
                       QStringLiteral(" ms"))
            .map(asDuration);
    }
    return fail(ErrorCode::Internal, QStringLiteral("a setting of an unknown type"));
}

} // namespace delpek::config
