// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/graphdouble.h"
#include "simulation/otherside.h"

namespace delpek::simulation
{

/// Meta and a patient with WhatsApp: signed webhooks, sent, delivered and read for each message of ours, the clinic's
/// own WhatsApp Business app.
class GraphSide final : public OtherSide
{
public:
    GraphSide(const PatientCard& patient, base::Clock& clock);

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
    GraphPayloads::From next(const char* kind);
    GraphPayloads::From nextMessage();

    base::Clock& m_clock;
    std::unique_ptr<GraphDouble> m_double;
    QString m_waId;
    QString m_name;
    int m_messages = 0;
    QString m_lastMessage;
    std::vector<QByteArray> m_waiting;
};

} // namespace delpek::simulation
