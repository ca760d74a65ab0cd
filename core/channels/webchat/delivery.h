// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/event.h"

#include <QByteArray>
#include <QStringList>

// The form in which the web chat's listener keeps a delivery in the inbox: our own JSON, with a version.

namespace delpek::channels::webchat
{

/// What a visitor of the chat page sent.
struct Post {
    QString user;     ///< who: see api::webchat::Sessions
    QString clientId; ///< made by the page; the same again is the same message
    base::Instant at; ///< our clock, when it came
    QString language; ///< IETF tag the page is shown in
    QString text;     ///< what was typed, or the label of the pressed button
    QString choice;   ///< domain::Option::value of the pressed button
    QString quotedProviderId;
    QString mediaId;   ///< of a stored file; then text and choice are empty
    QString mediaType; ///< image/… or application/pdf
    QString mediaName; ///< as the visitor's device calls it
    qint64 mediaSize = 0;
};
QByteArray toDelivery(const Post& post);

/// What the stream or the page gave evidence of.
struct Evidence {
    domain::DeliveryState state = domain::DeliveryState::Delivered; ///< Sent, Delivered or Read
    base::Instant at;
    QStringList references; ///< of the outbox, ours
};
QByteArray toDelivery(const Evidence& evidence);

/// The provider id of a message of ours: there is no other provider than we.
QString providerIdOf(const QString& reference);
/// The provider id of a visitor's message. A file's id stands in it, so that the message leads to the file.
QString providerIdOf(const Post& post);

/// What one delivery says on the account `account`. Pure. InvalidInput names the member that is wrong.
Result<std::vector<domain::Event>> parse(const QByteArray& raw, const QString& account);

} // namespace delpek::channels::webchat
