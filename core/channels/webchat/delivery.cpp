// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/webchat/delivery.h"

#include "base/json.h"

namespace delpek::channels::webchat
{

using base::at;
using base::Json;
using base::textAt;
using base::utf8;
using domain::DeliveryState;
using domain::Event;

namespace
{

constexpr int version = 1;

tl::unexpected<Error> malformed(const char* member)
{
    return fail(ErrorCode::InvalidInput, QStringLiteral("malformed web chat delivery: %1").arg(QLatin1String(member)));
}

std::optional<base::Instant> timeAt(const Json& object)
{
    const auto millis = base::integerAt(object, "at");
    if (!millis || *millis < 0 || *millis > 253'402'300'799'000) {
        return std::nullopt;
    }
    return base::fromMillis(*millis);
}

domain::MessageKind kindOf(const Post& post)
{
    if (!post.mediaId.isEmpty()) {
        return post.mediaType.startsWith(QLatin1String("image/")) ? domain::MessageKind::Image
                                                                  : domain::MessageKind::Document;
    }
    return post.choice.isEmpty() ? domain::MessageKind::Text : domain::MessageKind::Choice;
}

Result<std::vector<Event>> message(const Json& json, const QString& account)
{
    Post post;
    post.user = textAt(json, "user");
    post.clientId = textAt(json, "id");
    post.language = textAt(json, "language");
    post.text = textAt(json, "text");
    post.choice = textAt(json, "choice");
    post.quotedProviderId = textAt(json, "quoted");
    post.mediaId = textAt(at(json, "media"), "id");
    post.mediaType = textAt(at(json, "media"), "type");
    post.mediaName = textAt(at(json, "media"), "name");
    post.mediaSize = std::max<qint64>(0, base::integerAt(at(json, "media"), "size").value_or(0));
    const auto when = timeAt(json);
    if (post.user.isEmpty()) {
        return malformed("user");
    }
    if (post.clientId.isEmpty()) {
        return malformed("id");
    }
    if (!when) {
        return malformed("at");
    }
    if (post.text.isEmpty() && post.mediaId.isEmpty()) {
        return malformed("text");
    }
    domain::MessageReceived received;
    received.sender.address = {domain::ChannelKind::WebChat, account, post.user};
    received.sender.language = post.language;
    received.providerId = providerIdOf(post);
    received.sentAt = *when;
    received.kind = kindOf(post);
    received.text = post.text;
    received.choice = post.choice;
    received.quotedProviderId = post.quotedProviderId;
    received.mediaId = post.mediaId;
    received.mediaType = post.mediaType;
    received.mediaName = post.mediaName;
    received.mediaSize = post.mediaSize;
    return std::vector<Event>{std::move(received)};
}

Result<std::vector<Event>> evidence(const Json& json, const QString& account)
{
    const auto state = base::fromText<DeliveryState>(textAt(json, "state"));
    const auto when = timeAt(json);
    const Json& references = at(json, "references");
    if (!state ||
        (*state != DeliveryState::Sent && *state != DeliveryState::Delivered && *state != DeliveryState::Read)) {
        return malformed("state");
    }
    if (!when) {
        return malformed("at");
    }
    if (!references.is_array()) {
        return malformed("references");
    }
    std::vector<Event> events;
    for (const Json& item : references) {
        if (!item.is_string() || item.get_ref<const std::string&>().empty()) {
            return malformed("references");
        }
        domain::DeliveryReported report;
        report.channel = domain::ChannelKind::WebChat;
        report.account = account;
        report.reference = QString::fromStdString(item.get_ref<const std::string&>());
        report.providerId = providerIdOf(report.reference);
        report.state = *state;
        report.at = *when;
        events.emplace_back(std::move(report));
    }
    return events;
}

} // namespace

QByteArray toDelivery(const Post& post)
{
    Json json{{"v", version},
              {"kind", "message"},
              {"user", utf8(post.user)},
              {"id", utf8(post.clientId)},
              {"at", base::toMillis(post.at)},
              {"language", utf8(post.language)},
              {"text", utf8(post.text)}};
    if (!post.choice.isEmpty()) {
        json["choice"] = utf8(post.choice);
        json["quoted"] = utf8(post.quotedProviderId);
    }
    if (!post.mediaId.isEmpty()) {
        json["media"] = {{"id", utf8(post.mediaId)},
                         {"type", utf8(post.mediaType)},
                         {"name", utf8(post.mediaName)},
                         {"size", post.mediaSize}};
    }
    return base::toBytes(json);
}

QByteArray toDelivery(const Evidence& evidence)
{
    Json references = Json::array();
    for (const QString& reference : evidence.references) {
        references.push_back(utf8(reference));
    }
    return base::toBytes({{"v", version},
                          {"kind", "evidence"},
                          {"state", utf8(base::toText(evidence.state))},
                          {"at", base::toMillis(evidence.at)},
                          {"references", std::move(references)}});
}

QString providerIdOf(const QString& reference)
{
    return QStringLiteral("out:") + reference;
}

QString providerIdOf(const Post& post)
{
    return post.mediaId.isEmpty() ? QStringLiteral("in:") + post.clientId
                                  : QStringLiteral("file:%1:%2").arg(post.mediaId, post.clientId);
}

Result<std::vector<Event>> parse(const QByteArray& raw, const QString& account)
{
    const auto json = base::parseJson(raw);
    if (!json) {
        return fail(json.error());
    }
    if (base::integerAt(*json, "v") != version) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("a web chat delivery of another version of the program"));
    }
    const QString kind = textAt(*json, "kind");
    if (kind == QLatin1String("message")) {
        return message(*json, account);
    }
    if (kind == QLatin1String("evidence")) {
        return evidence(*json, account);
    }
    return malformed("kind");
}

} // namespace delpek::channels::webchat
