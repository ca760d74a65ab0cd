// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording.h"

#include "domain/isolate.h"
#include "ui/application.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace delpek::ui::words
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QDateTime local(base::Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(base::toMillis(instant), currentZone());
}

/// The agents of the teams that come with the program go by a name in each language; others as they are called.
QString agentName(const QString& name)
{
    [[maybe_unused]] constexpr const char* known[] = {
        QT_TRANSLATE_NOOP("AgentNames", "Alex"), QT_TRANSLATE_NOOP("AgentNames", "Dana"),
        QT_TRANSLATE_NOOP("AgentNames", "Michal"), QT_TRANSLATE_NOOP("AgentNames", "Yosef"),
        QT_TRANSLATE_NOOP("AgentNames", "Sarah")};
    return QCoreApplication::translate("AgentNames", name.toUtf8().constData());
}

} // namespace

QString urgency(domain::Urgency urgency)
{
    switch (urgency) {
    case domain::Urgency::Emergency:
        return Words::tr("Emergency");
    case domain::Urgency::DoctorRequired:
        return Words::tr("Needs the doctor");
    case domain::Urgency::Routine:
        return Words::tr("Needs a person");
    }
    return {};
}

QString channel(domain::ChannelKind channel)
{
    switch (channel) {
    case domain::ChannelKind::WhatsApp:
    case domain::ChannelKind::Waha:
        return Words::tr("WhatsApp");
    case domain::ChannelKind::Telegram:
        return Words::tr("Telegram");
    case domain::ChannelKind::WebChat:
        return Words::tr("web chat");
    }
    return {};
}

QString sendTo(const QString& name, domain::ChannelKind channel)
{
    const QString person = domain::isolate(name);
    switch (channel) {
    case domain::ChannelKind::WhatsApp:
    case domain::ChannelKind::Waha:
        return Words::tr("Send to %1 on WhatsApp").arg(person);
    case domain::ChannelKind::Telegram:
        return Words::tr("Send to %1 on Telegram").arg(person);
    case domain::ChannelKind::WebChat:
        return Words::tr("Send to %1 in the web chat").arg(person);
    }
    return {};
}

QString holder(const domain::Holder& holder, const QString& me)
{
    switch (holder.kind) {
    case domain::HolderKind::Agent:
        return Words::tr("Agent");
    case domain::HolderKind::Staff:
        return holder.name == me ? Words::tr("Me") : domain::isolate(holder.name);
    case domain::HolderKind::Doctor:
        return holder.name.isEmpty() ? Words::tr("Doctor") : domain::isolate(holder.name);
    case domain::HolderKind::Nobody:
        return Words::tr("Nobody");
    }
    return {};
}

QString mode(domain::Mode mode)
{
    switch (mode) {
    case domain::Mode::Autopilot:
        return Words::tr("Agent answers");
    case domain::Mode::Copilot:
        return Words::tr("Agent drafts");
    case domain::Mode::Off:
        return Words::tr("Agent off");
    }
    return {};
}

QString delivery(const domain::Message& message)
{
    switch (message.delivery) {
    case domain::DeliveryState::None:
        return {};
    case domain::DeliveryState::Queued:
        return Words::tr("Waiting to be sent");
    case domain::DeliveryState::Sending:
        return Words::tr("Being sent");
    case domain::DeliveryState::Sent:
        return Words::tr("Sent");
    case domain::DeliveryState::Delivered:
        return Words::tr("Delivered");
    case domain::DeliveryState::Read:
        return Words::tr("Read");
    case domain::DeliveryState::Failed:
        return Words::tr("Not sent");
    case domain::DeliveryState::Unknown:
        return Words::tr("It is not known whether this arrived");
    case domain::DeliveryState::Withdrawn:
        return message.deliveryError == QLatin1String("send.taken-back")
                   ? Words::tr("Taken back before it was sent")
                   : Words::tr("Held back: a person took over first");
    }
    return {};
}

QString author(domain::AuthorKind kind, const QString& name)
{
    const QString person = domain::isolate(name);
    switch (kind) {
    case domain::AuthorKind::Patient:
        return name.isEmpty() ? Words::tr("Patient") : person;
    case domain::AuthorKind::Agent:
        return name.isEmpty() ? Words::tr("Agent") : Words::tr("%1 · agent").arg(domain::isolate(agentName(name)));
    case domain::AuthorKind::Staff:
        return name.isEmpty() ? Words::tr("Front desk") : Words::tr("%1 · front desk").arg(person);
    case domain::AuthorKind::Doctor:
        return name.isEmpty() ? Words::tr("Doctor") : Words::tr("%1 · doctor").arg(person);
    case domain::AuthorKind::System:
        return Words::tr("Delpek");
    }
    return {};
}

