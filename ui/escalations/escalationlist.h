// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/escalation.h"
#include "ui/context.h"

#include <QObject>

#include <map>

namespace delpek::ui
{

/// The open escalations of the desk and whom they concern, kept up to date; most urgent first, then oldest first.
class EscalationList final : public QObject
{
    Q_OBJECT

public:
    explicit EscalationList(const Context& context, QObject* parent = nullptr);

    const std::vector<domain::Escalation>& open() const { return m_open; }
    QString nameOf(domain::ConversationId id) const;
    void acknowledge(domain::EscalationId id);
    void read();

Q_SIGNALS:
    void changed();

private:
    void readNames();

    Context m_context;
    std::vector<domain::Escalation> m_open;
    std::map<domain::ConversationId, domain::Conversation> m_conversations;
};

} // namespace delpek::ui
