// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakeprivacy.h"

#include <algorithm>

namespace delpek::test
{

using desk::Erasable;
using Erasables = std::vector<Erasable>;

FakePrivacy::FakePrivacy(std::function<Erasables()> kept, std::function<void(domain::ConversationId)> erase)
    : m_kept(std::move(kept))
    , m_erase(std::move(erase))
{
}

Future<Erasables> FakePrivacy::ofPhone(const QString& phone)
{
    const auto number = domain::Phone::parse(phone, QStringLiteral("IL"));
    if (failure || !number) {
        return base::ready<Erasables>(failure ? fail(*failure)
                                              : fail(ErrorCode::InvalidInput, {}, QStringLiteral("privacy.phone")));
    }
    Erasables all = m_kept();
    std::erase_if(all, [&](const Erasable& one) { return one.conversation.phone != *number; });
    return base::ready(Result<Erasables>(all));
}

Future<Erasables> FakePrivacy::ofPerson(domain::ConversationId id)
{
    Erasables all = m_kept();
    const auto asked = std::ranges::find(all, id, [](const Erasable& one) { return one.conversation.id; });
    if (failure || asked == all.end()) {
        return base::ready<Erasables>(failure ? fail(*failure) : fail(ErrorCode::NotFound, {}));
    }
    const auto person = asked->conversation.person;
    std::iter_swap(all.begin(), asked);
    std::erase_if(all, [&](const Erasable& one) {
        return one.conversation.id != id && (!person.isValid() || one.conversation.person != person);
    });
    return base::ready(Result<Erasables>(all));
}

Future<int> FakePrivacy::resting(int days)
{
    const auto known = restingFor.find(days);
    return base::ready(failure ? Result<int>(fail(*failure))
                               : Result<int>(known == restingFor.end() ? 0 : known->second));
}

Future<domain::ErasedAmounts> FakePrivacy::erase(const std::vector<domain::ConversationId>& ids)
{
    const Erasables all = m_kept();
    domain::ErasedAmounts sum;
    Result<domain::ErasedAmounts> result =
        ids.empty() ? Result<domain::ErasedAmounts>(fail(ErrorCode::InvalidInput, {})) : sum;
    for (const auto id : ids) {
        const auto one = std::ranges::find(all, id, [](const Erasable& kept) { return kept.conversation.id; });
        if (one == all.end()) {
            result = fail(ErrorCode::NotFound, {});
        } else if (!one->hindrance.isEmpty()) {
            result = fail(ErrorCode::Conflict, {}, one->hindrance);
        } else if (result) {
            *result += one->amounts;
        }
    }
    if (failure) {
        result = fail(*failure);
    }
    if (result) {
        erased.push_back(ids);
        std::ranges::for_each(ids, m_erase);
    }
    return base::ready(result);
}

} // namespace delpek::test
