// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/channel.h"

#include "channels/failures.h"
#include "channels/whatsapp/errors.h"
#include "channels/whatsapp/parser.h"

namespace delpek::channels
{

namespace
{

Result<Receipt> receiptOf(const http::Response& response)
{
    const auto body = base::parseJson(response.body);
    const base::Json& messages = body ? base::at(*body, "messages") : base::at({}, "messages");
    const QString id = messages.is_array() && !messages.empty() ? base::textAt(messages.front(), "id") : QString();
    if (id.isEmpty()) {
        return fail(unreadableReceipt(QStringLiteral("WhatsApp")));
    }
    return Receipt{id};
}

} // namespace

WhatsAppChannel::WhatsAppChannel(whatsapp::Endpoint endpoint, std::function<QString()> token, http::Client& client,
                                 base::Duration timeout)
    : m_endpoint(std::move(endpoint))
    , m_token(std::move(token))
    , m_client(client)
    , m_timeout(timeout)
{
}

Capabilities WhatsAppChannel::capabilities() const
{
    Capabilities capabilities;
    capabilities.buttons = true;
    capabilities.maxButtons = whatsapp::maxRows;
    capabilities.maxButtonLabel = whatsapp::maxRowLabel;
    capabilities.maxText = whatsapp::maxText;
    capabilities.maxInteractive = whatsapp::maxInteractiveText;
    capabilities.echoesReference = true;
    capabilities.hasWindow = true;
    capabilities.reactions = true;
    capabilities.edits = true;
    return capabilities;
}

Result<std::vector<domain::Event>> WhatsAppChannel::parse(const QByteArray& raw) const
{
    return whatsapp::parse(raw, m_endpoint.phoneNumberId);
}

Future<http::Response> WhatsAppChannel::post(const base::Json& body)
{
    const QString token = m_token();
    if (token.isEmpty()) {
        return base::ready<http::Response>(fail(ErrorCode::Unauthorised,
                                                QStringLiteral("no WhatsApp token is set: enter one in the settings"),
                                                QStringLiteral("send.tokenMissing")));
    }
    return m_client.send(whatsapp::post(m_endpoint, token, body, m_timeout))
        .then([](const Result<http::Response>& answer) -> Result<http::Response> {
            if (!answer) {
                return fail(transportFailure(answer.error()));
            }
            if (answer->status < 200 || answer->status > 299) {
                return fail(whatsapp::classify(*answer));
            }
            return answer;
        });
}

Future<Receipt> WhatsAppChannel::send(const Outgoing& outgoing)
{
    const auto body = whatsapp::messageBody(outgoing);
    if (!body) {
        return base::ready<Receipt>(fail(body.error()));
    }
    return post(*body).then([](const Result<http::Response>& answer) {
        return answer ? receiptOf(*answer) : Result<Receipt>(fail(answer.error()));
    });
}

Future<Done> WhatsAppChannel::markRead(const QString& providerId, bool typing)
{
    return post(whatsapp::readBody(providerId, typing)).then([](const Result<http::Response>& answer) {
        return answer ? Result<Done>(Done{}) : Result<Done>(fail(answer.error()));
    });
}

} // namespace delpek::channels
