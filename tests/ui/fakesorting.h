// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sorting.h"
#include "domain/change.h"
#include "domain/conversation.h"

#include <functional>
#include <map>

namespace delpek::test
{

/// Labels and order in memory. Answers at once, on the calling thread.
class FakeSorting final : public desk::Sorting
{
public:
    using Conversations = std::map<domain::ConversationId, domain::Conversation>;

    FakeSorting(std::function<void(const std::vector<domain::Change>&)> publish, Conversations& conversations)
        : m_publish(std::move(publish))
        , m_conversations(conversations)
    {
    }

    Future<std::vector<domain::Label>> labels() override;
    Future<std::vector<domain::LabelId>> labelsOf(domain::ConversationId id) override;
    Future<domain::LabelId> addLabel(const domain::Label& label) override;
    Future<Done> changeLabel(const domain::Label& was, const domain::Label& to) override;
    Future<Done> removeLabel(domain::LabelId id) override;
    Future<desk::Sorted> sort(const std::vector<domain::ConversationId>& ids, const desk::SortAct& act) override;
    Future<int> undo(const desk::Sorted& done) override;

    // What a test turns.
    std::vector<domain::Label> all;
    std::map<domain::ConversationId, std::vector<domain::LabelId>> worn;
    base::Instant now;

private:
    Result<Done> checkFree(domain::LabelId id, const QString& name) const;

    std::function<void(const std::vector<domain::Change>&)> m_publish;
    Conversations& m_conversations;
};

} // namespace delpek::test
