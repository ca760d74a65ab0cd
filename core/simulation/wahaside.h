// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/wahadouble.h"
#include "simulation/otherside.h"

namespace delpek::simulation
{

/// A WAHA and a patient with WhatsApp: signed events, the acks of each message of ours, the clinic's own phone.
class WahaSide final : public OtherSide
{
public:
    WahaSide(const PatientCard& patient, base::Clock& clock);

    std::vector<http::Server::Route> routes() override { return m_double->routes(); }
    std::unique_ptr<channels::Channel> channel(http::Client& client, media::FileDoor& files) override;
    void admit(api::Access& access) const override;
    Result<Done> connect(http::Client&, http::Client&) override { return Done{}; }
    Result<domain::ChannelAddress> address(const api::webchat::WebChat* chat) override;
    bool tellsPhone() const override { return true; }

    void say(const QString& words) override;
    void press(const domain::Option& option, const domain::Message& offer) override;
    void edit(const QString& words) override;
    void react(const QString& providerId, const QString& emoji) override;
    void sendVoice(const QByteArray& sound, const QString& words) override;
    void sendPicture(const QByteArray& picture, const QString& caption) override;
    void sendPlace(const domain::Place& place) override;
    bool typeOnClinicsPhone(const QString& words) override;

    std::vector<http::Request> due() override;
    void answered(const http::Request&, const http::Response&) override {}
    std::optional<int> taken() const override { return int(m_double->sent().size()); }

private:
    WahaPayloads::From next();
    WahaPayloads::From nextMessage();

    base::Clock& m_clock;
    std::unique_ptr<WahaDouble> m_double;
    QString m_chat;
    QString m_name;
    int m_messages = 0;
    QString m_lastMessage;
    std::vector<QByteArray> m_waiting;
};

} // namespace delpek::simulation
