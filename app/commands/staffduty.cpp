// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/staffduty.h"

#include "app/output.h"
#include "base/await.h"
#include "domain/weekhours.h"

#include <QRegularExpression>

namespace delpek::app
{

namespace
{

const auto usage = QStringLiteral("duty: list | now | add NAME DAY FROM-TO [ORDER] | on NAME DATE FROM-TO [ORDER] |\n"
                                  "off NAME DATE [FROM-TO] | remove NUMBER; see delpekd staff --help");

QString nameOf(const desk::DutyState& state, domain::StaffId id)
{
    const auto found = std::ranges::find(state.staff, id, &desk::DutyPerson::id);
    return found == state.staff.end() ? QString::number(id.value) : found->name;
}

QString spanText(int from, int to)
{
    return domain::clockText(from) + QLatin1Char('-') + domain::clockText(to);
}

int list(const desk::DutyState& state)
{
    for (const auto& span : state.roster.weekly) {
        print(QStringLiteral("w%1  every %2 %3  %4, call %5")
                  .arg(span.id.value)
                  .arg(QLatin1String(domain::weekdayNames.at(size_t(span.weekday))), spanText(span.from, span.to),
                       nameOf(state, span.staff))
                  .arg(span.order));
    }
    for (const auto& one : state.roster.exceptions) {
        const QString what =
            one.present ? QStringLiteral("on duty, call %1").arg(one.order) : QStringLiteral("not on duty");
        print(QStringLiteral("e%1  %2 %3  %4: %5")
                  .arg(one.id.value)
                  .arg(one.date.toString(Qt::ISODate), spanText(one.from, one.to), nameOf(state, one.staff), what));
    }
    return exitOk;
}

/// Whom an emergency would reach at this moment, one step of the ladder a line.
int printLine(const desk::DutyState& state)
{
    if (!state.hasWays) {
        return complain(
            QStringLiteral("no way to tell the staff is set up: see notify.* in docs/escalations-notices.md"),
            exitFailed);
    }
    int number = 0;
    for (const auto& step : state.line) {
        QStringList names;
        for (const auto id : step) {
            names << nameOf(state, id);
        }
        print(QStringLiteral("%1. %2").arg(++number).arg(names.join(QStringLiteral(", "))));
    }
    return state.line.empty()
               ? complain(QStringLiteral("nobody can be told: add doctors with a phone or an address"), exitFailed)
               : exitOk;
}

int finish(Future<Done>&& change)
{
    const auto done = base::await(std::move(change));
    return done ? exitOk
                : complain(done.error(), done.error().code == ErrorCode::InvalidInput ? exitUsage : exitFailed);
}

Result<domain::StaffId> staffNamed(const desk::DutyState& state, const QString& name)
{
    const auto found = std::ranges::find(state.staff, name, &desk::DutyPerson::name);
    return found == state.staff.end()
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

int addWeekly(desk::DutyRoom& room, const desk::DutyState& state, const QStringList& words)
{
    const auto staff = staffNamed(state, words.value(1));
    const auto span = readSpan(words.value(3));
    const auto order = readOrder(words.value(4));
    const auto day = std::ranges::find(domain::weekdayNames, words.value(2),
                                       [](const char* name) { return QString::fromLatin1(name); });
    if (!staff || !span || !order) {
        return complain(!staff ? staff.error() : !span ? span.error() : order.error());
    }
    if (day == domain::weekdayNames.end()) {
        return complain(QStringLiteral("a day is one of sun, mon, tue, wed, thu, fri and sat"));
    }
    const int weekday = int(day - domain::weekdayNames.begin());
    return finish(room.add(std::vector{domain::DutySpan{{}, *staff, weekday, span->first, span->second, *order}}));
}

int addException(desk::DutyRoom& room, const desk::DutyState& state, const QStringList& words)
{
    const bool present = words[0] == QLatin1String("on");
    const auto staff = staffNamed(state, words.value(1));
    const auto span = !present && words.size() == 3 ? std::pair(0, domain::minutesOfDay) : readSpan(words.value(3));
    const auto order = readOrder(words.value(4));
    if (!staff || !span || !order) {
        return complain(!staff ? staff.error() : !span ? span.error() : order.error());
    }
    return finish(room.add(domain::DutyException{
        {}, *staff, QDate::fromString(words.value(2), Qt::ISODate), present, span->first, span->second, *order}));
}

int remove(desk::DutyRoom& room, const QString& number)
{
    bool ok = false;
    const qint64 id = number.mid(1).toLongLong(&ok);
    const bool weekly = number.startsWith(QLatin1Char('w'));
    if (!ok || (!weekly && !number.startsWith(QLatin1Char('e')))) {
        return complain(QStringLiteral("remove takes the number that list shows: w3 or e5"));
    }
    return finish(weekly ? room.remove(domain::DutySpanId{id}) : room.remove(domain::DutyExceptionId{id}));
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

int dutyCommand(desk::DutyRoom& room, const QStringList& words)
{
    const auto state = base::await(room.state());
    if (!state) {
        return complain(state.error(), exitFailed);
    }
    const QString what = words.value(0);
    if (what == QLatin1String("list") && words.size() == 1) {
        return list(*state);
    }
    if (what == QLatin1String("now") && words.size() == 1) {
        return printLine(*state);
    }
    if (what == QLatin1String("add") && (words.size() == 4 || words.size() == 5)) {
        return addWeekly(room, *state, words);
    }
    if ((what == QLatin1String("on") || what == QLatin1String("off")) && words.size() >= 3 && words.size() <= 5) {
        return addException(room, *state, words);
    }
    if (what == QLatin1String("remove") && words.size() == 2) {
        return remove(room, words[1]);
    }
    return complain(usage);
}

} // namespace delpek::app
