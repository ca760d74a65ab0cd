// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"
#include "domain/ids.h"
#include "ui/context.h"

#include <QObject>
#include <QTimer>

#include <map>

class QSystemTrayIcon;

namespace delpek::ui
{

class EscalationList;

/// A person was called for an escalation that had this urgency then.
struct AttentionCall {
    base::Instant at;
    domain::Urgency urgency = domain::Urgency::Routine;
};

/// How often a person is called again while nobody has taken on an escalation of this urgency; nothing: once.
std::optional<base::Duration> callsAgainAfter(domain::Urgency urgency);

/// Whether a person is to be called now for an escalation; `last` is the call before, if there was one.
bool isToCall(const domain::Escalation& escalation, const std::optional<AttentionCall>& last, base::Instant now);

/// Calls the person at this desk while an escalation waits that nobody has taken on: the window asks for attention in
/// the task bar, and a notification comes where the desktop has a tray. What it says names no patient and holds none of
/// his words. An emergency and a question for the doctor are called again until somebody is on it.
class Attention final : public QObject
{
    Q_OBJECT

public:
    /// The list and the window outlive it.
    Attention(const Context& context, EscalationList& list, QWidget& window);

    /// What a notification says.
    static QString sentence(domain::Urgency urgency, int waiting);

    /// Says something of less weight in the task bar and the tray, while the window is in the background.
    void remind(const QString& said, domain::ConversationId about);

Q_SIGNALS:
    /// A person was called.
    void called(delpek::domain::Urgency urgency, const QString& sentence);
    /// The notification was pressed.
    void wanted();
    /// A reminder was pressed.
    void conversationWanted(delpek::domain::ConversationId id);

private:
    void look();
    void enterTray();
    void call(domain::Urgency urgency, int waiting);

    Context m_context;
    EscalationList& m_list;
    QWidget& m_window;
    std::map<domain::EscalationId, AttentionCall> m_calls;
    QSystemTrayIcon* m_tray = nullptr; ///< once there is a tray
    domain::ConversationId m_about;    ///< of the notification that came last; invalid: of a call
    QTimer m_ticker;
};

} // namespace delpek::ui
