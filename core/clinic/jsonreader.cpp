// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/jsonreader.h"

namespace delpek::clinic
{

void JsonReader::reject(const QString& expected) const
{
    if (!m_failure) {
        const QString place = m_path.isEmpty() ? QStringLiteral("/") : m_path;
        m_failure = Error{ErrorCode::InvalidInput, QStringLiteral("clinic.file"),
                          QStringLiteral("clinic file, %1: %2").arg(place, expected)};
    }
}

JsonReader JsonReader::member(const char* key) const
{
    if (!m_value.is_object() && !m_value.is_null()) {
        reject(QStringLiteral("write an object in braces"));
    }
    return {base::at(m_value, key), m_path + QLatin1Char('/') + QString::fromLatin1(key), m_failure};
}

std::vector<JsonReader> JsonReader::elements() const
{
    std::vector<JsonReader> result;
    if (m_value.is_array()) {
        result.reserve(m_value.size());
        for (size_t i = 0; i < m_value.size(); ++i) {
            result.emplace_back(m_value[i], m_path + QLatin1Char('/') + QString::number(i), m_failure);
        }
    } else if (!m_value.is_null()) {
        reject(QStringLiteral("write a list in brackets"));
    }
    return result;
}

QString JsonReader::requiredText() const
{
    const QString value = text();
    if (value.isEmpty()) {
        reject(QStringLiteral("a text is needed here"));
    }
    return value;
}

QString JsonReader::text() const
{
    if (m_value.is_string()) {
        return QString::fromStdString(m_value.get_ref<const std::string&>()).trimmed();
    }
    if (!m_value.is_null()) {
        reject(QStringLiteral("write a text in quotes"));
    }
    return {};
}

QStringList JsonReader::texts() const
{
    QStringList result;
    for (const auto& element : elements()) {
        result << element.requiredText();
    }
    return result;
}

int JsonReader::positive(int most) const
{
    const qint64 value = m_value.is_number_integer() ? m_value.get<qint64>() : 0;
    if (value < 1 || value > most) {
        reject(QStringLiteral("write a whole number from 1 to %1").arg(most));
        return 1;
    }
    return static_cast<int>(value);
}

double JsonReader::real() const
{
    if (!m_value.is_number()) {
        reject(QStringLiteral("write a number"));
        return 0;
    }
    return m_value.get<double>();
}

QDate JsonReader::date() const
{
    const QDate value = QDate::fromString(text(), Qt::ISODate);
    if (!value.isValid()) {
        reject(QStringLiteral("write a day as 2026-03-05"));
    }
    return value;
}

} // namespace delpek::clinic
