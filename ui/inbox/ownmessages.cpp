// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ownmessages.h"

#include "ui/call.h"
#include "ui/changefeed.h"

#include <algorithm>

namespace delpek::ui
{

namespace
{

constexpr int mostOwn = 200; ///< conversations in one person's hands that are watched: those that were active last
constexpr auto together = std::chrono::milliseconds(150);

} // namespace

OwnCall ownCall(const domain::Conversation& conversation, const std::optional<OwnState>& known, base::Instant now)
{
    if (conversation.isReminded && !(known && known->isReminded)) {
        return OwnCall::Reminder;
    }
    const bool isNew = known && conversation.unread > 0 && conversation.lastPatientMessage &&
                       (!known->lastPatientMessage || *known->lastPatientMessage < *conversation.lastPatientMessage);
    const bool wasCalled = isNew && known->calledAt && now < *known->calledAt + ownCallPause;
    return isNew && !wasCalled ? OwnCall::Message : OwnCall::None;
}

OwnMessages::OwnMessages(const Context& context, std::function<bool(domain::ConversationId)> isSeen, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_isSeen(std::move(isSeen))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(together);
    connect(&m_soon, &QTimer::timeout, this, &OwnMessages::read);
    connect(&context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        const auto concerns = [](const domain::Change& change) {
            return change.topic == domain::Topic::Conversation || change.topic == domain::Topic::Inbox;
        };
        if (!m_soon.isActive() && std::ranges::any_of(changes, concerns)) {
            m_soon.start();
        }
    });
    read();
}

QString OwnMessages::sentence(OwnCall call)
{
    return call == OwnCall::Reminder ? tr("A conversation that you put off is back.")
                                     : tr("A patient wrote in a conversation that you hold.");
}

void OwnMessages::read()
{
    desk::InboxRequest own;
    own.view = desk::View::Mine;
    own.limit = mostOwn;
    whenDone(m_context.desk.inbox(own), this, [this, asked = ++m_asked](const auto& rows) {
        // That the inbox cannot be read is said by the inbox.
        if (asked == m_asked && rows) {
            take(*rows);
        }
    });
}

void OwnMessages::take(const std::vector<desk::InboxRow>& rows)
{
    const base::Instant now = m_context.desk.now();
    std::map<domain::ConversationId, OwnState> states;
    for (const auto& row : rows) {
        const auto& conversation = row.conversation;
        std::optional<OwnState> known;
        if (m_known && m_known->contains(conversation.id)) {
            known = m_known->at(conversation.id);
        }
        auto& state = states[conversation.id];
        state = {conversation.lastPatientMessage, conversation.isReminded,
                 known ? known->calledAt : std::optional<base::Instant>()};
        const OwnCall call = m_known ? ownCall(conversation, known, now) : OwnCall::None;
        if (call != OwnCall::None && !m_isSeen(conversation.id)) {
            state.calledAt = now;
            Q_EMIT called(sentence(call), conversation.id);
        }
    }
    m_known = std::move(states);
}

} // namespace delpek::ui
