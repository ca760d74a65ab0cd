// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/presence.h"

#include <functional>

namespace delpek::test
{

/// Colleagues that a test puts at other desks, and what this desk said of itself.
class FakePresence final : public desk::Presence
{
public:
    explicit FakePresence(std::function<void(domain::ConversationId)> publish)
        : m_publish(std::move(publish))
    {
    }

    struct Said {
        domain::ConversationId conversation;
        bool isWriting = false;
        friend bool operator==(const Said&, const Said&) = default;
    };

    void be(domain::ConversationId id, bool isWriting) override { said.push_back({id, isWriting}); }
    void leave() override { ++left; }
    Future<std::vector<desk::Companion>> others() override
    {
        return base::ready<std::vector<desk::Companion>>(companions);
    }

    /// From now on these are at other desks.
    void put(std::vector<desk::Companion> others)
    {
        companions = std::move(others);
        m_publish({});
    }

    std::vector<desk::Companion> companions;
    std::vector<Said> said;
    int left = 0;

private:
    std::function<void(domain::ConversationId)> m_publish;
};

} // namespace delpek::test
