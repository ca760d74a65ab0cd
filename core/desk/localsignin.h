// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/workers.h"
#include "desk/signin.h"
#include "store/staff.h"
#include "store/store.h"

#include <map>
#include <mutex>

namespace delpek::desk
{

Result<SignInRules> signInRules(store::Session& session);
/// Conflict (staff.noAdmin) when nobody could change it again: no admin at work has a PIN. InvalidInput for a time that
/// is not taken.
Result<Done> setSignInRules(store::Session& session, const SignInRules& rules);
/// For whatever takes a PIN, a role or somebody away: Conflict (staff.noAdmin) when signing in is asked for and no
/// admin is left who could. Whoever writes has held the staff before (store::Staff::allLocked), or two could take each
/// other's away.
Result<Done> checkAdminLeft(store::Session& session);

/// Whether the PIN is this person's. Unauthorised and RateLimited as SignIn::signIn; blocks a good part of a second.
Result<domain::StaffMember> tryPin(store::Store& store, base::Clock& clock, domain::StaffId who, const QString& pin);
/// "staff:12"
QString subjectOf(domain::StaffId id);

/// After so many wrong PINs in a row: a minute after the fifth, twice as long after each further one, an hour at most.
base::Duration waitAfter(int wrongPins);

/// Signing in against the staff in our store. Each attempt counts before the PIN is looked at, so that one that was
/// cut off counts, too; sign-ins and refusals stand in the audit log. Follows what others change: whoever has left, or
/// lost the PIN, is signed out.
class LocalSignIn final : public SignIn
{
public:
    /// Waits for the store. `openName`: who works here where nobody signs in. References outlive it.
    static Result<std::unique_ptr<LocalSignIn>> open(store::Store& store, base::Clock& clock, const QString& openName);
    ~LocalSignIn() override;

    State state() const override;
    Future<std::vector<Person>> people() override;
    Future<Done> signIn(domain::StaffId who, const QString& pin) override;
    void lock() override;
    void signOut() override;
    [[nodiscard]] domain::Subscription watch(std::function<void()> callback) override;

private:
    struct Watchers;

    LocalSignIn(store::Store& store, base::Clock& clock, QString openName, const SignInRules& rules);
    Result<Done> tryPin(domain::StaffId who, const QString& pin);
    void follow();
    void follow(const SignInRules& rules, const std::vector<domain::StaffMember>& staff);
    void note(const QString& who, const QString& action);
    void become(Entry entry, const Person& person);
    /// Gives the watchers their word when `change` changed the state.
    template <typename Change>
    void alter(Change change);

    store::Store& m_store;
    base::Clock& m_clock;
    QString m_openName;
    mutable std::mutex m_mutex;
    State m_state;
    std::shared_ptr<Watchers> m_watchers;
    domain::Subscription m_subscription;
    base::Workers m_worker{1}; ///< the last member: it ends first
};

} // namespace delpek::desk
