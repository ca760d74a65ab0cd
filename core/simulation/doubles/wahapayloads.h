// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "simulation/doubles/recorded.h"

namespace delpek::simulation
{

/// The engines of WAHA, whose payloads and answers differ in places.
enum class WahaEngine { WebJs, NoWeb, Gows };

/// Writes webhook bodies as WAHA sends them for the session `session`. A value; pure: the envelope's id comes from the
/// payload, so that the same call gives the same bytes.
class WahaPayloads
{
public:
    /// The patient and the message's own data. `chat`: "<digits>@c.us" or "<digits>@lid"; `id`: WhatsApp's own, unique.
    struct From {
        QString chat;
        QString name;
        QString id;
        base::Instant at;
    };

    /// The clinic's own number in every payload.
    static QString ownChat() { return QStringLiteral("97235550100@c.us"); }

    WahaPayloads(QString session, WahaEngine engine)
        : m_session(std::move(session))
        , m_engine(engine)
    {
    }

    /// `event`: message or message.any. `quoted`: the id of the message answered; WEBJS and NOWEB write it whole.
    QByteArray text(const From& from, const QString& text, const QString& quoted = {},
                    const char* event = "message") const;
    QByteArray voice(const From& from) const;
    QByteArray image(const From& from, const QString& caption) const;
    QByteArray location(const From& from, double latitude, double longitude) const;
    QByteArray contact(const From& from, const QString& name, const QString& phone) const;
    /// An empty emoji takes the reaction back. `to`: WhatsApp's own id of a message of ours.
    QByteArray reaction(const From& from, const QString& to, const QString& emoji) const;
    QByteArray edit(const From& from, const QString& original, const QString& text) const;
    QByteArray revoke(const From& from, const QString& original) const;
    /// A message of the clinic, in message.any: typed on its phone, or sent through the API.
    QByteArray own(const From& to, const QString& text, bool throughApi) const;
    /// `ack`: -1 error, 0 pending, 1 server, 2 device, 3 read, 4 played.
    QByteArray ack(const SentMessage& message, int ack, base::Instant at) const;
    QByteArray sessionStatus(const QString& status, base::Instant at) const;

private:
    base::Json message(const From& from, bool fromMe, const QString& body) const;
    QByteArray envelope(const char* event, base::Json payload, base::Instant at) const;

    QString m_session;
    WahaEngine m_engine;
};

QString toText(WahaEngine engine);

} // namespace delpek::simulation
