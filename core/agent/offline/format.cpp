// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/offline/format.h"

#include <QLocale>

#include <array>

namespace delpek::agent
{
namespace
{

using domain::Language;

const QLocale english(QLocale::English);

QString hebrewDay(int index)
{
    static const std::array<QString, 7> names{QStringLiteral("ראשון"), QStringLiteral("שני"),   QStringLiteral("שלישי"),
                                              QStringLiteral("רביעי"), QStringLiteral("חמישי"), QStringLiteral("שישי"),
                                              QStringLiteral("שבת")};
    return names[static_cast<size_t>(index)];
}

QString shortDay(int index, Language language)
{
    if (language == Language::English) {
        return english.dayName(index == 0 ? 7 : index, QLocale::ShortFormat);
    }
    return index == 6 ? QStringLiteral("שבת") : QStringLiteral("יום %1׳").arg(QChar(0x05D0 + index));
}

QString clock(QTime time)
{
    return time.toString(QStringLiteral("HH:mm"));
}

QString dayAndMonth(QDate date, Language language)
{
    return language == Language::Hebrew ? date.toString(QStringLiteral("d.M"))
                                        : english.toString(date, QStringLiteral("d MMMM"));
}

} // namespace

QString dayText(QDate date, Language language)
{
    const QString name = language == Language::Hebrew ? QStringLiteral("יום ") + hebrewDay(date.dayOfWeek() % 7)
                                                      : english.dayName(date.dayOfWeek());
    return name + QStringLiteral(", ") + dayAndMonth(date, language);
}

QString whenText(const domain::LocalTime& time, Language language)
{
    return dayText(time.date, language) +
           (language == Language::Hebrew ? QStringLiteral(", בשעה ") : QStringLiteral(", at ")) + clock(time.time);
}

QString shortWhenText(const domain::LocalTime& time, Language language)
{
    return shortDay(time.date.dayOfWeek() % 7, language) + QLatin1Char(' ') + dayAndMonth(time.date, language) +
           (language == Language::Hebrew ? QStringLiteral(" בשעה ") : QStringLiteral(", ")) + clock(time.time);
}

QString listText(const QStringList& items, Language language)
{
    if (items.size() < 2) {
        return items.join(QString());
    }
    QString last = items.last();
    if (language == Language::English) {
        last.prepend(QStringLiteral(" and "));
    } else {
        const bool hebrewWord = last.front().script() == QChar::Script_Hebrew;
        last.prepend(hebrewWord ? QStringLiteral(" ו") : QStringLiteral(" ו-"));
    }
    return items.mid(0, items.size() - 1).join(QStringLiteral(", ")) + last;
}

QString spansText(const std::vector<domain::DaySpan>& spans, Language language)
{
    QStringList texts;
    for (const auto& span : spans) {
        texts << clock(span.from) + QChar(0x2013) + clock(span.to);
    }
    texts.removeDuplicates();
    return listText(texts, language);
}

QString weekText(const domain::WeeklyHours& hours, Language language)
{
    QStringList lines;
    for (int day = 0; day < 7;) {
        const auto& spans = hours[static_cast<size_t>(day)];
        int last = day;
        while (last + 1 < 7 && hours[static_cast<size_t>(last + 1)] == spans) {
            ++last;
        }
        if (!spans.empty()) {
            QString days = shortDay(day, language);
            if (last > day) {
                days += QChar(0x2013) + shortDay(last, language);
            }
            lines << days + QStringLiteral(": ") + spansText(spans, language);
        }
        day = last + 1;
    }
    return lines.join(QLatin1Char('\n'));
}

QString birthDateText(QDate date, Language language)
{
    return language == Language::Hebrew ? date.toString(QStringLiteral("d.M.yyyy"))
                                        : english.toString(date, QStringLiteral("d MMMM yyyy"));
}

} // namespace delpek::agent
