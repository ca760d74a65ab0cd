// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/escalationlist.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/problembar.h"
#include "ui/wording.h"

namespace delpek::ui
{

namespace
{

const auto source = QStringLiteral("escalations");
const auto actSource = QStringLiteral("acknowledge");

} // namespace

EscalationList::EscalationList(const Context& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    connect(&context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        if (std::ranges::find(changes, domain::Topic::Escalation, &domain::Change::topic) != changes.end()) {
            read();
        }
    });
}

QString EscalationList::nameOf(domain::ConversationId id) const
{
    const auto place = m_conversations.find(id);
    return words::title(place == m_conversations.end() ? domain::Conversation{} : place->second);
}

void EscalationList::acknowledge(domain::EscalationId id)
{
    whenDone(m_context.desk.acknowledge(id), this, [this, id](const auto& result) {
        if (result) {
            m_context.problems.worked(actSource);
            read();
        } else {
            m_context.problems.report(actSource, result.error(), [this, id] { acknowledge(id); });
        }
    });
}

void EscalationList::read()
{
    whenDone(m_context.desk.openEscalations(), this, [this](auto result) {
        if (!result) {
            m_context.problems.report(source, result.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(source);
        m_open = std::move(*result);
        std::ranges::sort(m_open, [](const auto& a, const auto& b) {
            return a.urgency != b.urgency ? a.urgency > b.urgency : a.openedAt < b.openedAt;
        });
        Q_EMIT changed();
        readNames();
    });
}

void EscalationList::readNames()
{
    for (const domain::Escalation& escalation : m_open) {
        const domain::ConversationId id = escalation.conversation;
        if (m_conversations.contains(id)) {
            continue;
        }
        whenDone(m_context.desk.conversation(id), this, [this, id](const auto& result) {
            if (result) {
                m_conversations[id] = *result;
                Q_EMIT changed();
            } else {
                m_context.problems.report(source, result.error(), [this] { read(); });
            }
        });
    }
}

} // namespace delpek::ui
