// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/botside.h"

#include "base/await.h"
#include "channels/telegram/channel.h"
#include "channels/telegram/setup.h"

namespace delpek::simulation
{

namespace
{

const QString webhookSecret = QStringLiteral("secret-of-the-webhook");

qint64 messageIdIn(const QString& providerId)
{
    return providerId.section(QLatin1Char(':'), -1).toLongLong();
}

} // namespace

BotSide::BotSide(const PatientCard& patient, base::Clock& clock)
    : m_clock(clock)
    , m_double(TelegramDouble::inProcess({}, clock))
    , m_chat(phoneDigits(patient).toLongLong())
    , m_name(patient.name)
    , m_language(base::toText(patient.language))
{
}

std::unique_ptr<channels::Channel> BotSide::channel(http::Client& client, media::FileDoor&)
{
    return std::make_unique<channels::TelegramChannel>(
        m_double->url(), m_double->bot(), [token = m_double->token()] { return token; }, client);
}

void BotSide::admit(api::Access& access) const
{
    access.telegramAccount = m_double->bot();
    access.telegramSecret = webhookSecret.toUtf8();
}

Result<Done> BotSide::connect(http::Client& provider, http::Client&)
{
    return base::await(channels::telegram::registerWebhook({m_double->url(), m_double->token(), &provider},
                                                           QUrl(QStringLiteral("https://clinic.invalid")),
                                                           webhookSecret));
}

Result<domain::ChannelAddress> BotSide::address(const api::webchat::WebChat*)
{
    return domain::ChannelAddress{domain::ChannelKind::Telegram, m_double->bot(), QString::number(m_chat)};
}

telegram::From BotSide::from(qint64 message) const
{
    return {m_chat, m_name, message, m_clock.now(), m_language};
}

QString BotSide::keep(const QByteArray& bytes, const char* ending)
{
    const QString name = QStringLiteral("file-%1").arg(m_messages + 1);
    m_double->addFile({name, QStringLiteral("files/%1.%2").arg(name, QLatin1String(ending)), bytes});
    return name;
}

void BotSide::say(const QString& words)
{
    m_double->deliver(telegram::textUpdate(next(), words));
}

void BotSide::press(const domain::Option& option, const domain::Message& offer)
{
    for (const auto& message : m_double->sent()) {
        for (const auto& shown : message.options) {
            if (message.providerId == offer.providerId && shown.value == option.value) {
                m_double->deliver(telegram::buttonUpdate(from(messageIdIn(offer.providerId)),
                                                         QStringLiteral("press-%1").arg(++m_presses), shown.value,
                                                         shown.label));
                return;
            }
        }
    }
    say(option.label);
}

void BotSide::edit(const QString& words)
{
    m_double->deliver(telegram::editUpdate(from(m_messages), words));
}

void BotSide::react(const QString& providerId, const QString& emoji)
{
    m_double->deliver(telegram::reactionUpdate(from(messageIdIn(providerId)), emoji));
}

void BotSide::sendVoice(const QByteArray& sound, const QString&)
{
    const QString file = keep(sound, "oga");
    m_double->deliver(telegram::voiceUpdate(next(), file));
}

void BotSide::sendPicture(const QByteArray& picture, const QString& caption)
{
    const QString file = keep(picture, "jpg");
    m_double->deliver(telegram::photoUpdate(next(), file, caption));
}

void BotSide::sendPlace(const domain::Place& place)
{
    m_double->deliver(telegram::locationUpdate(next(), place));
}

std::vector<http::Request> BotSide::due()
{
    m_posted = m_double->webhookPosts();
    std::vector<http::Request> requests;
    for (const auto& post : m_posted) {
        http::Request request;
        request.method = "POST";
        request.url = post.url;
        request.headers = post.headers;
        request.body = post.body;
        requests.push_back(std::move(request));
    }
    return requests;
}

void BotSide::answered(const http::Request& request, const http::Response& response)
{
    const auto post =
        std::find_if(m_posted.begin(), m_posted.end(), [&](const auto& one) { return one.body == request.body; });
    if (post != m_posted.end()) {
        m_double->webhookAnswered(*post, response.status, response.body);
    }
}

} // namespace delpek::simulation
