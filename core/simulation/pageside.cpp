// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/pageside.h"

#include "base/await.h"
#include "channels/webchat/channel.h"

namespace delpek::simulation
{

PageSide::PageSide(const PatientCard& patient)
    : m_language(base::utf8(base::toText(patient.language)))
{
}

std::unique_ptr<channels::Channel> PageSide::channel(http::Client&, media::FileDoor& files)
{
    return std::make_unique<channels::WebChatChannel>([&files](const QString& id) { return files.read(id); });
}

/// The page keeps its token over restarts of ours.
Result<Done> PageSide::connect(http::Client&, http::Client& listener)
{
    if (!m_token.isEmpty()) {
        return Done{};
    }
    http::Request request;
    request.method = "POST";
    request.url = listenerUrl("/api/webchat/session");
    const auto answer = base::await(listener.send(request));
    const auto body = answer ? base::parseJson(answer->body) : fail(answer.error());
    if (!body || answer->status != 200) {
        return fail(ErrorCode::Internal, QStringLiteral("the chat page got no session"));
    }
    m_token = base::textAt(*body, "token").toLatin1();
    return Done{};
}

Result<domain::ChannelAddress> PageSide::address(const api::webchat::WebChat* chat)
{
    if (!chat) {
        return fail(ErrorCode::Internal, QStringLiteral("there is no chat page"));
    }
    return chat->visitor(m_token).map([](const QString& user) {
        return domain::ChannelAddress{domain::ChannelKind::WebChat, channels::WebChatChannel().account(), user};
    });
}

std::string PageSide::nextId()
{
    return "visitor-" + std::to_string(++m_messages);
}

void PageSide::post(const QUrl& url, const QByteArray& type, const QByteArray& body)
{
    http::Request request;
    request.method = "POST";
    request.url = url;
    request.headers = {{"Content-Type", type}, {"Authorization", "Bearer " + m_token}};
    request.body = body;
    m_waiting.push_back(std::move(request));
}

void PageSide::say(const QString& words)
{
    post(listenerUrl("/api/webchat/messages"), "application/json",
         base::toBytes({{"id", nextId()}, {"text", base::utf8(words)}, {"language", m_language}}));
}

void PageSide::press(const domain::Option& option, const domain::Message& offer)
{
    post(listenerUrl("/api/webchat/messages"), "application/json",
         base::toBytes({{"id", nextId()},
                        {"choice", base::utf8(option.value)},
                        {"message", offer.id.value},
                        {"language", m_language}}));
}

void PageSide::sendPicture(const QByteArray& picture, const QString& caption)
{
    post(listenerUrl(("/api/webchat/files?name=picture.jpg&id=" + nextId() + "&language=" + m_language).c_str()),
         "image/jpeg", picture);
    if (!caption.isEmpty()) {
        say(caption);
    }
}

void PageSide::sendPlace(const domain::Place& place)
{
    say(QStringLiteral("%1, %2").arg(place.latitude).arg(place.longitude));
}

} // namespace delpek::simulation
