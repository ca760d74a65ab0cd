// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/values.h"

#include "simulation/doubles/odoo/refused.h"

#include <QDateTime>
#include <QRegularExpression>

#include <limits>

namespace delpek::simulation::odoo
{

using base::Json;
using base::utf8;

namespace
{

QString textOf(const Json& value)
{
    return QString::fromStdString(value.get_ref<const std::string&>());
}

QString placeOf(const Model& model, const Field& field)
{
    return model.name + QLatin1Char('.') + field.name;
}

Json asText(const Model& model, const Field& field, const Json& given)
{
    if (given.is_string()) {
        return given;
    }
    if (given.is_number()) {
        return given.dump();
    }
    pythonError("TypeError", QStringLiteral("%1 takes no such value").arg(placeOf(model, field)));
}

Json asHtml(const Model& model, const Field& field, const Json& given)
{
    static const QRegularExpression script(QStringLiteral("<script\\b.*?</script>"),
                                           QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::DotMatchesEverythingOption);
    const QString clean = textOf(asText(model, field, given)).remove(script);
    return utf8(clean.isEmpty() || clean.startsWith(QLatin1Char('<')) ? clean : QStringLiteral("<p>%1</p>").arg(clean));
}

Json asNumber(const Model& model, const Field& field, const Json& given)
{
    double number = 0;
    bool ok = true;
    if (given.is_string()) {
        number = textOf(given).toDouble(&ok);
    } else if (given.is_number()) {
        number = given.get<double>();
    } else if (given.is_boolean()) {
        number = 1;
    } else {
        ok = false;
    }
    if (!ok) {
        pythonError("ValueError",
                    QStringLiteral("could not convert a value of %1 to a number").arg(placeOf(model, field)));
    }
    if (field.type != FieldType::Integer) {
        return number;
    }
    if (std::abs(number) > std::numeric_limits<qint32>::max()) {
        databaseError("errors.NumericValueOutOfRange", QStringLiteral("integer out of range"));
    }
    return static_cast<qint64>(number);
}

Json asDate(const Json& given)
{
    if (given.is_string()) {
        const QString text = textOf(given);
        if (QDate::fromString(text.left(10), QStringLiteral("yyyy-MM-dd")).isValid()) {
            return utf8(text.left(10));
        }
    }
    pythonError("ValueError", QStringLiteral("time data does not match format '%Y-%m-%d'"));
}

Json asMoment(const Json& given)
{
    static const QRegularExpression form(QStringLiteral("^\\d{4}-\\d\\d-\\d\\d( \\d\\d:\\d\\d(:\\d\\d)?)?$"));
    if (given.is_string()) {
        QString text = textOf(given);
        if (form.match(text).hasMatch()) {
            text += text.size() == 10   ? QStringLiteral(" 00:00:00")
                    : text.size() == 16 ? QStringLiteral(":00")
                                        : QString();
            if (QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd HH:mm:ss")).isValid()) {
                return utf8(text);
            }
        }
    }
    pythonError("ValueError", QStringLiteral("unconverted data remains"));
}

Json asBinary(const Json& given)
{
    const auto decoded = given.is_string()
                             ? QByteArray::fromBase64Encoding(QByteArray::fromStdString(given.get<std::string>()),
                                                              QByteArray::AbortOnBase64DecodingErrors)
                             : QByteArray::FromBase64Result{};
    if (!given.is_string() || !decoded) {
        userError(QStringLiteral("This is no base64 text."));
    }
    return given;
}

} // namespace

Json stored(const Model& model, const Field& field, const Json& given)
{
    if (field.type == FieldType::Boolean) {
        return !isEmpty(given) && given != Json(0);
    }
    if (isEmpty(given)) {
        return emptyOf(field);
    }
    switch (field.type) {
    case FieldType::Char:
    case FieldType::Text:
        return asText(model, field, given);
    case FieldType::Html:
        return asHtml(model, field, given);
    case FieldType::Integer:
    case FieldType::Float:
    case FieldType::Monetary:
        return asNumber(model, field, given);
    case FieldType::Date:
        return asDate(given);
    case FieldType::Datetime:
        return asMoment(given);
    case FieldType::Selection:
        if (!given.is_string() || !field.selection.contains(textOf(given))) {
            pythonError("ValueError", QStringLiteral("Wrong value for %1: %2")
                                          .arg(placeOf(model, field), QString::fromStdString(given.dump())));
        }
        return given;
    case FieldType::Many2one:
        return given.is_number_integer() && given.get<qint64>() > 0 ? given : Json(false);
    case FieldType::Binary:
        return asBinary(given);
    case FieldType::Boolean:
    case FieldType::One2many:
    case FieldType::Many2many:
        break;
    }
    return emptyOf(field);
}

Json emptyOf(const Field& field)
{
    switch (field.type) {
    case FieldType::Integer:
        return 0;
    case FieldType::Float:
    case FieldType::Monetary:
        return 0.0;
    case FieldType::One2many:
    case FieldType::Many2many:
        return Json::array();
    default:
        return false;
    }
}

bool isEmpty(const Json& value)
{
    return value.is_null() || value == Json(false);
}

QString literalMoment(const QString& text)
{
    static const QRegularExpression parts(
        QStringLiteral("^(\\d{4}-\\d\\d-\\d\\d)(?:[ T](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?))?"));
    const auto match = parts.match(text);
    if (!match.hasMatch()) {
        databaseError("errors.InvalidDatetimeFormat", QStringLiteral("invalid input syntax for type timestamp"));
    }
    QString time = match.captured(2);
    if (time.size() == 5) {
        time += QStringLiteral(":00");
    }
    return time.isEmpty() ? match.captured(1) : match.captured(1) + QLatin1Char(' ') + time;
}

} // namespace delpek::simulation::odoo
