// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/body.h"

#include "channels/channel.h"
#include "channels/options.h"
#include "domain/isolate.h"

namespace delpek::channels::whatsapp
{

using base::Json;
using base::utf8;
using domain::MessageKind;

namespace
{

tl::unexpected<Error> refused(const QString& detail, const char* key = "send.rejected")
{
    return fail(ErrorCode::InvalidInput, detail, QString::fromLatin1(key));
}

tl::unexpected<Error> tooLong(qsizetype length, int most)
{
    return refused(QStringLiteral("the message has %1 characters, WhatsApp takes %2").arg(length).arg(most),
                   "send.tooLong");
}

Result<Json> addressed(const QString& user, const std::optional<domain::Phone>& phone)
{
    Json body{{"messaging_product", "whatsapp"}, {"recipient_type", "individual"}};
    const bool digits = !user.isEmpty() && std::all_of(user.begin(), user.end(), [](QChar c) {
        return c >= QLatin1Char('0') && c <= QLatin1Char('9');
    });
    if (digits) {
        // Without the plus the clinic's own country code would be put before the number.
        body["to"] = utf8(QLatin1Char('+') + user);
    } else if (!user.isEmpty()) {
        body["recipient"] = utf8(user);
    } else if (phone) {
        body["to"] = utf8(phone->e164());
    } else {
        return refused(QStringLiteral("the message has no recipient"));
    }
    return body;
}

QString titleOf(const domain::Option& option)
{
    return domain::withoutIsolates(option.label).trimmed();
}

Json buttons(const std::vector<domain::Option>& options)
{
    Json list = Json::array();
    for (const domain::Option& option : options) {
        list.push_back({{"type", "reply"}, {"reply", {{"id", utf8(option.value)}, {"title", utf8(titleOf(option))}}}});
    }
    return {{"buttons", std::move(list)}};
}

Json rows(const std::vector<domain::Option>& options, const QString& text)
{
    Json list = Json::array();
    for (const domain::Option& option : options) {
        list.push_back({{"id", utf8(option.value)}, {"title", utf8(titleOf(option))}});
    }
    // The label that opens the list is ours to write, in the language of the message it stands under.
    const QString open = domain::Bilingual{QStringLiteral("לבחירה"), QStringLiteral("Choose")}.in(
        domain::languageOf(text, domain::Language::Hebrew));
    return {{"button", utf8(open)}, {"sections", Json::array({{{"rows", std::move(list)}}})}};
}

std::optional<Json> buttonMessage(const QString& text, const std::vector<domain::Option>& options)
{
    if (options.empty() || options.size() > maxButtons || text.size() > maxInteractiveText ||
        !fitButtons(options, maxButtonLabel)) {
        return std::nullopt;
    }
    return Json{{"type", "button"}, {"body", {{"text", utf8(text)}}}, {"action", buttons(options)}};
}

std::optional<Json> listMessage(const QString& text, const std::vector<domain::Option>& options)
{
    if (options.empty() || options.size() > maxRows || text.size() > maxInteractiveText ||
        !fitButtons(options, maxRowLabel)) {
        return std::nullopt;
    }
    return Json{{"type", "list"}, {"body", {{"text", utf8(text)}}}, {"action", rows(options, text)}};
}

Result<Done> addText(Json& body, const Outgoing& outgoing, const QString& text)
{
    if (text.trimmed().isEmpty()) {
        return refused(QStringLiteral("the message has no text"));
    }
    auto choices = buttonMessage(text, outgoing.options);
    if (!choices) {
        choices = listMessage(text, outgoing.options);
    }
    if (choices) {
        body["type"] = "interactive";
        body["interactive"] = std::move(*choices);
        return Done{};
    }
    const QString whole = withNumberedLines(text, outgoing.options);
    if (whole.size() > maxText) {
        return tooLong(whole.size(), maxText);
    }
    body["type"] = "text";
    body["text"] = {{"body", utf8(whole)}, {"preview_url", false}};
    return Done{};
}

Result<Done> addFile(Json& body, const Outgoing& outgoing, const QString& text, const QString& mediaId)
{
    const OutgoingFile& file = *outgoing.file;
    const std::string type = utf8(base::toText(file.kind));
    Json object{{"id", utf8(mediaId)}};
    if (file.kind == MessageKind::Document && !file.name.isEmpty()) {
        object["filename"] = utf8(domain::withoutIsolates(file.name));
    }
    const bool takesWords = file.kind != MessageKind::Audio && file.kind != MessageKind::Sticker;
    auto choices = takesWords && !text.trimmed().isEmpty() ? buttonMessage(text, outgoing.options) : std::nullopt;
    if (choices) {
        (*choices)["header"] = {{"type", type}, {type, std::move(object)}};
        body["type"] = "interactive";
        body["interactive"] = std::move(*choices);
        return Done{};
    }
    const QString caption = withNumberedLines(text, outgoing.options);
    if (!caption.trimmed().isEmpty() && !takesWords) {
        return refused(QStringLiteral("WhatsApp shows no words below audio and stickers"), "send.noCaption");
    }
    if (caption.size() > maxCaption) {
        return tooLong(caption.size(), maxCaption);
    }
    if (!caption.trimmed().isEmpty()) {
        object["caption"] = utf8(caption);
    }
    if (file.voice) {
        object["voice"] = true;
    }
    body["type"] = type;
    body[type] = std::move(object);
    return Done{};
}

Result<Done> addPlace(Json& body, const domain::Place& place)
{
    if (!(place.latitude >= -90 && place.latitude <= 90 && place.longitude >= -180 && place.longitude <= 180)) {
        return refused(QStringLiteral("the place is not on the globe"));
    }
    Json object{{"latitude", place.latitude}, {"longitude", place.longitude}};
    if (!place.name.isEmpty()) {
        object["name"] = utf8(domain::withoutIsolates(place.name));
        if (!place.address.isEmpty()) {
            // Shown below a name only.
            object["address"] = utf8(domain::withoutIsolates(place.address));
        }
    }
    body["type"] = "location";
    body["location"] = std::move(object);
    return Done{};
}

Result<Done> addTemplate(Json& body, const domain::TemplateUse& use, const std::vector<Template>& templates)
{
    auto object = useBody(use, findTemplate(templates, use.name, use.language));
    if (!object) {
        return fail(object.error());
    }
    body["type"] = "template";
    body["template"] = std::move(*object);
    return Done{};
}

} // namespace

Result<Json> messageBody(const Outgoing& outgoing, const QString& mediaId, const std::vector<Template>& templates)
{
    if (outgoing.reference.size() > maxReference) {
        return refused(QStringLiteral("the reference is longer than %1").arg(maxReference));
    }
    auto body = addressed(outgoing.to.user, outgoing.phone);
    if (!body) {
        return body;
    }
    const QString text = domain::withoutIsolates(outgoing.text);
    const auto added = outgoing.file        ? addFile(*body, outgoing, text, mediaId)
                       : outgoing.place     ? addPlace(*body, *outgoing.place)
                       : outgoing.templated ? addTemplate(*body, *outgoing.templated, templates)
                                            : addText(*body, outgoing, text);
    if (!added) {
        return fail(added.error());
    }
    if (!outgoing.quotedProviderId.isEmpty()) {
        (*body)["context"] = {{"message_id", utf8(outgoing.quotedProviderId)}};
    }
    if (!outgoing.reference.isEmpty()) {
        (*body)["biz_opaque_callback_data"] = utf8(outgoing.reference);
    }
    return body;
}

Result<Json> reactionBody(const domain::ChannelAddress& to, const QString& providerId, const QString& emoji)
{
    auto body = addressed(to.user, std::nullopt);
    if (body) {
        (*body)["type"] = "reaction";
        (*body)["reaction"] = {{"message_id", utf8(providerId)}, {"emoji", utf8(emoji)}};
    }
    return body;
}

Json readBody(const QString& providerId, bool typing)
{
    Json body{{"messaging_product", "whatsapp"}, {"status", "read"}, {"message_id", utf8(providerId)}};
    if (typing) {
        body["typing_indicator"] = {{"type", "text"}};
    }
    return body;
}

} // namespace delpek::channels::whatsapp
