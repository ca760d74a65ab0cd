// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/conversation.h"
#include "domain/event.h"
#include "domain/label.h"
#include "store/session.h"

namespace delpek::store
{

/// Mine: held by that staff member or doctor. WaitingForDoctor: a doctor holds it, or an escalation above Routine is
/// open.
/// Those that are put off are in Snoozed and WindowClosing alone.
enum class InboxView { All, NeedsPerson, Mine, Agent, WaitingForDoctor, WindowClosing, Snoozed };

/// Where a page of the inbox ends: order is newest activity first, then id.
struct InboxCursor {
    base::Instant lastActivity;
    domain::ConversationId id;
};

struct InboxQuery {
    InboxView view = InboxView::All;
    QString staff;                        ///< for Mine
    base::Instant now;                    ///< for WindowClosing: WhatsApp conversations with under 2 h left of 24 h
    std::optional<domain::LabelId> label; ///< only those that have it
    std::optional<InboxCursor> after;
    int limit = 50;
};

/// Tables `person` and `conversation`. Every change of who holds a conversation or of what an agent has seen goes
/// through here and raises the epoch.
class Conversations
{
public:
    explicit Conversations(Session& session)
        : m_session(session)
    {
    }

    /// Finds the sender's conversation or begins one (holder: agent). The person is the normalised phone where known,
    /// else the channel identity; a phone learned later moves the conversation to that phone's person.
    Result<domain::Conversation> findOrCreate(const domain::Sender& sender, base::Instant now);
    Result<domain::Conversation> find(domain::ConversationId id);
    /// By the address or by another id the patient was known by (Sender::otherIds, moveAddress).
    Result<std::optional<domain::Conversation>> findByAddress(const domain::ChannelAddress& address);
    /// The patient is reached at another id of the account from now on; the old one keeps leading here. Where the new
    /// one has a conversation already, both stay as they are. Nothing when nobody was known by `from`.
    Result<std::optional<domain::ConversationId>> moveAddress(const domain::ChannelAddress& from, const QString& user);
    Result<std::vector<domain::Conversation>> page(const InboxQuery& query);
    /// Those that have that number, on all channels. Looks through all of them.
    Result<std::vector<domain::ConversationId>> withPhone(const domain::Phone& phone);
    /// Conversations with the same person, all channels.
    Result<std::vector<domain::ConversationId>> ofPerson(domain::PersonId person);

    /// epoch + 1; gives the new one.
    Result<qint64> raiseEpoch(domain::ConversationId id);
    /// Sets the holder and raises the epoch; `needsPerson` and `waitingSince` follow: Nobody waits, the others do not.
    Result<qint64> setHolder(domain::ConversationId id, const domain::Holder& holder, base::Instant now);
    Result<Done> setMode(domain::ConversationId id, domain::Mode mode);
    Result<Done> setLanguage(domain::ConversationId id, domain::Language language);
    Result<Done> setUrgency(domain::ConversationId id, domain::Urgency urgency);
    Result<Done> setOptedOut(domain::ConversationId id, bool optedOut);
    Result<Done> setBlocked(domain::ConversationId id, bool blocked);
    /// After a message was added: last activity, preview, unread count and (from a patient) the 24-hour clock.
    Result<Done> noteMessage(const domain::Message& message);
    /// The inbox shows this message as the last one: a newer one was taken back.
    Result<Done> showAsLast(const domain::Message& message);
    Result<Done> markSeen(domain::ConversationId id);
    /// As markSeen, the other way round.
    Result<Done> setUnread(domain::ConversationId id, int unread, bool isReminded);
    /// Puts it off, or no longer. A patient's message, whoever takes or hands over and urgency end it, too.
    Result<Done> setSnooze(domain::ConversationId id, std::optional<base::Instant> until);
    /// When the first of those that are put off comes back.
    Result<std::optional<base::Instant>> nextSnoozeEnd();
    /// Brings up to `limit` conversations back whose time has come: on top of the list, marked as a reminder.
    Result<int> endSnoozes(base::Instant now, int limit);

    /// The dialogue of the offline brain: inert data with a version inside. Null when there is none.
    Result<base::Json> dialogue(domain::ConversationId id);
    Result<Done> setDialogue(domain::ConversationId id, const base::Json& state);

    Result<QString> draft(domain::ConversationId id, const QString& staff);
    Result<Done> saveDraft(domain::ConversationId id, const QString& staff, const QString& text);

private:
    Session& m_session;
};

} // namespace delpek::store
