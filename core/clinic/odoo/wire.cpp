// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/wire.h"

#include <QDateTime>

#include <cmath>

namespace delpek::clinic::odoo::wire
{

using base::Json;
using base::utf8;

namespace
{

const auto momentForm = QStringLiteral("yyyy-MM-dd HH:mm:ss");

bool isControl(QChar c)
{
    return (c.unicode() < 0x20 && c != QLatin1Char('\n') && c != QLatin1Char('\t')) || c.unicode() == 0x7f;
}

} // namespace

QString text(const Json& value)
{
    return value.is_string() ? QString::fromStdString(value.get_ref<const std::string&>()) : QString();
}

qint64 whole(const Json& value)
{
    return value.is_number_integer() ? value.get<qint64>() : value.is_number() ? qRound64(value.get<double>()) : 0;
}

qint64 hundredths(const Json& value)
{
    return value.is_number() ? qRound64(value.get<double>() * 100) : 0;
}

bool truth(const Json& value)
{
    return value.is_boolean() && value.get<bool>();
}

QDate date(const Json& value)
{
    return QDate::fromString(text(value).left(10), Qt::ISODate);
}

std::optional<base::Instant> moment(const Json& value)
{
    QDateTime read = QDateTime::fromString(text(value), momentForm);
    if (!read.isValid()) {
        return std::nullopt;
    }
    read.setTimeSpec(Qt::UTC);
    return base::fromMillis(read.toMSecsSinceEpoch());
}

qint64 id(const Json& value)
{
    if (value.is_array()) {
        return value.empty() ? 0 : id(value[0]);
    }
    return value.is_number_integer() ? value.get<qint64>() : 0;
}

QString name(const Json& value)
{
    return value.is_array() && value.size() > 1 ? text(value[1]) : QString();
}

std::vector<qint64> ids(const Json& value)
{
    std::vector<qint64> all;
    for (const Json& one : value.is_array() ? value : Json::array()) {
        if (one.is_number_integer()) {
            all.push_back(one.get<qint64>());
        }
    }
    return all;
}

Json fromText(const QString& text)
{
    QString clean = text;
    clean.removeIf(isControl);
    return clean.isEmpty() ? Json(false) : Json(utf8(clean));
}

Json fromDate(QDate date)
{
    return date.isValid() ? Json(utf8(date.toString(Qt::ISODate))) : Json(false);
}

Json fromMoment(base::Instant moment)
{
    return utf8(QDateTime::fromMSecsSinceEpoch(base::toMillis(moment), Qt::UTC).toString(momentForm));
}

Json fromId(qint64 id)
{
    return id > 0 ? Json(id) : Json(false);
}

Json fromIds(const std::vector<qint64>& ids)
{
    Json all = Json::array();
    for (const qint64 id : ids) {
        all.push_back(id);
    }
    return all;
}

QString noteHtml(const QString& text)
{
    QString clean = text;
    clean.removeIf(isControl);
    return clean.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

Json create(const Json& values)
{
    return Json::array({0, 0, values});
}

Json update(qint64 id, const Json& values)
{
    return Json::array({1, id, values});
}

Json remove(qint64 id)
{
    return Json::array({2, id});
}

Json unlink(qint64 id)
{
    return Json::array({3, id});
}

Json link(qint64 id)
{
    return Json::array({4, id});
}

Json clear()
{
    return Json::array({5});
}

Json set(const std::vector<qint64>& ids)
{
    return Json::array({6, 0, fromIds(ids)});
}

Json term(const char* field, const char* op, const Json& value)
{
    return Json::array({field, op, value});
}

Json term(const QString& field, const char* op, const Json& value)
{
    return Json::array({utf8(field), op, value});
}

QString escapedPattern(const QString& typed)
{
    QString escaped;
    for (const QChar c : typed) {
        if (c == QLatin1Char('%') || c == QLatin1Char('_') || c == QLatin1Char('\\')) {
            escaped += QLatin1Char('\\');
        }
        escaped += c;
    }
    return escaped;
}

Json quietContext()
{
    return {{"no_mail_to_attendees", true},
            {"mail_create_nosubscribe", true},
            {"mail_create_nolog", true},
            {"tracking_disable", true},
            {"dont_notify", true}};
}

} // namespace delpek::clinic::odoo::wire
