// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/channel.h"

#include "channels/failures.h"
#include "channels/telegram/download.h"
#include "channels/telegram/errors.h"
#include "channels/telegram/fields.h"
#include "channels/telegram/files.h"
#include "channels/telegram/line.h"
#include "channels/telegram/outbound.h"
#include "channels/telegram/parser.h"

namespace delpek::channels
{

using telegram::Line;

namespace
{

Result<Receipt> receiptOf(const QString& user, const Result<http::Response>& answer)
{
    const auto message = telegram::resultOf(answer);
    if (!message) {
        return fail(message.error());
    }
    const QString id = base::textAt(*message, "message_id");
    if (id.isEmpty()) {
        return fail(unreadableReceipt(QStringLiteral("Telegram")));
    }
    return Receipt{telegram::providerIdOf(user, id)};
}

Result<Done> doneOf(const Result<http::Response>& answer)
{
    return telegram::resultOf(answer).map([](const base::Json&) { return Done{}; });
}

/// The message already reads as it should.
bool isUnchanged(const Result<http::Response>& answer)
{
    return answer && telegram::isNotModified(*answer);
}

Future<Done> postIfGood(const Line& line, const Result<telegram::Call>& call)
{
    return call ? line.post(*call).then(doneOf) : base::ready<Done>(fail(call.error()));
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
    capabilities.maxCaption = telegram::maxCaption;
    capabilities.files = true;
    capabilities.places = true;
    capabilities.reactions = true;
    capabilities.edits = true;
    capabilities.typing = true;
    return capabilities;
}

Result<std::vector<domain::Event>> TelegramChannel::parse(const QByteArray& raw) const
{
    return telegram::parse(raw, m_bot);
}

Future<Receipt> TelegramChannel::send(const Outgoing& outgoing)
{
    const auto call = telegram::messageCall(outgoing);
    if (!call) {
        return base::ready<Receipt>(fail(call.error()));
    }
    const Line line{m_apiBase, m_token(), &m_client, m_timeout};
    return line.post(*call)
        .then([line, outgoing](const Result<http::Response>& answer) {
            const auto other = answer ? telegram::otherWay(outgoing, *answer) : std::nullopt;
            return other ? line.post(*other) : base::ready<http::Response>(answer);
        })
        .then([user = outgoing.to.user](const Result<http::Response>& answer) { return receiptOf(user, answer); });
}

Result<Done> TelegramChannel::checkFile(const OutgoingFile& file) const
{
    return telegram::checkFile(file);
}

Future<MediaFile> TelegramChannel::fetchMedia(const QString& reference, qint64 most)
{
    return telegram::fetch({m_apiBase, m_token(), &m_client, m_timeout}, reference, most);
}

Future<Done> TelegramChannel::showReading(const domain::ChannelAddress& to, const QString&, bool typing)
{
    if (!typing) {
        return base::ready<Done>(Done{});
    }
    return postIfGood({m_apiBase, m_token(), &m_client, m_timeout}, telegram::typingCall(to));
}

Future<Done> TelegramChannel::react(const domain::ChannelAddress& to, const QString& providerId, const QString& emoji)
{
    return postIfGood({m_apiBase, m_token(), &m_client, m_timeout}, telegram::reactionCall(to, providerId, emoji));
}

Future<Done> TelegramChannel::edit(const domain::ChannelAddress& to, const QString& providerId, const QString& text,
                                   const std::vector<domain::Option>& options)
{
    const auto call = telegram::editCall(to, providerId, text, options);
    if (!call) {
        return base::ready<Done>(fail(call.error()));
    }
    const auto plain = telegram::editCall(to, providerId, text, options, telegram::Style::Plain);
    const Line line{m_apiBase, m_token(), &m_client, m_timeout};
    return line.post(*call)
        .then([line, plain](const Result<http::Response>& answer) {
            return answer && telegram::isStyleRefused(*answer) ? line.post(*plain)
                                                               : base::ready<http::Response>(answer);
        })
        .then([](const Result<http::Response>& answer) {
            return isUnchanged(answer) ? Result<Done>(Done{}) : doneOf(answer);
        });
}

} // namespace delpek::channels
