// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/value.h"

namespace delpek::channels::whatsapp
{

domain::Event malformed(const QString& path)
{
    return domain::Ignored{QStringLiteral("malformed ") + path};
}

std::optional<base::Instant> timeAt(const base::Json& object, const char* key)
{
    const auto seconds = base::integerAt(object, key);
    if (!seconds || *seconds < 0 || *seconds > 253'402'300'799) {
        return std::nullopt;
    }
    return base::fromMillis(*seconds * 1000);
}

QString safeWord(const QString& word)
{
    const bool safe = !word.isEmpty() && word.size() <= 60 && std::all_of(word.begin(), word.end(), [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9')) ||
               c == QLatin1Char('_');
    });
    return safe ? word : QStringLiteral("other");
}

} // namespace delpek::channels::whatsapp
