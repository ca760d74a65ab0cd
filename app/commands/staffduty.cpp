// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/staffduty.h"

#include "app/output.h"
#include "base/await.h"
#include "notify/ladder.h"
#include "store/duty.h"
#include "store/staff.h"

#include <QRegularExpression>

namespace delpek::app
{

namespace
{

const QStringList days{QStringLiteral("sun"), QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"),
                       QStringLiteral("thu"), QStringLiteral("fri"), QStringLiteral("sat")};

const auto usage = QStringLiteral("duty: list | now | add NAME DAY FROM-TO [ORDER] | on NAME DATE FROM-TO [ORDER] |\n"
                                  "off NAME DATE [FROM-TO] | remove NUMBER; see delpekd staff --help");

/// Everything that is known of the house.
struct House {
    domain::DutyRoster roster;
    std::vector<domain::StaffMember> staff;

    QString nameOf(domain::StaffId id) const
    {
        const auto found = std::ranges::find(staff, id, &domain::StaffMember::id);
        return found == staff.end() ? QString::number(id.value) : found->name;
    }
};

Result<House> readHouse(store::Store& store, const QTimeZone& zone)
{
    return base::await(store.read([zone](store::Session& session) -> Result<House> {
        auto roster = store::Duty(session).roster();
        auto staff = store::Staff(session).all();
        if (!roster || !staff) {
            return fail(roster ? staff.error() : roster.error());
        }
        roster->zone = zone;
        return House{std::move(*roster), std::move(*staff)};
    }));
}

QString spanText(int from, int to)
{
    return clockText(from) + QLatin1Char('-') + clockText(to);
}

int list(const House& house)
{
    for (const auto& span : house.roster.weekly) {
        print(QStringLiteral("w%1  every %2 %3  %4, call %5")
                  .arg(span.id.value)
                  .arg(days[span.weekday], spanText(span.from, span.to), house.nameOf(span.staff))
                  .arg(span.order));
    }
    for (const auto& one : house.roster.exceptions) {
        const QString what =
            one.present ? QStringLiteral("on duty, call %1").arg(one.order) : QStringLiteral("not on duty");
        print(QStringLiteral("e%1  %2 %3  %4: %5")
                  .arg(one.id.value)
                  .arg(one.date.toString(Qt::ISODate), spanText(one.from, one.to), house.nameOf(one.staff), what));
    }
    return exitOk;
}

/// Whom an emergency would reach at this moment, one step of the ladder a line.
int printLine(const House& house, base::Instant now)
{
    const auto line =
        domain::callLine(house.roster, house.staff,
                         {domain::NoticeWay::Sms, domain::NoticeWay::Telegram, domain::NoticeWay::Email}, now);
    int step = 0;
    for (const auto& rung : line) {
        QStringList names;
        for (const auto& member : rung) {
            names << member.name;
        }
        print(QStringLiteral("%1. %2").arg(++step).arg(names.join(QStringLiteral(", "))));
    }
    return line.empty()
               ? complain(QStringLiteral("nobody can be told: add doctors with a phone or an address"), exitFailed)
               : exitOk;
}

template <typename Entry>
int add(store::Store& store, const Entry& entry)
{
    const auto added =
        base::await(store.write([&](store::Session& session) { return store::Duty(session).add(entry); }));
    return added ? exitOk : complain(added.error(), exitFailed);
}

Result<domain::StaffId> staffNamed(const House& house, const QString& name)
{
    const auto found = std::ranges::find(house.staff, name, &domain::StaffMember::name);
    return found == house.staff.end()
               ? Result<domain::StaffId>(fail(ErrorCode::NotFound, QStringLiteral("nobody of that name works here")))
               : found->id;
}

Result<int> readOrder(const QString& text)
{
    bool ok = false;
    const int order = text.toInt(&ok);
    return text.isEmpty() ? Result<int>(1)
           : ok           ? Result<int>(order)
                          : fail(ErrorCode::InvalidInput, QStringLiteral("the order is a number; 1 is called first"));
}

int addWeekly(store::Store& store, const House& house, const QStringList& words)
{
    const auto staff = staffNamed(house, words.value(1));
    const auto span = readSpan(words.value(3));
    const auto order = readOrder(words.value(4));
    const int day = int(days.indexOf(words.value(2)));
    if (!staff || !span || !order) {
        return complain(!staff ? staff.error() : !span ? span.error() : order.error());
    }
    if (day < 0) {
        return complain(QStringLiteral("a day is one of %1").arg(days.join(QLatin1Char(' '))));
    }
    return add(store, domain::DutySpan{{}, *staff, day, span->first, span->second, *order});
}

int addException(store::Store& store, const House& house, const QStringList& words)
{
    const bool present = words[0] == QLatin1String("on");
    const auto staff = staffNamed(house, words.value(1));
    const auto span = !present && words.size() == 3 ? std::pair(0, domain::minutesOfDay) : readSpan(words.value(3));
    const auto order = readOrder(words.value(4));
    if (!staff || !span || !order) {
        return complain(!staff ? staff.error() : !span ? span.error() : order.error());
    }
    return add(
        store,
        domain::DutyException{
            {}, *staff, QDate::fromString(words.value(2), Qt::ISODate), present, span->first, span->second, *order});
}

int remove(store::Store& store, const QString& number)
{
    bool ok = false;
    const qint64 id = number.mid(1).toLongLong(&ok);
    const bool weekly = number.startsWith(QLatin1Char('w'));
    if (!ok || (!weekly && !number.startsWith(QLatin1Char('e')))) {
        return complain(QStringLiteral("remove takes the number that list shows: w3 or e5"));
    }
    const auto removed = base::await(store.write([&](store::Session& session) {
        return weekly ? store::Duty(session).remove(domain::DutySpanId{id})
                      : store::Duty(session).remove(domain::DutyExceptionId{id});
    }));
    return removed ? exitOk : complain(removed.error(), exitFailed);
}

} // namespace

Result<std::pair<int, int>> readSpan(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A([01]?\\d|2[0-4]):([0-5]\\d)-([01]?\\d|2[0-4]):([0-5]\\d)\\z"));
    const auto match = form.match(text);
    const auto minutes = [&](int group) {
        return match.captured(group).toInt() * 60 + match.captured(group + 1).toInt();
    };
    if (!match.hasMatch() || minutes(1) >= domain::minutesOfDay || minutes(3) > domain::minutesOfDay) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("write a time as 08:00-16:00; 22:00-07:00 ends next day"));
    }
    return std::pair(minutes(1), minutes(3));
}

QString clockText(int minutes)
{
    return QStringLiteral("%1:%2")
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

int dutyCommand(store::Store& store, const QTimeZone& zone, base::Instant now, const QStringList& words)
{
    const auto house = readHouse(store, zone);
    if (!house) {
        return complain(house.error(), exitFailed);
    }
    const QString what = words.value(0);
    if (what == QLatin1String("list") && words.size() == 1) {
        return list(*house);
    }
    if (what == QLatin1String("now") && words.size() == 1) {
        return printLine(*house, now);
    }
    if (what == QLatin1String("add") && (words.size() == 4 || words.size() == 5)) {
        return addWeekly(store, *house, words);
    }
    if ((what == QLatin1String("on") || what == QLatin1String("off")) && words.size() >= 3 && words.size() <= 5) {
        return addException(store, *house, words);
    }
    if (what == QLatin1String("remove") && words.size() == 2) {
        return remove(store, words[1]);
    }
    return complain(usage);
}

} // namespace delpek::app
