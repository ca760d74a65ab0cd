// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/waha/channel.h"

#include "channels/failures.h"
#include "channels/waha/errors.h"
#include "channels/waha/ids.h"
#include "channels/waha/parser.h"
#include "channels/waha/session.h"

namespace delpek::channels
{

namespace
{

/// An id as a text, or as the object that WEBJS makes of it.
QString idIn(const base::Json& holder)
{
    const QString text = base::textAt(holder, "id");
    if (!text.isEmpty()) {
        return text;
    }
    const base::Json& id = base::at(holder, "id");
    const QString whole = base::textAt(id, "_serialized");
    return whole.isEmpty() ? base::textAt(id, "id") : whole;
}

/// The sent message's id. Its place differs: the message itself, its `_data` (WEBJS) or its `key` (NOWEB).
Result<Receipt> receiptOf(const http::Response& response)
{
    const auto body = base::parseJson(response.body);
    const base::Json& message = body ? *body : base::at({}, "");
    for (const base::Json* holder : {&message, &base::at(message, "_data"), &base::at(message, "key")}) {
        if (const QString id = waha::readMessageKey(idIn(*holder)).id; !id.isEmpty()) {
            return Receipt{id};
        }
    }
    return fail(unreadableReceipt(QStringLiteral("WAHA")));
}

Result<Done> doneOf(const Result<http::Response>& answer)
{
    return answer ? Result<Done>(Done{}) : Result<Done>(fail(answer.error()));
}

} // namespace

WahaChannel::WahaChannel(waha::Endpoint endpoint, std::function<QString()> key, http::Client& client,
                         base::Duration timeout)
    : m_endpoint(std::move(endpoint))
    , m_key(std::move(key))
    , m_client(client)
    , m_timeout(timeout)
{
}

Capabilities WahaChannel::capabilities() const
{
    Capabilities capabilities;
    capabilities.maxText = waha::maxText;
    capabilities.reactions = true;
    capabilities.edits = true;
    return capabilities;
}

Result<std::vector<domain::Event>> WahaChannel::parse(const QByteArray& raw) const
{
    return waha::parse(raw, m_endpoint.session);
}

std::optional<AccountState> WahaChannel::accountState(const QByteArray& raw) const
{
    return waha::accountStateOf(raw, m_endpoint.session);
}

Future<http::Response> WahaChannel::post(const QString& method, const base::Json& body)
{
    const QString key = m_key();
    if (key.isEmpty()) {
        return base::ready<http::Response>(
            fail(ErrorCode::Unauthorised, QStringLiteral("no WAHA key is set: store it as the secret waha.api-key"),
                 QStringLiteral("send.tokenMissing")));
    }
    return m_client.send(waha::call(m_endpoint, key, method, body, m_timeout))
        .then([](const Result<http::Response>& answer) -> Result<http::Response> {
            if (!answer) {
                return fail(transportFailure(answer.error()));
            }
            if (answer->status < 200 || answer->status > 299) {
                return fail(waha::classify(*answer));
            }
            return answer;
        });
}

Future<Receipt> WahaChannel::send(const Outgoing& outgoing)
{
    const auto body = waha::messageBody(outgoing, m_endpoint.session);
    if (!body) {
        return base::ready<Receipt>(fail(body.error()));
    }
    return post(QStringLiteral("sendText"), *body).then([](const Result<http::Response>& answer) {
        return answer ? receiptOf(*answer) : Result<Receipt>(fail(answer.error()));
    });
}

Future<Done> WahaChannel::markSeen(const QString& chat, const QStringList& providerIds)
{
    return post(QStringLiteral("sendSeen"), waha::seenBody(chat, providerIds, m_endpoint.session)).then(doneOf);
}

Future<Done> WahaChannel::setTyping(const QString& chat, bool typing)
{
    return post(typing ? QStringLiteral("startTyping") : QStringLiteral("stopTyping"),
                waha::chatBody(chat, m_endpoint.session))
        .then(doneOf);
}

} // namespace delpek::channels
