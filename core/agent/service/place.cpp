// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/service/place.h"

#include "domain/weekhours.h"

namespace delpek::agent::service
{

void Place::reject(const char* word, const QString& remedy) const
{
    const QString place = m_path.isEmpty() ? QStringLiteral("/") : m_path;
    const auto isWithin = [](const QString& inner, const QString& outer) {
        return inner == outer || inner.startsWith(outer + QLatin1Char('/'));
    };
    const bool isKnown = std::ranges::any_of(
        m_faults, [&](const Fault& fault) { return isWithin(place, fault.place) || isWithin(fault.place, place); });
    if (!isKnown) {
        m_faults.push_back({place, QLatin1String(word), remedy});
    }
}

Place Place::member(const char* key) const
{
    if (!m_value.is_object() && !m_value.is_null()) {
        reject("form", QStringLiteral("write an object in braces"));
    }
    return {base::at(m_value, key), m_path + QLatin1Char('/') + QString::fromLatin1(key), m_faults};
}

std::vector<Place> Place::elements() const
{
    std::vector<Place> found;
    if (m_value.is_array()) {
        for (size_t i = 0; i < m_value.size(); ++i) {
            found.emplace_back(m_value[i], m_path + QLatin1Char('/') + QString::number(i), m_faults);
        }
    } else if (!m_value.is_null()) {
        reject("form", QStringLiteral("write a list in brackets"));
    }
    return found;
}

void Place::allowOnly(const QStringList& names) const
{
    if (!m_value.is_object()) {
        if (!m_value.is_null()) {
            reject("form", QStringLiteral("write an object in braces"));
        }
        return;
    }
    for (const auto& [key, value] : m_value.items()) {
        const QString name = QString::fromStdString(key);
        if (!names.contains(name)) {
            reject("unknown", QStringLiteral("\"%1\" is not known here; take it out, or write one of %2")
                                  .arg(name, names.join(QStringLiteral(", "))));
        }
    }
}

QString Place::text() const
{
    if (m_value.is_string()) {
        return QString::fromStdString(m_value.get_ref<const std::string&>()).trimmed();
    }
    if (!m_value.is_null()) {
        reject("form", QStringLiteral("write a text in quotes"));
    }
    return {};
}

QString Place::requiredText() const
{
    const QString value = text();
    if (value.isEmpty()) {
        reject("missing", QStringLiteral("a text is needed here"));
    }
    return value;
}

QStringList Place::texts() const
{
    QStringList found;
    for (const auto& element : elements()) {
        found << element.requiredText();
    }
    return found;
}

bool Place::flag() const
{
    if (!m_value.is_boolean() && !m_value.is_null()) {
        reject("form", QStringLiteral("write true or false"));
    }
    return m_value.is_boolean() && m_value.get<bool>();
}

int Place::number(int least, int most, int otherwise) const
{
    if (m_value.is_null()) {
        return otherwise;
    }
    const auto value = m_value.is_number_integer() ? m_value.get<qint64>() : least - qint64(1);
    if (value < least || value > most) {
        reject("number", QStringLiteral("write a whole number from %1 to %2").arg(least).arg(most));
        return otherwise;
    }
    return int(value);
}

domain::LocalTime Place::time() const
{
    const auto time = domain::LocalTime::fromText(text());
    if (!time.isValid()) {
        reject("time", QStringLiteral("write the clinic's local time as 2026-03-29T08:00"));
    }
    return time;
}

domain::WeeklyHours Place::hours() const
{
    QStringList days;
    for (const char* day : domain::weekdayNames) {
        days << QLatin1String(day);
    }
    allowOnly(days);
    domain::WeeklyHours hours;
    for (size_t day = 0; day < domain::weekdayNames.size(); ++day) {
        const auto spans = member(domain::weekdayNames[day]);
        for (const auto& element : spans.elements()) {
            if (const auto span = domain::spanFromText(element.text())) {
                hours[day].push_back(*span);
            } else {
                element.reject("hours", QStringLiteral("write the hours as 08:00-19:00, the end after the beginning"));
            }
        }
    }
    return hours;
}

} // namespace delpek::agent::service
