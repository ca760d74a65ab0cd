// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/messagerow.h"

#include "base/json.h"
#include "store/conversationrow.h"

namespace delpek::store
{

const char* const messageColumns =
    "id, conversation, author, author_name, kind, text, choice, provider_id, quoted_provider_id, sent_at, created_at, "
    "epoch, delivery, delivery_error, asks, options, version, deleted, reaction, decision, correlation, special, "
    "a.reference, a.media_type, a.media_name, a.media_size, a.voice, a.state, a.file, a.transcript, a.seconds";
const char* const messageTables = "message LEFT JOIN attachment AS a ON a.message = message.id";

namespace
{

std::vector<domain::Option> optionsFromText(const QString& text)
{
    std::vector<domain::Option> options;
    if (text.isEmpty()) {
        return options;
    }
    const auto json = base::parseJson(text.toUtf8());
    for (const auto& item : json.value_or(base::Json::array())) {
        options.push_back({base::textAt(item, "value"), base::textAt(item, "label")});
    }
    return options;
}

base::Json placeToJson(const domain::Place& place)
{
    return {{"latitude", place.latitude},
            {"longitude", place.longitude},
            {"name", base::utf8(place.name)},
            {"address", base::utf8(place.address)}};
}

base::Json templateToJson(const domain::TemplateUse& templated)
{
    auto fields = base::Json::array();
    for (const auto& [name, value] : templated.fields) {
        fields.push_back({base::utf8(name), base::utf8(value)});
    }
    return {{"name", base::utf8(templated.name)},
            {"language", base::utf8(templated.language)},
            {"fields", std::move(fields)}};
}

double numberAt(const base::Json& object, const char* key)
{
    const base::Json& value = base::at(object, key);
    return value.is_number() ? value.get<double>() : 0;
}

/// What specialToText() wrote.
void readSpecial(const QString& text, domain::Message& message)
{
    if (text.isEmpty()) {
        return;
    }
    const auto json = base::parseJson(text.toUtf8()).value_or(base::Json());
    message.forwarded = base::boolAt(json, "forwarded");
    message.quotedText = base::textAt(json, "quote");
    if (const base::Json& place = base::at(json, "place"); place.is_object()) {
        message.place = domain::Place{numberAt(place, "latitude"), numberAt(place, "longitude"),
                                      base::textAt(place, "name"), base::textAt(place, "address")};
    }
    if (const base::Json& templated = base::at(json, "template"); templated.is_object()) {
        domain::TemplateUse use{base::textAt(templated, "name"), base::textAt(templated, "language"), {}};
        for (const base::Json& field : base::at(templated, "fields")) {
            if (field.is_array() && field.size() == 2) {
                use.fields.emplace_back(QString::fromStdString(field[0].get<std::string>()),
                                        QString::fromStdString(field[1].get<std::string>()));
            }
        }
        message.templated = std::move(use);
    }
}

Result<std::optional<domain::Attachment>> attachmentFrom(const Rows& rows, int first)
{
    if (rows.isNull(first)) {
        return std::optional<domain::Attachment>();
    }
    const auto state = wordAt<domain::AttachmentState>(rows, first + 5);
    const auto transcript = wordAt<domain::TranscriptState>(rows, first + 7);
    if (!state || !transcript) {
        return fail(state ? transcript.error() : state.error());
    }
    domain::Attachment attachment;
    attachment.reference = rows.text(first);
    attachment.type = rows.text(first + 1);
    attachment.name = rows.text(first + 2);
    attachment.size = rows.integer(first + 3);
    attachment.voice = rows.flag(first + 4);
    attachment.state = *state;
    attachment.file = rows.text(first + 6);
    attachment.transcript = *transcript;
    attachment.seconds = int(rows.integer(first + 8));
    return std::optional(std::move(attachment));
}

} // namespace

QString specialToText(const domain::Message& message)
{
    base::Json json = base::Json::object();
    if (message.forwarded) {
        json["forwarded"] = true;
    }
    if (!message.quotedText.isEmpty()) {
        json["quote"] = base::utf8(message.quotedText);
    }
    if (message.place) {
        json["place"] = placeToJson(*message.place);
    }
    if (message.templated) {
        json["template"] = templateToJson(*message.templated);
    }
    return json.empty() ? QString() : base::toCompactText(json);
}

QString optionsToText(const std::vector<domain::Option>& options)
{
    if (options.empty()) {
        return {};
    }
    auto json = base::Json::array();
    for (const auto& option : options) {
        json.push_back({{"value", base::utf8(option.value)}, {"label", base::utf8(option.label)}});
    }
    return base::toCompactText(json);
}

Result<domain::Message> messageFrom(const Rows& rows)
{
    const auto author = wordAt<domain::AuthorKind>(rows, 2);
    const auto kind = wordAt<domain::MessageKind>(rows, 4);
    const auto delivery = wordAt<domain::DeliveryState>(rows, 12);
    const auto asks = wordAt<domain::Asks>(rows, 14);
    if (!author || !kind || !delivery || !asks) {
        return fail(ErrorCode::Internal,
                    QStringLiteral("message %1 holds a word this program does not know").arg(rows.integer(0)));
    }
    domain::Message message;
    message.id = {rows.integer(0)};
    message.conversation = {rows.integer(1)};
    message.author = *author;
    message.authorName = rows.text(3);
    message.kind = *kind;
    message.text = rows.text(5);
    message.choice = rows.text(6);
    message.providerId = rows.text(7);
    message.quotedProviderId = rows.text(8);
    message.sentAt = rows.instant(9);
    message.createdAt = rows.instant(10);
    message.epoch = rows.integer(11);
    message.delivery = *delivery;
    message.deliveryError = rows.text(13);
    message.asks = *asks;
    message.options = optionsFromText(rows.text(15));
    message.version = int(rows.integer(16));
    message.deleted = rows.flag(17);
    message.reaction = rows.text(18);
    message.decision = {rows.integer(19)};
    message.correlation = rows.text(20);
    readSpecial(rows.text(21), message);
    auto attachment = attachmentFrom(rows, 22);
    if (!attachment) {
        return fail(attachment.error());
    }
    message.attachment = std::move(*attachment);
    return message;
}

} // namespace delpek::store
