// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/webchat/channel.h"

#include "channels/webchat/delivery.h"

namespace delpek::channels
{

namespace
{

/// One clinic has one chat page.
const QString onlyAccount = QStringLiteral("site");

} // namespace

QString WebChatChannel::account() const
{
    return onlyAccount;
}

Capabilities WebChatChannel::capabilities() const
{
    Capabilities capabilities;
    capabilities.buttons = true;
    capabilities.maxButtons = 20;
    capabilities.maxButtonLabel = 80;
    capabilities.echoesReference = true;
    return capabilities;
}

Result<std::vector<domain::Event>> WebChatChannel::parse(const QByteArray& raw) const
{
    return webchat::parse(raw, onlyAccount);
}

Future<Receipt> WebChatChannel::send(const Outgoing& outgoing)
{
    if (outgoing.to.user.isEmpty() || outgoing.reference.isEmpty() || outgoing.text.trimmed().isEmpty()) {
        return base::ready<Receipt>(fail(ErrorCode::InvalidInput,
                                         QStringLiteral("a message without a recipient, a reference or words"),
                                         QStringLiteral("send.rejected")));
    }
    return base::ready<Receipt>(Receipt{webchat::providerIdOf(outgoing.reference)});
}

} // namespace delpek::channels
