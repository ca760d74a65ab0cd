// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "domain/conversation.h"
#include "domain/decision.h"
#include "domain/escalation.h"
#include "domain/language.h"
#include "domain/message.h"

/// Values of the core as words in the language of the window. Pure, but for the installed translators. UI thread.
namespace delpek::ui::words
{

/// What a user reads when something failed: what happened and what to do.
QString sentence(const base::Error& error);
/// The sentence of an error's or a composer's own key; empty for a key that has none.
QString keySentence(const QString& key);
/// Why the composer takes no text; a key nobody knows gives a general sentence.
QString reason(const QString& key);
/// Why a person is asked, without a full stop: what the gravest rule of triage saw, else the reason.
QString why(const domain::Escalation& escalation);
/// The words of an escalation's reason key and of a triage rule's id; empty for those that have none.
QString escalationReason(const QString& key);
QString triageRule(const QString& rule);
/// Why a message did not go out, to stand after a colon; empty for a key that has no words.
QString sendFailure(const QString& key);

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
/// What a patient wanted, by the intent's id; an unknown id as it is.
QString intent(const QString& id);
QString attachment(domain::MessageKind kind);

/// A name of the clinic or its records in the language of the window, else in the other. Not isolated.
QString name(const domain::Bilingual& name);
/// "Sunday"; 0 is Sunday.
QString weekday(int day);
/// The day in the clinic's zone.
QDate localDate(base::Instant instant);
/// "09:41" in the clinic's zone (see applyZone), as the two below.
QString clockTime(base::Instant instant);
/// The time today, "yesterday", or a short date.
QString stamp(base::Instant instant, base::Instant now);
QString day(base::Instant instant, base::Instant now);
/// "at 10:30", "yesterday at 10:30", "on 3.3.26 at 10:30": when something ended, to stand inside a sentence.
QString ended(base::Instant instant, base::Instant now);
/// "12 min", "1 h 20 min", "3 days".
QString waited(base::Duration duration);
/// "3.2 ms", "1.4 s".
QString took(std::chrono::microseconds duration);

/// The name a row goes by: the profile name, else the phone, else a general word. Not isolated.
QString title(const domain::Conversation& conversation);

} // namespace delpek::ui::words
