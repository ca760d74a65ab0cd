// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/setupfindings.h"

#include "app/check/program.h"
#include "app/check/texts.h"

namespace delpek::app::check
{

namespace
{

const auto webhook = QStringLiteral("webhook");

/// Those to whom somebody delivers from outside, or who show visitors a page.
bool needsAddress(const QString& connection, const config::Config& config)
{
    return connection == QLatin1String("whatsapp") || connection == QLatin1String("webchat") ||
           (connection == QLatin1String("telegram") &&
            config.get(config::keys::telegramMode) == QLatin1String("webhook"));
}

/// What a channel that has not run yet cannot have.
bool isOfRunning(const channels::Finding& finding)
{
    return finding.subject == QLatin1String("last-event") || finding.subject == QLatin1String("rate");
}

channels::Findings chosen(const Report& report, const QString& connection, const config::Config& config, bool isRunning)
{
    channels::Findings findings;
    const bool outside = needsAddress(connection, config);
    for (const Section& section : report) {
        for (const channels::Finding& finding : section.findings) {
            const bool isOwn = section.name == connection && (isRunning || !isOfRunning(finding));
            const bool isWayIn =
                section.name == QLatin1String("delpek") && outside && isRunning && finding.subject == webhook;
            if (isOwn || isWayIn) {
                findings.push_back(finding);
            }
        }
    }
    if (outside && !isRunning) {
        findings.push_back(config.get(config::keys::listenPublicUrl).isEmpty()
                               ? attention(webhook, QStringLiteral("check.webhook.noAddress"))
                               : attention(webhook, QStringLiteral("check.webhook.afterRestart")));
    }
    return findings;
}

} // namespace

Result<std::vector<desk::SetupFinding>> setupFindings(const Report& report, const QString& connection,
                                                      const config::Config& config, bool isRunning)
{
    const auto hebrew = Texts::load(domain::Language::Hebrew);
    const auto english = Texts::load(domain::Language::English);
    if (!hebrew || !english) {
        return fail(hebrew ? english.error() : hebrew.error());
    }
    std::vector<desk::SetupFinding> all;
    for (const channels::Finding& one : chosen(report, connection, config, isRunning)) {
        desk::SetupFinding finding;
        finding.state = one.state;
        finding.subject = {hebrew->subject(one.subject), english->subject(one.subject)};
        finding.detail = one.detail;
        if (!one.key.isEmpty()) {
            finding.sentence = {hebrew->inWindow(one.key), english->inWindow(one.key)};
        }
        all.push_back(std::move(finding));
    }
    return all;
}

} // namespace delpek::app::check
