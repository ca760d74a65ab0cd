// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/waha/channel.h"

#include "channels/failures.h"
#include "channels/waha/ids.h"
#include "channels/waha/lids.h"
#include "channels/waha/media.h"
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

/// For what is only courtesy.
constexpr auto shortPatience = std::chrono::seconds(5);

waha::Line hurried(waha::Line line)
{
    line.timeout = std::min<base::Duration>(line.timeout, shortPatience);
    return line;
}

Future<Done> noPerson()
{
    return base::ready<Done>(fail(ErrorCode::InvalidInput, QStringLiteral("no chat id of a person")));
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
    capabilities.maxCaption = waha::maxCaption;
    capabilities.files = true;
    capabilities.places = true;
    capabilities.reactions = true;
    capabilities.edits = true;
    capabilities.typing = true;
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

waha::Line WahaChannel::line() const
{
    return {m_endpoint, m_key(), &m_client, m_timeout};
}

bool WahaChannel::takeTyping(const QString& chat)
{
    const std::lock_guard lock(m_mutex);
    return m_typing.erase(chat) > 0;
}

Future<Receipt> WahaChannel::send(const Outgoing& outgoing)
{
    const auto call = waha::sendCall(outgoing, m_endpoint.session);
    if (!call) {
        return base::ready<Receipt>(fail(call.error()));
    }
    const waha::Line line = this->line();
    const auto deliver = [line, call = *call] {
        return line.post(call).then([](const Result<http::Response>& answer) {
            return answer ? receiptOf(*answer) : Result<Receipt>(fail(answer.error()));
        });
    };
    const QString chat = waha::readChat(outgoing.to.user).id;
    if (!takeTyping(chat)) {
        return deliver();
    }
    return hurried(line)
        .post(waha::typingCall(chat, false, m_endpoint.session))
        .then([deliver](const Result<http::Response>&) { return deliver(); });
}

bool WahaChannel::isHidden(const domain::Sender& sender) const
{
    return waha::isLid(sender.address.user);
}

Future<domain::Sender> WahaChannel::identify(const domain::Sender& sender)
{
    return isHidden(sender) ? waha::identify(hurried(line()), sender) : base::ready<domain::Sender>(sender);
}

Result<Done> WahaChannel::checkFile(const OutgoingFile& file) const
{
    return waha::checkFile(file);
}

Future<MediaFile> WahaChannel::fetchMedia(const QString& reference, qint64 most)
{
    return waha::fetch(line(), reference, most);
}

Future<Done> WahaChannel::showReading(const domain::ChannelAddress& to, const QString& providerId, bool typing)
{
    const waha::Chat chat = waha::readChat(to.user);
    if (chat.kind != waha::ChatKind::Person) {
        return noPerson();
    }
    const waha::Line line = hurried(this->line());
    const QStringList ids = providerId.isEmpty() ? QStringList() : QStringList{providerId};
    const auto seen = line.post(waha::seenCall(chat.id, ids, m_endpoint.session));
    if (!typing) {
        return seen.then(doneOf);
    }
    {
        const std::lock_guard lock(m_mutex);
        m_typing.insert(chat.id);
    }
    return seen
        .then([line, call = waha::typingCall(chat.id, true, m_endpoint.session)](const Result<http::Response>& answer) {
            return answer ? line.post(call) : base::ready<http::Response>(answer);
        })
        .then(doneOf);
}

Future<Done> WahaChannel::react(const domain::ChannelAddress& to, const QString& providerId, const QString& emoji)
{
    const waha::Chat chat = waha::readChat(to.user);
    return chat.kind == waha::ChatKind::Person
               ? line().post(waha::reactionCall(chat.id, providerId, emoji, m_endpoint.session)).then(doneOf)
               : noPerson();
}

Future<Done> WahaChannel::edit(const domain::ChannelAddress& to, const QString& providerId, const QString& text,
                               const std::vector<domain::Option>& options)
{
    const waha::Chat chat = waha::readChat(to.user);
    if (chat.kind != waha::ChatKind::Person || providerId.isEmpty()) {
        return noPerson();
    }
    const auto words = waha::wordsOf(text, options, waha::maxText);
    if (!words || words->isEmpty()) {
        return base::ready<Done>(words ? fail(ErrorCode::InvalidInput, QStringLiteral("no words are left"))
                                       : fail(words.error()));
    }
    return line().post(waha::editCall(chat.id, providerId, *words, m_endpoint.session)).then(doneOf);
}

} // namespace delpek::channels
