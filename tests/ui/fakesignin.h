// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/signin.h"

#include <map>

namespace delpek::test
{

/// A SignIn in memory. Open, with Rivka at the desk, until ask() is called. The PIN of everybody is 274851.
class FakeSignIn final : public desk::SignIn
{
public:
    /// Those who can sign in.
    enum Staff : qint64 { Rivka = 1, Cohen, Dana, Noa };
    static QString pin() { return QStringLiteral("274851"); }

    FakeSignIn();

    State state() const override { return m_state; }
    Future<std::vector<desk::Person>> people() override;
    Future<Done> signIn(domain::StaffId who, const QString& pin) override;
    void lock() override;
    void signOut() override;
    [[nodiscard]] domain::Subscription watch(std::function<void()> callback) override;

    // What a test turns.
    /// Everybody has to sign in from now on.
    void ask(base::Duration lockAfter = {});
    void admit(Staff who);
    void rename(const QString& name);
    /// The next PINs are not looked at.
    void makeWait(base::Duration time) { m_wait = time; }

private:
    void become(desk::Entry entry, const desk::Person& person);

    State m_state;
    std::vector<desk::Person> m_people;
    base::Duration m_wait{0};
    std::map<int, std::function<void()>> m_callbacks;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace delpek::test
