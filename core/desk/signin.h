// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/change.h"
#include "domain/right.h"

#include <functional>
#include <vector>

namespace delpek::desk
{

/// Somebody who works at a window.
struct Person {
    domain::StaffId id; ///< invalid: the one for whom the program was configured, where nobody signs in
    QString name;
    domain::Role role = domain::Role::Admin;
    friend bool operator==(const Person&, const Person&) = default;
};

/// How people come to the windows of this clinic; kept in the database, the same for all desks.
struct SignInRules {
    bool required = false;
    base::Duration lockAfter = std::chrono::minutes(10); ///< 0: never; else 1 minute to 8 hours
    friend bool operator==(const SignInRules&, const SignInRules&) = default;
};

/// Open: this clinic asks nobody to sign in. Locked: somebody is signed in and away.
enum class Entry { Open, SignedOut, Locked, SignedIn };

/// Who sits at this window. Any thread; nothing blocks.
class SignIn
{
public:
    struct State {
        Entry entry = Entry::Open;
        Person person;               ///< of SignedOut: nobody
        base::Duration lockAfter{0}; ///< without a key or a movement; 0: never
        friend bool operator==(const State&, const State&) = default;
    };

    virtual ~SignIn() = default;

    virtual State state() const = 0;
    /// Who can sign in: at work here and with a PIN; by name.
    virtual Future<std::vector<Person>> people() = 0;
    /// Signs in, or unlocks; somebody else takes the window over. Unauthorised for a wrong PIN, and from the fifth in a
    /// row on RateLimited with `retryAfter`, which grows. It takes a good part of a second.
    virtual Future<Done> signIn(domain::StaffId who, const QString& pin) = 0;
    /// Both do nothing where nobody is signed in.
    virtual void lock() = 0;
    virtual void signOut() = 0;
    /// `callback` runs after each change of the state, on any thread: hop to your own.
    [[nodiscard]] virtual domain::Subscription watch(std::function<void()> callback) = 0;

    /// Whether the person may do it now: nobody may who is not signed in; what is locked may still be read, as nobody
    /// sees it.
    bool mayDo(domain::Right right) const { return mayDo(state(), right); }
    static bool mayDo(const State& state, domain::Right right)
    {
        switch (state.entry) {
        case Entry::Open:
            return true;
        case Entry::SignedOut:
            return false;
        case Entry::Locked:
            return right == domain::Right::See && domain::mayDo(state.person.role, right);
        case Entry::SignedIn:
            return domain::mayDo(state.person.role, right);
        }
        return false;
    }
};

/// Of a desk that belongs to one person.
class NoSignIn final : public SignIn
{
public:
    explicit NoSignIn(const QString& name) { m_state.person.name = name; }

    State state() const override { return m_state; }
    Future<std::vector<Person>> people() override;
    Future<Done> signIn(domain::StaffId who, const QString& pin) override;
    void lock() override {}
    void signOut() override {}
    [[nodiscard]] domain::Subscription watch(std::function<void()>) override { return {}; }

private:
    State m_state;
};

} // namespace delpek::desk
