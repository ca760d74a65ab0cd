// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/attention.h"

#include "desk/desk.h"
#include "ui/escalations/escalationlist.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QApplication>
#include <QSystemTrayIcon>

namespace delpek::ui
{

std::optional<base::Duration> callsAgainAfter(domain::Urgency urgency)
{
    switch (urgency) {
    case domain::Urgency::Emergency:
        return std::chrono::seconds(30);
    case domain::Urgency::DoctorRequired:
        return std::chrono::minutes(5);
    case domain::Urgency::Routine:
        break;
    }
    return std::nullopt;
}

bool isToCall(const domain::Escalation& escalation, const std::optional<AttentionCall>& last, base::Instant now)
{
    if (!escalation.isOpen() || escalation.acknowledgedAt || escalation.answeredAt) {
        return false;
    }
    if (!last || last->urgency < escalation.urgency) {
        return true;
    }
    const auto again = callsAgainAfter(escalation.urgency);
    return again && now - last->at >= *again;
}

Attention::Attention(const Context& context, EscalationList& list, QWidget& window)
    : QObject(&window)
    , m_context(context)
    , m_list(list)
    , m_window(window)
{
    enterTray();
    connect(&list, &EscalationList::changed, this, &Attention::look);
    connect(&m_ticker, &QTimer::timeout, this, &Attention::look);
    m_ticker.start(std::chrono::seconds(5));
}

/// When the program starts with the system, the tray may come after it.
void Attention::enterTray()
{
    if (m_tray != nullptr || !QSystemTrayIcon::isSystemTrayAvailable()) {
        return;
    }
    m_tray = new QSystemTrayIcon(appIcon(), this);
    m_tray->show();
    connect(m_tray, &QSystemTrayIcon::messageClicked, this,
            [this] { m_about.isValid() ? Q_EMIT conversationWanted(m_about) : Q_EMIT wanted(); });
    connect(m_tray, &QSystemTrayIcon::activated, this, &Attention::wanted);
}

QString Attention::sentence(domain::Urgency urgency, int waiting)
{
    return waiting == 1 ? tr("%1: somebody waits and nobody is on it.").arg(words::urgency(urgency))
                        : tr("%1: %2 wait and nobody is on it.").arg(words::urgency(urgency)).arg(waiting);
}

void Attention::look()
{
    enterTray();
    const base::Instant now = m_context.desk.now();
    std::map<domain::EscalationId, AttentionCall> calls;
    std::optional<domain::Urgency> gravest;
    int waiting = 0;
    for (const domain::Escalation& escalation : m_list.open()) {
        const auto before = m_calls.find(escalation.id);
        const auto last = before == m_calls.end() ? std::nullopt : std::optional(before->second);
        waiting += escalation.acknowledgedAt ? 0 : 1;
        if (isToCall(escalation, last, now)) {
            calls[escalation.id] = {now, escalation.urgency};
            gravest = std::max(gravest.value_or(escalation.urgency), escalation.urgency);
        } else if (last && !escalation.acknowledgedAt) {
            calls[escalation.id] = *last;
        }
    }
    m_calls = std::move(calls);
    if (gravest) {
        call(*gravest, waiting);
    }
}

void Attention::call(domain::Urgency urgency, int waiting)
{
    const QString said = sentence(urgency, waiting);
    m_about = {};
    // Whoever looks at the window sees the cards in it.
    if (!m_window.isActiveWindow()) {
        QApplication::alert(&m_window);
        if (m_tray != nullptr) {
            m_tray->showMessage(tr("Delpek"), said,
                                urgency == domain::Urgency::Emergency ? QSystemTrayIcon::Critical
                                                                      : QSystemTrayIcon::Warning);
        }
    }
    Q_EMIT called(urgency, said);
}

void Attention::remind(const QString& said, domain::ConversationId about)
{
    if (m_window.isActiveWindow()) {
        return;
    }
    QApplication::alert(&m_window);
    if (m_tray != nullptr) {
        m_about = about;
        m_tray->showMessage(tr("Delpek"), said, QSystemTrayIcon::Information);
    }
}

} // namespace delpek::ui
