// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/telegramdouble.h"
#include "simulation/otherside.h"

namespace delpek::simulation
{

/// Telegram and a patient who writes to the clinic's bot: updates go to the webhook that the engine sets at its start,
/// with the secret it gave.
class BotSide final : public OtherSide
{
public:
    BotSide(const PatientCard& patient, base::Clock& clock);

    std::vector<http::Server::Route> routes() override { return m_double->routes(); }
    std::unique_ptr<channels::Channel> channel(http::Client& client, media::FileDoor& files) override;
    void admit(api::Access& access) const override;
    Result<Done> connect(http::Client& provider, http::Client& listener) override;
    Result<domain::ChannelAddress> address(const api::webchat::WebChat* chat) override;
    bool tellsPhone() const override { return false; }

    void say(const QString& words) override;
    void press(const domain::Option& option, const domain::Message& offer) override;
    void edit(const QString& words) override;
    void react(const QString& providerId, const QString& emoji) override;
    void sendVoice(const QByteArray& sound, const QString& words) override;
    void sendPicture(const QByteArray& picture, const QString& caption) override;
    void sendPlace(const domain::Place& place) override;
    bool typeOnClinicsPhone(const QString&) override { return false; }

    std::vector<http::Request> due() override;
    void answered(const http::Request& request, const http::Response& response) override;
    std::optional<int> taken() const override { return int(m_double->sent().size()); }

private:
    telegram::From from(qint64 message) const;
    telegram::From next() { return from(++m_messages); }
    /// A file for getFile; its id.
    QString keep(const QByteArray& bytes, const char* ending);

    base::Clock& m_clock;
    std::unique_ptr<TelegramDouble> m_double;
    qint64 m_chat;
    QString m_name;
    QString m_language;
    qint64 m_messages = 0; ///< the patient's last message too
    int m_presses = 0;
    std::vector<WebhookPost> m_posted;
};

} // namespace delpek::simulation
