// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/wahaside.h"

#include "channels/waha/channel.h"

namespace delpek::simulation
{

WahaSide::WahaSide(const PatientCard& patient, base::Clock& clock)
    : m_clock(clock)
    , m_double(WahaDouble::inProcess({}, clock))
    , m_chat(phoneDigits(patient) + QStringLiteral("@c.us"))
    , m_name(patient.name)
{
}

std::unique_ptr<channels::Channel> WahaSide::channel(http::Client& client, media::FileDoor&)
{
    const auto& setup = m_double->setup();
    return std::make_unique<channels::WahaChannel>(
        channels::waha::Endpoint{m_double->url(), setup.session},
        [key = QString::fromUtf8(setup.apiKey)] { return key; }, client);
}

void WahaSide::admit(api::Access& access) const
{
    access.wahaSession = m_double->setup().session;
    access.wahaWebhookSecret = m_double->setup().hmacKey;
}

Result<domain::ChannelAddress> WahaSide::address(const api::webchat::WebChat*)
{
    return domain::ChannelAddress{domain::ChannelKind::Waha, m_double->setup().session, m_chat};
}

WahaPayloads::From WahaSide::next()
{
    return {m_chat, m_name, QStringLiteral("3EB0F0%1").arg(++m_messages, 10, 16, QLatin1Char('0')).toUpper(),
            m_clock.now()};
}

WahaPayloads::From WahaSide::nextMessage()
{
    auto from = next();
    m_lastMessage = from.id;
    return from;
}

void WahaSide::say(const QString& words)
{
    m_waiting.push_back(m_double->payloads().text(nextMessage(), words));
}

/// A linked phone shows no buttons: the patient writes what he chose.
void WahaSide::press(const domain::Option& option, const domain::Message&)
{
    say(option.label);
}

void WahaSide::edit(const QString& words)
{
    m_waiting.push_back(m_double->payloads().edit(next(), m_lastMessage, words));
}

void WahaSide::react(const QString& providerId, const QString& emoji)
{
    m_waiting.push_back(m_double->payloads().reaction(next(), providerId, emoji));
}

void WahaSide::sendVoice(const QByteArray& sound, const QString&)
{
    const auto from = nextMessage();
    m_double->addFile(from.id + QStringLiteral(".oga"), QStringLiteral("false_%1_%2").arg(from.chat, from.id),
                      {sound, QStringLiteral("audio/ogg")});
    m_waiting.push_back(m_double->payloads().voice(from));
}

void WahaSide::sendPicture(const QByteArray& picture, const QString& caption)
{
    const auto from = nextMessage();
    m_double->addFile(from.id + QStringLiteral(".jpg"), QStringLiteral("false_%1_%2").arg(from.chat, from.id),
                      {picture, QStringLiteral("image/jpeg")});
    m_waiting.push_back(m_double->payloads().image(from, caption));
}

void WahaSide::sendPlace(const domain::Place& place)
{
    m_waiting.push_back(m_double->payloads().location(nextMessage(), place.latitude, place.longitude));
}

bool WahaSide::typeOnClinicsPhone(const QString& words)
{
    m_waiting.push_back(m_double->payloads().own(next(), words, false));
    return true;
}

std::vector<http::Request> WahaSide::due()
{
    std::vector<http::Request> requests;
    const QUrl url = listenerUrl("/api/waha/webhook");
    for (const auto& body : std::exchange(m_waiting, {})) {
        requests.push_back(m_double->delivery(url, body));
    }
    for (const auto& body : m_double->sentDeliveries()) {
        requests.push_back(m_double->delivery(url, body));
    }
    return requests;
}

} // namespace delpek::simulation
