// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "domain/conversation.h"
#include "domain/decision.h"
#include "domain/message.h"

class QTimeZone;

/// Values of the core as words in the language of the window. Pure, but for the installed translators. UI thread.
namespace delpek::ui::words
{

/// What a user reads when something failed: what happened and what to do.
QString sentence(const base::Error& error);
/// A composer's or an escalation's reason key as a sentence; a key nobody knows gives a general one.
QString reason(const QString& key);

QString urgency(domain::Urgency urgency);
QString channel(domain::ChannelKind channel);
/// "on WhatsApp", to stand after a name.
QString sendTo(const QString& name, domain::ChannelKind channel);
/// Who holds a conversation, for the member of staff `me`.
QString holder(const domain::Holder& holder, const QString& me);
QString mode(domain::Mode mode);
QString delivery(const domain::Message& message);
QString author(domain::AuthorKind kind, const QString& name);
QString outcome(domain::Outcome outcome);
QString stepKind(domain::StepKind kind);
QString attachment(domain::MessageKind kind);

/// "09:41" in the machine's zone.
QString clockTime(base::Instant instant);
/// The time today, "yesterday", or a short date.
QString stamp(base::Instant instant, base::Instant now);
QString day(base::Instant instant, base::Instant now);
/// "12 min", "1 h 20 min", "3 days".
QString waited(base::Duration duration);
/// "3.2 ms", "1.4 s".
QString took(std::chrono::microseconds duration);

/// The name a row goes by: the profile name, else the phone, else a general word. Not isolated.
QString title(const domain::Conversation& conversation);

} // namespace delpek::ui::words
