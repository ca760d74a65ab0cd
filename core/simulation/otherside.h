// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/routes.h"
#include "api/webchat/webchat.h"
#include "channels/channel.h"
#include "http/client.h"

#include <memory>

namespace delpek::simulation
{

/// The patient of a scenario as the channel knows him.
struct PatientCard {
    QString phone; ///< E.164; empty: an invented one
    QString name;
    domain::Language language = domain::Language::Hebrew;
};

/// Everything that is not Delpek on one channel: the provider, played by its double, and the patient's app. What the
/// patient does becomes the deliveries that the provider would make, signed as it signs; they wait in due(). Where an
/// app cannot do a thing (the chat page records no voice and edits nothing), the patient says it in words. One thread
/// drives it.
class OtherSide
{
public:
    virtual ~OtherSide() = default;

    /// What the provider answers on; nothing where there is none.
    virtual std::vector<http::Server::Route> routes() = 0;
    /// The product's own channel to this provider. `client` and `files` outlive it.
    virtual std::unique_ptr<channels::Channel> channel(http::Client& client, media::FileDoor& files) = 0;
    /// What the listener must know to let the deliveries in.
    virtual void admit(api::Access& access) const = 0;
    /// After each start of the engine: whoever has to tell the other where it is, does. May wait.
    virtual Result<Done> connect(http::Client& provider, http::Client& listener) = 0;
    /// Under which the patient writes, once connected. `chat` knows the visitors of its page.
    virtual Result<domain::ChannelAddress> address(const api::webchat::WebChat* chat) = 0;
    /// Whether the provider tells the patient's phone with his messages.
    virtual bool tellsPhone() const = 0;

    virtual void say(const QString& words) = 0;
    /// A press on one of the buttons under `offer`; the label is written where it shows none.
    virtual void press(const domain::Option& option, const domain::Message& offer) = 0;
    /// New words for the patient's last message.
    virtual void edit(const QString& words) = 0;
    virtual void react(const QString& providerId, const QString& emoji) = 0;
    /// `words` are what is heard in the sound.
    virtual void sendVoice(const QByteArray& sound, const QString& words) = 0;
    virtual void sendPicture(const QByteArray& picture, const QString& caption) = 0;
    virtual void sendPlace(const domain::Place& place) = 0;
    /// Somebody of the clinic writes to the patient from the clinic's own phone; false where there is none.
    virtual bool typeOnClinicsPhone(const QString& words) = 0;

    /// The deliveries and reports that are to be posted to the listener now, in order. Each is told by answered().
    virtual std::vector<http::Request> due() = 0;
    virtual void answered(const http::Request& request, const http::Response& response) = 0;
    /// How many messages of ours the provider took; nothing where there is no provider.
    virtual std::optional<int> taken() const = 0;
};

std::unique_ptr<OtherSide> otherSide(domain::ChannelKind channel, const PatientCard& patient, base::Clock& clock);

/// The host does not count: requests are handed over in this process.
QUrl listenerUrl(const char* path);
/// "+972541112233" without the plus; an invented number when there is none.
QString phoneDigits(const PatientCard& patient);

} // namespace delpek::simulation
