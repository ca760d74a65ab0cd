// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/graphside.h"

#include "channels/whatsapp/channel.h"

namespace delpek::simulation
{

GraphSide::GraphSide(const PatientCard& patient, base::Clock& clock)
    : m_clock(clock)
    , m_double(GraphDouble::inProcess({}, clock))
    , m_waId(phoneDigits(patient))
    , m_name(patient.name)
{
}

std::unique_ptr<channels::Channel> GraphSide::channel(http::Client& client, media::FileDoor&)
{
    const auto& account = m_double->setup();
    channels::WhatsAppChannel::Setup setup;
    setup.endpoint = {m_double->url(), account.version, account.phoneNumberId};
    setup.token = [token = QString::fromUtf8(account.token)] { return token; };
    return std::make_unique<channels::WhatsAppChannel>(std::move(setup), client);
}

void GraphSide::admit(api::Access& access) const
{
    access.whatsappAccount = m_double->setup().phoneNumberId;
    access.whatsappAppSecret = m_double->setup().appSecret;
}

Result<domain::ChannelAddress> GraphSide::address(const api::webchat::WebChat*)
{
    return domain::ChannelAddress{domain::ChannelKind::WhatsApp, m_double->setup().phoneNumberId, m_waId};
}

GraphPayloads::From GraphSide::next(const char* kind)
{
    m_double->patientWrote(m_waId, m_clock.now());
    return {m_waId, m_name, QStringLiteral("wamid.%1-%2").arg(QLatin1String(kind)).arg(++m_messages), m_clock.now()};
}

GraphPayloads::From GraphSide::nextMessage()
{
    auto from = next("patient");
    m_lastMessage = from.wamid;
    return from;
}

void GraphSide::say(const QString& words)
{
    m_waiting.push_back(m_double->payloads().text(nextMessage(), words));
}

void GraphSide::press(const domain::Option& option, const domain::Message& offer)
{
    for (const auto& message : m_double->sent()) {
        for (const auto& shown : message.options) {
            if (message.providerId == offer.providerId && shown.value == option.value) {
                m_waiting.push_back(
                    m_double->payloads().button(nextMessage(), shown.value, shown.label, message.providerId));
                return;
            }
        }
    }
    say(option.label);
}

void GraphSide::edit(const QString& words)
{
    m_waiting.push_back(m_double->payloads().edit(next("edit"), m_lastMessage, words));
}

void GraphSide::react(const QString& providerId, const QString& emoji)
{
    m_waiting.push_back(m_double->payloads().reaction(next("reaction"), providerId, emoji));
}

void GraphSide::sendVoice(const QByteArray& sound, const QString&)
{
    const QString id = m_double->keepPatientsFile({sound, QStringLiteral("audio/ogg; codecs=opus")});
    m_waiting.push_back(m_double->payloads().voice(nextMessage(), id));
}

void GraphSide::sendPicture(const QByteArray& picture, const QString& caption)
{
    const QString id = m_double->keepPatientsFile({picture, QStringLiteral("image/jpeg")});
    m_waiting.push_back(m_double->payloads().image(nextMessage(), id, caption));
}

void GraphSide::sendPlace(const domain::Place& place)
{
    m_waiting.push_back(m_double->payloads().location(nextMessage(), place));
}

bool GraphSide::typeOnClinicsPhone(const QString& words)
{
    const GraphPayloads::From to{m_waId, m_name, QStringLiteral("wamid.echo-%1").arg(++m_messages), m_clock.now()};
    m_waiting.push_back(m_double->payloads().echo(to, words));
    return true;
}

std::vector<http::Request> GraphSide::due()
{
    std::vector<http::Request> requests;
    const auto post = [&](const QByteArray& body) {
        http::Request request;
        request.method = "POST";
        request.url = listenerUrl("/api/whatsapp/webhook");
        request.headers = {{"Content-Type", "application/json"}, {"X-Hub-Signature-256", m_double->sign(body)}};
        request.body = body;
        requests.push_back(std::move(request));
    };
    for (const auto& body : std::exchange(m_waiting, {})) {
        post(body);
    }
    for (const auto& body : m_double->statusDeliveries()) {
        post(body);
    }
    return requests;
}

} // namespace delpek::simulation
