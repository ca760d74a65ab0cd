// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localsignin.h"
#include "desk/rutisdesk.h"
#include "desk/signeddesk.h"
#include "secrets/pin.h"
#include "store/auditlog.h"
#include "ui/fakebackups.h"

using namespace delpek;
using test::must;
using test::Session;

/// Who may have copies made.
class TestDeskBackups : public QObject, private test::RutisDesk
{
    Q_OBJECT

    test::FakeBackups m_backups;
    std::unique_ptr<desk::LocalSignIn> m_signIn;
    std::unique_ptr<desk::StaffDesks> m_desks;
    std::unique_ptr<desk::SignedDesk> m_signed;

    domain::StaffId hire(domain::Role role)
    {
        domain::StaffMember member;
        member.name = base::toText(role);
        member.role = role;
        const auto hash = must(secrets::hashPin(QStringLiteral("274851")));
        return m_store->write([&](Session& session) {
            store::Staff staff(session);
            return staff.add(member).and_then(
                [&](domain::StaffId added) { return staff.setPin(added, hash).map([&](Done) { return added; }); });
        });
    }

    void signIn(domain::Role role)
    {
        const auto admin = hire(domain::Role::Admin);
        const auto id = role == domain::Role::Admin ? admin : hire(role);
        m_store->write([](Session& session) {
            return desk::setSignInRules(session, {true, std::chrono::minutes(10)});
        });
        QTRY_VERIFY(m_signIn->state().entry != desk::Entry::Open);
        must(m_signIn->signIn(id, QStringLiteral("274851")).result());
    }

private Q_SLOTS:
    void init()
    {
        open();
        desk::Means means;
        means.backups = &m_backups;
        const auto host = QStringLiteral("Front desk");
        m_signIn = must(desk::LocalSignIn::open(**m_store, *m_clock, host));
        m_desks = std::make_unique<desk::StaffDesks>(**m_store, *m_records, *m_clock, QStringLiteral("IL"), means);
        m_signed = std::make_unique<desk::SignedDesk>(**m_store, *m_clock, *m_signIn, *m_desks, m_desks->of(host));
    }
    void cleanup()
    {
        m_signed.reset();
        m_desks.reset();
        m_signIn.reset();
        close();
    }

    void whoManagesTheClinicHasThemMadeAndItIsNoted()
    {
        signIn(domain::Role::Admin);
        auto& backups = m_signed->backups();
        QCOMPARE(must(backups.state().result()).copies.size(), size_t(3));
        must(backups.setPlan({QStringLiteral("/media/disk"), {}, 3}).result());
        QCOMPARE(m_backups.plans.back().keep, 3);
        const auto made = backups.makeNow();
        QTRY_VERIFY(m_backups.isMaking());
        m_backups.finish(desk::BackupCopy{});
        must(made.result());
        const auto entries = m_store->read([](Session& session) { return store::AuditLog(session).after(0, 100); });
        QStringList actions;
        for (const auto& entry : entries) {
            actions << entry.action;
        }
        QVERIFY(actions.contains(QStringLiteral("backup.plan")) && actions.contains(QStringLiteral("backup.make")));
    }

    void othersMayNot()
    {
        signIn(domain::Role::Receptionist);
        auto& backups = m_signed->backups();
        QCOMPARE(backups.state().result().error().code, ErrorCode::Forbidden);
        QCOMPARE(backups.setPlan({}).result().error().code, ErrorCode::Forbidden);
        QCOMPARE(backups.makeNow().result().error().code, ErrorCode::Forbidden);
        m_backups.step = desk::BackupProgress{};
        QVERIFY(!backups.progress());
        QVERIFY(!m_backups.isMaking());
    }

    void whereNothingIsCopiedItIsSaid()
    {
        QCOMPARE(m_desk->backups().state().result().error().key, QStringLiteral("backup.none"));
    }
};

QTEST_GUILESS_MAIN(TestDeskBackups)
#include "test_deskbackups.moc"
