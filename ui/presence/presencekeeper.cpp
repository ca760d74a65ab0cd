// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presence/presencekeeper.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/changefeed.h"

#include <algorithm>

namespace delpek::ui
{

namespace
{

/// Who has not touched a key for so long is reading again.
constexpr auto writingLasts = std::chrono::seconds(8);

} // namespace

PresenceKeeper::PresenceKeeper(desk::Desk& desk, ChangeFeed& feed, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        m_isWriting = false;
        tell();
    });
    // Who fell silent elsewhere is seen to be gone by looking again.
    connect(&m_beat, &QTimer::timeout, this, [this] {
        tell();
        read();
    });
    m_beat.start(desk::presenceBeat);
    connect(&feed, &ChangeFeed::changed, this, [this](const std::vector<domain::Change>& changes) {
        if (std::ranges::any_of(changes, [](const auto& change) { return change.topic == domain::Topic::Presence; })) {
            read();
        }
    });
}

PresenceKeeper::~PresenceKeeper()
{
    m_desk.presence().leave();
}

void PresenceKeeper::open(domain::ConversationId id)
{
    if (id == m_id) {
        return;
    }
    m_id = id;
    m_isWriting = false;
    m_pause.stop();
    tell();
    read();
}

void PresenceKeeper::wrote()
{
    if (!m_id.isValid()) {
        return;
    }
    m_pause.start(writingLasts);
    if (!m_isWriting) {
        m_isWriting = true;
        tell();
    }
}

std::vector<desk::Companion> PresenceKeeper::at(domain::ConversationId id) const
{
    std::vector<desk::Companion> there;
    std::ranges::copy_if(m_others, std::back_inserter(there),
                         [&](const desk::Companion& one) { return one.conversation == id && id.isValid(); });
    return there;
}

void PresenceKeeper::tell()
{
    if (m_id.isValid() && m_desk.signIn().mayDo(domain::Right::See)) {
        m_desk.presence().be(m_id, m_isWriting);
    } else {
        m_desk.presence().leave();
    }
}

void PresenceKeeper::read()
{
    whenDone(m_desk.presence().others(), this, [this](const auto& others) {
        // What cannot be read is not known: nobody is shown who may be gone.
        const std::vector<desk::Companion> now = others ? *others : std::vector<desk::Companion>{};
        if (now != m_others) {
            m_others = now;
            Q_EMIT changed();
        }
    });
}

} // namespace delpek::ui
