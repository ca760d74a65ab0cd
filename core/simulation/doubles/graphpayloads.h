// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "simulation/doubles/recorded.h"

namespace delpek::simulation
{

/// Writes webhook bodies as the WhatsApp Cloud API sends them to the number `phoneNumberId`. A value; pure.
class GraphPayloads
{
public:
    /// The patient and the message's own data. `waId`: digits without plus; `wamid`: unique.
    struct From {
        QString waId;
        QString name;
        QString wamid;
        base::Instant at;
    };

    explicit GraphPayloads(QString phoneNumberId)
        : m_phoneNumberId(std::move(phoneNumberId))
    {
    }

    QByteArray text(const From& from, const QString& text, const QString& quoted = {}) const;
    QByteArray voice(const From& from, const QString& mediaId) const;
    QByteArray image(const From& from, const QString& mediaId, const QString& caption) const;
    QByteArray document(const From& from, const QString& mediaId, const QString& fileName) const;
    QByteArray location(const From& from, const domain::Place& place) const;
    /// The patient has another number from now on.
    QByteArray numberChanged(const From& from, const QString& newWaId) const;
    /// An empty emoji takes the reaction back.
    QByteArray reaction(const From& from, const QString& toWamid, const QString& emoji) const;
    QByteArray edit(const From& from, const QString& originalWamid, const QString& text) const;
    QByteArray revoke(const From& from, const QString& originalWamid) const;
    QByteArray button(const From& from, const QString& id, const QString& title, const QString& quoted) const;
    /// A person of the clinic wrote `text` to the patient from the clinic's own phone.
    QByteArray echo(const From& to, const QString& text) const;
    /// `status`: sent, delivered, read, played or failed; `errorCode` with failed.
    QByteArray status(const SentMessage& message, const QString& status, base::Instant at, int errorCode = 0) const;
    /// Meta's decision on a template: APPROVED, REJECTED, PAUSED …
    QByteArray templateStatus(const QString& name, const QString& language, const QString& event,
                              base::Instant at) const;

private:
    QByteArray message(const From& from, const char* type, base::Json content, base::Json context = {}) const;
    QByteArray envelope(const char* field, base::Json value) const;
    static QByteArray wrapped(const char* field, base::Json value, base::Json entry);

    QString m_phoneNumberId;
};

} // namespace delpek::simulation
