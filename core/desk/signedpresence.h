// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/presence.h"
#include "desk/signeddesk.h"

namespace delpek::desk
{

/// Where whoever is signed in is. Not noted in the audit log: what is read is.
class SignedPresence final : public Presence
{
public:
    explicit SignedPresence(SignedActs& acts)
        : m_acts(acts)
    {
    }

    ~SignedPresence() override { leave(); }

    void be(domain::ConversationId id, bool isWriting) override
    {
        const auto desk = m_acts.deskFor(domain::Right::See);
        if (!desk) {
            return;
        }
        if (m_last != *desk) {
            leave();
        }
        m_last = *desk;
        m_last->presence().be(id, isWriting);
    }
    /// Also when nobody is signed in any more.
    void leave() override
    {
        if (m_last != nullptr) {
            m_last->presence().leave();
            m_last = nullptr;
        }
    }
    Future<std::vector<Companion>> others() override
    {
        return m_acts.run<std::vector<Companion>>(domain::Right::See,
                                                  [](Desk& desk) { return desk.presence().others(); });
    }

private:
    SignedActs& m_acts;
    Desk* m_last = nullptr; ///< whose place was told; desks live as long as the window
};

} // namespace delpek::desk
