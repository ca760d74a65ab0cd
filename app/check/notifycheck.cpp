// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/notifycheck.h"

#include "app/notifyparts.h"
#include "base/await.h"

namespace delpek::app::check
{

namespace
{

namespace keys = config::keys;

QString subjectOf(domain::NoticeWay way)
{
    switch (way) {
    case domain::NoticeWay::Sms:
        return QStringLiteral("sms");
    case domain::NoticeWay::Email:
        return QStringLiteral("email");
    case domain::NoticeWay::Telegram:
        return QStringLiteral("staff-telegram");
    }
    return {};
}

channels::Finding findingOf(domain::NoticeWay way, const Result<QString>& answer)
{
    if (answer) {
        return good(subjectOf(way), *answer);
    }
    const auto code = answer.error().code;
    const bool away = code == ErrorCode::Unavailable || code == ErrorCode::Timeout || code == ErrorCode::RateLimited;
    return fault(subjectOf(way),
                 away ? QStringLiteral("check.notify.unreachable") : QStringLiteral("check.notify.refused"),
                 answer.error().detail);
}

Section emptySection()
{
    return {notifyName, {}, {}};
}

Section settingsFault(const Error& error)
{
    Section section = emptySection();
    section.findings.push_back(
        fault(QStringLiteral("settings"), QStringLiteral("check.notify.settings"), error.detail));
    return section;
}

} // namespace

bool tellsStaff(const config::Config& config)
{
    return !config.get(keys::notifySmsAccount).isEmpty() || config.get(keys::notifyEmailBy) != QLatin1String("off") ||
           (config.get(keys::telegramEnabled) && config.get(keys::notifyTelegram));
}

Section notifySection(const Parts& parts)
{
    const auto senders = openNoticeSenders(parts.config, parts.secrets, parts.client);
    if (!senders) {
        return settingsFault(senders.error());
    }
    Section section = emptySection();
    for (const auto& sender : *senders) {
        section.findings.push_back(findingOf(sender->way(), base::await(sender->check())));
    }
    return section;
}

Section sendTest(const Parts& parts, const domain::StaffMember& member)
{
    const auto senders = openNoticeSenders(parts.config, parts.secrets, parts.client);
    const auto texts = notify::Texts::load(QStringLiteral(":/delpek/notices"));
    if (!senders || !texts) {
        return settingsFault(senders ? texts.error() : senders.error());
    }
    const auto wording = texts->writeTest(member.language);
    Section section = emptySection();
    for (const auto& sender : *senders) {
        if (notify::waysTo(member, {sender->way()}).empty()) {
            continue;
        }
        notify::Message message;
        message.to = member;
        message.urgency = domain::Urgency::Routine;
        message.subject = wording.subject;
        message.text = wording.text;
        message.reference = QStringLiteral("test");
        message.at = parts.clock.now();
        section.findings.push_back(
            findingOf(sender->way(), base::await(sender->send(message)).map([](const notify::Receipt& receipt) {
                return QStringList{receipt.evidence, receipt.providerId}.join(QLatin1Char(' ')).trimmed();
            })));
    }
    if (section.findings.empty()) {
        section.findings.push_back(fault(QStringLiteral("settings"), QStringLiteral("check.notify.noWay")));
    }
    return section;
}

} // namespace delpek::app::check
