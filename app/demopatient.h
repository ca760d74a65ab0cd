// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/message.h"

#include <QMap>
#include <QStringList>

namespace delpek::app
{

/// Somebody who writes to the demo clinic.
struct DemoPatient {
    domain::ChannelKind channel = domain::ChannelKind::WhatsApp; ///< or Telegram
    QString user;                                                ///< ChannelAddress::user: a wa_id, or the id of a chat
    QString name;
    base::Duration arrives{0};
    QStringList lines;                   ///< the first one opens, the others follow when nothing is asked
    QMap<domain::Asks, QString> answers; ///< to what the agent asks; offered slots are chosen by their button

    int said = 0; ///< messages sent so far
    qsizetype nextLine = 0;
    domain::MessageId answered; ///< the clinic's newest message that was reacted to
};

/// Three patients of the demo clinic: one books in Hebrew on WhatsApp, one asks in English on Telegram, one needs a
/// person, on WhatsApp.
std::vector<DemoPatient> demoPatients();

/// What a patient sends next.
struct DemoMessage {
    QString text;
    QString choice; ///< Option::value of the pressed button
    QString quoted; ///< provider id of the message with the button
};

/// The patient's reaction to the newest message of the clinic, if there is any. Pure.
std::optional<DemoMessage> nextMessage(const DemoPatient& patient, const domain::Message& newest);

} // namespace delpek::app
