// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/program.h"

#include "app/check/reach.h"

#include <QHostAddress>

namespace delpek::app::check
{

namespace
{

namespace keys = config::keys;

const QString listenerSubject = QStringLiteral("listener");
const QString webhookSubject = QStringLiteral("webhook");

bool isThisMachine(const QString& host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

/// An address that stands for all of this machine's is asked at one of them.
QString callable(const QString& address)
{
    if (address == QLatin1String("0.0.0.0")) {
        return QStringLiteral("127.0.0.1");
    }
    return address == QLatin1String("::") ? QStringLiteral("::1") : address;
}

channels::Finding webhookFinding(const Reached& reached)
{
    switch (reached.answerer) {
    case Answerer::NameUnknown:
        return fault(webhookSubject, QStringLiteral("check.webhook.nameUnknown"), reached.detail);
    case Answerer::Refused:
        return fault(webhookSubject, QStringLiteral("check.webhook.refused"), reached.detail);
    case Answerer::Untrusted:
        return fault(webhookSubject, QStringLiteral("check.webhook.untrusted"), reached.detail);
    case Answerer::Nobody:
        return fault(webhookSubject, QStringLiteral("check.webhook.silent"), reached.detail);
    case Answerer::Other:
        return fault(webhookSubject, QStringLiteral("check.webhook.other"), reached.detail);
    case Answerer::Ours:
        break;
    }
    return good(webhookSubject);
}

} // namespace

PublicNeed publicNeed(const config::Config& config)
{
    const bool telegram =
        config.get(keys::telegramEnabled) && config.get(keys::telegramMode) == QLatin1String("webhook");
    return {config.get(keys::webchatEnabled), telegram || !config.get(keys::whatsappPhoneNumberId).isEmpty()};
}

channels::Finding checkListener(const config::Config& config, http::Client& client, const QByteArray& mark)
{
    const int port = int(config.get(keys::listenPort));
    if (port == 0) {
        return attention(listenerSubject, QStringLiteral("check.listener.anyPort"));
    }
    const bool tls = !config.get(keys::listenCertificate).isEmpty();
    QUrl local;
    local.setScheme(tls ? QStringLiteral("https") : QStringLiteral("http"));
    local.setHost(callable(config.get(keys::listenAddress)));
    local.setPort(port);
    const auto reached = reach(client, local, mark);
    const QString place = QStringLiteral("%1:%2").arg(config.get(keys::listenAddress)).arg(port);
    switch (reached.answerer) {
    case Answerer::Ours:
        return good(listenerSubject, place);
    case Answerer::Untrusted:
        // The certificate is for the public name, not for this machine's address: who listens stays open.
        return good(listenerSubject, place + QStringLiteral(", TLS"));
    case Answerer::Other:
        return fault(listenerSubject, QStringLiteral("check.listener.other"), place);
    default:
        return fault(listenerSubject, QStringLiteral("check.listener.silent"), place);
    }
}

std::optional<channels::Finding> checkPublicAddress(const config::Config& config, http::Client& client,
                                                    const QByteArray& mark)
{
    const PublicNeed need = publicNeed(config);
    const QString setting = config.get(keys::listenPublicUrl);
    if (setting.isEmpty()) {
        return need.isAny() ? std::optional(attention(webhookSubject, QStringLiteral("check.webhook.noAddress")))
                            : std::nullopt;
    }
    const auto address = publicAddress(setting);
    if (!address) {
        return fault(webhookSubject, QStringLiteral("check.webhook.badAddress"));
    }
    auto finding = webhookFinding(reach(client, *address, mark));
    if (finding.state != channels::FindingState::Good) {
        return finding;
    }
    if (isThisMachine(address->host())) {
        return attention(webhookSubject, QStringLiteral("check.webhook.inside"), address->toString());
    }
    if (need.certificate && address->scheme() != QLatin1String("https")) {
        return fault(webhookSubject, QStringLiteral("check.webhook.needsTls"), address->toString());
    }
    finding.detail = address->toString();
    return finding;
}

} // namespace delpek::app::check
