// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/privacy.h"

#include <functional>

namespace delpek::test
{

/// Erasing of a FakeDesk, by the rules of the real one. Answers at once, on the calling thread.
class FakePrivacy final : public desk::Privacy
{
public:
    FakePrivacy(std::function<std::vector<desk::Erasable>()> kept, std::function<void(domain::ConversationId)> erase);

    Future<std::vector<desk::Erasable>> ofPhone(const QString& phone) override;
    Future<std::vector<desk::Erasable>> ofPerson(domain::ConversationId id) override;
    Future<domain::ErasedAmounts> erase(const std::vector<domain::ConversationId>& ids) override;
    Future<int> resting(int days) override;

    // What a test turns.
    std::map<int, int> restingFor; ///< conversations that rested for so many days; none for other numbers
    std::optional<Error> failure;  ///< every call fails with this until it is taken away
    std::vector<std::vector<domain::ConversationId>> erased;

private:
    std::function<std::vector<desk::Erasable>()> m_kept;
    std::function<void(domain::ConversationId)> m_erase;
};

} // namespace delpek::test
