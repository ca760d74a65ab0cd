// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/quickreplies.h"
#include "desk/templatechoices.h"
#include "store/store.h"

#include <functional>

namespace delpek::desk
{

/// The quick replies in our store. Who changes what stands in the audit log. References outlive it.
class LocalQuickReplies final : public QuickReplies
{
public:
    /// What is known of a conversation's patient and clinic.
    using Facts = std::function<Future<KnownFacts>(domain::ConversationId)>;

    /// `first`: what a clinic begins with.
    LocalQuickReplies(store::Store& store, base::Clock& clock, QString staff, Facts facts,
                      std::vector<domain::QuickReply> first);

    Future<std::vector<domain::QuickReply>> all() override;
    Future<domain::ReplyFacts> facts(domain::ConversationId id) override;
    Future<domain::QuickReplyId> save(const domain::QuickReply& reply) override;
    Future<Done> remove(domain::QuickReplyId id) override;
    Future<Done> order(const std::vector<domain::QuickReplyId>& ids) override;

private:
    store::Store& m_store;
    base::Clock& m_clock;
    QString m_staff;
    Facts m_factsOf;
    std::vector<domain::QuickReply> m_first;
    std::shared_ptr<std::atomic<bool>> m_begun = std::make_shared<std::atomic<bool>>(false);
};

/// What fills the fields of a quick reply. Pure.
domain::ReplyFacts replyFacts(const KnownFacts& known, const QString& staff);

} // namespace delpek::desk