QString outcome(domain::Outcome outcome)
{
    switch (outcome) {
    case domain::Outcome::Replied:
        return Words::tr("Answered");
    case domain::Outcome::Drafted:
        return Words::tr("Drafted for a person");
    case domain::Outcome::HandedToPerson:
        return Words::tr("Handed to a person");
    case domain::Outcome::EscalatedToDoctor:
        return Words::tr("Handed to the doctor");
    case domain::Outcome::Emergency:
        return Words::tr("Emergency");
    case domain::Outcome::Silent:
        return Words::tr("Stayed silent");
    case domain::Outcome::Superseded:
        return Words::tr("Dropped: the conversation moved on");
    case domain::Outcome::Failed:
        return Words::tr("Failed");
    }
    return {};
}

QString stepKind(domain::StepKind kind)
{
    switch (kind) {
    case domain::StepKind::Context:
        return Words::tr("Context");
    case domain::StepKind::Triage:
        return Words::tr("Triage");
    case domain::StepKind::Memory:
        return Words::tr("Memory");
    case domain::StepKind::Understanding:
        return Words::tr("Understanding");
    case domain::StepKind::Brain:
        return Words::tr("Brain");
    case domain::StepKind::Tool:
        return Words::tr("Tool");
    case domain::StepKind::Permit:
        return Words::tr("Permit");
    case domain::StepKind::Guard:
        return Words::tr("Guard");
    case domain::StepKind::Outcome:
        return Words::tr("Outcome");
    }
    return {};
}

QString attachment(domain::MessageKind kind)
{
    switch (kind) {
    case domain::MessageKind::Image:
        return Words::tr("Picture");
    case domain::MessageKind::Video:
        return Words::tr("Video");
    case domain::MessageKind::Audio:
        return Words::tr("Voice message");
    case domain::MessageKind::Document:
        return Words::tr("Document");
    case domain::MessageKind::Sticker:
        return Words::tr("Sticker");
    case domain::MessageKind::Location:
        return Words::tr("Location");
    case domain::MessageKind::Contact:
        return Words::tr("Contact");
    case domain::MessageKind::Unsupported:
        return Words::tr("A kind of message that cannot be shown here");
    case domain::MessageKind::Text:
    case domain::MessageKind::Choice:
        break;
    }
    return {};
}

QString name(const domain::Bilingual& name)
{
    const QString own = name.in(currentLanguage());
    return own.isEmpty() ? name.he + name.en : own;
}

QString weekday(int day)
{
    // Qt counts from Monday; a week begins on Sunday here.
    return QLocale().standaloneDayName(day == 0 ? 7 : day);
}

QDate localDate(base::Instant instant)
{
    return local(instant).date();
}

QString clockTime(base::Instant instant)
{
    return domain::isolate(local(instant).toString(QStringLiteral("HH:mm")));
}

QString stamp(base::Instant instant, base::Instant now)
{
    const QDateTime moment = local(instant);
    const auto days = moment.date().daysTo(local(now).date());
    if (days == 0) {
        return clockTime(instant);
    }
    if (days == 1) {
        return Words::tr("Yesterday");
    }
    return domain::isolate(moment.date().toString(QStringLiteral("d.M.yy")));
}

QString day(base::Instant instant, base::Instant now)
{
    const QDate date = local(instant).date();
    const auto days = date.daysTo(local(now).date());
    if (days == 0) {
        return Words::tr("Today");
    }
    if (days == 1) {
        return Words::tr("Yesterday");
    }
    return QLocale().toString(date, QLocale().language() == QLocale::Hebrew ? QStringLiteral("dddd, d בMMMM yyyy")
                                                                            : QStringLiteral("dddd, d MMMM yyyy"));
}

QString ended(base::Instant instant, base::Instant now)
{
    const QDate date = local(instant).date();
    const auto days = date.daysTo(local(now).date());
    if (days == 0) {
        return Words::tr("at %1").arg(clockTime(instant));
    }
    return days == 1 ? Words::tr("yesterday at %1").arg(clockTime(instant))
                     : Words::tr("on %1 at %2")
                           .arg(domain::isolate(date.toString(QStringLiteral("d.M.yy"))), clockTime(instant));
}

QString waited(base::Duration duration)
{
    const auto minutes = std::max<qint64>(0, std::chrono::duration_cast<std::chrono::minutes>(duration).count());
    if (minutes < 60) {
        return Words::tr("%1 min").arg(minutes);
    }
    if (minutes < 24 * 60) {
        return minutes % 60 == 0 ? Words::tr("%1 h").arg(minutes / 60)
                                 : Words::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
    }
    return Words::tr("%n day(s)", nullptr, int(minutes / (24 * 60)));
}

QString took(std::chrono::microseconds duration)
{
    const auto us = static_cast<double>(duration.count());
    return us < 1'000'000 ? Words::tr("%1 ms").arg(QString::number(us / 1000, 'f', us < 10'000 ? 1 : 0))
                          : Words::tr("%1 s").arg(QString::number(us / 1'000'000, 'f', 1));
}

QString title(const domain::Conversation& conversation)
{
    if (!conversation.displayName.isEmpty()) {
        return conversation.displayName;
    }
    return conversation.phone ? conversation.phone->display() : Words::tr("Unknown sender");
}

} // namespace delpek::ui::words
