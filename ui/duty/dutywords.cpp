// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duty/dutywords.h"

#include "domain/isolate.h"
#include "ui/keytexts.h"
#include "ui/wording.h"

#include <QLocale>

namespace delpek::ui::dutywords
{

namespace
{

struct DutyWords {
    Q_DECLARE_TR_FUNCTIONS(DutyWords)
};

constexpr auto dutySentences = std::to_array<KeyText>({
    {"duty.time", QT_TRANSLATE_NOOP("DutyWords", "There is no such day or time. Choose another one.")},
    {"duty.order", QT_TRANSLATE_NOOP("DutyWords", "Whoever is called first has the number 1.")},
    {"duty.past", QT_TRANSLATE_NOOP("DutyWords", "This date is over. Choose today or a later one.")},
    {"duty.nobody", QT_TRANSLATE_NOOP("DutyWords", "This person does not work here any more. Choose somebody else.")},
    {"duty.twice",
     QT_TRANSLATE_NOOP("DutyWords", "This person is on duty at that time already. Change what there is, or "
                                    "choose another time.")},
    {"duty.dateTwice",
     QT_TRANSLATE_NOOP("DutyWords", "There is an entry for this person at that time already. Remove it "
                                    "first, or choose another time.")},
    {"duty.gone",
     QT_TRANSLATE_NOOP("DutyWords", "Somebody else changed or removed this meanwhile. What is shown now is "
                                    "what there is.")},
});

QString momentOf(int minutes)
{
    const int inWeek = minutes % domain::minutesOfWeek;
    const int day = inWeek / domain::minutesOfDay;
    return DutyWords::tr("%1 %2").arg(
        domain::isolate(QLocale().standaloneDayName(day == 0 ? 7 : day, QLocale::ShortFormat)),
        domain::isolate(domain::clockText(inWeek % domain::minutesOfDay)));
}

} // namespace

QString times(int from, int to)
{
    if (from == 0 && (to == 0 || to == domain::minutesOfDay)) {
        return DutyWords::tr("all day");
    }
    const QString both = domain::isolate(QStringLiteral("%1 – %2").arg(domain::clockText(from), domain::clockText(to)));
    return to > from ? both : DutyWords::tr("%1, the next day").arg(both);
}

QString order(int order)
{
    return order == 1   ? DutyWords::tr("first")
           : order == 2 ? DutyWords::tr("second")
           : order == 3 ? DutyWords::tr("third")
                        : QString::number(order);
}

QString person(const desk::DutyState& state, domain::StaffId id)
{
    const auto found = std::ranges::find(state.staff, id, &desk::DutyPerson::id);
    if (found == state.staff.end()) {
        return DutyWords::tr("somebody who is not here any more");
    }
    const QString name = domain::isolate(found->name);
    return !found->isActive                     ? DutyWords::tr("%1 (not here any more)").arg(name)
           : state.hasWays && !found->canBeTold ? DutyWords::tr("%1 (cannot be told)").arg(name)
                                                : name;
}

QString stretch(const domain::WeekStretch& stretch)
{
    return stretch.to - stretch.from >= domain::minutesOfWeek
               ? DutyWords::tr("the whole week")
               : DutyWords::tr("%1 to %2").arg(momentOf(stretch.from), momentOf(stretch.to));
}

QString line(const desk::DutyState& state, const std::vector<std::vector<domain::StaffId>>& steps)
{
    QStringList said;
    for (const auto& step : steps) {
        QStringList names;
        for (const auto id : step) {
            names << person(state, id);
        }
        said << (names.size() > 1 ? DutyWords::tr("%1 at the same time").arg(names.join(DutyWords::tr(", ")))
                                  : names.value(0));
    }
    return said.join(DutyWords::tr(", then "));
}

QString sentence(const QString& key)
{
    return textOf(dutySentences, key, "DutyWords");
}

} // namespace delpek::ui::dutywords
