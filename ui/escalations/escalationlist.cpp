// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/escalationlist.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/escalations/tierclock.h"
#include "ui/problembar.h"
#include "ui/wording.h"

namespace delpek::ui
{

namespace
{

constexpr int mostClosed = 100;
const auto source = QStringLiteral("escalations");
const auto closedSource = QStringLiteral("closedEscalations");
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
        for (const domain::Change& change : changes) {
            if (change.topic == domain::Topic::Conversation && m_conversations.contains({change.conversation})) {
                readConversation({change.conversation});
            }
        }
    });
}

domain::Conversation EscalationList::conversationOf(domain::ConversationId id) const
{
    const auto place = m_conversations.find(id);
    return place == m_conversations.end() ? domain::Conversation{} : place->second;
}

QString EscalationList::nameOf(domain::ConversationId id) const
{
    return words::title(conversationOf(id));
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

void EscalationList::showClosed(bool shown)
{
    m_wantsClosed = shown;
    if (shown) {
        readClosed();
    }
}

void EscalationList::read()
{
    whenDone(m_context.desk.openEscalations(), this, [this, number = ++m_reads](auto result) {
        if (number != m_reads) {
            return; // a later question may have been answered first
        }
        if (!result) {
            m_context.problems.report(source, result.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(source);
        m_open = std::move(*result);
        std::ranges::sort(m_open, &comesBefore);
        Q_EMIT changed();
        readUnknown(m_open);
    });
    if (m_wantsClosed) {
        readClosed();
    }
}

void EscalationList::readClosed()
{
    whenDone(m_context.desk.closedEscalations(mostClosed), this, [this](auto result) {
        if (!result) {
            m_context.problems.report(closedSource, result.error(), [this] { readClosed(); });
            return;
        }
        m_context.problems.worked(closedSource);
        m_closed = std::move(*result);
        Q_EMIT changed();
        readUnknown(m_closed);
    });
}

void EscalationList::readUnknown(const std::vector<domain::Escalation>& escalations)
{
    std::vector<domain::ConversationId> unknown;
    for (const domain::Escalation& escalation : escalations) {
        // A desk at which nobody is signed in does not say whom it concerns.
        if (escalation.conversation.isValid() && !m_conversations.contains(escalation.conversation)) {
            unknown.push_back(escalation.conversation);
        }
    }
    for (const auto id : unknown) {
        readConversation(id);
    }
}

void EscalationList::readConversation(domain::ConversationId id)
{
    whenDone(m_context.desk.conversation(id), this, [this, id](const auto& result) {
        if (result) {
            m_conversations[id] = *result;
            Q_EMIT changed();
        } else {
            m_context.problems.report(source, result.error(), [this] { read(); });
        }
    });
}

} // namespace delpek::ui
