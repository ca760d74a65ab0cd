// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/quickreplies.h"
#include "domain/change.h"

#include <functional>

namespace delpek::test
{

/// Quick replies in memory. Answers at once, on the calling thread, unless it is told to wait.
class FakeQuickReplies final : public desk::QuickReplies
{
public:
    explicit FakeQuickReplies(std::function<void(const std::vector<domain::Change>&)> publish);

    Future<std::vector<domain::QuickReply>> all() override;
    Future<domain::ReplyFacts> facts(domain::ConversationId id) override;
    Future<domain::QuickReplyId> save(const domain::QuickReply& reply) override;
    Future<Done> remove(domain::QuickReplyId id) override;
    Future<Done> order(const std::vector<domain::QuickReplyId>& ids) override;

    // What a test turns.
    std::vector<domain::QuickReply> replies;
    std::map<domain::ConversationId, domain::ReplyFacts> known;
    /// Every call fails with this until it is taken away.
    std::optional<Error> failure;
    /// facts() answers only when it is told to.
    bool factsWait = false;
    void answerFacts();

    QString names() const;

private:
    void tell(domain::QuickReplyId id);

    std::function<void(const std::vector<domain::Change>&)> m_publish;
    std::vector<std::pair<domain::ConversationId, Promise<domain::ReplyFacts>>> m_waiting;
    qint64 m_next = 100;
};

} // namespace delpek::test
