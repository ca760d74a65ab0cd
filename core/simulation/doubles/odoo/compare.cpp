// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/odoo/compare.h"

#include "simulation/doubles/odoo/refused.h"
#include "simulation/doubles/odoo/values.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace delpek::simulation::odoo
{

using base::Json;
using base::utf8;

namespace
{

QString textOf(const Json& value)
{
    return value.is_string()   ? QString::fromStdString(value.get_ref<const std::string&>())
           : value.is_number() ? QString::fromStdString(value.dump())
                               : QString();
}

double numberOf(const Json& value)
{
    return value.is_number() ? value.get<double>() : value.is_string() ? textOf(value).toDouble() : 0;
}

bool isMoment(const Field& field)
{
    return field.type == FieldType::Datetime;
}

bool isNumber(const Field& field)
{
    return field.type == FieldType::Integer || field.type == FieldType::Float || field.type == FieldType::Monetary;
}

/// Below, the same or above, as -1, 0, 1.
int order(const Field& field, const Json& value, const Json& wanted, const QString& op)
{
    if (isNumber(field)) {
        const double difference = numberOf(value) - numberOf(wanted);
        return difference < 0 ? -1 : difference > 0 ? 1 : 0;
    }
    QString limit = textOf(wanted);
    if (isMoment(field)) {
        limit = literalMoment(limit);
        if (limit.size() == 10) {
            // A day alone: to its end, after its end, or its start.
            const bool toEnd = op == QLatin1String("<=") || op == QLatin1String(">");
            limit += toEnd ? QStringLiteral(" 23:59:59.999999") : QStringLiteral(" 00:00:00");
        }
    } else if (field.type == FieldType::Date) {
        limit = limit.left(10);
    }
    return std::clamp(textOf(value).compare(limit), -1, 1);
}

bool equals(const Field& field, const Json& value, const Json& wanted)
{
    if (field.type == FieldType::Boolean) {
        return (value == Json(true)) == (!isEmpty(wanted) && wanted != Json(0));
    }
    if (isEmpty(wanted)) {
        return isEmpty(value) || (isNumber(field) && numberOf(value) == 0);
    }
    return !isEmpty(value) && order(field, value, wanted, QStringLiteral("=")) == 0;
}

bool isLike(const Json& value, const QString& op, const Json& wanted)
{
    const bool wraps = !op.startsWith(QLatin1Char('='));
    const QString pattern = textOf(wanted);
    return !isEmpty(value) && like(textOf(value), wraps ? QLatin1Char('%') + pattern + QLatin1Char('%') : pattern,
                                   op.endsWith(QLatin1String("ilike")) ? Qt::CaseInsensitive : Qt::CaseSensitive);
}

/// What phone_mobile_search compares.
QString stripped(const QString& text)
{
    static const QRegularExpression dropped(QStringLiteral("[\\s./()\\-]"));
    QString bare = text;
    return bare.remove(dropped);
}

/// The national part where the plan of Israel knows such a number.
std::optional<QString> nationalNumber(const QString& typed)
{
    static const QRegularExpression dropped(QStringLiteral("[^0-9+]"));
    static const QRegularExpression plan(QStringLiteral("^(5[0-48][2-9]\\d{6}|[23489][2-9]\\d{6}|7[2-9][2-9]\\d{6})$"));
    QString digits = typed;
    digits.remove(dropped);
    for (const char* prefix : {"+972", "00972", "972"}) {
        if (digits.startsWith(QLatin1String(prefix))) {
            digits.remove(0, QLatin1String(prefix).size());
            break;
        }
    }
    while (digits.startsWith(QLatin1Char('0'))) {
        digits.remove(0, 1);
    }
    return plan.match(digits).hasMatch() ? std::optional(digits) : std::nullopt;
}

} // namespace

bool knowsOperator(const QString& op)
{
    static const QStringList known{QStringLiteral("="),     QStringLiteral("!="),       QStringLiteral("<"),
                                   QStringLiteral("<="),    QStringLiteral(">"),        QStringLiteral(">="),
                                   QStringLiteral("in"),    QStringLiteral("not in"),   QStringLiteral("like"),
                                   QStringLiteral("ilike"), QStringLiteral("not like"), QStringLiteral("not ilike"),
                                   QStringLiteral("=like"), QStringLiteral("=ilike"),   QStringLiteral("child_of"),
                                   QStringLiteral("any"),   QStringLiteral("not any")};
    return known.contains(op);
}

bool like(const QString& text, const QString& pattern, Qt::CaseSensitivity sensitivity)
{
    QString form;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const QChar c = pattern[at];
        if (c == QLatin1Char('\\') && at + 1 < pattern.size()) {
            form += QRegularExpression::escape(pattern.mid(++at, 1));
        } else {
            form += c == QLatin1Char('%')   ? QStringLiteral(".*")
                    : c == QLatin1Char('_') ? QStringLiteral(".")
                                            : QRegularExpression::escape(QString(c));
        }
    }
    const auto options = QRegularExpression::DotMatchesEverythingOption |
                         (sensitivity == Qt::CaseInsensitive ? QRegularExpression::CaseInsensitiveOption
                                                             : QRegularExpression::NoPatternOption);
    return QRegularExpression(QRegularExpression::anchoredPattern(form), options).match(text).hasMatch();
}

bool compare(const Field& field, const Json& value, const QString& op, const Json& wanted)
{
    if (op == QLatin1String("=")) {
        return wanted.is_array() ? compare(field, value, QStringLiteral("in"), wanted) : equals(field, value, wanted);
    }
    if (op == QLatin1String("!=")) {
        return !compare(field, value, QStringLiteral("="), wanted);
    }
    if (op == QLatin1String("in")) {
        if (!wanted.is_array()) {
            return equals(field, value, wanted);
        }
        return std::any_of(wanted.begin(), wanted.end(), [&](const Json& one) { return equals(field, value, one); });
    }
    if (op.startsWith(QLatin1String("not "))) {
        return !compare(field, value, op.mid(4), wanted);
    }
    if (op.endsWith(QLatin1String("like"))) {
        return isLike(value, op, wanted);
    }
    if (isEmpty(value) && !isNumber(field)) {
        return false;
    }
    const int place = order(field, value, wanted, op);
    return op == QLatin1String("<")    ? place < 0
           : op == QLatin1String("<=") ? place <= 0
           : op == QLatin1String(">")  ? place > 0
                                       : place >= 0;
}

bool matchesPhone(const Json& partner, const QString& op, const QString& wanted)
{
    if (wanted.size() < 3) {
        userError(QStringLiteral("Please enter at least 3 characters when searching a Phone/Mobile number."));
    }
    QString sought = stripped(wanted);
    for (const char* prefix : {"+", "00"}) {
        if (sought.startsWith(QLatin1String(prefix))) {
            sought.remove(0, QLatin1String(prefix).size());
            break;
        }
    }
    constexpr std::array names{"phone", "mobile"};
    return std::any_of(names.begin(), names.end(), [&](const char* name) {
        const QString number = stripped(base::textAt(partner, name));
        return op.endsWith(QLatin1String("like"))
                   ? number.contains(sought)
                   : number == sought || number == QLatin1Char('+') + sought || number == QStringLiteral("00") + sought;
    });
}

Json sanitisedPhone(const Json& partner)
{
    for (const char* name : {"mobile", "phone"}) {
        if (const auto number = nationalNumber(base::textAt(partner, name))) {
            return utf8(QStringLiteral("+972") + *number);
        }
    }
    return false;
}

} // namespace delpek::simulation::odoo
