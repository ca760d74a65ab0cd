// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorychannel.h"

#include "base/json.h"

namespace delpek::test
{

namespace
{

using base::Json;

Json senderToJson(const domain::Sender& sender)
{
    return {{"channel", base::utf8(base::toText(sender.address.channel))},
            {"account", base::utf8(sender.address.account)},
            {"user", base::utf8(sender.address.user)},
            {"name", base::utf8(sender.displayName)},
            {"phone", sender.phone ? base::utf8(sender.phone->e164()) : std::string()},
            {"language", base::utf8(sender.language)}};
}

domain::Sender senderFromJson(const Json& json)
{
    domain::Sender sender;
    sender.address.channel =
        base::fromText<domain::ChannelKind>(base::textAt(json, "channel")).value_or(domain::ChannelKind::WhatsApp);
    sender.address.account = base::textAt(json, "account");
    sender.address.user = base::textAt(json, "user");
    sender.displayName = base::textAt(json, "name");
    sender.language = base::textAt(json, "language");
    if (const auto phone = domain::Phone::parse(base::textAt(json, "phone"))) {
        sender.phone = *phone;
    }
    return sender;
}

struct Writer {
    Json operator()(const domain::MessageReceived& event) const
    {
        return {{"event", "message"},
                {"sender", senderToJson(event.sender)},
                {"id", base::utf8(event.providerId)},
                {"at", base::toMillis(event.sentAt)},
                {"kind", base::utf8(base::toText(event.kind))},
                {"text", base::utf8(event.text)},
                {"choice", base::utf8(event.choice)},
                {"media", base::utf8(event.mediaId)},
                {"mediaType", base::utf8(event.mediaType)},
                {"mediaSize", event.mediaSize},
                {"transcribed", event.transcribed}};
    }
    Json operator()(const domain::MessageEdited& event) const
    {
        return {{"event", "edit"},
                {"sender", senderToJson(event.sender)},
                {"id", base::utf8(event.providerId)},
                {"at", base::toMillis(event.editedAt)},
                {"text", base::utf8(event.text)}};
    }
    Json operator()(const domain::ReactionChanged& event) const
    {
        return {{"event", "reaction"},
                {"sender", senderToJson(event.sender)},
                {"id", base::utf8(event.providerId)},
                {"at", base::toMillis(event.at)},
                {"text", base::utf8(event.emoji)}};
    }
    Json operator()(const domain::ReachabilityChanged& event) const
    {
        return {{"event", "reachability"}, {"sender", senderToJson(event.sender)}, {"reachable", event.reachable}};
    }
    template <typename Other>
    Json operator()(const Other&) const
    {
        return {{"event", "other"}};
    }
};

Result<domain::Event> read(const Json& json)
{
    const QString event = base::textAt(json, "event");
    const auto sender = senderFromJson(base::at(json, "sender"));
    const auto at = base::fromMillis(base::integerAt(json, "at").value_or(0));
    const QString id = base::textAt(json, "id");
    if (event == QLatin1String("message")) {
        domain::MessageReceived message;
        message.sender = sender;
        message.providerId = id;
        message.sentAt = at;
        message.kind =
            base::fromText<domain::MessageKind>(base::textAt(json, "kind")).value_or(domain::MessageKind::Text);
        message.text = base::textAt(json, "text");
        message.choice = base::textAt(json, "choice");
        message.mediaId = base::textAt(json, "media");
        message.mediaType = base::textAt(json, "mediaType");
        message.mediaSize = base::integerAt(json, "mediaSize").value_or(0);
        message.transcribed = base::boolAt(json, "transcribed");
        return message;
    }
    if (event == QLatin1String("edit")) {
        return domain::MessageEdited{sender, id, base::textAt(json, "text"), at};
    }
    if (event == QLatin1String("reaction")) {
        return domain::ReactionChanged{sender, id, base::textAt(json, "text"), at};
    }
    if (event == QLatin1String("reachability")) {
        return domain::ReachabilityChanged{sender, base::boolAt(json, "reachable")};
    }
    return fail(ErrorCode::InvalidInput, QStringLiteral("unknown event in a simulated delivery"));
}

} // namespace

MemoryChannel::MemoryChannel(domain::ChannelKind kind, QString account)
    : m_kind(kind)
    , m_account(std::move(account))
{
    m_capabilities.buttons = m_kind == domain::ChannelKind::WhatsApp || m_kind == domain::ChannelKind::Telegram;
    m_capabilities.maxButtons = m_capabilities.buttons ? 10 : 0;
    m_capabilities.maxButtonLabel = 64;
    m_capabilities.hasWindow = m_kind == domain::ChannelKind::WhatsApp;
}

channels::Capabilities MemoryChannel::capabilities() const
{
    return m_capabilities;
}

QByteArray MemoryChannel::delivery(const std::vector<domain::Event>& events)
{
    auto list = Json::array();
    for (const auto& event : events) {
        list.push_back(std::visit(Writer{}, event));
    }
    return base::toBytes(list);
}

Result<std::vector<domain::Event>> MemoryChannel::parse(const QByteArray& raw) const
{
    const auto json = base::parseJson(raw);
    if (!json) {
        return fail(json.error());
    }
    std::vector<domain::Event> events;
    for (const auto& item : *json) {
        auto event = test::read(item);
        if (!event) {
            return fail(event.error());
        }
        events.push_back(std::move(*event));
    }
    return events;
}

Future<channels::Receipt> MemoryChannel::send(const channels::Outgoing& outgoing)
{
    std::function<std::optional<Error>()> fault;
    {
        const std::lock_guard lock(m_mutex);
        fault = m_fault;
    }
    if (fault) {
        if (const auto error = fault()) {
            return base::ready<channels::Receipt>(fail(*error));
        }
    }
    Sent sent;
    std::function<void(const Sent&)> observer;
    {
        const std::lock_guard lock(m_mutex);
        sent.order = qint64(m_sent.size()) + 1;
        sent.outgoing = outgoing;
        sent.providerId = QStringLiteral("sent-%1").arg(sent.order);
        m_sent.push_back(sent);
        observer = m_observer;
    }
    if (observer) {
        observer(sent);
    }
    return base::ready<channels::Receipt>(channels::Receipt{sent.providerId});
}

Result<Done> MemoryChannel::checkFile(const channels::OutgoingFile& file) const
{
    return m_capabilities.files ? Result<Done>(Done{}) : Channel::checkFile(file);
}

Future<channels::MediaFile> MemoryChannel::fetchMedia(const QString& reference, qint64 most)
{
    if (m_onFetch) {
        m_onFetch();
    }
    const std::lock_guard lock(m_mutex);
    ++m_fetches;
    const auto found = m_files.find(reference);
    if (found == m_files.end()) {
        return base::ready<channels::MediaFile>(fail(ErrorCode::NotFound, QStringLiteral("there is no such file")));
    }
    if (found->second && found->second->bytes.size() > most) {
        return base::ready<channels::MediaFile>(fail(ErrorCode::InvalidInput, QStringLiteral("the file is too long")));
    }
    return base::ready(found->second);
}

Future<Done> MemoryChannel::showReading(const domain::ChannelAddress&, const QString& providerId, bool)
{
    const std::lock_guard lock(m_mutex);
    m_read.append(providerId);
    return base::ready<Done>(Done{});
}

void MemoryChannel::setFile(const QString& reference, const Result<channels::MediaFile>& file)
{
    const std::lock_guard lock(m_mutex);
    m_files.insert_or_assign(reference, file);
}

int MemoryChannel::fetches() const
{
    const std::lock_guard lock(m_mutex);
    return m_fetches;
}

QStringList MemoryChannel::read() const
{
    const std::lock_guard lock(m_mutex);
    return m_read;
}

void MemoryChannel::setFault(std::function<std::optional<Error>()> fault)
{
    const std::lock_guard lock(m_mutex);
    m_fault = std::move(fault);
}

void MemoryChannel::onSent(std::function<void(const Sent&)> observer)
{
    const std::lock_guard lock(m_mutex);
    m_observer = std::move(observer);
}

std::vector<MemoryChannel::Sent> MemoryChannel::sent() const
{
    const std::lock_guard lock(m_mutex);
    return m_sent;
}

} // namespace delpek::test
