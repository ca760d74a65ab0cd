// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/check.h"

#include "app/check/channelchecks.h"
#include "app/check/judge.h"
#include "app/check/memorycheck.h"
#include "app/check/modelcheck.h"
#include "app/check/notifycheck.h"
#include "app/check/odoocheck.h"
#include "app/check/program.h"
#include "app/check/storelook.h"
#include "app/check/transcriptioncheck.h"
#include "app/notifyparts.h"
#include "app/odoosettings.h"
#include "app/secretreading.h"

namespace delpek::app::check
{

namespace
{

const QString storeSubject = QStringLiteral("store");

channels::Finding storeFinding(const Result<StoreLook>& look)
{
    if (look) {
        return good(storeSubject);
    }
    return look.error().code == ErrorCode::NotFound
               ? attention(storeSubject, QStringLiteral("check.store.none"))
               : fault(storeSubject, QStringLiteral("check.store.unreadable"), look.error().detail);
}

Section programSection(const Parts& parts, Result<StoreLook>& look)
{
    const QByteArray mark = look ? look->mark().value_or(QByteArray()) : QByteArray();
    Section section{QStringLiteral("delpek"), {}, {storeFinding(look)}};
    section.findings.push_back(checkListener(parts.config, parts.client, mark));
    if (auto webhook = checkPublicAddress(parts.config, parts.client, mark)) {
        section.findings.push_back(std::move(*webhook));
    }
    return section;
}

Section channelSection(const Parts& parts, const ChannelCheck& channel, Result<StoreLook>& look)
{
    ObservingClient client(parts.client, parts.clock);
    Section section{channel.name, channel.account(parts), channel.look(parts, client)};
    const auto observed = client.observed();
    if (auto clock = judgeClock(observed)) {
        section.findings.push_back(std::move(*clock));
    }
    if (!look || section.account.isEmpty()) {
        return section;
    }
    const base::Instant now = parts.clock.now();
    const auto traffic = look->traffic(channel.kind, section.account, now);
    if (!traffic) {
        section.findings.push_back(
            fault(storeSubject, QStringLiteral("check.store.unreadable"), traffic.error().detail));
        return section;
    }
    // What the store says of the last event stands for a provider's word that nothing waits.
    std::erase_if(section.findings, [](const channels::Finding& finding) {
        return finding.subject == QLatin1String("last-event") && finding.state == channels::FindingState::Good;
    });
    section.findings.push_back(judgeLastEvent(*traffic, now));
    section.findings.push_back(judgeRate(*traffic, observed, now));
    return section;
}

/// The ways to tell the staff that are looked at one by one, by name.
std::optional<domain::NoticeWay> wayOf(const QString& name)
{
    return name == smsName     ? std::optional(domain::NoticeWay::Sms)
           : name == emailName ? std::optional(domain::NoticeWay::Email)
                               : std::nullopt;
}

} // namespace

QStringList checkedNames()
{
    QStringList names;
    for (const ChannelCheck& channel : channelChecks()) {
        names.append(channel.name);
    }
    names.append(odooName);
    names.append(modelSectionName);
    names.append(notifyName);
    names.append(transcriptionName);
    names.append(memoryName);
    return names;
}

Result<Report> check(const Parts& parts, const QString& only)
{
    std::vector<ChannelCheck> chosen;
    for (const ChannelCheck& channel : channelChecks()) {
        if ((only.isEmpty() || only == channel.name) && channel.isOn(parts.config)) {
            chosen.push_back(channel);
        }
    }
    const bool looksAtOdoo = (only.isEmpty() || only == odooName) && usesOdoo(parts.config);
    const bool looksAtModel = (only.isEmpty() || only == modelSectionName) && usesModel(parts.config);
    const bool looksAtNotices = (only.isEmpty() || only == notifyName) && tellsStaff(parts.config);
    const auto way = wayOf(only);
    const bool looksAtWay = way && usesWay(parts.config, *way);
    const bool looksAtVoice = (only.isEmpty() || only == transcriptionName) && writesVoiceDown(parts.config);
    const bool looksAtMemory = (only.isEmpty() || only == memoryName) && remembersElsewhere(parts.config);
    if (chosen.empty() && !looksAtOdoo && !looksAtModel && !looksAtNotices && !looksAtWay && !looksAtVoice &&
        !looksAtMemory) {
        return fail(ErrorCode::NotFound, {},
                    only.isEmpty() ? QStringLiteral("check.nothing") : QStringLiteral("check.notSetUp"));
    }
    auto look = StoreLook::open(databaseLocation(parts.config, parts.secrets));
    Report report{programSection(parts, look)};
    for (const ChannelCheck& channel : chosen) {
        report.push_back(channelSection(parts, channel, look));
    }
    if (looksAtOdoo) {
        report.push_back(odooSection(parts));
    }
    if (looksAtModel) {
        report.push_back(modelSection(parts));
    }
    if (looksAtNotices) {
        report.push_back(notifySection(parts));
    }
    if (looksAtWay) {
        report.push_back(waySection(parts, *way));
    }
    if (looksAtVoice) {
        report.push_back(transcriptionSection(parts));
    }
    if (looksAtMemory) {
        report.push_back(memorySection(parts));
    }
    return report;
}

} // namespace delpek::app::check
