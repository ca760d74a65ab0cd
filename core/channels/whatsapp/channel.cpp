// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/channel.h"

#include "channels/failures.h"
#include "channels/whatsapp/body.h"
#include "channels/whatsapp/business.h"
#include "channels/whatsapp/errors.h"
#include "channels/whatsapp/fetch.h"
#include "channels/whatsapp/files.h"
#include "channels/whatsapp/media.h"
#include "channels/whatsapp/parser.h"

namespace delpek::channels
{

namespace
{

Result<Receipt> receiptOf(const Result<http::Response>& response)
{
    if (!response) {
        return fail(response.error());
    }
    const auto body = base::parseJson(response->body);
    const base::Json& messages = body ? base::at(*body, "messages") : base::at({}, "messages");
    const QString id = messages.is_array() && !messages.empty() ? base::textAt(messages.front(), "id") : QString();
    if (id.isEmpty()) {
        return fail(unreadableReceipt(QStringLiteral("WhatsApp")));
    }
    return Receipt{id};
}

Result<Done> doneOf(const Result<http::Response>& answer)
{
    return answer ? Result<Done>(Done{}) : Result<Done>(fail(answer.error()));
}

Error tokenMissing()
{
    return {ErrorCode::Unauthorised, QStringLiteral("send.tokenMissing"),
            QStringLiteral("no WhatsApp token is set: enter one in the settings")};
}

Result<http::Response> checked(const Result<http::Response>& answer)
{
    if (!answer) {
        return fail(transportFailure(answer.error()));
    }
    if (answer->status < 200 || answer->status > 299) {
        return fail(whatsapp::classify(*answer));
    }
    return answer;
}

/// The id of the uploaded file. A file alone is no message: whatever goes wrong had no effect.
Result<QString> uploaded(const Result<http::Response>& answer)
{
    const auto good = checked(answer);
    const QString id = good ? whatsapp::uploadedId(good->body) : QString();
    if (!id.isEmpty()) {
        return id;
    }
    Error error =
        good ? Error{ErrorCode::Timeout, {}, QStringLiteral("WhatsApp took the file without naming it")} : good.error();
    if (error.code == ErrorCode::Timeout) {
        error.code = ErrorCode::Unavailable;
        error.key = QStringLiteral("send.unavailable");
    }
    return fail(std::move(error));
}

http::Form formOf(const OutgoingFile& file)
{
    const QByteArray type = whatsapp::bareType(file.type).toLatin1();
    return http::writeForm({{"messaging_product", "whatsapp"},
                            {"type", type},
                            {"file", file.bytes, file.name.isEmpty() ? QStringLiteral("file") : file.name, type}});
}

} // namespace

WhatsAppChannel::WhatsAppChannel(Setup setup, http::Client& client)
    : m_setup(std::make_shared<const Setup>(std::move(setup)))
    , m_client(client)
{
}

Capabilities WhatsAppChannel::capabilities() const
{
    Capabilities capabilities;
    capabilities.buttons = true;
    capabilities.maxButtons = whatsapp::maxRows;
    capabilities.maxButtonLabel = whatsapp::maxRowLabel;
    capabilities.maxText = whatsapp::maxText;
    capabilities.maxCaption = whatsapp::maxCaption;
    capabilities.maxInteractive = whatsapp::maxInteractiveText;
    capabilities.echoesReference = true;
    capabilities.hasWindow = true;
    capabilities.files = true;
    capabilities.places = true;
    capabilities.templates = true;
    capabilities.reactions = true;
    capabilities.typing = true;
    return capabilities;
}

Result<std::vector<domain::Event>> WhatsAppChannel::parse(const QByteArray& raw) const
{
    return whatsapp::parse(raw, account(), m_setup->businessAccountId);
}

std::optional<AccountState> WhatsAppChannel::accountState(const QByteArray& raw) const
{
    return whatsapp::accountStateOf(raw, account(), m_setup->businessAccountId);
}

Future<http::Response> WhatsAppChannel::post(const base::Json& body) const
{
    const QString token = m_setup->token();
    if (token.isEmpty()) {
        return base::ready<http::Response>(fail(tokenMissing()));
    }
    return m_client.send(whatsapp::post(m_setup->endpoint, token, body, m_setup->timeout)).then(checked);
}

Future<Receipt> WhatsAppChannel::send(const Outgoing& outgoing)
{
    const QString token = m_setup->token();
    if (token.isEmpty()) {
        return base::ready<Receipt>(fail(tokenMissing()));
    }
    // With a file this is for its objections only: nothing goes up for a message that can never go.
    const auto body = whatsapp::messageBody(outgoing, {}, m_setup->templates);
    if (!body) {
        return base::ready<Receipt>(fail(body.error()));
    }
    if (!outgoing.file) {
        return post(*body).then(receiptOf);
    }
    if (const auto good = checkFile(*outgoing.file); !good) {
        return base::ready<Receipt>(fail(good.error()));
    }
    Outgoing message = outgoing;
    message.file->bytes.clear();
    return m_client.send(whatsapp::upload(m_setup->endpoint, token, formOf(*outgoing.file), m_setup->fileTimeout))
        .then([setup = m_setup, &client = m_client, token,
               message](const Result<http::Response>& answer) -> Future<Receipt> {
            const auto id = uploaded(answer);
            const auto whole = id ? whatsapp::messageBody(message, *id) : Result<base::Json>(fail(id.error()));
            if (!whole) {
                return base::ready<Receipt>(fail(whole.error()));
            }
            return client.send(whatsapp::post(setup->endpoint, token, *whole, setup->timeout))
                .then(checked)
                .then(receiptOf);
        });
}

Result<Done> WhatsAppChannel::checkFile(const OutgoingFile& file) const
{
    return whatsapp::checkFile(file);
}

Future<MediaFile> WhatsAppChannel::fetchMedia(const QString& reference, qint64 most)
{
    const QString token = m_setup->token();
    if (token.isEmpty()) {
        return base::ready<MediaFile>(fail(tokenMissing()));
    }
    return whatsapp::fetch(m_client, {m_setup->endpoint, token, reference, most, m_setup->fileTimeout});
}

Future<Done> WhatsAppChannel::showReading(const domain::ChannelAddress&, const QString& providerId, bool typing)
{
    return post(whatsapp::readBody(providerId, typing)).then(doneOf);
}

Future<Done> WhatsAppChannel::react(const domain::ChannelAddress& to, const QString& providerId, const QString& emoji)
{
    const auto body = whatsapp::reactionBody(to, providerId, emoji);
    return body ? post(*body).then(doneOf) : base::ready<Done>(fail(body.error()));
}

} // namespace delpek::channels
