// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakesignin.h"

#include <algorithm>

namespace delpek::test
{

using desk::Entry;
using desk::Person;
using domain::Role;

FakeSignIn::FakeSignIn()
    : m_people{{{Dana}, QStringLiteral("דנה לוי"), Role::Admin},
               {{Cohen}, QStringLiteral("ד״ר יעל כהן"), Role::Doctor},
               {{Noa}, QStringLiteral("נועה ברק"), Role::Auditor},
               {{Rivka}, QStringLiteral("רבקה"), Role::Receptionist}}
{
    m_state.person = {{}, QStringLiteral("רבקה"), Role::Admin};
}

Future<std::vector<Person>> FakeSignIn::people()
{
    return base::ready(Result<std::vector<Person>>(m_people));
}

Future<Done> FakeSignIn::signIn(domain::StaffId who, const QString& pin)
{
    if (m_wait.count() > 0) {
        Error error{ErrorCode::RateLimited, QStringLiteral("staff.wait"), {}};
        error.retryAfter = m_wait;
        return base::ready(Result<Done>(tl::unexpected(error)));
    }
    const auto person = std::ranges::find(m_people, who, &Person::id);
    if (person == m_people.end() || pin != FakeSignIn::pin()) {
        return base::ready(Result<Done>(fail(ErrorCode::Unauthorised, {}, QStringLiteral("staff.wrongPin"))));
    }
    become(Entry::SignedIn, *person);
    return base::ready(Result<Done>(Done{}));
}

void FakeSignIn::lock()
{
    if (m_state.entry == Entry::SignedIn) {
        become(Entry::Locked, m_state.person);
    }
}

void FakeSignIn::signOut()
{
    if (m_state.entry == Entry::SignedIn || m_state.entry == Entry::Locked) {
        become(Entry::SignedOut, {});
    }
}

domain::Subscription FakeSignIn::watch(std::function<void()> callback)
{
    const int number = m_callbacks.empty() ? 1 : m_callbacks.rbegin()->first + 1;
    m_callbacks.emplace(number, std::move(callback));
    return {nullptr, [this, number, alive = std::weak_ptr(m_alive)](void*) {
                if (!alive.expired()) {
                    m_callbacks.erase(number);
                }
            }};
}

void FakeSignIn::ask(base::Duration lockAfter)
{
    m_state.lockAfter = lockAfter;
    become(Entry::SignedOut, {});
}

void FakeSignIn::admit(Staff who)
{
    become(Entry::SignedIn, *std::ranges::find(m_people, domain::StaffId{who}, &Person::id));
}

void FakeSignIn::rename(const QString& name)
{
    auto person = m_state.person;
    person.name = name;
    become(m_state.entry, person);
}

void FakeSignIn::become(Entry entry, const Person& person)
{
    m_state.entry = entry;
    m_state.person = person;
    for (const auto& [number, callback] : m_callbacks) {
        callback();
    }
}

} // namespace delpek::test
