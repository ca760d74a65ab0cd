// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/escalation.h"
#include "ui/context.h"

#include <QObject>

#include <map>

namespace delpek::ui
{

/// The escalations of the desk and whom they concern, kept up to date: the open ones in the order in which a person
/// works, the newest closed ones once somebody wants to see them.
class EscalationList final : public QObject
{
    Q_OBJECT

public:
    explicit EscalationList(const Context& context, QObject* parent = nullptr);

    const std::vector<domain::Escalation>& open() const { return m_open; }
    /// The last closed first; empty until showClosed.
    const std::vector<domain::Escalation>& closed() const { return m_closed; }
    void showClosed(bool shown);
    /// Unknown ones have no id.
    domain::Conversation conversationOf(domain::ConversationId id) const;
    QString nameOf(domain::ConversationId id) const;
    void acknowledge(domain::EscalationId id);
    void read();

Q_SIGNALS:
    void changed();

private:
    void readClosed();
    void readConversation(domain::ConversationId id);
    void readUnknown(const std::vector<domain::Escalation>& escalations);

    Context m_context;
    std::vector<domain::Escalation> m_open;
    std::vector<domain::Escalation> m_closed;
    std::map<domain::ConversationId, domain::Conversation> m_conversations;
    bool m_wantsClosed = false;
    int m_reads = 0;
};

} // namespace delpek::ui
