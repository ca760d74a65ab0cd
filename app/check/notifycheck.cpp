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
        return smsName;
    case domain::NoticeWay::Email:
        return emailName;
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

Section emptySection(const QString& name = notifyName)
{
    return {name, {}, {}};
}

Section settingsFault(const Error& error, const QString& name = notifyName)
{
    Section section = emptySection(name);
    section.findings.push_back(
        fault(QStringLiteral("settings"), QStringLiteral("check.notify.settings"), error.detail));
    return section;
}

/// What each of them answers when it is asked whether it would take a notice.
Section sectionOf(const QString& name, const Result<NoticeSenders>& senders)
{
    if (!senders) {
        return settingsFault(senders.error(), name);
    }
    Section section = emptySection(name);
    for (const auto& sender : *senders) {
        section.findings.push_back(findingOf(sender->way(), base::await(sender->check())));
    }
    return section;
}

} // namespace

bool tellsStaff(const config::Config& config)
{
    return !noticeWays(config).empty();
}

Section notifySection(const Parts& parts)
{
    return sectionOf(notifyName, openNoticeSenders(parts.config, parts.secrets, parts.client));
}

Section waySection(const Parts& parts, domain::NoticeWay way)
{
    return sectionOf(subjectOf(way), openNoticeSenders(parts.config, parts.secrets, parts.client, way));
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
        if (domain::waysTo(member, {sender->way()}).empty()) {
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
