// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localprivacy.h"

#include "desk/erasure.h"
#include "store/conversations.h"

namespace delpek::desk
{

namespace
{

using domain::ConversationId;
using domain::ErasedAmounts;
using store::Session;

Result<Erasable> erasable(Session& session, ConversationId id)
{
    store::Erasure erasure(session);
    auto conversation = store::Conversations(session).find(id);
    const auto amounts = conversation ? erasure.amounts(id) : fail(conversation.error());
    if (!amounts) {
        return fail(amounts.error());
    }
    const auto checked = erasure.check(id);
    if (!checked && checked.error().code != ErrorCode::Conflict) {
        return fail(checked.error());
    }
    return Erasable{std::move(*conversation), *amounts, checked ? QString() : checked.error().key};
}

Result<std::vector<Erasable>> erasables(Session& session, const Result<std::vector<ConversationId>>& ids)
{
    if (!ids) {
        return fail(ids.error());
    }
    std::vector<Erasable> all;
    for (const auto id : *ids) {
        auto one = erasable(session, id);
        if (!one) {
            return fail(one.error());
        }
        all.push_back(std::move(*one));
    }
    return all;
}

} // namespace

LocalPrivacy::LocalPrivacy(store::Store& store, base::Clock& clock, QString staff, QString region)
    : m_store(store)
    , m_clock(clock)
    , m_staff(std::move(staff))
    , m_region(std::move(region))
{
}

Future<std::vector<Erasable>> LocalPrivacy::ofPhone(const QString& phone)
{
    const auto number = domain::Phone::parse(phone, m_region);
    if (!number) {
        return base::ready<std::vector<Erasable>>(
            fail(ErrorCode::InvalidInput, number.error().detail, QStringLiteral("privacy.phone")));
    }
    return m_store.read([number = *number](Session& session) {
        return erasables(session, store::Conversations(session).withPhone(number));
    });
}

Future<std::vector<Erasable>> LocalPrivacy::ofPerson(ConversationId id)
{
    return m_store.read([id](Session& session) -> Result<std::vector<Erasable>> {
        store::Conversations conversations(session);
        const auto asked = conversations.find(id);
        auto all = asked ? conversations.ofPerson(asked->person) : fail(asked.error());
        if (all) {
            std::ranges::stable_partition(*all, [id](ConversationId one) { return one == id; });
        }
        return erasables(session, all);
    });
}

Future<int> LocalPrivacy::resting(int days)
{
    return m_store.read([before = m_clock.now() - std::chrono::hours(24) * days](Session& session) {
        return store::Erasure(session).idleCount(before);
    });
}

Future<ErasedAmounts> LocalPrivacy::erase(const std::vector<ConversationId>& ids)
{
    if (ids.empty()) {
        return base::ready<ErasedAmounts>(fail(ErrorCode::InvalidInput, QStringLiteral("nothing is to be erased")));
    }
    return m_store.write([ids, by = m_staff, now = m_clock.now()](Session& session) -> Result<ErasedAmounts> {
        ErasedAmounts sum;
        for (const auto id : ids) {
            const auto gone = eraseConversation(session, id, by, ErasureCause::Request, now);
            if (!gone) {
                return gone;
            }
            sum += *gone;
        }
        return sum;
    });
}

} // namespace delpek::desk
