// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/wahapayloads.h"

#include <QCryptographicHash>

namespace delpek::simulation
{

using base::Json;
using base::utf8;

namespace
{

QString whole(bool fromMe, const QString& chat, const QString& id)
{
    return (fromMe ? QStringLiteral("true_") : QStringLiteral("false_")) + chat + QLatin1Char('_') + id;
}

Json rawData(WahaEngine engine, const QString& name)
{
    switch (engine) {
    case WahaEngine::WebJs:
        return {{"notifyName", utf8(name)}};
    case WahaEngine::NoWeb:
        return {{"pushName", utf8(name)}};
    case WahaEngine::Gows:
        break;
    }
    return {{"Info", {{"PushName", utf8(name)}}}};
}

Json media(const QString& id, const char* ending, const char* type)
{
    // The address as WAHA itself sees it: of use to nobody else.
    return {{"url", "http://localhost:3000/api/files/clinic/" + utf8(id) + ending},
            {"mimetype", type},
            {"filename", nullptr},
            {"error", nullptr}};
}

} // namespace

QString toText(WahaEngine engine)
{
    switch (engine) {
    case WahaEngine::WebJs:
        return QStringLiteral("WEBJS");
    case WahaEngine::NoWeb:
        return QStringLiteral("NOWEB");
    case WahaEngine::Gows:
        break;
    }
    return QStringLiteral("GOWS");
}

QByteArray WahaPayloads::envelope(const char* event, Json payload, base::Instant at) const
{
    const std::string engine = utf8(toText(m_engine));
    const QByteArray digest =
        QCryptographicHash::hash(event + base::toBytes(payload), QCryptographicHash::Sha256).toHex().left(26);
    return base::toBytes({{"id", "evt_" + digest.toStdString()},
                          {"timestamp", base::toMillis(at)},
                          {"event", event},
                          {"session", utf8(m_session)},
                          {"metadata", Json::object()},
                          {"me", {{"id", utf8(ownChat())}, {"pushName", "Clinic"}}},
                          {"payload", std::move(payload)},
                          {"engine", engine},
                          {"environment", {{"tier", "CORE"}, {"version", "2026.7.1"}, {"engine", engine}}}});
}

Json WahaPayloads::message(const From& from, bool fromMe, const QString& body) const
{
    return {{"id", utf8(whole(fromMe, from.chat, from.id))},
            {"timestamp", base::toMillis(from.at) / 1000},
            {"from", utf8(fromMe ? ownChat() : from.chat)},
            {"fromMe", fromMe},
            {"source", "app"},
            {"to", utf8(fromMe ? from.chat : ownChat())},
            {"participant", nullptr},
            {"body", utf8(body)},
            {"hasMedia", false},
            {"media", nullptr},
            {"ack", 1},
            {"vCards", Json::array()},
            {"_data", fromMe ? Json::object() : rawData(m_engine, from.name)}};
}

QByteArray WahaPayloads::text(const From& from, const QString& text, const QString& quoted, const char* event) const
{
    Json payload = message(from, false, text);
    if (!quoted.isEmpty()) {
        payload["replyTo"] = {{"id", utf8(m_engine == WahaEngine::Gows ? quoted : whole(true, from.chat, quoted))},
                              {"body", "…"}};
    }
    return envelope(event, std::move(payload), from.at);
}

QByteArray WahaPayloads::voice(const From& from) const
{
    Json payload = message(from, false, {});
    payload["hasMedia"] = true;
    payload["media"] = media(from.id, ".oga", "audio/ogg; codecs=opus");
    return envelope("message", std::move(payload), from.at);
}

QByteArray WahaPayloads::image(const From& from, const QString& caption) const
{
    Json payload = message(from, false, caption);
    payload["hasMedia"] = true;
    payload["media"] = media(from.id, ".jpg", "image/jpeg");
    return envelope("message", std::move(payload), from.at);
}

QByteArray WahaPayloads::location(const From& from, double latitude, double longitude) const
{
    Json payload = message(from, false, {});
    payload["location"] = {{"latitude", std::to_string(latitude)}, {"longitude", std::to_string(longitude)}};
    return envelope("message", std::move(payload), from.at);
}

QByteArray WahaPayloads::contact(const From& from, const QString& name, const QString& phone) const
{
    Json payload = message(from, false, {});
    payload["vCards"] = Json::array({utf8(QStringLiteral("BEGIN:VCARD\nVERSION:3.0\nFN:%1\n"
                                                         "TEL;type=CELL;type=VOICE:%2\nEND:VCARD")
                                              .arg(name, phone))});
    return envelope("message", std::move(payload), from.at);
}

QByteArray WahaPayloads::reaction(const From& from, const QString& to, const QString& emoji) const
{
    return envelope("message.reaction",
                    {{"id", utf8(whole(false, from.chat, from.id))},
                     {"from", utf8(from.chat)},
                     {"fromMe", false},
                     {"participant", utf8(from.chat)},
                     {"to", utf8(ownChat())},
                     {"timestamp", double(base::toMillis(from.at)) / 1000},
                     {"reaction", {{"text", utf8(emoji)}, {"messageId", utf8(whole(true, from.chat, to))}}}},
                    from.at);
}

QByteArray WahaPayloads::edit(const From& from, const QString& original, const QString& text) const
{
    Json payload = message(from, false, text);
    if (m_engine == WahaEngine::WebJs) {
        payload["id"] = utf8(whole(false, from.chat, original));
    }
    payload["editedMessageId"] = utf8(original);
    return envelope("message.edited", std::move(payload), from.at);
}

QByteArray WahaPayloads::revoke(const From& from, const QString& original) const
{
    return envelope("message.revoked",
                    {{"after", message(from, false, {})}, {"revokedMessageId", utf8(original)}, {"before", nullptr}},
                    from.at);
}

QByteArray WahaPayloads::own(const From& to, const QString& text, bool throughApi) const
{
    Json payload = message(to, true, text);
    payload["source"] = throughApi ? "api" : "app";
    return envelope("message.any", std::move(payload), to.at);
}

QByteArray WahaPayloads::ack(const SentMessage& message, int ack, base::Instant at) const
{
    static constexpr std::array names{"ERROR", "PENDING", "SERVER", "DEVICE", "READ", "PLAYED"};
    return envelope("message.ack",
                    {{"id", utf8(whole(true, message.to, message.providerId))},
                     {"from", utf8(message.to)},
                     {"participant", nullptr},
                     {"fromMe", true},
                     {"ack", ack},
                     {"ackName", names.at(static_cast<std::size_t>(ack + 1))}},
                    at);
}

QByteArray WahaPayloads::sessionStatus(const QString& status, base::Instant at) const
{
    return envelope("session.status",
                    {{"status", utf8(status)},
                     {"statuses", Json::array({{{"status", utf8(status)}, {"timestamp", base::toMillis(at)}}})},
                     {"data", nullptr}},
                    at);
}

} // namespace delpek::simulation
