// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shifts/shiftwords.h"

#include "domain/isolate.h"
#include "ui/keytexts.h"
#include "ui/sorting/sortingwords.h"
#include "ui/wording.h"

#include <QCoreApplication>

#include <array>

namespace delpek::ui::words
{

namespace
{

struct ShiftWords {
    Q_DECLARE_TR_FUNCTIONS(ShiftWords)
};

constexpr auto shiftSentences = std::to_array<KeyText>({
    {"shift.open", QT_TRANSLATE_NOOP("ShiftWords", "Your shift has begun already, perhaps at another desk.")},
    {"shift.none", QT_TRANSLATE_NOOP("ShiftWords", "Your shift is not open any more. It was ended at another desk.")},
    {"shift.gone", QT_TRANSLATE_NOOP("ShiftWords", "This hand-over sheet is not kept any more.")},
    {"shift.tooLong", QT_TRANSLATE_NOOP("ShiftWords", "Your words are too long. 4,000 characters are the most.")},
});

QString unreadMessages(int number)
{
    return number > 0 ? ShiftWords::tr("%n unread messages", nullptr, number) : QString();
}

QString isOn(const QString& who)
{
    return who.isEmpty() ? ShiftWords::tr("nobody is on it yet")
                         : ShiftWords::tr("%1 is on it").arg(domain::isolate(who));
}

} // namespace

QString shiftSentence(const QString& key)
{
    return textOf(shiftSentences, key, "ShiftWords");
}

QString shiftTime(base::Instant instant, base::Instant now)
{
    const bool isToday = localDate(instant) == localDate(now);
    return isToday ? clockTime(instant) : ended(instant, now);
}

QString onShift(const std::vector<domain::Shift>& open, base::Instant now)
{
    QStringList all;
    for (const auto& shift : open) {
        all << ShiftWords::tr("%1 since %2").arg(domain::isolate(shift.person), shiftTime(shift.begunAt, now));
    }
    return all.join(QStringLiteral(", "));
}

QString lineKind(domain::LineKind kind)
{
    switch (kind) {
    case domain::LineKind::Escalation:
        return ShiftWords::tr("Open escalations");
    case domain::LineKind::Held:
        return ShiftWords::tr("Conversations of the person who went");
    case domain::LineKind::Waiting:
        return ShiftWords::tr("Waiting for a person");
    case domain::LineKind::Unsent:
        return ShiftWords::tr("Messages that did not go out");
    case domain::LineKind::Outgoing:
        return ShiftWords::tr("Will be sent later");
    case domain::LineKind::PutOff:
        return ShiftWords::tr("Put off");
    }
    return {};
}

QString fate(domain::Fate fate)
{
    switch (fate) {
    case domain::Fate::Kept:
        return ShiftWords::tr("Stays with me");
    case domain::Fate::ToAgent:
        return ShiftWords::tr("Back to the agent");
    case domain::Fate::ToAnyone:
        return ShiftWords::tr("To whoever is free");
    }
    return {};
}

QString lineFacts(const desk::SheetRow& row, const domain::Shift& shift, base::Instant now)
{
    const auto& line = row.line;
    const base::Instant asOf = shift.endedAt.value_or(now);
    const auto waitedFor = [&] {
        return line.moment ? waited(std::max(base::Duration(0), asOf - *line.moment)) : QString();
    };
    QStringList parts;
    switch (line.kind) {
    case domain::LineKind::Escalation:
        parts << urgency(line.urgency) << ShiftWords::tr("open for %1").arg(waitedFor()) << isOn(line.who);
        break;
    case domain::LineKind::Held:
        parts << unreadMessages(line.number);
        if (!shift.isOpen()) {
            parts << (line.fate == domain::Fate::Kept
                          ? ShiftWords::tr("stays with %1").arg(domain::isolate(shift.person))
                      : line.fate == domain::Fate::ToAgent ? ShiftWords::tr("back with the agent")
                                                           : ShiftWords::tr("free for whoever takes it"));
        } else if (line.moment) {
            parts << ShiftWords::tr("last message %1").arg(ended(*line.moment, now));
        }
        break;
    case domain::LineKind::Waiting:
        parts << (line.moment ? ShiftWords::tr("waits for %1").arg(waitedFor()) : QString())
              << unreadMessages(line.number);
        break;
    case domain::LineKind::Unsent:
        parts << ShiftWords::tr("%n messages", nullptr, line.number);
        break;
    case domain::LineKind::Outgoing:
        parts << (line.moment ? ShiftWords::tr("goes out %1").arg(ahead(*line.moment, asOf)) : QString());
        break;
    case domain::LineKind::PutOff:
        parts << (line.moment ? ShiftWords::tr("comes back %1").arg(ahead(*line.moment, asOf)) : QString());
        break;
    }
    if (!row.isLeft) {
        parts << ShiftWords::tr("seen to since");
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString sheetTitle(const domain::Shift& shift, base::Instant now)
{
    const QString person = domain::isolate(shift.person);
    const QString from = shiftTime(shift.begunAt, now);
    if (shift.isOpen()) {
        return ShiftWords::tr("%1 · on shift since %2").arg(person, from);
    }
    const bool isOneDay = localDate(shift.begunAt) == localDate(*shift.endedAt);
    return isOneDay ? ShiftWords::tr("%1 · %2, %3")
                          .arg(person, day(shift.begunAt, now),
                               domain::isolate(clockTime(shift.begunAt) + QChar(0x2013) + clockTime(*shift.endedAt)))
                    : ShiftWords::tr("%1 · from %2 to %3").arg(person, from, shiftTime(*shift.endedAt, now));
}

} // namespace delpek::ui::words
