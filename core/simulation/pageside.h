// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/otherside.h"

namespace delpek::simulation
{

/// A visitor of the clinic's chat page: what the page's script posts. There is no provider: a message of ours is there
/// once the outbox lets it out.
class PageSide final : public OtherSide
{
public:
    explicit PageSide(const PatientCard& patient);

    std::vector<http::Server::Route> routes() override { return {}; }
    std::unique_ptr<channels::Channel> channel(http::Client& client, media::FileDoor& files) override;
    void admit(api::Access&) const override {}
    Result<Done> connect(http::Client& provider, http::Client& listener) override;
    Result<domain::ChannelAddress> address(const api::webchat::WebChat* chat) override;
    bool tellsPhone() const override { return false; }

    void say(const QString& words) override;
    void press(const domain::Option& option, const domain::Message& offer) override;
    void edit(const QString& words) override { say(words); }
    void react(const QString&, const QString& emoji) override { say(emoji); }
    void sendVoice(const QByteArray&, const QString& words) override { say(words); }
    void sendPicture(const QByteArray& picture, const QString& caption) override;
    void sendPlace(const domain::Place& place) override;
    bool typeOnClinicsPhone(const QString&) override { return false; }

    std::vector<http::Request> due() override { return std::exchange(m_waiting, {}); }
    void answered(const http::Request&, const http::Response&) override {}
    std::optional<int> taken() const override { return std::nullopt; }

private:
    std::string nextId();
    void post(const QUrl& url, const QByteArray& type, const QByteArray& body);

    std::string m_language;
    QByteArray m_token;
    int m_messages = 0;
    std::vector<http::Request> m_waiting;
};

} // namespace delpek::simulation
