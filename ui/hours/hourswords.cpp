// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hours/hourswords.h"

#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/keytexts.h"

#include <QLocale>

namespace delpek::ui::hourswords
{

namespace
{

struct HoursWords {
    Q_DECLARE_TR_FUNCTIONS(HoursWords)
};

constexpr auto holidayNames = std::to_array<KeyText>({
    {"rosh-hashana", QT_TRANSLATE_NOOP("HoursWords", "Rosh Hashana")},
    {"kippur", QT_TRANSLATE_NOOP("HoursWords", "Yom Kippur")},
    {"sukkot", QT_TRANSLATE_NOOP("HoursWords", "Sukkot")},
    {"purim", QT_TRANSLATE_NOOP("HoursWords", "Purim")},
    {"seder", QT_TRANSLATE_NOOP("HoursWords", "Passover eve")},
    {"pesach", QT_TRANSLATE_NOOP("HoursWords", "Passover")},
    {"zikaron", QT_TRANSLATE_NOOP("HoursWords", "Memorial Day")},
    {"atzmaut", QT_TRANSLATE_NOOP("HoursWords", "Independence Day")},
    {"shavuot", QT_TRANSLATE_NOOP("HoursWords", "Shavuot")},
    {"av", QT_TRANSLATE_NOOP("HoursWords", "Tisha B'Av")},
});

constexpr auto hoursSentences = std::to_array<KeyText>({
    {"hours.elsewhere", QT_TRANSLATE_NOOP("HoursWords", "The hours are kept in the clinic's own records. Change them "
                                                        "there; Delpek follows.")},
    {"hours.changed", QT_TRANSLATE_NOOP("HoursWords", "The hours were changed at another desk meanwhile. Yours were "
                                                      "not saved; look at the hours as they are now.")},
    {"hours.gone",
     QT_TRANSLATE_NOOP("HoursWords", "Somebody else changed this closure meanwhile. Look at it as it is now.")},
    {"hours.past", QT_TRANSLATE_NOOP("HoursWords", "This time is over already. Choose an end that is still ahead.")},
    {"hours.tooLong", QT_TRANSLATE_NOOP("HoursWords", "At most a year at once. Choose an earlier end.")},
});

const QTime dayBegins(0, 0);

QString dayOf(QDate date)
{
    return QLocale().toString(date, currentLanguage() == domain::Language::Hebrew ? QStringLiteral("ddd d.M.yy")
                                                                                  : QStringLiteral("ddd d MMM yyyy"));
}

} // namespace

QString spans(const std::vector<domain::DaySpan>& spans)
{
    QStringList all;
    for (const auto& span : spans) {
        all << domain::isolate(span.from.toString(QStringLiteral("HH:mm")) + QStringLiteral(" – ") +
                               span.to.toString(QStringLiteral("HH:mm")));
    }
    return all.join(QStringLiteral(",  "));
}

QString fault(domain::SpanFault fault)
{
    switch (fault) {
    case domain::SpanFault::Missing:
        return HoursWords::tr("A time is missing.");
    case domain::SpanFault::Backwards:
        return HoursWords::tr("The end has to come after the beginning, and before midnight.");
    case domain::SpanFault::Overlap:
        return HoursWords::tr("These hours overlap others of the same day.");
    }
    return {};
}

QString holiday(const QString& id)
{
    return textOf(holidayNames, id, "HoursWords");
}

QString at(const domain::LocalTime& time)
{
    return domain::isolate(dayOf(time.date)) + QLatin1Char(' ') +
           domain::isolate(time.time.toString(QStringLiteral("HH:mm")));
}

QString from(const domain::Absence& absence)
{
    return absence.from.time == dayBegins ? domain::isolate(dayOf(absence.from.date)) : at(absence.from);
}

QString until(const domain::Absence& absence)
{
    return absence.to.time == dayBegins ? domain::isolate(dayOf(absence.to.date.addDays(-1))) : at(absence.to);
}

QString sentence(const QString& key)
{
    return textOf(hoursSentences, key, "HoursWords");
}

} // namespace delpek::ui::hourswords
