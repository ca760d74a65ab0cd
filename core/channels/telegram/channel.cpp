// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/channel.h"

#include "channels/failures.h"
#include "channels/telegram/errors.h"
#include "channels/telegram/parser.h"
#include "channels/telegram/requests.h"

namespace delpek::channels
{

namespace
{

Result<Receipt> receiptOf(const Result<http::Response>& answer)
{
    if (!answer) {
        return fail(transportFailure(answer.error()));
    }
    if (answer->status < 200 || answer->status > 299) {
        return fail(telegram::classify(*answer));
    }
    const auto body = base::parseJson(answer->body);
    const base::Json& message = body ? base::at(*body, "result") : base::at({}, "result");
    const QString chat = base::textAt(base::at(message, "chat"), "id");
    const QString id = base::textAt(message, "message_id");
    if (chat.isEmpty() || id.isEmpty()) {
        return fail(unreadableReceipt(QStringLiteral("Telegram")));
    }
    return Receipt{chat + QLatin1Char(':') + id};
}

} // namespace

TelegramChannel::TelegramChannel(QUrl apiBase, QString bot, std::function<QString()> token, http::Client& client,
                                 base::Duration timeout)
    : m_apiBase(std::move(apiBase))
    , m_bot(std::move(bot))
    , m_token(std::move(token))
    , m_client(client)
    , m_timeout(timeout)
{
}

Capabilities TelegramChannel::capabilities() const
{
    Capabilities capabilities;
    capabilities.buttons = true;
    capabilities.maxButtons = telegram::maxButtons;
    capabilities.maxButtonLabel = telegram::maxButtonLabel;
    capabilities.maxText = telegram::maxText;
    capabilities.reactions = true;
    capabilities.edits = true;
    return capabilities;
}

Result<std::vector<domain::Event>> TelegramChannel::parse(const QByteArray& raw) const
{
    return telegram::parse(raw, m_bot);
}

Future<Receipt> TelegramChannel::send(const Outgoing& outgoing)
{
    const auto body = telegram::messageBody(outgoing);
    if (!body) {
        return base::ready<Receipt>(fail(body.error()));
    }
    const QString token = m_token();
    if (token.isEmpty()) {
        return base::ready<Receipt>(fail(ErrorCode::Unauthorised,
                                         QStringLiteral("no bot token is set: enter the one BotFather shows"),
                                         QStringLiteral("send.tokenMissing")));
    }
    return m_client.send(telegram::call(m_apiBase, token, QStringLiteral("sendMessage"), *body, m_timeout))
        .then([](const Result<http::Response>& answer) { return receiptOf(answer); });
}

} // namespace delpek::channels
