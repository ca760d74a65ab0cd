// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/context.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace delpek::ui
{

/// What is known of a conversation that is in one's own hands.
struct OwnState {
    std::optional<base::Instant> lastPatientMessage;
    bool isReminded = false;
    std::optional<base::Instant> calledAt = {}; ///< when the person was last called for it
};

/// Why a person is called for a conversation in her hands.
enum class OwnCall { None, Message, Reminder };

/// How long a patient who writes line after line calls only once.
inline constexpr base::Duration ownCallPause = std::chrono::seconds(20);

/// What `now` calls for, compared with what was known; nothing known: it has just come into these hands, and calls only
/// as a reminder that has fallen due. Pure.
OwnCall ownCall(const domain::Conversation& conversation, const std::optional<OwnState>& known, base::Instant now);

/// Calls the person at this desk for the conversations in her hands: a patient writes there, or one that was put off is
/// back. Nothing calls that was there before, nor what she has before her eyes. Says no patient's name and no words.
class OwnMessages final : public QObject
{
    Q_OBJECT

public:
    /// `isSeen`: whether this conversation is before the person's eyes now.
    OwnMessages(const Context& context, std::function<bool(domain::ConversationId)> isSeen, QObject* parent);

    static QString sentence(OwnCall call);

Q_SIGNALS:
    void called(const QString& sentence, delpek::domain::ConversationId id);

private:
    void read();
    void take(const std::vector<desk::InboxRow>& rows);

    Context m_context;
    std::function<bool(domain::ConversationId)> m_isSeen;
    std::optional<std::map<domain::ConversationId, OwnState>> m_known; ///< nothing before the first answer
    int m_asked = 0; ///< the newest question; older answers are dropped
    QTimer m_soon;   ///< several changes are one question
};

} // namespace delpek::ui
