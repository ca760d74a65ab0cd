// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/localsignin.h"
#include "desk/rutisdesk.h"
#include "desk/signeddesk.h"
#include "secrets/pin.h"

namespace delpek::test
{

/// A window at which Tom has signed in, a receptionist, with an admin on the staff; the book is the clinic's own.
struct ReceptionistsWindow {
    /// `role`: Tom's.
    ReceptionistsWindow(TestStore& store, clinic::ClinicRecords& records, base::Clock& clock,
                        domain::Role role = domain::Role::Receptionist)
        : signIn(must(desk::LocalSignIn::open(*store, clock, QStringLiteral("Front desk"))))
        , desks(*store, records, clock, QStringLiteral("IL"), ownBook())
        , desk(*store, clock, *signIn, desks, desks.of(QStringLiteral("Front desk")))
    {
        const auto hash = must(secrets::hashPin(QStringLiteral("274851")));
        const auto hire = [&](const QString& name, domain::Role role) {
            domain::StaffMember member;
            member.name = name;
            member.role = role;
            return store.write([&](Session& session) {
                store::Staff staff(session);
                return staff.add(member).and_then(
                    [&](domain::StaffId added) { return staff.setPin(added, hash).map([&](Done) { return added; }); });
            });
        };
        hire(QStringLiteral("Dana"), domain::Role::Admin);
        const auto tom = hire(QStringLiteral("Tom"), role);
        store.write([](Session& session) { return desk::setSignInRules(session, {true, std::chrono::minutes(10)}); });
        [&] { QTRY_VERIFY(signIn->state().entry != desk::Entry::Open); }();
        must(signIn->signIn(tom, QStringLiteral("274851")).result());
    }

    static desk::Means ownBook()
    {
        desk::Means means;
        means.ownBook = true;
        return means;
    }

    std::unique_ptr<desk::LocalSignIn> signIn;
    desk::StaffDesks desks;
    desk::SignedDesk desk;
};

} // namespace delpek::test
