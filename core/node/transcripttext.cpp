// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/transcripttext.h"

#include "agent/spokenmark.h"
#include "domain/localtime.h"

namespace delpek::node
{

namespace
{

using domain::AuthorKind;
using domain::DeliveryState;

QString local(base::Instant at, const QTimeZone& zone)
{
    const auto moment = domain::toLocal(at, zone);
    return moment.date.toString(QStringLiteral("d.M.yyyy")) + QLatin1Char(' ') +
           moment.time.toString(QStringLiteral("HH:mm"));
}

QString channelName(domain::ChannelKind channel)
{
    switch (channel) {
    case domain::ChannelKind::Telegram:
        return QStringLiteral("Telegram");
    case domain::ChannelKind::WebChat:
        return QStringLiteral("Web chat");
    case domain::ChannelKind::WhatsApp:
    case domain::ChannelKind::Waha:
        break;
    }
    return QStringLiteral("WhatsApp");
}

} // namespace

QString transcriptText(const domain::EscalationCard& card, const store::Transcript& transcript,
                       const std::vector<domain::Message>& messages, const agent::Texts& texts, const QTimeZone& zone)
{
    const auto language = card.conversation.language;
    const auto text = [&](const char* key, const agent::Texts::Values& values = {}) {
        return texts.text(QLatin1String(key), language, domain::Gender::Unknown, values);
    };
    QStringList lines{text("record.title", {{QStringLiteral("channel"), channelName(card.conversation.address.channel)},
                                            {QStringLiteral("from"), local(transcript.from, zone)},
                                            {QStringLiteral("to"), local(transcript.to, zone)}})};
    for (const auto& message : messages) {
        if (message.delivery == DeliveryState::Withdrawn) {
            continue;
        }
        const QString who = message.isIncoming()                  ? text("record.patient")
                            : message.author == AuthorKind::Agent ? text("record.agent")
                            : message.authorName.isEmpty()        ? text("record.staff")
                                                                  : message.authorName;
        QString said = message.text;
        if (message.attachment) {
            const QString file = message.attachment->voice
                                     ? agent::spokenMark(*message.attachment, texts, language)
                                     : text("record.file", {{QStringLiteral("name"), message.attachment->name}});
            said = said.isEmpty() ? file : file + QLatin1Char(' ') + said;
        }
        if (message.delivery == DeliveryState::Failed) {
            said += QLatin1Char(' ') + text("record.failed");
        } else if (message.delivery == DeliveryState::Unknown) {
            said += QLatin1Char(' ') + text("record.unknown");
        }
        lines << QStringLiteral("[%1] %2: %3").arg(local(message.sentAt, zone), who, said);
    }
    for (const auto& event : card.history) {
        if (event.kind == QLatin1String("closed") && event.at == transcript.to) {
            // What a person wrote; a text key is the program's own word and no text for a record.
            const bool isKey = event.detail == QLatin1String("escalation.handedBack");
            lines << text("record.closed", {{QStringLiteral("by"), event.by}}) +
                         (isKey || event.detail.isEmpty() ? QString() : QLatin1Char(' ') + event.detail);
        }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace delpek::node
